// A lift for one door: its owners by head and by area under the rule of the project's day, departments and seals, objections.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, dayOf } from '../../subgraphs/shared/calendar.ts'
import { anonymous } from '../support/platform.ts'
import { DIVISION } from './actors.ts'
import { accept, hold, raise } from './walk.ts'
import { act, actOn, headOf, inDays, look, M, openWorld, residentOf, type Step, type World } from './world.ts'

const DOOR = '示例路99弄4号'
let w: World
let issue: Step
beforeAll(async () => {
  w = await openWorld()
  issue = await accept(w, await raise(w, '四号门洞加装电梯'))
})
afterAll(() => w.stop())

const SHOWN = '{ id version status }'
const L = {
  create: `mutation ($id: ID!, $input: BuildingProjectInput!) { createBuildingProject(issue: $id, input: $input) ${SHOWN} }`,
  owners: `mutation ($door: String!, $owners: [OwnerInput!]!) { recordOwners(division: "${DIVISION}", door: $door, owners: $owners) { id rooms areaCm2 } }`,
  call: `mutation ($id: ID!, $version: Int!, $input: MeetingInput!) { callOwners(project: $id, expectedVersion: $version, input: $input) ${SHOWN} }`,
  agree: `mutation ($id: ID!, $version: Int!, $input: AgreementInput!) { recordLiftAgreement(id: $id, expectedVersion: $version, input: $input) ${SHOWN} }`,
  submit: `mutation ($id: ID!, $version: Int!, $input: ApprovalInput!) { submitApproval(id: $id, expectedVersion: $version, input: $input) { id version status approvals { id department } } }`,
  decide: `mutation ($id: ID!, $version: Int!, $approval: ID!, $input: ApprovalDecisionInput!) { decideApproval(id: $id, expectedVersion: $version, approval: $approval, input: $input) ${SHOWN} }`,
  paper:
    'mutation ($id: ID!, $ballots: [PaperBallotInput!]!) { enterPaperBallots(vote: $id, ballots: $ballots) { matched waiting differing } }',
}
const lookAt = (id: string): Promise<Step> =>
  w.run(w.people.secretary, `query ($id: ID!) { buildingProject(id: $id) ${SHOWN} }`, { id })
/** What everyone reads of it, by the code on the paper. */
const posted = (id: string) =>
  w.run<{ until: string; since: string | null } | null>(
    anonymous,
    `query ($code: String!) { notice(code: $code) { kind title lead period basis appeal since until
      lift { door agreement cost ruleText eligible present agree } } }`,
    { code: `b${Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')}` },
  )
const take = async (id: string, action: string, reason?: string) =>
  act(w, 'BuildingProject', w.people.secretary, await lookAt(id), action, reason)

/** Twelve owners, the first six reachable in an app; areas are odd on purpose. */
const OWNERS = Array.from({ length: 12 }, (_, n) => ({
  rooms: `${Math.floor(n / 2) + 1}0${(n % 2) + 1}室`,
  areaCm2: 800_001 + n * 10_007,
  ...(n < 6 ? { resident: headOf(n) } : {}),
}))

/** From the wish to an open vote of the owners. */
const toVote = async (ruleDay?: string): Promise<{ project: Step; vote: Step; meeting: Step; units: string[] }> => {
  const { secretary, member, chair } = w.people
  let project = await w.run(secretary, L.create, { id: issue.id, input: { title: '四号门洞加装电梯', door: DOOR, ruleDay } })
  project = await take(project.id, 'ASSESS')
  const entered = await w.run<{ id: string }[]>(member, L.owners, { door: DOOR, owners: OWNERS })
  project = await take(project.id, 'SURVEY', '场地、结构和管线可行。')
  const input = {
    type: 'OWNERS',
    title: '四号门洞业主表决',
    startsAt: inDays(w, 15),
    place: '四号门洞前',
    agenda: ['是否加装电梯'],
  }
  let meeting = await act(w, 'Meeting', secretary, await w.run(secretary, L.call, { ...project, input }), 'NOTICE')
  w.tick(15)
  meeting = await act(w, 'Meeting', chair, await w.run(chair, M.attend, { id: meeting.id }), 'OPEN')
  const draft = {
    purpose: 'OWNERS',
    proposal: '同意四号门洞加装电梯。',
    manner: 'OVER_PERIOD',
    opensAt: inDays(w, 0),
    closesAt: inDays(w, 2),
  }
  const vote = await act(w, 'Vote', chair, await w.run(chair, M.draftVote, { id: meeting.id, input: draft }), 'ARM')
  return { project, meeting, vote: await act(w, 'Vote', chair, vote, 'OPEN'), units: entered.map(({ id }) => id) }
}

