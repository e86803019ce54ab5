// Guards of money in the database: a promise stands as it was made, and no more is transferred than was promised.
import { Trigger } from '@mikro-orm/decorators/legacy'
import { differ, refuse } from './guards.ts'

const PROMISED = [
  'amount',
  'division',
  'organization',
  'application',
  'year',
  'matter',
  'source',
  'accounting_unit',
  'transfer_by',
]

const sum = (commitment: string) =>
  `(select coalesce(sum(t.amount), 0) from duties.funding_transfer t where t.commitment_id = ${commitment})`

/** What was promised does not change, and is transferred only when all of it is. */
export const FundingFixed = () =>
  Trigger({
    name: 'funding_fixed',
    timing: 'before',
    events: ['update'],
    body: `if old.status <> 'PLANNED' and ${differ(PROMISED)} then ${refuse('funding_fixed')} end if;
      if old.list_id is not null and ${differ(['list_id', 'item_code'])} then ${refuse('funding_fixed')} end if;
      if new.status <> old.status and new.status in ('TRANSFERRED', 'RECONCILED') and ${sum('new.id')} <> new.amount then ${refuse('funding_whole')} end if;
      return new;`,
  })

/** Lines are added while the transfer runs, one after the other, and never sum to more than the commitment or less than nothing. */
export const TransferBounded = () =>
  Trigger({
    name: 'funding_ceiling',
    timing: 'before',
    events: ['insert'],
    body: `declare c duties.funding_commitment; begin
      select * into c from duties.funding_commitment where id = new.commitment_id for update;
      if c.status <> 'BUDGETED' then ${refuse('funding_open')} end if;
      if ${sum('c.id')} + new.amount not between 0 and c.amount then ${refuse('funding_ceiling')} end if;
      return new; end;`,
  })
