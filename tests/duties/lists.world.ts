// A district, a town and a committee without lists, the people who make them, and the steps of a list one by one.
import type { Actor } from '../../subgraphs/shared/actor.ts'
import { stage, type Answer, type Stage } from '../support/platform.ts'
import { actorOf, departmentActor, departmentId, DISTRICT, DIVISION, ELSEWHERE, TOWN } from './actors.ts'

export interface Step {
  readonly id: string
  readonly version: number
  readonly status: string
}

export const people = () => ({
  civil: actorOf('DISTRICT_CIVIL_AFFAIRS'),
  joint: actorOf('DISTRICT_JOINT_MEETING'),
  town: actorOf('SUBDISTRICT_OFFICER'),
  lead: actorOf('SUBDISTRICT_LEAD'),
  secretary: actorOf('COMMITTEE_SECRETARY'),
  resident: actorOf('RESIDENT', { resident: '00000001-0000-7000-8000-000000000001' }),
  department: departmentActor(1),
  foreign: actorOf('SUBDISTRICT_OFFICER', { id: 'FOREIGN', division: '310113101000' }),
})
export type People = ReturnType<typeof people>

const SHOWN = '{ id version status }'
export const M = {
  start: `mutation ($division: ID!, $type: DutyListType!, $year: Int!) { startDutyListVersion(division: $division, type: $type, year: $year) ${SHOWN} }`,
  act: `mutation ($id: ID!, $action: DutyListVersionAction!, $version: Int!, $reason: String) { actOnDutyListVersion(id: $id, action: $action, expectedVersion: $version, reason: $reason) ${SHOWN} }`,
  publish: `mutation ($id: ID!, $version: Int!, $document: String!, $on: String!) { publishDutyListVersion(id: $id, expectedVersion: $version, documentNumber: $document, effectiveOn: $on) ${SHOWN} }`,
  takeOver: `mutation ($id: ID!, $version: Int!) { takeOverDutyItems(id: $id, expectedVersion: $version) ${SHOWN} }`,
  add: `mutation ($id: ID!, $version: Int!, $input: DutyItemInput!) { addDutyItem(listVersion: $id, expectedVersion: $version, input: $input) { id code listVersion ${SHOWN} } }`,
  revise: `mutation ($id: ID!, $version: Int!, $input: DutyItemInput!) { reviseDutyItem(id: $id, expectedVersion: $version, input: $input) { id code listVersion ${SHOWN} } }`,
  remove: `mutation ($id: ID!, $version: Int!) { removeDutyItem(id: $id, expectedVersion: $version) ${SHOWN} }`,
  import: `mutation ($id: ID!, $version: Int!, $rows: [[String!]!]!) { importDutyItems(listVersion: $id, expectedVersion: $version, rows: $rows) ${SHOWN} }`,
  opine: `mutation ($id: ID!, $body: String!) { giveListOpinion(listVersion: $id, body: $body, itemCode: "XZ-01") { id } }`,
  answer: `mutation ($id: ID!, $answer: String!) { answerListOpinion(id: $id, answer: $answer) { id answer } }`,
}

export const item = (more: Record<string, unknown> = {}) => ({
  name: '协助社区矫正',
  category: 'PUBLIC_MANAGEMENT',
  performer: 'EITHER',
  department: departmentId(1),
  content: '依法协助社区矫正机构做好社区矫正工作。',
  validFrom: '2026-01-01',
  bases: [{ law: '社区矫正法', article: '第十二条', level: 'LAW', inForceFrom: '2020-07-01' }],
  ...more,
})

export interface World extends Stage {
  readonly people: People
  readonly run: <T = Step>(actor: Actor, document: string, variables?: object) => Promise<T>
  readonly refused: (actor: Actor, document: string, variables?: object) => Promise<Answer<unknown>['errors'][number]>
  readonly look: (id: string, as?: Actor) => Promise<Step>
  readonly tick: (days: number) => void
  readonly sweep: () => Promise<void>
  /** What stands in every table, as hashes. */
  readonly traces: () => Promise<unknown>
}

const TABLES = ['duty_list', 'duty_list_version', 'duty_item', 'legal_basis', 'list_opinion', 'event']
const INSERT_DEPARTMENT = `insert into duties.department (id, division, name, code, level) values ($1, $2, '示例部门', 'SL', 'DISTRICT')`

