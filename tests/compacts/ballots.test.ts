// Secret votes, written proxies, boxes of paper, objections to the roll and recounts, by the ids of the specification.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { proxyRefusal } from '../../subgraphs/compacts/proxy.rules.ts'
import { text } from '../../subgraphs/shared/words.ts'
import { accept, assemble, hold, raise, study } from './walk.ts'
import { act, headOf, householdOf, inDays, look, M, openWorld, residentOf, spouseOf, type Step, type World } from './world.ts'

let w: World
let meeting: Step

beforeAll(async () => {
  w = await openWorld()
  const issue = await accept(w, await raise(w))
  await hold(w, issue, 'COUNCIL')
  await study(w, issue)
  meeting = await assemble(w, { issue })
})
afterAll(() => w.stop())

/** A vote of the meeting, fixed but not open yet. */
const arm = async (isSecret = false): Promise<Step> => {
  const input = {
    purpose: 'DECISION',
    proposal: '同意开展三号楼楼道堆物整治。',
    manner: 'OVER_PERIOD',
    isSecret,
    opensAt: inDays(w, 0),
    closesAt: inDays(w, 2),
  }
  return act(w, 'Vote', w.people.chair, await w.run(w.people.chair, M.draftVote, { id: meeting.id, input }), 'ARM')
}
const open = async (vote: Step) => act(w, 'Vote', w.people.chair, await look(w, 'vote', vote.id), 'OPEN')
const voteOf = async (isSecret = false) => open(await arm(isSecret))
/** Ends a vote that is open, so that the issue may be voted on again. */
const annul = async (vote: Step) => {
  const contested = await act(w, 'Vote', w.people.supervision, await look(w, 'vote', vote.id), 'CONTEST', '测试收尾。')
  await act(w, 'Vote', w.people.town, contested, 'VOID', '测试收尾。')
}

const CAST =
  'mutation ($id: ID!, $choice: Choice!, $unit: ID) { castBallot(vote: $id, choice: $choice, unit: $unit) { channel sequence } }'
const SECRET = 'mutation ($id: ID!, $choice: Choice!, $unit: ID) { castSecretBallot(vote: $id, choice: $choice, unit: $unit) }'
const GIVE = 'mutation ($id: ID!, $holder: ID!, $grantor: ID) { giveProxy(vote: $id, holder: $holder, grantor: $grantor) { id } }'
const BOX = 'mutation ($id: ID!, $box: BoxInput!) { enterBallotBox(vote: $id, box: $box) { isMatched differs } }'
const RECOUNT = 'mutation ($id: ID!, $version: Int!) { recountVote(id: $id, expectedVersion: $version) { id version status } }'
const RESULT =
  'query ($id: ID!) { vote(id: $id) { turnout result { eligible present agree disagree abstain quorate carried countHash } } }'

interface Counted {
  turnout: number
  result: { present: number; agree: number; disagree: number; abstain: number; carried: boolean; countHash: string }
}

/** Every row of every table the vote could have left a trace in, as text, with the table's name. */
const dump = async (): Promise<string[]> => {
  const tables = await w.sql<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
  )
  const rows = await Promise.all(
    tables.map(({ name }) => w.sql<{ r: string }>(`select '${name} ' || t::text as r from ${name} t`)),
  )
  return rows.flat().map(({ r }) => r)
}

