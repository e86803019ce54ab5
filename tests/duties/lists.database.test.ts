// What the database refuses even to the subgraph's own login, whatever a resolver asks.
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loginOf } from '../../gateway/host/database.ts'
import { TEST_SECRET } from '../support/platform.ts'
import { deliberated, draft, fund, inForce, item, openLists, publish, TOWN, type Step, type World } from './lists.world.ts'

let w: World
let role: pg.Client
let standing: Step
beforeAll(async () => {
  w = await openLists()
  const version = await draft(w, { items: [item({ code: 'XZ-50' })] })
  await fund(w, 'XZ-50')
  standing = await inForce(w, version)
  await draft(w)
  role = new pg.Client({ connectionString: loginOf(w.ownerUrl, 'duties', TEST_SECRET) })
  await role.connect()
})
afterAll(async () => {
  await role.end()
  await w.stop()
})

const refusal = (sql: string) =>
  role.query(sql.replaceAll('$id', `'${standing.id}'`)).then(
    () => 'nothing refused it',
    (error: { constraint?: string; code: string }) => error.constraint ?? error.code,
  )
const NO_RIGHT = '42501'
const copy = (table: string, change: string, where: string) =>
  `insert into duties.${table} select (jsonb_populate_record(t, '${change}'::jsonb || jsonb_build_object('id', gen_random_uuid()))).* from duties.${table} t where ${where} limit 1`
const VERSION = `duties.duty_list_version`
const OF = 'where list_version_id = $id'

test.each([
  ['its document number changed', `update ${VERSION} set document_number = 'x' where id = $id`, 'version_fixed'],
  ['its day changed', `update ${VERSION} set effective_on = '2026-01-02' where id = $id`, 'version_fixed'],
  ['taken back into compiling', `update ${VERSION} set status = 'COMPILING' where id = $id`, 'version_fixed'],
  ['given to another year', `update ${VERSION} set year = 2030 where id = $id`, 'version_fixed'],
  ['deleted', `delete from ${VERSION} where id = $id`, 'duty_list_version_kept'],
  ['its version set back', `update ${VERSION} set version = 0 where id = $id`, 'duty_list_version_kept'],
  ['a second one in force', copy('duty_list_version', '{"number": 99}', 'id = $id'), 'duty_version_in_force_once'],
  [
    'in force without having been published',
    copy('duty_list_version', '{"number": 98, "published_at": null}', 'id = $id'),
    'duty_version_published',
  ],
  [
    'in force straight from a draft',
    `update ${VERSION} set status = 'IN_FORCE', published_at = now(), effective_on = now(), document_number = 'x', in_force_at = now() where status = 'COMPILING'`,
    'version_fixed',
  ],
  [
    'a state the machine does not know',
    copy('duty_list_version', '{"number": 97, "status": "DONE"}', 'id = $id'),
    'duty_list_version_status_check',
  ],
  ['an item reworded', `update duties.duty_item set name = 'x' ${OF}`, 'item_fixed'],
  ['an item given another department', `update duties.duty_item set organization = gen_random_uuid() ${OF}`, 'item_fixed'],
  ['an item’s last day moved', `update duties.duty_item set valid_to = '2030-01-01' ${OF}`, 'item_fixed'],
  ['an item deleted', `delete from duties.duty_item ${OF}`, 'item_fixed'],
  ['an item added', copy('duty_item', '{"code": "XZ-99"}', 'list_version_id = $id'), 'item_fixed'],
  ['an item moved into it', `update duties.duty_item set list_version_id = $id where list_version_id <> $id`, 'item_fixed'],
  [
    'an item moved out of it',
    `update duties.duty_item set list_version_id = (select id from ${VERSION} where status = 'COMPILING' limit 1) ${OF}`,
    'item_fixed',
  ],
  [
    'a legal basis moved out of it',
    `update duties.legal_basis set position = 9, item_id = (select i.id from duties.duty_item i join ${VERSION} v on v.id = i.list_version_id where v.status = 'COMPILING' limit 1) where item_id in (select id from duties.duty_item ${OF})`,
    'item_fixed',
  ],
  [
    'a legal basis replaced',
    `update duties.legal_basis set article = '第一条' where item_id in (select id from duties.duty_item ${OF})`,
    'item_fixed',
  ],
  [
    'a legal basis deleted',
    `delete from duties.legal_basis where item_id in (select id from duties.duty_item ${OF})`,
    'item_fixed',
  ],
  ['the history rewritten', `update duties.event set "by" = 'x'`, NO_RIGHT],
  ['the rule of fifteen days changed', `update duties.rule set value = '{}'`, NO_RIGHT],
  ['another subgraph’s accounts read', `select * from office.account`, NO_RIGHT],
])('a list in force: %s', async (_, sql, constraint) => expect(await refusal(sql)).toBe(constraint))

test('a published list does not take effect before the money for it is in the budget', async () => {
  const town = await draft(w, { division: TOWN, items: [item({ code: 'XZ-70' })] })
  const { id } = await publish(w, await deliberated(w, town, TOWN), { division: TOWN })
  const takeEffect = `update ${VERSION} set status = 'IN_FORCE', in_force_at = now() where id = '${id}'`
  expect(await refusal(takeEffect)).toBe('version_funded')
  await fund(w, 'XZ-70', 'PROMISED')
  expect(await refusal(takeEffect)).toBe('version_funded')
  await fund(w, 'XZ-70', 'BUDGETED')
  expect(await refusal(takeEffect)).toBe('nothing refused it')
})