const onPaper = async (vote: Step, units: readonly string[], choice: string) => {
  const ballots = units.map((unit) => ({ unit, choice }))
  await w.run(w.people.member, L.paper, { id: vote.id, ballots })
  return w.run(w.people.secretary, L.paper, { id: vote.id, ballots })
}
const certify = async (vote: Step) => {
  w.tick(2, 1)
  await w.sweep()
  const signed = await act(w, 'Vote', w.people.chair, await look(w, 'vote', vote.id), 'SIGN_COUNT')
  return act(w, 'Vote', w.people.supervision, signed, 'CERTIFY')
}
const RESULT =
  'query ($id: ID!) { vote(id: $id) { ruleText result { eligible present agree quorate carried areas { eligible present agree } } } }'

describe('the owners of a door', () => {
  let project: Step

  test('V8, V13: decide by heads and area, in the app and on paper, and a paper ballot stands', async () => {
    const { vote, units, ...rest } = await toVote()
    project = rest.project
    for (const n of [0, 1, 2]) await w.run(residentOf(headOf(n)), M.cast, { id: vote.id, choice: 'AGREE' })
    expect(await onPaper(vote, units.slice(6, 11), 'AGREE')).toMatchObject({ matched: 5 })
    expect(await onPaper(vote, [units[3]!], 'DISAGREE')).toMatchObject({ matched: 1 })
    const refused = await w.refused(residentOf(headOf(3)), M.cast, { id: vote.id, choice: 'AGREE' })
    expect(refused).toMatchObject({ message: 'You gave a paper ballot; it stands.', more: { rule: 'V8' } })
    await w.run(residentOf(headOf(4)), M.cast, { id: vote.id, choice: 'DISAGREE' })
    expect(await onPaper(vote, [units[4]!], 'AGREE')).toMatchObject({ matched: 1 })
    await certify(vote)
    const agreed = [0, 1, 2, 4, 6, 7, 8, 9, 10]
    const area = (list: readonly number[]) => list.reduce((sum, n) => sum + OWNERS[n]!.areaCm2, 0)
    const shown = await w.run<{ ruleText: string }>(w.people.secretary, RESULT, { id: vote.id })
    expect(shown.ruleText).toContain('第二百七十八条')
    expect(shown).toMatchObject({
      result: {
        eligible: 12,
        present: 10,
        agree: 9,
        quorate: true,
        carried: true,
        areas: { eligible: area(OWNERS.map((_, n) => n)), present: area([...agreed, 3]), agree: area(agreed) },
      },
    })
    expect(await lookAt(project.id)).toMatchObject({ status: 'AGREEMENT' })
  })

  test('agree on cost and upkeep, and the plan is posted before it is filed', async () => {
    const { secretary, town } = w.people
    expect(
      (await w.refused(secretary, actOn('BuildingProject'), { ...(await lookAt(project.id)), action: 'PUBLICISE' })).message,
    ).toMatch('Record the agreement')
    const input = { agreement: '按楼层分摊，示例物业管理，维保每年一次。', cost: 65_000_000 }
    await w.run(secretary, L.agree, { ...(await lookAt(project.id)), input })
    expect(await posted(project.id)).toBeNull()
    await take(project.id, 'PUBLICISE')
    const notice = await posted(project.id)
    expect(notice).toMatchObject({
      kind: 'LIFT',
      title: 'Posting of plan and agreement: 四号门洞加装电梯',
      until: addDays(dayOf(w.clock.now), 10),
      since: null,
      lift: { door: DOOR, cost: 65_000_000, eligible: 12, present: 10, agree: 9 },
    })
    const secrets = [...OWNERS.flatMap(({ resident = '' }) => resident), ...Object.values(w.people).map(({ name }) => name)]
    expect(secrets.filter((one) => one && JSON.stringify(notice).includes(one))).toEqual([])
    expect(
      (await w.refused(secretary, actOn('BuildingProject'), { ...(await lookAt(project.id)), action: 'FILE_PLAN' })).message,
    ).toMatch('at least 10 days')
    expect((await w.refused(town, actOn('BuildingProject'), { ...(await lookAt(project.id)), action: 'FILE_PLAN' })).code).toBe(
      'FORBIDDEN',
    )
  })

  test('an objection holds it up until a coordination meeting has published its minutes', async () => {
    const { secretary } = w.people
    await take(project.id, 'OBJECT', '一层一户担心采光。')
    expect(
      (
        await w.refused(secretary, actOn('BuildingProject'), {
          ...(await lookAt(project.id)),
          action: 'COORDINATE',
          reason: '已谈妥。',
        })
      ).message,
    ).toMatch('coordination meeting')
    await hold(w, issue, 'COORDINATION')
    expect((await posted(project.id))!.since).toBe('There is an objection; it is being settled.')
    expect(await take(project.id, 'COORDINATE', '改用玻璃井道，该户同意。')).toMatchObject({ status: 'PUBLICITY' })
    // The days already posted count, those still to come are waited for.
    const { dueAt } = await w.run<{ dueAt: string }>(
      secretary,
      'query ($id: ID!) { buildingProject(id: $id) { dueAt } }',
      project,
    )
    expect(dayOf(new Date(dueAt))).toBe(addDays((await posted(project.id))!.until, 1))
    expect(
      (await w.refused(secretary, actOn('BuildingProject'), { ...(await lookAt(project.id)), action: 'FILE_PLAN' })).message,
    ).toMatch('at least 10 days')
    w.tick(12)
    expect(await take(project.id, 'FILE_PLAN')).toMatchObject({ status: 'PLAN_FILED' })
  })

  test('every department and every seal is counted, and each stage waits for its own', async () => {
    const { secretary } = w.people
    const today = w.clock.now.toISOString().slice(0, 10)
    const approve = async (stage: string, department: string, requiredSeals: number) => {
      const submitted = await w.run<Step & { approvals: { id: string }[] }>(secretary, L.submit, {
        ...(await lookAt(project.id)),
        input: { stage, department, requiredSeals, submittedOn: today },
      })
      const approval = submitted.approvals.at(-1)!.id
      const short = { result: 'APPROVED', seals: requiredSeals - 1, decidedOn: today }
      expect((await w.refused(secretary, L.decide, { ...submitted, approval, input: short })).message).toMatch(
        'Seals are missing',
      )
      await w.run(secretary, L.decide, {
        ...submitted,
        approval,
        input: { ...short, seals: requiredSeals, document: '示例文号' },
      })
    }
    const stages = [
      ['PLAN_FILED', 'SEEK_PLANNING', 2],
      ['PLANNING', 'PROVE_STRUCTURE', 3],
      ['STRUCTURE', 'SEEK_PERMIT', 1],
      ['PERMIT', 'BUILD', 2],
    ] as const
    for (const [stage, next, seals] of stages) {
      expect(
        (await w.refused(secretary, actOn('BuildingProject'), { ...(await lookAt(project.id)), action: next })).message,
      ).toMatch('approvals of this stage')
      await approve(stage, `示例部门${stage}`, seals)
      await take(project.id, next)
    }
    await take(project.id, 'INSPECT')
    await approve('SPECIAL_EQUIPMENT', '示例特种设备检验机构', 2)
    await take(project.id, 'ACCEPT')
    await approve('ACCEPTANCE', '示例部门PERMIT', 2)
    expect(await take(project.id, 'OPERATE')).toMatchObject({ status: 'OPERATING' })
    const shown = await w.run(
      secretary,
      'query ($id: ID!) { buildingProject(id: $id) { effort { departments seals meetings } approvals { result } } }',
      { id: project.id },
    )
    expect(shown).toMatchObject({ effort: { departments: 5, seals: 12, meetings: 2 } })
  })
})

