// What a committee makes public, an owners' committee from its report to its term, and the moral review panel.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anonymous } from '../support/platform.ts'
import { DIVISION } from './actors.ts'
import { act, actOn, headOf, inDays, openWorld, residentOf, type Step, type World } from './world.ts'

let w: World
beforeAll(async () => {
  w = await openWorld()
})
afterAll(() => w.stop())
const SHOWN = '{ id version status }'
const seen = async (type: string, id: string) =>
  (await w.ask<Record<string, Step | null>>('compacts', anonymous, `query ($id: ID!) { ${type}(id: $id) { id status } }`, { id }))
    .data

describe('a disclosure', () => {
  let one: Step
  const CREATE = `mutation ($input: DisclosureInput!) { createDisclosure(division: "${DIVISION}", input: $input) ${SHOWN} }`
  const ASK = `mutation ($id: ID!, $version: Int!, $question: String!) { queryDisclosure(id: $id, expectedVersion: $version, question: $question) { id version status queries { id answer } } }`
  const ANSWER = `mutation ($id: ID!, $version: Int!, $query: ID!, $answer: String!) { answerDisclosureQuery(id: $id, expectedVersion: $version, query: $query, answer: $answer) ${SHOWN} }`
  const CORRECT = `mutation ($id: ID!, $version: Int!, $correction: String!) { correctDisclosure(id: $id, expectedVersion: $version, correction: $correction) ${SHOWN} }`

  test('is reviewed by the supervision committee before anyone reads it', async () => {
    const { member, supervision, secretary } = w.people
    const input = {
      category: 'FUNDS',
      title: '第一季度自治金收支',
      period: '2026年第一季度',
      body: '本季度社区自治金收支情况如下（示例）。',
      sums: [{ label: '街镇拨付', amount: 5_000_000 }],
    }
    one = await act(w, 'AffairsDisclosure', member, await w.run(member, CREATE, { input }), 'SUBMIT')
    expect((await w.refused(secretary, actOn('AffairsDisclosure'), { ...one, action: 'PASS', reason: '通过。' })).code).toBe(
      'FORBIDDEN',
    )
    expect(await seen('affairsDisclosure', one.id)).toEqual({ affairsDisclosure: null })
    one = await act(w, 'AffairsDisclosure', supervision, one, 'PASS', '与账目核对一致。')
    one = await act(w, 'AffairsDisclosure', member, one, 'PUBLISH')
    expect(await seen('affairsDisclosure', one.id)).toEqual({ affairsDisclosure: { id: one.id, status: 'PUBLISHED' } })
  })

  test('is asked about and answered, corrected by an order, and archived after fifteen days without a question left', async () => {
    const { member, town, neighbour } = w.people
    const asked = await w.run<Step & { queries: { id: string }[] }>(neighbour, ASK, { ...one, question: '拨付了几次？' })
    expect(asked.status).toBe('QUERIED')
    one = await w.run(member, ANSWER, { ...asked, query: asked.queries[0]!.id, answer: '两次。' })
    expect(one.status).toBe('ANSWERED')
    one = await act(w, 'AffairsDisclosure', town, one, 'ORDER', '拨付金额与台账不符。')
    one = await w.run(member, CORRECT, { ...one, correction: '街镇拨付应为48000元。' })
    expect(one.status).toBe('PUBLISHED')
    w.tick(15)
    const archive = { ...one, action: 'ARCHIVE' }
    expect((await w.refused(member, actOn('AffairsDisclosure'), archive)).message).toMatch('15 days')
    w.tick(1)
    expect(await act(w, 'AffairsDisclosure', member, one, 'ARCHIVE')).toMatchObject({ status: 'ARCHIVED' })
  })
})

