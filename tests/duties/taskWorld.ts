// Lists in force for the tests of tasks, objections and certificates, and the people who act on them.
import pg from 'pg'
import type { Actor } from '../../subgraphs/shared/actor.ts'
import { loginOf } from '../../gateway/host/database.ts'
import { person, stage, TEST_SECRET, type Answer, type Stage } from '../support/platform.ts'
import { departmentId, DISTRICT, DIVISION, ELSEWHERE, TOWN } from './actors.ts'

const uuid = (kind: number, n: number) => `0000000${kind}-0000-7000-8000-${String(n).padStart(12, '0')}`
export const itemId = (n: number) => uuid(3, n)
const listId = (n: number) => uuid(1, n)
export const versionId = (n: number) => uuid(2, n)

/** Items 1 and 2 are of department 1, 3 of department 2, 4 is over, 5 not begun, 6 on a list not yet in force; 7 a certificate, 8 of another town. */
const ITEMS: [
  n: number,
  version: number,
  division: string,
  organization: number | null,
  from: string,
  to: string | null,
  name: string,
][] = [
  [1, 1, DISTRICT, 1, '2026-01-01', null, '老年人健康信息摸底'],
  [2, 1, DISTRICT, 1, '2026-01-01', null, '健康宣传活动组织'],
  [3, 1, DISTRICT, 2, '2026-01-01', null, '房屋安全隐患排查'],
  [4, 1, DISTRICT, 1, '2025-01-01', '2025-12-31', '到期的临时事项'],
  [5, 1, DISTRICT, 1, '2027-01-01', null, '尚未开始的事项'],
  [6, 2, TOWN, 1, '2026-01-01', null, '还没有施行的事项'],
  [7, 3, DISTRICT, null, '2026-01-01', null, '居住情况证明'],
  [8, 4, '310113112000', 1, '2026-01-01', null, '只在外镇施行的事项'],
]
const LISTS: [n: number, division: string, type: string, status: string][] = [
  [1, DISTRICT, 'ASSIST_GOVERNMENT', 'IN_FORCE'],
  [2, TOWN, 'ASSIST_GOVERNMENT', 'DELIBERATED'],
  [3, DISTRICT, 'CERTIFICATE', 'IN_FORCE'],
  [4, '310113112000', 'ASSIST_GOVERNMENT', 'IN_FORCE'],
]

export const people = () => ({
  health: person('DISTRICT_DEPARTMENT', DISTRICT, { organization: departmentId(1) }),
  housing: person('DISTRICT_DEPARTMENT', DISTRICT, { organization: departmentId(2) }),
  district: person('DISTRICT_CIVIL_AFFAIRS', DISTRICT),
  joint: person('DISTRICT_JOINT_MEETING', DISTRICT),
  town: person('SUBDISTRICT_OFFICER', TOWN),
  secretary: person('COMMITTEE_SECRETARY', DIVISION),
  member: person('COMMITTEE_MEMBER', DIVISION),
  supervision: person('SUPERVISION_MEMBER', DIVISION),
  elsewhere: person('COMMITTEE_SECRETARY', ELSEWHERE),
  resident: person('RESIDENT', DIVISION, { resident: uuid(9, 1), name: '示例居民甲' }),
  neighbour: person('RESIDENT', DIVISION, { resident: uuid(9, 2) }),
})

export interface Step {
  readonly id: string
  readonly version: number
  readonly status: string
}

export interface TaskWorld extends Stage {
  readonly people: ReturnType<typeof people>
  readonly run: <T = Step>(actor: Actor, query: string, variables?: object) => Promise<T>
  readonly refused: (actor: Actor, query: string, variables?: object) => Promise<Answer<unknown>['errors'][number]>
  /** Asks the database under the subgraph's own login; gives what refused it. */
  readonly direct: (sql: string, values?: unknown[]) => Promise<string>
  readonly tick: (days: number) => void
}

/** Money in the budget for every item there is, so that its list may take effect. */
export const budgetAll = (s: Stage) =>
  s.sql(
    `insert into duties.funding_commitment (id, version, status, division, organization, list_id, item_code, matter, year, amount, source,
       accounting_unit, transfer_by, promised_at, budget_document, created_at)
     select gen_random_uuid(), 0, 'BUDGETED', v.division, coalesce(i.organization, gen_random_uuid()), v.list_id, i.code, i.name, v.year, 100,
       '部门预算', '居村/年', '2099-12-31', now(), '示财〔2026〕1号', now()
       from duties.duty_item i join duties.duty_list_version v on v.id = i.list_version_id
      where not exists (select 1 from duties.funding_commitment f where f.list_id = v.list_id and f.item_code = i.code and f.year = v.year)`,
  )