test('V13: a project of the pilots needs nine tenths of the door and two thirds of the compound, whatever holds today', async () => {
  const { project, vote, units } = await toVote('2015-06-01')
  await onPaper(vote, units.slice(0, 11), 'AGREE')
  await certify(vote)
  // Eleven of twelve heads are nine tenths; so is their area.
  expect(await lookAt(project.id)).toMatchObject({ status: 'AGREEMENT' })
  const agreed = { agreement: '按楼层分摊，示例物业管理。', cost: 0, compoundOwners: 300, compoundAgree: 199 }
  await w.run(w.people.secretary, L.agree, { ...(await lookAt(project.id)), input: agreed })
  const asked = async () =>
    w.refused(w.people.secretary, actOn('BuildingProject'), { ...(await lookAt(project.id)), action: 'PUBLICISE' })
  expect((await asked()).message).toMatch('199 of the 300 owners of the compound agree; 2/3 are needed')
  await w.run(w.people.secretary, L.agree, { ...(await lookAt(project.id)), input: { ...agreed, compoundAgree: 200 } })
  expect(await take(project.id, 'PUBLICISE')).toMatchObject({ status: 'PUBLICITY' })
})

test('V13: ten of twelve fail the pilots’ nine tenths, and the project goes back to be thought over', async () => {
  const { project, vote, units } = await toVote('2015-06-01')
  await onPaper(vote, units.slice(0, 10), 'AGREE')
  await onPaper(vote, units.slice(10), 'DISAGREE')
  await certify(vote)
  expect(await w.run(w.people.secretary, RESULT, { id: vote.id })).toMatchObject({ result: { agree: 10, carried: false } })
  expect(await lookAt(project.id)).toMatchObject({ status: 'FEASIBILITY' })
})

