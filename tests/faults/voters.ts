// npm run voters -- [how many]: so many households cast their ballots over HTTP in bursts while the server is killed twice with
// kill -9. Whoever was not answered asks again with the same key. In the end the platform's own count must be what was acknowledged.
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { settingsOf } from '../../gateway/settings.ts'
import { startPlatform } from '../../gateway/start.ts'
import { tokensOf } from '../load/bench.tokens.ts'
import { demoProcess } from '../support/process.ts'
import { freePort } from '../support/world.ts'

const HOME = '310113109043'
const AT_ONCE = 100
const CHOICES = ['AGREE', 'DISAGREE', 'ABSTAIN'] as const
type Choice = (typeof CHOICES)[number]

/** A vote of its own, open now, with a frozen roll of so many households, and an account for each of them. */
const prepare = async (sql: pg.Client, voters: number): Promise<{ vote: string; accounts: string[] }> => {
  const [meeting, electorate, vote] = [
    '10000000-0000-7000-8000-000000000001',
    '10000000-0000-7000-8000-000000000002',
    '10000000-0000-7000-8000-000000000003',
  ]
  const id = (kind: number) => `('2000000${kind}-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid`
  const copied = (table: string, more: string) =>
    `insert into compacts.${table} select (jsonb_populate_record(t, ${more})).* from compacts.${table} t`
  const open = `(select v.id from compacts.vote v where v.status = 'OPEN' limit 1)`
  await sql.query(
    `insert into office.account (id, version, username, name, division, password, resident, created_at)
       select ${id(1)}, 1, 'voter.' || n, '示例居民' || n, $1, '-', ${id(2)}, now() from generate_series(1, $2::int) n`,
    [HOME, voters],
  )
  await sql.query(
    `insert into office.role_grant (id, account_id, role, division, valid_from, valid_to, reason)
       select ${id(3)}, ${id(1)}, 'RESIDENT', $1, now() - interval '1 day', null, '示例' from generate_series(1, $2::int) n`,
    [HOME, voters],
  )
  await sql.query(
    `${copied('meeting', `jsonb_build_object('id', '${meeting}', 'version', 0)`)} where t.id = (select meeting_id from compacts.vote where id = ${open})`,
  )
  await sql.query('begin')
  await sql.query(
    `${copied('electorate', `jsonb_build_object('id', '${electorate}', 'meeting_id', '${meeting}', 'size', ${voters}, 'representatives', 0, 'women', 0)`)} where t.id = (select electorate_id from compacts.vote where id = ${open})`,
  )
  await sql.query(
    `insert into compacts.elector (id, electorate_id, unit, resident, is_representative) select ${id(4)}, '${electorate}', ${id(5)}, ${id(2)}, false from generate_series(1, $1::int) n`,
    [voters],
  )
  await sql.query('commit')
  const fresh = `jsonb_build_object('id', '${vote}', 'version', 0, 'meeting_id', '${meeting}', 'electorate_id', '${electorate}', 'opens_at', now() - interval '1 minute', 'closes_at', now() + interval '1 day', 'purpose', 'COMPACT')`
  await sql.query(`${copied('vote', fresh)} where t.id = ${open}`)
  const { rows } = await sql.query<{ id: string }>(`select id from office.account where username like 'voter.%' order by id`)
  return { vote, accounts: rows.map((row) => row.id) }
}

export interface Outcome {
  readonly voters: number
  readonly kills: number
  readonly acknowledged: Record<Choice, number>
  readonly counted: Record<Choice, number>
  readonly present: number
  /** The count after the first, which must be the same. */
  readonly isRecountSame: boolean
  readonly ballotsPerSecond: number
}

