// The guard of enclosures in the database: what was handed in stays in the revision it was handed in with.
import { Trigger } from '@mikro-orm/decorators/legacy'
import { differ, refuse } from './guards.ts'

const FIXED = ['record', 'file', 'name', 'type', 'size', 'evidence', 'account', 'at', 'since']

/** Files join and leave an application only while it is being written; elsewhere they stay as they came. */
export const EnclosureKept = () =>
  Trigger({
    name: 'enclosure_kept',
    timing: 'before',
    events: ['insert', 'update', 'delete'],
    body: `declare a organizations.grant_application; r uuid; begin
      if tg_op = 'DELETE' then r := old.record; else r := new.record; end if;
      select * into a from organizations.grant_application where id = r;
      if found and a.status not in ('DRAFT', 'MORE_INFO') then ${refuse('enclosure_kept')} end if;
      if tg_op = 'INSERT' then
        if found and new.since <> a.revision + 1 then ${refuse('enclosure_kept')} end if;
        return new;
      end if;
      if not found or (tg_op = 'DELETE' and old.since <= a.revision) then ${refuse('enclosure_kept')} end if;
      if tg_op = 'DELETE' then return old; end if;
      if ${differ(FIXED)} or old.until is not null or new.until is distinct from a.revision then ${refuse('enclosure_kept')} end if;
      return new; end;`,
  })