describe('an owners’ committee', () => {
  let one: Step
  const REPORT = `mutation ($input: OwnersInput!) { reportOwnersCommittee(input: $input) { id version status dueAt } }`
  const FORM = `mutation ($id: ID!, $version: Int!, $group: [GroupMemberInput!]!) { formOwnersGroup(id: $id, expectedVersion: $version, group: $group) ${SHOWN} }`
  const POST = `mutation ($id: ID!, $version: Int!, $on: String!) { postOwnersDocuments(id: $id, expectedVersion: $version, documents: ["业主清册"], meetingOn: $on) ${SHOWN} }`
  const ELECT = `mutation ($id: ID!, $version: Int!, $input: ElectionInput!) { recordOwnersElection(id: $id, expectedVersion: $version, input: $input) ${SHOWN} }`
  const FILE = `mutation ($id: ID!, $version: Int!) { fileOwnersCommittee(id: $id, expectedVersion: $version, receipt: "示例备1号") ${SHOWN} }`
  const election = (more: object = {}) => ({
    presentHeads: 60,
    presentArea: 600_000,
    agreeHeads: 31,
    agreeArea: 300_001,
    members: [1, 2, 3, 4, 5].map((n) => `示例业主${n}`),
    years: 5,
    ...more,
  })

  test('has a group with its owners, posts its documents fifteen days ahead, and is elected by heads and by area', async () => {
    const { town } = w.people
    const reported = { division: DIVISION, compound: '示例小区', heads: 90, area: 900_000, reportedOn: inDays(w, 0).slice(0, 10) }
    one = await w.run(town, REPORT, { input: reported })
    const seats = ['SUBDISTRICT', 'COMMITTEE', 'DEVELOPER', 'POLICE', 'OWNER'].map((seat) => ({ seat, name: `示例${seat}` }))
    expect((await w.refused(town, FORM, { ...one, group: seats })).message).toMatch(/half/i)
    const owners = [1, 2, 3, 4].map((n) => ({ seat: 'OWNER', name: `示例业主${n}` }))
    one = await w.run(town, FORM, { ...one, group: [...seats, ...owners] })
    one = await act(w, 'OwnersCommittee', town, one, 'ANNOUNCE_GROUP')
    expect((await w.refused(town, POST, { ...one, on: inDays(w, 10).slice(0, 10) })).message).toMatch('15')
    one = await w.run(town, POST, { ...one, on: inDays(w, 20).slice(0, 10) })
    w.tick(20)
    const lost = [election({ presentHeads: 59 }), election({ agreeHeads: 30 }), election({ agreeArea: 300_000 })]
    for (const input of lost) expect((await w.refused(town, ELECT, { ...one, input })).code).toBe('REFUSED')
    one = await w.run(town, ELECT, { ...one, input: election() })
    one = await w.run(town, FILE, one)
    expect(one.status).toBe('FILED')
  })

  test('is called to report its renewal five months ahead, once, and ends with its term', async () => {
    const calls = () =>
      w.sql(`select count(*)::int as n from compacts.event where stream = $1 and action = 'CALL_RENEWAL'`, [one.id])
    const [{ until }] = (await w.sql<{ until: string }>(
      `select to_char(term_ends_on, 'YYYY-MM-DD') as until from compacts.owners_committee where id = $1`,
      [one.id],
    )) as [{ until: string }]
    const end = new Date(`${until}T10:00:00+08:00`).getTime()
    const on = async (days: number) => {
      w.clock.now = new Date(end + days * 86_400_000)
      await w.sweep()
      await w.sweep()
    }
    await on(-200)
    expect(await calls()).toEqual([{ n: 0 }])
    await on(-145)
    expect(await calls()).toEqual([{ n: 1 }])
    await on(1)
    expect(await w.sql('select status from compacts.owners_committee where id = $1', [one.id])).toEqual([{ status: 'ENDED' }])
  })
})

describe('a moral review', () => {
  const PROPOSE = `mutation ($input: MoralInput!) { proposeMoralReview(input: $input) ${SHOWN} }`
  const CONVENE = `mutation ($id: ID!, $version: Int!, $panel: [ID!]!, $at: DateTimeISO!) { conveneMoralReview(id: $id, expectedVersion: $version, panel: $panel, meetsAt: $at) ${SHOWN} }`
  const RECORD = `mutation ($id: ID!, $version: Int!, $input: OpinionInput!) { recordMoralOpinion(id: $id, expectedVersion: $version, input: $input) ${SHOWN} }`

  test('is held by an odd panel without its proposer, and names nobody for a bad habit', async () => {
    const { secretary, chair } = w.people
    const input = { division: DIVISION, kind: 'BAD_HABIT', title: '高空抛物', body: '二号楼附近多次发现高空抛物（示例）。' }
    const one = await w.run(residentOf(headOf(20)), PROPOSE, { input })
    const panel = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => headOf(from + n))
    const at = inDays(w, 5)
    for (const wrong of [panel(21, 24), panel(20, 24)])
      expect((await w.refused(secretary, CONVENE, { ...one, panel: wrong, at })).code).toMatch(/REFUSED|BAD_USER_INPUT/)
    const called = await w.run(secretary, CONVENE, { ...one, panel: panel(21, 25), at })
    w.tick(5, 1)
    const said = { agree: 4, disagree: 1, abstain: 0, measure: 'PERSUADE', opinion: '上门劝导。' }
    expect((await w.refused(chair, RECORD, { ...called, input: { ...said, agree: 5 } })).code).toMatch(/REFUSED|BAD_USER_INPUT/)
    const heard = await w.run(chair, RECORD, { ...called, input: said })
    const out = await act(w, 'MoralReview', secretary, heard, 'PUBLISH')
    expect(await seen('moralReview', out.id)).toEqual({ moralReview: { id: out.id, status: 'PUBLISHED' } })
    const { data } = await w.ask<{ moralReview: { named: string | null } }>(
      'compacts',
      anonymous,
      'query ($id: ID!) { moralReview(id: $id) { named } }',
      { id: out.id },
    )
    expect(data?.moralReview.named ?? null).toBeNull()
  })
})