export const castUnderFire = async (voters: number, say: (line: string) => void = () => {}): Promise<Outcome> => {
  const demo = await demoProcess()
  await demo.start()
  const sql = new pg.Client({ connectionString: await demo.databaseUrl() })
  await sql.connect()
  try {
    const { vote, accounts } = await prepare(sql, voters)
    const secret = settingsOf('demo', { LINLI_DATA: demo.data }, []).secret
    const tokenOf = await tokensOf(sql, secret, demo.url)
    const latest = new Map<string, Choice>()
    let kills = 0
    let restarting: Promise<unknown> | null = null

    const ask = async (account: string, choice: Choice, key: string): Promise<boolean> => {
      const response = await fetch(`${demo.url}/graphql`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${await tokenOf(account)}`,
          'content-type': 'application/json',
          'x-linli-csrf': '1',
          'idempotency-key': key,
        },
        body: JSON.stringify({
          query: 'mutation ($vote: ID!, $choice: Choice!) { castBallot(vote: $vote, choice: $choice) { choice } }',
          variables: { vote, choice },
        }),
        signal: AbortSignal.timeout(20_000),
      }).catch(() => null)
      const answer = (await response?.json().catch(() => null)) as {
        data?: { castBallot?: { choice: string } }
        errors?: { message: string; extensions: { code: string } }[]
      } | null
      const [error] = answer?.errors ?? []
      if (error && error.extensions.code !== 'UNAVAILABLE') throw new Error(error.message)
      return answer?.data?.castBallot?.choice === choice
    }

    /** Everyone once; every tenth changes their mind, and each waits for their own answer before they ask again. */
    const turns = accounts.flatMap((account, n) => [
      { account, choice: CHOICES[n % 7 < 4 ? 0 : n % 7 < 6 ? 1 : 2], key: `first-${n}` },
      ...(n % 10 === 0 ? [{ account, choice: CHOICES[(n / 10) % 3]!, key: `second-${n}` }] : []),
    ])
    const began = performance.now()
    let done = 0
    const fall = async () => {
      kills += 1
      await demo.kill()
      say(`killed after ${done} acknowledged ballots`)
      await demo.start()
    }
    const walk = async (mine: typeof turns) => {
      for (const { account, choice, key } of mine) {
        while (!(await ask(account, choice!, key))) {
          if (restarting) await restarting
          else await new Promise((later) => setTimeout(later, 50))
        }
        latest.set(account, choice!)
        done += 1
        if (kills < 2 && done >= ((kills + 1) * turns.length) / 3 && !restarting)
          restarting = fall().finally(() => (restarting = null))
      }
    }
    // Both turns of an account are in one lane, in their order.
    const lanes: (typeof turns)[] = Array.from({ length: Math.min(AT_ONCE, voters) }, () => [])
    const laneOf = new Map(accounts.map((account, n) => [account, n % lanes.length]))
    for (const turn of turns) lanes[laneOf.get(turn.account)!]!.push(turn)
    await Promise.all(lanes.map(walk))
    if (restarting) await restarting
    const seconds = (performance.now() - began) / 1000
    await demo.kill()

    // Time may not be moved for a vote that is open, so the roll of the clock is moved: the platform is started a day and more later.
    const platform = await startPlatform(settingsOf('demo', { LINLI_DATA: demo.data, PORT: String(await freePort()) }, []), {
      clock: () => new Date(Date.now() + 2 * 86_400_000),
    })
    await platform.sweep()
    const result = async () =>
      (
        await sql.query<{ present: number; agree: number; disagree: number; abstain: number; count_hash: string }>(
          'select present, agree, disagree, abstain, count_hash from compacts.vote where id = $1',
          [vote],
        )
      ).rows[0]!
    const counted = await result()
    const compacts = platform.running.find(({ name }) => name === 'compacts')!
    const { countVote } = await import('../../subgraphs/compacts/vote.count.ts')
    const { Vote } = await import('../../subgraphs/compacts/vote.entity.ts')
    const again = await compacts.asSystem(async (ctx) => countVote(ctx, await ctx.em.findOneOrFail(Vote, { id: vote })))
    await platform.stop()
    const of = (choice: Choice) => [...latest.values()].filter((one) => one === choice).length
    return {
      voters,
      kills,
      acknowledged: { AGREE: of('AGREE'), DISAGREE: of('DISAGREE'), ABSTAIN: of('ABSTAIN') },
      counted: { AGREE: counted.agree, DISAGREE: counted.disagree, ABSTAIN: counted.abstain },
      present: counted.present,
      isRecountSame: again.countHash === counted.count_hash,
      ballotsPerSecond: Math.round(turns.length / seconds),
    }
  } finally {
    await sql.end()
    await demo.end()
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const outcome = await castUnderFire(Number(process.argv[2] ?? 10_000), console.log)
  console.log(outcome)
  const { acknowledged, counted, present, voters, isRecountSame, kills } = outcome
  const isWhole = present === voters && kills === 2 && isRecountSame && CHOICES.every((one) => acknowledged[one] === counted[one])
  console.log(isWhole ? 'The count is what was acknowledged.' : 'The count is NOT what was acknowledged.')
  process.exit(isWhole ? 0 : 1)
}