describe('V12: a secret vote', () => {
  let vote: Step
  const choices = (n: number) => (n < 22 ? 'AGREE' : n < 26 ? 'DISAGREE' : 'ABSTAIN')

  test('takes ballots that may be changed, and keeps no name with them', async () => {
    vote = await voteOf(true)
    expect((await w.refused(residentOf(headOf(0)), CAST, { id: vote.id, choice: 'AGREE' })).message).toMatch('secret')
    await w.run(residentOf(headOf(0)), SECRET, { id: vote.id, choice: 'DISAGREE' })
    for (let n = 0; n < 28; n += 1)
      await w.ask('compacts', residentOf(headOf(n)), SECRET, { id: vote.id, choice: choices(n) }, `secret-${n}`)
    const seen = await w.run(w.people.chair, RESULT, { id: vote.id })
    expect(seen).toEqual({ turnout: 28, result: null })
    expect(
      await w.run(residentOf(headOf(3)), 'query ($id: ID!) { vote(id: $id) { hasVoted myBallot { id } } }', { id: vote.id }),
    ).toEqual({
      hasVoted: true,
      myBallot: null,
    })
  })

  test('while it is open no row of the database tells a choice, nor does asking again with the same key', async () => {
    const rows = (await dump()).filter(
      (row) => row.includes(vote.id) || /compacts\.(voted|sealed_ballot|reply|vote_salt)/.test(row),
    )
    expect(rows.filter((row) => /AGREE|ABSTAIN/.test(row))).toEqual([])
    const sealed = await w.sql<{ sealed: string }>('select sealed from compacts.sealed_ballot')
    expect(new Set(sealed.map((row) => row.sealed.length)).size).toBe(1)
    expect(new Set(sealed.map((row) => row.sealed)).size).toBe(28)
    const again = await w.ask(
      'compacts',
      residentOf(headOf(1), { id: 'no one' }),
      SECRET,
      { id: vote.id, choice: 'AGREE' },
      'own',
    )
    expect(again.errors).toEqual([])
    // Were the digest of a request not keyed, three tries would find what was chosen.
    const { createHash } = await import('node:crypto')
    const guess = (choice: string) =>
      createHash('sha256')
        .update(JSON.stringify(['castSecretBallot', { choice, vote: vote.id }]))
        .digest('base64url')
    const replies = await w.sql<{ digest: string }>('select digest from compacts.reply')
    const digests = new Set(replies.map((row) => row.digest))
    expect(['AGREE', 'DISAGREE', 'ABSTAIN'].filter((choice) => digests.has(guess(choice)))).toEqual([])
  })

  test('a box of unsigned papers counts when two officers found the same, and those units cannot vote again', async () => {
    const box = { units: [householdOf(30), householdOf(31), householdOf(32)], agree: 2, disagree: 1, abstain: 0 }
    const { secretary, member } = w.people
    expect((await w.refused(member, BOX, { id: vote.id, box: { ...box, agree: 3 } })).message).toMatch('add up')
    expect(
      (await w.refused(member, BOX, { id: vote.id, box: { ...box, units: [householdOf(0), householdOf(30), householdOf(31)] } }))
        .more,
    ).toMatchObject({ rule: 'V8' })
    expect(await w.run(member, BOX, { id: vote.id, box })).toEqual({ isMatched: false, differs: false })
    expect(await w.run(member, BOX, { id: vote.id, box })).toEqual({ isMatched: false, differs: false })
    expect(await w.run(secretary, BOX, { id: vote.id, box: { ...box, agree: 1, disagree: 2 } })).toEqual({
      isMatched: false,
      differs: true,
    })
    expect(await w.run(secretary, BOX, { id: vote.id, box })).toEqual({ isMatched: true, differs: false })
    expect((await w.refused(secretary, BOX, { id: vote.id, box })).message).toMatch('counts already')
    expect((await w.refused(residentOf(headOf(30)), SECRET, { id: vote.id, choice: 'DISAGREE' })).more).toMatchObject({
      rule: 'V8',
    })
  })

  test('after the close the database holds how many chose what, and nothing that leads from there to a voter', async () => {
    w.tick(2, 1)
    await w.sweep()
    const { turnout, result } = await w.run<Counted>(w.people.chair, RESULT, { id: vote.id })
    expect({ turnout, ...result }).toMatchObject({
      turnout: 31,
      eligible: 40,
      present: 31,
      agree: 24,
      disagree: 5,
      abstain: 2,
      carried: true,
    })
    for (const gone of ['sealed_ballot', 'ballot_box', 'vote_salt', 'ballot', 'paper_entry'])
      expect(await w.sql(`select 1 from compacts.${gone}`)).toEqual([])
    const voters = new Set((await w.sql<{ id: string }>('select elector_id as id from compacts.voted')).map(({ id }) => id))
    expect(voters.size).toBe(31)
    const telling = (await dump()).filter((row) => /AGREE|ABSTAIN/.test(row) && row.includes(vote.id))
    expect(telling.map((row) => row.split(' ')[0]).sort()).toEqual([
      'compacts.secret_count',
      'compacts.secret_count',
      'compacts.secret_count',
    ])
  })

  test('is counted again with the same bytes, and a recount is written down', async () => {
    const counted = await look(w, 'vote', vote.id)
    const again = await w.run(w.people.supervision, RECOUNT, counted)
    expect(again).toMatchObject({ status: 'COUNTED', version: counted.version + 1 })
    expect((await w.refused(w.people.member, RECOUNT, { ...counted, version: counted.version + 1 })).code).toBe('FORBIDDEN')
    await annul(vote)
  })
})

