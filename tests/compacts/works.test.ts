// A project that runs late and is watched, a survey by app and paper, a compact reviewed and expired, pledges on paper.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adopt, draft, hold, toAdopted } from './walk.ts'
import { act, actOn, headOf, look, M, openWorld, residentOf, type Step, type World } from './world.ts'

let w: World
let issue: Step
let project: Step & { milestones: { id: string }[] }
beforeAll(async () => {
  w = await openWorld()
  issue = await toAdopted(w)
})
afterAll(() => w.stop())

const again = async () => (project = { ...project, ...(await look(w, 'project', project.id)) })

describe('a project', () => {
  test('that runs late is told to the owner’s side at once, to the subdistrict after seven days, each level once', async () => {
    const { secretary, member } = w.people
    const input = {
      title: '三号楼楼道整治',
      owner: '示例物业',
      funds: [
        { source: 'SELF_GOVERNANCE', amount: 1_000_000 },
        { source: 'MAINTENANCE', amount: 250_000 },
      ],
      milestones: [{ title: '清理', dueOn: '2026-05-01' }],
    }
    project = await w.run<typeof project>(secretary, M.createProject, { ...issue, input })
    project = { ...project, ...(await act(w, 'Project', member, project, 'START')) }
    /** Who had to act at each level. */
    const asked = () =>
      w.sql<{ awaits: string[] }>(
        `select distinct on (e ->> 'version') e -> 'awaits' as awaits from jobs.job j, jsonb_array_elements(j.data -> 'events') e
          where j.name = 'office.EventsRecorded' and e ->> 'stream' = $1 and e ->> 'action' = 'ALERT' order by e ->> 'version'`,
        [project.id],
      )
    const alerts = async () =>
      (
        await w.sql<{ n: number }>(`select count(*)::int as n from compacts.event where stream = $1 and action = 'ALERT'`, [
          project.id,
        ])
      )[0]!.n
    const onDay = async (day: string) => {
      w.clock.now = new Date(`${day}T10:00:00+08:00`)
      await w.sweep()
      await w.sweep()
      return alerts()
    }
    expect(await onDay('2026-05-01')).toBe(0)
    expect(await onDay('2026-05-02')).toBe(1)
    expect(await onDay('2026-05-04')).toBe(1)
    expect(await onDay('2026-05-05')).toBe(2)
    expect(await onDay('2026-05-08')).toBe(2)
    expect(await onDay('2026-05-09')).toBe(3)
    expect(await onDay('2026-06-01')).toBe(3)
    expect((await asked()).map(({ awaits }) => awaits.toSorted())).toEqual([
      ['COMMITTEE_MEMBER', 'COMMITTEE_SECRETARY'],
      ['COMMITTEE_MEMBER', 'COMMITTEE_SECRETARY'],
      ['COMMITTEE_MEMBER', 'COMMITTEE_SECRETARY', 'SUBDISTRICT_LEAD', 'SUBDISTRICT_OFFICER'],
    ])
    await again()
  })

  test('is watched by residents, whose finding is answered before it counts as put right', async () => {
    const { member, secretary } = w.people
    const GROUP =
      'mutation ($id: ID!, $version: Int!, $residents: [ID!]!) { setProjectSupervisors(project: $id, expectedVersion: $version, residents: $residents) { id version status } }'
    const FIND =
      'mutation ($id: ID!, $version: Int!, $input: InspectionInput!) { recordInspection(project: $id, expectedVersion: $version, input: $input) { id version status inspections { id finding answer } } }'
    const ANSWER =
      'mutation ($id: ID!, $version: Int!, $one: ID!, $answer: String!) { answerInspection(project: $id, expectedVersion: $version, inspection: $one, answer: $answer) { id version status inspections { id answer } } }'
    await w.run(secretary, GROUP, { ...project, residents: [headOf(3), headOf(4), headOf(5)] })
    await again()
    const input = { kind: 'VISIT', finding: '扶手没有刷漆。', isProblem: true }
    expect((await w.refused(residentOf(headOf(9)), FIND, { ...project, input })).code).toBe('FORBIDDEN')
    type Found = Step & { inspections: { id: string; answer: string | null }[] }
    const found = await w.run<Found>(residentOf(headOf(3)), FIND, { ...project, input })
    expect(found.inspections).toMatchObject([{ finding: '扶手没有刷漆。', answer: null }])
    const put = await w.run<Found>(member, ANSWER, { ...found, one: found.inspections[0]!.id, answer: '已补刷。' })
    expect(put.inspections).toMatchObject([{ answer: '已补刷。' }])
    const done = { ...put, milestone: project.milestones[0]!.id, note: '已完成，照片存档（示例）。' }
    const proven = await w.run(member, M.evidence, done)
    const delivered = await act(w, 'Project', member, proven, 'DELIVER')
    const accept = { ...delivered, action: 'ACCEPT' }
    expect((await w.refused(w.people.supervision, actOn('Project'), accept)).message).toMatch('supervision group has not agreed')
    const agreed = { kind: 'ACCEPTANCE', finding: '同意验收。', isProblem: false }
    const heard = await w.run(residentOf(headOf(4)), FIND, { ...delivered, input: agreed })
    expect(await act(w, 'Project', w.people.supervision, heard, 'ACCEPT')).toMatchObject({ status: 'ACCEPTED' })
  })
})

