// Many at once: exactly one effect each.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { person } from '../support/platform.ts'
import { DIVISION } from './actors.ts'
import { accept, adopt, assemble, draft, hold, openVote, raise, study, toAdopted } from './walk.ts'
import { act, actOn, headOf, householdOf, inDays, M, openWorld, residentOf, spouseOf, type Step, type World } from './world.ts'

let w: World
let vote: Step
let compact: Step

beforeAll(async () => {
  w = await openWorld()
  const issue = await accept(w, await raise(w))
  await hold(w, issue, 'COUNCIL')
  await study(w, issue)
  vote = await openVote(w, await assemble(w, { issue }))
})
afterAll(() => w.stop())

const outcomes = async (answers: Promise<{ errors: readonly { code: string }[] }>[]) => {
  const codes = (await Promise.all(answers)).map(({ errors }) => errors[0]?.code ?? 'OK')
  return Object.fromEntries([...new Set(codes)].map((code) => [code, codes.filter((c) => c === code).length]))
}

test('V1: fifty simultaneous first ballots of one household are one ballot', async () => {
  const voter = residentOf(headOf(7))
  const cast = Array.from({ length: 50 }, () =>
    w.ask<{ castBallot: { id: string } }>('compacts', voter, M.cast, { id: vote.id, choice: 'AGREE' }),
  )
  const ids = (await Promise.all(cast)).map(({ data, errors }) => data?.castBallot.id ?? errors)
  expect(new Set(ids).size).toBe(1)
  expect(
    await w.sql(
      'select choice, sequence from compacts.ballot b join compacts.elector e on e.id = b.elector_id where e.unit = $1',
      [householdOf(7)],
    ),
  ).toEqual([{ choice: 'AGREE', sequence: 1 }])
})

test('V3: fifty simultaneous changes of mind leave one chain with one end, and turnout counts the household once', async () => {
  const voter = residentOf(headOf(8))
  const choices = ['AGREE', 'DISAGREE', 'ABSTAIN']
  expect(
    await outcomes(
      Array.from({ length: 50 }, (_, i) => w.ask('compacts', voter, M.cast, { id: vote.id, choice: choices[i % 3] })),
    ),
  ).toEqual({ OK: 50 })
  const [chain] = await w.sql(
    `select count(*)::int as ballots, count(*) filter (where replaces_id is null)::int as first, max(sequence)::int as last,
            count(*) filter (where not exists (select 1 from compacts.ballot n where n.replaces_id = b.id))::int as effective
       from compacts.ballot b join compacts.elector e on e.id = b.elector_id where e.unit = $1`,
    [householdOf(8)],
  )
  expect(chain).toEqual({ ballots: chain!['last'], first: 1, last: chain!['last'], effective: 1 })
  const shown = await w.run<{ turnout: number }>(w.people.secretary, 'query ($id: ID!) { vote(id: $id) { turnout } }', {
    id: vote.id,
  })
  expect(shown.turnout).toBe(2)
})

test('twenty officers acting on one issue with the same version: one acts, the others are told', async () => {
  const issue = await raise(w, '六号楼前绿化补种')
  const officers = Array.from({ length: 20 }, () => person('COMMITTEE_SECRETARY', DIVISION))
  expect(
    await outcomes(
      officers.map((officer) =>
        w.ask('compacts', officer, actOn('Issue'), { ...issue, action: 'RETURN', reason: '请补充照片。' }),
      ),
    ),
  ).toEqual({
    OK: 1,
    VERSION_CONFLICT: 19,
  })
  expect(
    await w.sql(`select count(*)::int as n from compacts.event where stream = $1 and action = 'RETURN'`, [issue.id]),
  ).toEqual([{ n: 1 }])
})

test('twenty issues submitted at once have twenty numbers', async () => {
  const raised = await Promise.all(Array.from({ length: 20 }, (_, i) => raiseBy(i + 10)))
  expect(new Set(raised).size).toBe(20)
})

const raiseBy = async (n: number): Promise<string> => {
  const resident = residentOf(headOf(n))
  const input = { division: DIVISION, title: `第${n}户的建议`, body: '希望在小区门口增设一个非机动车停放点。' }
  const draft = await w.run(resident, M.createIssue, { input })
  const submit =
    'mutation ($id: ID!, $version: Int!) { actOnIssue(id: $id, action: SUBMIT, expectedVersion: $version) { number } }'
  return (await w.run<{ number: string }>(resident, submit, draft)).number
}

test('S2: two hundred simultaneous pledges of one household are one pledge', async () => {
  const other = await openWorld()
  try {
    const issue = await toAdopted(other)
    compact = await adopt(other, await draft(other, issue))
    const { textHash } = await other.run<{ textHash: string }>(
      other.people.secretary,
      'query ($id: ID!) { compact(id: $id) { textHash } }',
      { id: compact.id },
    )
    const signers = [residentOf(headOf(5)), residentOf(spouseOf(5))]
    const signed = Array.from({ length: 200 }, (_, i) =>
      other.ask('compacts', signers[i % 2]!, M.pledge, { id: compact.id, hash: textHash }),
    )
    expect(await outcomes(signed)).toEqual({ OK: 1, REFUSED: 199 })
    expect(await other.sql(`select status, unit from compacts.pledge`)).toEqual([{ status: 'SIGNED', unit: householdOf(5) }])
    expect(await other.sql(`select count(*)::int as n from compacts.event where type = 'Pledge'`)).toEqual([{ n: 1 }])
  } finally {
    await other.stop()
  }
})

test('the chair checking in from ten devices checks in once', async () => {
  const { secretary, chair } = w.people
  const issue = await accept(w, await raise(w, '七号楼门前积水'))
  const input = { type: 'COUNCIL', title: '议事会', startsAt: inDays(w, 0, 1), place: '会议室', agenda: ['积水'] }
  const meeting = await act(w, 'Meeting', secretary, await w.run(secretary, M.planMeeting, { ...issue, input }), 'NOTICE')
  expect(await outcomes(Array.from({ length: 10 }, () => w.ask('compacts', chair, M.attend, { id: meeting.id })))).toEqual({
    OK: 10,
  })
  expect(
    await w.sql(`select count(*)::int as n from compacts.event where stream = $1 and action = 'CHAIR_CHECK_IN'`, [meeting.id]),
  ).toEqual([{ n: 1 }])
})
