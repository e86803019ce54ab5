// What the database holds a task to, whoever writes: it stands on an item in force of its own department that covers the committee.
import { Trigger } from '@mikro-orm/decorators/legacy'
import { differ, refuse } from './guards.ts'

const PREFIX = `regexp_replace(i.division, '(0{10}|0{8}|0{6}|0{3})$', '')`

/** Reads the item cited and its version, held until the transaction ends, so that neither can be stopped meanwhile. */
const cited = (list: string, day: string, constraint: string) =>
  `perform 1 from duties.duty_list_version v where v.id = (select list_version_id from duties.duty_item where id = new.item_id) for share;
      select * into i from duties.duty_item where id = new.item_id for share;
      if i.id is null or i.status <> 'LISTED' or i.valid_from > ${day} or i.valid_to < ${day}
        or new.division not like ${PREFIX} || '%'
        or not exists (select 1 from duties.duty_list_version v join duties.duty_list l on l.id = v.list_id
             where v.id = i.list_version_id and v.status = 'IN_FORCE' and l.type = '${list}') then ${refuse(constraint)} end if;`

const dayOf = (column: string) => `(new.${column} at time zone 'Asia/Shanghai')::date`

/** No task without an item in force: when it is made, when it is made to cite another, and when it is issued again. */
export const TaskInForce = () =>
  Trigger({
    name: 'task_in_force',
    timing: 'before',
    events: ['insert', 'update'],
    body: `declare i duties.duty_item; begin
      if tg_op = 'UPDATE' then
        if ${differ(['created_at', 'batch'])} then ${refuse('task_in_force')} end if;
        if not (${differ(['item_id', 'division', 'organization'])}) and not (new.status = 'ISSUED' and old.status <> 'ISSUED') then return new; end if;
      end if;
      ${cited('ASSIST_GOVERNMENT', dayOf('created_at'), 'task_in_force')}
      if i.organization is distinct from new.organization then ${refuse('task_in_force')} end if;
      return new; end;`,
  })

/** No certificate outside the list in force. */
export const CertificateListed = () =>
  Trigger({
    name: 'certificate_listed',
    timing: 'before',
    events: ['insert', 'update'],
    body: `declare i duties.duty_item; begin
      if new.status <> 'ISSUED' or (tg_op = 'UPDATE' and old.status = 'ISSUED' and not (${differ(['item_id', 'division'])})) then return new; end if;
      ${cited('CERTIFICATE', dayOf('decided_at'), 'certificate_listed')}
      return new; end;`,
  })