describe('a survey', () => {
  let survey: Step
  const OPEN =
    'mutation ($id: ID!, $version: Int!, $input: SurveyInput!) { openSurvey(issue: $id, expectedVersion: $version, input: $input) { id version status } }'
  const ANSWER = 'mutation ($id: ID!, $mark: Int!) { answerSurvey(survey: $id, mark: $mark) { answers } }'
  const PAPER = 'mutation ($id: ID!, $answers: [PaperAnswer!]!) { enterPaperAnswers(survey: $id, answers: $answers) { answers } }'
  const READ = 'query ($id: ID!) { survey(id: $id) { version status answers figures { answers satisfied marks } } }'

  test('counts a household once, takes paper sheets by number, and shows no figure before it closes', async () => {
    const { supervision, member, secretary } = w.people
    const begun = await act(w, 'Issue', secretary, await look(w, 'issue', issue.id), 'EVALUATE')
    const input = { concerns: '三号楼', households: 40, closesOn: '2026-06-10' }
    survey = await w.run(supervision, OPEN, { ...begun, input })
    for (const mark of [1, 5]) await w.run(residentOf(headOf(6)), ANSWER, { id: survey.id, mark })
    await w.run(residentOf(headOf(7)), ANSWER, { id: survey.id, mark: 2 })
    expect((await w.refused(residentOf(headOf(8)), ANSWER, { id: survey.id, mark: 6 })).code).toBe('REFUSED')
    const sheets = [
      { sheet: 'A1', mark: 4 },
      { sheet: 'A2', mark: 5 },
    ]
    await w.run(member, PAPER, { id: survey.id, answers: sheets })
    expect((await w.refused(member, PAPER, { id: survey.id, answers: [sheets[0]!] })).message).toMatch('entered already')
    expect(await w.run(supervision, READ, survey)).toMatchObject({ status: 'OPEN', answers: 4, figures: null })
  })

  test('closes after its last day; its figures are the evaluation, and four of forty are enough at a tenth', async () => {
    const { supervision } = w.people
    const CLOSE = 'mutation ($id: ID!, $version: Int!) { closeSurvey(id: $id, expectedVersion: $version) { id version status } }'
    const { version } = await w.run<Step>(supervision, READ, survey)
    w.clock.now = new Date('2026-06-10T23:59:59+08:00')
    expect((await w.refused(supervision, CLOSE, { id: survey.id, version })).code).toBe('REFUSED')
    w.clock.now = new Date('2026-06-11T00:00:00+08:00')
    expect((await w.refused(residentOf(headOf(9)), ANSWER, { id: survey.id, mark: 5 })).code).toBe('REFUSED')
    await w.run(supervision, CLOSE, { id: survey.id, version })
    expect(await w.run(supervision, READ, survey)).toMatchObject({
      status: 'CLOSED',
      figures: { answers: 4, satisfied: 3, marks: [0, 1, 0, 1, 2] },
    })
    expect(
      await w.run(supervision, 'query ($id: ID!) { issue(id: $id) { answers satisfied households } }', { id: issue.id }),
    ).toEqual({ answers: 4, satisfied: 3, households: 40 })
    await hold(w, issue, 'REVIEW')
  })
})