test('who is entered as an owner stands in the history of the lift, by number and area; a door without one takes none', async () => {
  const { secretary, member } = w.people
  const history = (id: string) =>
    w.run<{ version: number; events: { action: string; version: number }[] }>(
      secretary,
      `query ($id: ID!) { buildingProject(id: $id) { version events { version action label by from to details { label before after } } } }`,
      { id },
    )
  const input = { title: '九号门洞加装电梯', door: '示例路99弄9号' }
  const { id } = await w.run(secretary, L.create, { id: issue.id, input })
  const enter = (owners: readonly object[], door = input.door) => w.run(member, L.owners, { door, owners })
  await enter(OWNERS.slice(0, 2))
  await enter([...OWNERS.slice(0, 1), { rooms: '202室', areaCm2: 900_000 }, { rooms: '301室', areaCm2: 900_000 }])
  const { version, events } = await history(id)
  expect(version).toBe(3)
  const step = { action: 'RECORD_OWNERS', label: 'Owners entered', by: member.name, from: 'INTENT', to: 'INTENT' }
  const entered = (n: number, area: readonly [string, string], owners: readonly [string, string]) => ({
    ...step,
    version: n,
    details: [
      { label: 'Floor area in m²', before: area[0], after: area[1] },
      { label: 'Owners', before: owners[0], after: owners[1] },
    ],
  })
  expect(events.slice(1)).toEqual([entered(2, ['0', '161.0009'], ['0', '2']), entered(3, ['161.0009', '260.0001'], ['2', '3'])])
  await take(id, 'ABANDON', '业主撤回意愿。')
  for (const door of [input.door, '示例路99弄10号'])
    expect((await w.refused(member, L.owners, { door, owners: OWNERS })).message).toMatch('No lift project of this door')
  expect((await history(id)).events.at(-1)).toMatchObject({ action: 'ABANDON', version: 4 })
})

test('owners and rooms are for the committee; neighbours see the project, strangers nothing', async () => {
  const query = `{ owners(division: "${DIVISION}", door: "${DOOR}") { rooms areaCm2 } }`
  expect(await w.run(w.people.secretary, query)).toHaveLength(12)
  expect((await w.refused(w.people.neighbour, query)).code).toBe('FORBIDDEN')
  expect((await w.refused(w.people.member, L.owners, { door: DOOR, owners: [OWNERS[0]!, OWNERS[0]!] })).message).toMatch(
    'stands twice',
  )
  expect(
    (await w.refused(w.people.member, L.owners, { door: DOOR, owners: [{ rooms: '101室', areaCm2: 0.5 }] })).message,
  ).toMatch('whole number')
  const list = '{ buildingProjects { totalCount } }'
  expect(await w.run(w.people.neighbour, list)).toEqual({ totalCount: 4 })
  expect(await w.run(w.people.foreign, list)).toEqual({ totalCount: 0 })
  expect((await w.refused(anonymous, list)).code).toBe('UNAUTHENTICATED')
})