export const openLists = async (at = new Date('2026-03-02T01:00:00Z')): Promise<World> => {
  const s = await stage(['duties'], at)
  await s.sql(INSERT_DEPARTMENT, [departmentId(1), DISTRICT])
  const run = async <T>(actor: Actor, document: string, variables?: object): Promise<T> => {
    const { data, errors } = await s.ask<Record<string, T>>('duties', actor, document, variables as Record<string, unknown>)
    if (errors.length) throw new Error(errors.map((e) => `${e.code}: ${e.message}`).join('\n'))
    return Object.values(data!)[0]!
  }
  const known = people()
  return {
    ...s,
    people: known,
    run,
    refused: async (actor, document, variables) => {
      const { errors, data } = await s.ask('duties', actor, document, variables as Record<string, unknown>)
      if (errors.length !== 1) throw new Error(`expected one refusal, got ${JSON.stringify({ errors, data })}`)
      return errors[0]!
    },
    look: (id, as = known.civil) => run<Step>(as, `query ($id: ID!) { dutyListVersion(id: $id) ${SHOWN} }`, { id }),
    tick: (days) => void (s.clock.now = new Date(s.clock.now.getTime() + days * 86_400_000)),
    sweep: () => s.subgraphs['duties']!.sweep(),
    traces: async () => {
      const hash = (t: string) =>
        s.sql(`select md5(coalesce(string_agg(r::text, '|' order by r::text), '')) as hash, count(*) from duties."${t}" r`)
      return (await Promise.all(TABLES.map(hash))).flat()
    },
  }
}

export const act = (w: World, actor: Actor, { id, version }: Step, action: string, reason?: string): Promise<Step> =>
  w.run(actor, M.act, { id, version, action, reason })

const makers = (w: World, division: string) => {
  const { civil, joint, town, lead } = w.people
  return division === DISTRICT ? ([civil, joint, civil] as const) : ([town, lead, lead] as const)
}

/** A draft with one item, or with those given. */
export const draft = async (
  w: World,
  { division = DISTRICT, type = 'ASSIST_GOVERNMENT', year = 2026, items = [item()] as object[] } = {},
): Promise<Step> => {
  const [compiler] = makers(w, division)
  let version = await w.run<Step>(compiler, M.start, { division, type, year })
  for (const input of items) version = (await w.run<{ listVersion: Step }>(compiler, M.add, { ...version, input })).listVersion
  return version
}

/** Consulted on and deliberated: seven days pass. */
export const deliberated = async (w: World, version: Step, division = DISTRICT): Promise<Step> => {
  const [compiler, decider] = makers(w, division)
  const solicited = await act(w, compiler, version, 'SOLICIT')
  w.tick(8)
  return act(w, decider, solicited, 'DELIBERATE', '同意。')
}

export const publish = (w: World, version: Step, { division = DISTRICT, on = '2026-01-01', document = '示〔2026〕1号' } = {}) =>
  w.run<Step>(makers(w, division)[2], M.publish, { ...version, document, on })

/** Money for an item, as far as its commitment has come: a row as it stands there, whatever else the table holds. */
export const fund = (w: World, code: string, status = 'BUDGETED', division = DISTRICT, year = 2026) =>
  w.sql(
    `insert into duties.funding_commitment select (jsonb_populate_record(null::duties.funding_commitment, jsonb_build_object('id', gen_random_uuid(), 'division', l.division, 'list_id', l.id) || $1::jsonb)).*
       from duties.duty_list l where l.division = $2 and l.type = 'ASSIST_GOVERNMENT'`,
    [
      JSON.stringify({
        version: 0,
        status,
        organization: departmentId(1),
        item_code: code,
        matter: '示例事项',
        year,
        amount: 100,
        received: 100,
        source: '部门预算',
        accounting_unit: '居村/年',
        transfer_by: `${year}-12-31`,
        promised_at: '2026-01-01T00:00:00Z',
        budget_document: '示财〔2026〕1号',
        created_at: '2026-01-01T00:00:00Z',
      }),
      division,
    ],
  )

/** From nothing to in force: paid for, and public for fifteen days. */
export const inForce = async (w: World, version: Step, division = DISTRICT): Promise<Step> => {
  const published = await publish(w, await deliberated(w, version, division), { division })
  w.tick(16)
  return act(w, makers(w, division)[2], published, 'TAKE_EFFECT')
}

export { DISTRICT, DIVISION, ELSEWHERE, TOWN }