const lay = async (s: Stage) => {
  for (const n of [1, 2])
    await s.sql('insert into duties.department (id, division, name, code, level) values ($1, $2, $3, $4, $5)', [
      departmentId(n),
      DISTRICT,
      `示例部门${n}`,
      `D${n}`,
      'DISTRICT',
    ])
  for (const [n, division, type] of LISTS) {
    await s.sql('insert into duties.duty_list (id, division, type) values ($1, $2, $3)', [listId(n), division, type])
    await s.sql(
      `insert into duties.duty_list_version (id, version, status, division, list_id, year, number, created_at) values ($1, 1, 'COMPILING', $2, $3, 2026, 1, now())`,
      [versionId(n), division, listId(n)],
    )
  }
  for (const [n, version, division, organization, from, to, name] of ITEMS)
    await s.sql(
      `insert into duties.duty_item (id, version, status, division, organization, list_version_id, position, code, name, category, performer, content, valid_from, valid_to)
       values ($1, 1, 'LISTED', $2, $3, $4, $5, $6, $7, 'PUBLIC_SERVICE', 'EITHER', '示例', $8, $9)`,
      [
        itemId(n),
        division,
        organization && departmentId(organization),
        versionId(version),
        n,
        `XZ-${String(n).padStart(2, '0')}`,
        name,
        from,
        to,
      ],
    )
  await budgetAll(s)
  for (const [n, , , status] of LISTS.filter(([, , , status]) => status === 'IN_FORCE'))
    for (const to of ['PUBLISHED', status])
      await s.sql(
        `update duties.duty_list_version set status = $2, document_number = '示例〔2026〕1号', published_at = coalesce(published_at, now()), effective_on = '2026-01-01', in_force_at = now() where id = $1`,
        [versionId(n), to],
      )
}

export const openWorld = async (): Promise<TaskWorld> => {
  const s = await stage(['duties'], new Date('2026-06-15T01:00:00Z'))
  await lay(s)
  const role = new pg.Pool({ connectionString: loginOf(s.ownerUrl, 'duties', TEST_SECRET), max: 4 })
  return {
    ...s,
    people: people(),
    run: async (actor, query, variables) => {
      const { errors, data } = await s.ask<Record<string, never>>('duties', actor, query, variables as Record<string, unknown>)
      if (errors.length) throw new Error(errors.map((e) => `${e.code}: ${e.message}`).join('\n'))
      return Object.values(data!)[0]!
    },
    refused: async (actor, query, variables) => {
      const { errors, data } = await s.ask('duties', actor, query, variables as Record<string, unknown>)
      if (errors.length !== 1) throw new Error(`expected one refusal, got ${JSON.stringify({ errors, data })}`)
      return errors[0]!
    },
    direct: (sql, values) =>
      role.query(sql, values).then(
        () => 'nothing refused it',
        (error: { constraint?: string; code: string }) => error.constraint ?? error.code,
      ),
    tick: (days) => void (s.clock.now = new Date(s.clock.now.getTime() + days * 86_400_000)),
    stop: async () => {
      await role.end()
      await s.stop()
    },
  }
}

const SHOWN = '{ id version status }'