describe('written proxies', () => {
  let vote: Step
  const heads = [0, 1, 2, 3, 4, 5].map((n) => residentOf(headOf(n)))

  test('V2, V16: twenty units giving one person their proxy at once give three', async () => {
    vote = await arm()
    const grantors = Array.from({ length: 20 }, (_, n) => residentOf(headOf(n + 10)))
    const given = await Promise.all(grantors.map((one) => w.ask('compacts', one, GIVE, { id: vote.id, holder: householdOf(1) })))
    expect(given.filter(({ errors }) => errors.length === 0)).toHaveLength(3)
    expect(new Set(given.flatMap(({ errors }) => errors.map(({ message }) => message)))).toEqual(
      new Set(['One person holds 3 proxies at most.']),
    )
    expect(await w.sql('select count(*)::int as n from compacts.proxy')).toEqual([{ n: 3 }])
  })

  test('V16: given twice, in a circle, to oneself, to a stranger, for somebody else: refused with the rule', async () => {
    const refusal = async (who: number, holder: string, grantor?: string) =>
      (await w.refused(heads[who]!, GIVE, { id: vote.id, holder, grantor })).message
    await w.run(heads[2]!, GIVE, { id: vote.id, holder: householdOf(3) })
    expect(await refusal(2, householdOf(4))).toMatch('revoke it first')
    expect(await refusal(3, householdOf(2))).toMatch('has given a proxy themselves')
    expect(await refusal(3, householdOf(4))).toMatch('cannot pass it on')
    expect(await refusal(4, householdOf(2))).toMatch('has given a proxy themselves')
    expect(await refusal(4, householdOf(4))).toMatch('Nobody is their own proxy')
    expect(await refusal(4, householdOf(99))).toMatch('not on the roll')
    expect((await w.refused(residentOf(spouseOf(5)), GIVE, { id: vote.id, holder: householdOf(4) })).more).toMatchObject({
      rule: 'V16',
    })
    expect((await w.refused(heads[4]!, GIVE, { id: vote.id, holder: householdOf(5), grantor: householdOf(6) })).code).toBe(
      'FORBIDDEN',
    )
    await w.run(w.people.member, GIVE, { id: vote.id, holder: householdOf(5), grantor: householdOf(6) })
  })

  test('the holder votes for both, the grantor only after taking it back, and the list shows all of it', async () => {
    await open(vote)
    expect((await w.refused(heads[4]!, GIVE, { id: vote.id, holder: householdOf(5) })).message).toMatch('before it opens')
    expect(await w.run(heads[3]!, CAST, { id: vote.id, choice: 'AGREE', unit: householdOf(2) })).toEqual({
      channel: 'PROXY',
      sequence: 1,
    })
    expect(await w.run(heads[3]!, CAST, { id: vote.id, choice: 'DISAGREE' })).toEqual({ channel: 'APP', sequence: 1 })
    expect((await w.refused(heads[2]!, CAST, { id: vote.id, choice: 'DISAGREE' })).message).toMatch('revoke it')
    expect((await w.refused(heads[4]!, CAST, { id: vote.id, choice: 'AGREE', unit: householdOf(2) })).more).toMatchObject({
      rule: 'V16',
    })
    const shown = await w.run<{ proxies: { id: string; revokedAt: string | null; grantor: { unit: string } }[] }>(
      w.people.member,
      'query ($id: ID!) { vote(id: $id) { proxies { id revokedAt grantor { unit } holder { unit } } } }',
      { id: vote.id },
    )
    expect(shown.proxies).toHaveLength(5)
    const REVOKE = 'mutation ($id: ID!) { revokeProxy(proxy: $id) { revokedAt } }'
    const of = (unit: string) => shown.proxies.find((one) => one.grantor.unit === unit)!
    expect((await w.refused(heads[2]!, REVOKE, of(householdOf(2)))).message).toMatch('voted with it already')
    await w.run(residentOf(headOf(6)), REVOKE, of(householdOf(6)))
    expect(await w.run(residentOf(headOf(6)), CAST, { id: vote.id, choice: 'AGREE' })).toMatchObject({ channel: 'APP' })
    await annul(vote)
  })

  test('V16: representatives vote in person', () => {
    const label = text('居民代表会议', 'Representatives')
    expect(proxyRefusal({ label }, [], { grantor: 'a', holder: 'b' })?.zh).toBe('居民代表会议不能委托他人投票。')
  })
})