describe('a compact in force', () => {
  let compact: Step
  const PAPER =
    'mutation ($id: ID!, $input: PledgePaperInput!) { enterPledgePaper(compact: $id, input: $input) { id version status } }'
  const CONFIRM =
    'mutation ($id: ID!, $version: Int!, $resident: ID!) { confirmPledgePaper(id: $id, expectedVersion: $version, resident: $resident) { id version status } }'
  const signed = async () =>
    (
      await w.run<{ signedHouseholds: number }>(
        w.people.member,
        'query ($id: ID!) { compact(id: $id) { signedHouseholds } }',
        compact,
      )
    ).signedHouseholds

  test('is signed on paper only when two officers read the same signer', async () => {
    const { member, secretary, town } = w.people
    const adopted = await adopt(w, await draft(w, await look(w, 'issue', issue.id)))
    const submitted = await act(w, 'Compact', secretary, adopted, 'SUBMIT_FILING')
    const filed = await w.run<Step>(town, M.file, { ...submitted, receipt: '顾村镇备〔2026〕9号' })
    const effective = new Date(w.clock.now.getTime() + 16 * 86_400_000).toISOString().slice(0, 10)
    const until = `${Number(effective.slice(0, 4)) + 1}${effective.slice(4)}`
    await w.run(
      member,
      'mutation ($id: ID!, $version: Int!, $on: String!, $until: String!) { announceCompact(id: $id, expectedVersion: $version, effectiveOn: $on, expiresOn: $until) { id } }',
      { ...filed, on: effective, until },
    )
    w.tick(18)
    await w.sweep()
    compact = await look(w, 'compact', adopted.id)
    expect(compact.status).toBe('IN_FORCE')
    const sheet = await w.run(member, PAPER, { id: compact.id, input: { sheet: '签1', resident: headOf(11) } })
    expect(await signed()).toBe(0)
    expect((await w.refused(member, CONFIRM, { ...sheet, resident: headOf(11) })).message).toMatch(/two|another/i)
    expect(await w.run(secretary, CONFIRM, { ...sheet, resident: headOf(12) })).toMatchObject({ status: 'UNMATCHED' })
    expect(await signed()).toBe(0)
    const other = await w.run(member, PAPER, { id: compact.id, input: { sheet: '签2', resident: headOf(13) } })
    expect(await w.run(secretary, CONFIRM, { ...other, resident: headOf(13) })).toMatchObject({ status: 'CONFIRMED' })
    expect(await signed()).toBe(1)
  })

  test('is called for review once a year, and past its last day it is in force no more', async () => {
    const { member } = w.people
    const calls = () =>
      w.sql(`select count(*)::int as n from compacts.event where stream = $1 and action = 'CALL_REVIEW'`, [compact.id])
    w.tick(330)
    await w.sweep()
    expect(await calls()).toEqual([{ n: 0 }])
    w.tick(10)
    await w.sweep()
    await w.sweep()
    expect(await calls()).toEqual([{ n: 1 }])
    const REVIEW =
      'mutation ($id: ID!, $version: Int!) { reviewCompact(id: $id, expectedVersion: $version, finding: KEEP, opinion: "执行良好，继续施行（示例）。") { id version status } }'
    await w.run(member, REVIEW, await look(w, 'compact', compact.id))
    w.tick(40)
    await w.sweep()
    expect((await look(w, 'compact', compact.id)).status).toBe('EXPIRED')
    expect(await signed()).toBe(0)
  })
})