export const M = {
  issue: `mutation ($input: TaskInput!) { issueDutyTasks(input: $input) { division { code } task ${SHOWN} refusal sentence article repeats { task title department data { name answer } } } }`,
  act: `mutation ($id: ID!, $version: Int!, $action: DutyTaskAction!, $reason: String) { actOnDutyTask(id: $id, expectedVersion: $version, action: $action, reason: $reason) ${SHOWN} }`,
  refuse: `mutation ($id: ID!, $version: Int!, $ground: DutyGround!) { refuseDutyTask(id: $id, expectedVersion: $version, ground: $ground, statement: "本月已经报送过同样的数据。") { id version status objections { id version status ground article replyNumber } } }`,
  submit: `mutation ($id: ID!, $version: Int!, $report: String!, $answers: [DatumAnswer!]!) { submitDutyTask(id: $id, expectedVersion: $version, report: $report, answers: $answers) ${SHOWN} }`,
  correct: `mutation ($id: ID!, $version: Int!, $input: TaskText!) { correctDutyTask(id: $id, expectedVersion: $version, input: $input) ${SHOWN} }`,
  raise: `mutation ($input: ObjectionInput!) { raiseDutyObjection(input: $input) ${SHOWN} }`,
  object: `mutation ($id: ID!, $version: Int!, $action: DutyObjectionAction!, $reason: String) { actOnDutyObjection(id: $id, expectedVersion: $version, action: $action, reason: $reason) ${SHOWN} }`,
  answer: `mutation ($id: ID!, $version: Int!) { answerDutyObjection(id: $id, expectedVersion: $version, answer: "确属重复，愿意撤回。") ${SHOWN} }`,
  uphold: `mutation ($id: ID!, $version: Int!, $input: DecisionInput!) { upholdDutyObjection(id: $id, expectedVersion: $version, input: $input) ${SHOWN} }`,
  dismiss: `mutation ($id: ID!, $version: Int!) { dismissDutyObjection(id: $id, expectedVersion: $version, decision: "任务在清单内，经费已经列入预算。") ${SHOWN} }`,
  certify: `mutation ($input: CertificateInput!) { requestCertificate(input: $input) ${SHOWN} }`,
  issueCertificate: `mutation ($id: ID!, $version: Int!) { issueCertificate(id: $id, expectedVersion: $version, facts: "示例居民甲居住在本居民区。") { id version status number } }`,
  refuseCertificate: `mutation ($id: ID!, $version: Int!, $input: CertificateRefusalInput!) { refuseCertificate(id: $id, expectedVersion: $version, input: $input) { id version status number } }`,
}

export interface IssuedRow {
  readonly division: { code: string }
  readonly task: Step | null
  readonly refusal: string | null
  readonly sentence: string | null
  readonly article: string | null
  readonly repeats: { task: string; title: string; department: string; data: { name: string; answer: string | null }[] }[]
}

export const work = (more: object = {}) => ({
  item: itemId(1),
  divisions: [DIVISION],
  kind: 'WORK',
  title: '入户宣传',
  standard: '每户一次，留存记录。',
  dueOn: '2026-07-01',
  ...more,
})

export const data = (names: string[], more: object = {}) =>
  work({
    kind: 'DATA',
    title: '老年人口数据',
    periodFrom: '2026-04-01',
    periodTo: '2026-06-30',
    data: names.map((name) => ({ name })),
    ...more,
  })

/** One task, issued. */
export const issued = async (w: TaskWorld, input: object = work(), by: Actor = w.people.health): Promise<Step> => {
  const [row] = await w.run<IssuedRow[]>(by, M.issue, { input })
  if (!row?.task) throw new Error(row?.sentence ?? 'nothing was issued')
  return row.task
}

export const act = (w: TaskWorld, actor: Actor, { id, version }: Step, action: string, reason?: string) =>
  w.run(actor, M.act, { id, version, action, reason })

/** The task as it stands. */
export const look = (w: TaskWorld, id: string) =>
  w.run(w.people.district, `query ($id: ID!) { dutyTask(id: $id) ${SHOWN} }`, { id })
export const lookObjection = (w: TaskWorld, id: string) =>
  w.run(w.people.district, `query ($id: ID!) { dutyObjection(id: $id) ${SHOWN} }`, { id })

/** The committee refuses; gives the task and the objection that is opened. */
export const refuseTask = async (w: TaskWorld, task: Step, ground = 'REPEATED_DATA') => {
  const refused = await w.run<Step & { objections: (Step & { ground: string; article: string; replyNumber: string })[] }>(
    { ...w.people.secretary, locale: 'zh' },
    M.refuse,
    { ...task, ground },
  )
  return { task: refused as Step, objection: refused.objections.at(-1)! }
}

export const actOnObjection = (w: TaskWorld, actor: Actor, { id, version }: Step, action: string, reason?: string) =>
  w.run(actor, M.object, { id, version, action, reason })

/** Examined and answered: ready to be decided. */
export const examineObjection = async (w: TaskWorld, objection: Step): Promise<Step> => {
  const { district, health } = w.people
  const accepted = await actOnObjection(w, district, objection, 'ACCEPT')
  return w.run(health, M.answer, await actOnObjection(w, district, accepted, 'INVESTIGATE'))
}
