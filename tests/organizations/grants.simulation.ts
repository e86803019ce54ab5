// Two rounds of grants from the call to the last instalment, taken by simulated people through the API, with invariants checked after every step.
// The same seed gives the same course.
import type { Actor } from '../../subgraphs/shared/actor.ts'
import { statementsOf } from '../support/platform.ts'
import * as w from './grants.world.ts'
import { M, type Grants, type Organization, type Reviewer, type Step } from './grants.world.ts'

export interface Size {
  readonly organizations: number
  readonly applications: number
  readonly reviewers: number
}

interface Told {
  acts: number
  milliseconds: number
  statements: number
}

export interface Course {
  readonly acts: ReadonlyMap<string, Told>
  readonly steps: readonly string[]
  readonly checks: number
  readonly broken: readonly string[]
  readonly seconds: number
}

/** What must hold whatever happens: each asks for rows that break it. */
export const INVARIANTS: Readonly<Record<string, string>> = {
  'awards within the pool': `select r.code from organizations.micro_grant_round r join organizations.grant_application a on a.round_id = r.id and a.status in ('RECOMMENDED', 'AWARDED') group by r.id having sum(a.awarded) > r.pool`,
  'pools within the fund': `select f.name from organizations.grant_fund f join organizations.micro_grant_round r on r.fund_id = f.id and r.status not in ('DRAFT', 'CANCELLED', 'ARCHIVED') group by f.id having sum(r.pool) > f.amount`,
  'instalments sum to the award': `select a.number from organizations.grant_agreement a join organizations.grant_instalment i on i.agreement_id = a.id where a.status not in ('DECLINED', 'WOUND_UP', 'CLOSED', 'SETTLING') group by a.id having sum(i.amount) <> a.award`,
  'never more paid than awarded': `select a.number from organizations.grant_agreement a join organizations.grant_instalment i on i.agreement_id = a.id and i.status = 'PAID' group by a.id having sum(i.amount) > a.award`,
  'never more back than paid': `select a.number from organizations.grant_agreement a where (select coalesce(sum(r.amount), 0) from organizations.grant_return r where r.agreement_id = a.id) > (select coalesce(sum(i.amount), 0) from organizations.grant_instalment i where i.agreement_id = a.id and i.status = 'PAID')`,
  'three people for each payment': `select id::text from organizations.grant_instalment where status = 'PAID' and (checked_by is null or approved_by is null or paid_by is null or checked_by = approved_by or paid_by in (checked_by, approved_by))`,
  'nothing paid before both signed': `select i.id::text from organizations.grant_instalment i join organizations.grant_agreement a on a.id = i.agreement_id where i.status in ('REQUESTED', 'CHECKED', 'APPROVED', 'PAID') and (a.signed_at is null or a.running_at is null)`,
  'one application of an organisation in a round': `select organization::text from organizations.grant_application where status <> 'WITHDRAWN' group by round_id, organization having count(*) > 1`,
  'one award of an organisation a year': `select organization::text from organizations.grant_agreement where status <> 'DECLINED' group by organization, extract(year from created_at) having count(*) > 1`,
  'a reviewer once for an application': `select application_id::text from organizations.grant_assignment group by application_id, reviewer_id having count(*) > 1`,
  'nobody tied has an open file': `select s.id::text from organizations.grant_assignment s join organizations.grant_application a on a.id = s.application_id join organizations.grant_tie t on t.account = s.account and t.organization = a.organization where t.until is null and (s.status in ('ACCEPTED', 'SUBMITTED') or (s.status = 'LOCKED' and t.at <= (select max(e."at") from organizations.event e where e.stream = s.id)))`,
  'nobody reviews for their own employer': `select s.id::text from organizations.grant_assignment s join organizations.grant_application a on a.id = s.application_id join organizations.grant_reviewer r on r.id = s.reviewer_id where r.organization = a.organization`,
  'a quorum behind every rank': `select a.id::text from organizations.grant_application a join organizations.micro_grant_round r on r.id = a.round_id where a.rank is not null and (select count(*) from organizations.grant_assignment s where s.application_id = a.id and s.status = 'LOCKED') < r.quorum`,
  'ranks without a gap': `select round_id::text from organizations.grant_application where rank is not null group by round_id having max(rank) <> count(*) or count(distinct rank) <> count(*)`,
  'no better score below a worse one': `select a.id::text from organizations.grant_application a join organizations.grant_application b on b.round_id = a.round_id and b.rank = a.rank + 1 where b.score > a.score`,
  'a report of each kind once, its day as it was set': `select agreement_id::text from organizations.grant_report group by agreement_id, kind having count(*) > 1`,
  'whoever failed is barred': `select number from organizations.grant_agreement a where a.status in ('TERMINATED', 'WOUND_UP') and not exists (select 1 from organizations.grant_bar b where b.agreement_id = a.id)`,
  'every step in the history': `select a.id::text from organizations.grant_application a where a.version <> (select count(*) from organizations.event e where e.stream = a.id)`,
}

/** Numbers that follow from a seed: 0 to below one. */
const randomOf = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
}

export const simulate = async (
  platform: Grants,
  { organizations: many, applications, reviewers: experts }: Size,
  seed: number,
  say: (line: string) => void,
): Promise<Course> => {
  const random = randomOf(seed)
  const acts = new Map<string, Told>()
  const steps: string[] = []
  const broken: string[] = []
  let checks = 0
  const begun = performance.now()
  const running = platform.subgraphs['organizations']!

  // Every act is timed, and its statements are counted.
  const g: Grants = {
    ...platform,
    async run<T>(actor: Actor, query: string, variables?: object): Promise<T> {
      const name = /it: (\w+)/.exec(query)![1]! + (variables && 'action' in variables ? ` ${String(variables.action)}` : '')
      const told = acts.get(name) ?? { acts: 0, milliseconds: 0, statements: 0 }
      acts.set(name, told)
      let answer!: T
      const from = performance.now()
      const sent = await statementsOf(running, async () => {
        answer = await platform.run<T>(actor, query, variables)
      })
      told.acts += 1
      told.milliseconds += performance.now() - from
      told.statements += sent.length
      return answer
    },
  }

  const step = async (name: string, work: () => Promise<unknown>): Promise<void> => {
    await work()
    steps.push(name)
    for (const [rule, query] of Object.entries(INVARIANTS)) {
      checks += 1
      const rows = await g.sql(query)
      if (rows.length) broken.push(`after “${name}”: ${rule}: ${JSON.stringify(rows[0])}`)
    }
    say(`${name} · ${((performance.now() - begun) / 1000).toFixed(1)} s · ${checks} checks, ${broken.length} broken`)
  }
  const each = async <T>(rows: readonly T[], work: (row: T, i: number) => Promise<unknown>) => {
    for (const [i, row] of rows.entries()) await work(row, i)
  }

  const organizations: Organization[] = []
  const reviewers: Reviewer[] = []
  const rounds: Step[] = []
  const counts = [Math.min(many, Math.ceil(applications / 2)), Math.floor(applications / 2)]
  const handedIn: { round: number; owner: Organization; id: string }[] = []
  const of = (round: number) => handedIn.filter((one) => one.round === round)
  const pool = [150_000_000, 90_000_000].map((fen) => Math.max(20_000_000, Math.round((fen * applications) / 540)))

  await step('organisations are in the register', () =>
    each(Array(many).fill(0), async () => organizations.push(await w.organization(g))),
  )
  await step('reviewers are in the pool', () =>
    each(Array(experts).fill(0), async (_, i) =>
      reviewers.push(await w.reviewer(g, i % 9 === 0 ? { employer: organizations[many - 1 - i]!.id } : {})),
    ),
  )
  await step('two calls are announced and open', () =>
    each(pool, async (fen) => rounds.push(await w.openRound(g, { pool: fen, reviewers: 5, cap: 6_000_000 }))),
  )
  for (const [i, round] of rounds.entries())
    await step(`${counts[i]} organisations apply in round ${i + 1}`, () =>
      each(organizations.slice(0, counts[i]), async (owner) => {
        const amount = 2_000_000 + Math.floor(random() * 4_000_001)
        handedIn.push({ round: i, owner, id: (await w.submitted(g, round, owner, amount)).id })
      }),
    )
  await step('the calls close', async () => {
    g.days(16)
    await g.sweep()
  })
  for (const [i, round] of rounds.entries()) {
    await step(`round ${i + 1} is screened`, async () => {
      await w.actRound(g, round, 'SCREEN')
      await each(of(i), async ({ id, owner }) => {
        const now = await g.look('grant_application', id)
        if (random() < 0.03) return g.run(g.officer, M.actApplication, { ...now, action: 'TURN_DOWN', reason: '材料不全' })
        if (random() > 0.05) return g.run(g.officer, M.actApplication, { ...now, action: 'ACCEPT' })
        await g.run(g.officer, M.actApplication, { ...now, action: 'ASK_MORE', reason: '请补充' })
        const again = await g.run(owner.actor, M.actApplication, {
          ...(await g.look('grant_application', id)),
          action: 'RESUBMIT',
        })
        return g.run(g.officer, M.actApplication, { ...again, action: 'ACCEPT' })
      })
      await w.actRound(g, round, 'REVIEW')
    })
  }
  for (const [i, round] of rounds.entries()) {
    await step(`reviewers of round ${i + 1} are drawn`, () => w.draw(g, round, `${seed}-${i}`))
    await step(`ties are declared in round ${i + 1}, and reviewers drawn again`, async () => {
      await each(reviewers, async ({ actor }) => {
        if (random() > 0.4) return
        const { owner } = of(i)[Math.floor(random() * of(i).length)]!
        await g.run(actor, M.tie, { input: { organization: owner.id, kind: 'MENTOR' } })
      })
      await each(
        (await w.assignments(g, round)).filter(({ status }) => status === 'DRAWN'),
        async (row) => {
          const chance = random()
          const { actor } = w.reviewerOf(row.account)
          if (chance < 0.01) await g.run(actor, M.actAssignment, { ...row, action: 'DECLARE_CONFLICT', reason: '曾任顾问' })
          else if (chance < 0.02) await g.run(actor, M.actAssignment, { ...row, action: 'ABSTAIN', reason: '时间不足' })
        },
      )
      for (const again of ['b', 'c']) await w.draw(g, round, `${seed}-${i}-${again}`)
    })
    await step(`everyone of round ${i + 1} scores`, async () =>
      each(
        (await w.assignments(g, round)).filter(({ status }) => status === 'DRAWN'),
        async (row) => {
          const worth = [...row.application].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 8
          const points = () => Math.min(10, worth + Math.floor(random() * 3))
          await w.score(g, w.reviewerOf(row.account).actor, row, [points(), random() < 0.02 ? null : points()])
        },
      ),
    )
    await step(`scores of round ${i + 1} are locked`, () => w.actRound(g, round, 'DELIBERATE'))
    await step(`round ${i + 1} is recommended by rank`, () => w.actRound(g, round, 'RECOMMEND'))
    await step(`the list of round ${i + 1} is published, with objections`, async () => {
      await w.actRound(g, round, 'PUBLISH')
      const listed = await g.sql<{ id: string }>(
        `select id from organizations.grant_application where round_id = $1 and status = 'RECOMMENDED' order by rank`,
        [round.id],
      )
      await each(
        listed.filter((_, at) => at % 7 === 3),
        async ({ id }, at) => {
          const raised = await g.run(g.officer, M.object, { input: { application: id, by: '示例居民', body: '材料存疑' } })
          await g.run(g.lead, M.actObjection, { ...raised, action: at % 2 ? 'UPHOLD' : 'DISMISS', reason: '经核查' })
        },
      )
      g.days(14)
    })
    await step(`round ${i + 1} is awarded`, () => w.actRound(g, round, 'FINALISE'))
  }

  const mine = (id: string) => organizations.find((one) => one.id === id)!.actor
  const all = async () => (await Promise.all(rounds.map((round) => w.agreements(g, round)))).flat()
  await step('agreements are signed, some declined for the reserve', async () => {
    for (let again = true; again;) {
      const open = (await all()).filter(({ status }) => status === 'DRAFT')
      again = open.length > 0
      await each(open, async (one) => {
        if (random() < 0.08) await w.actAgreement(g, mine(one.organization), one, 'DECLINE', '人手不足')
        else await w.signed(g, mine(one.organization), one)
      })
    }
  })
  const pay = async (place: number) =>
    each(await all(), async (one) => {
      const row = (await w.instalments(g, one))[place]
      if (row?.status === 'CONDITION_MET') await w.paid(g, mine(one.organization), row)
    })
  const reports = async (from: string, share: number) =>
    each(
      (await all()).filter(({ status }) => status === from),
      async (one) => {
        if (random() < 0.06) return
        const input = { body: '按计划实施', beneficiaries: 100, spent: Math.floor(one.award * share) }
        await g.run(mine(one.organization), M.report, { ...(await g.look('grant_agreement', one.id)), input })
      },
    )
  await step('first instalments are paid', () => pay(0))
  await step('mid-term: reports come, some late', async () => {
    await reports('RUNNING', 0.45)
    g.days(250)
    await g.sweep()
  })
  await step('mid-term: evaluated', async () =>
    each(
      (await all()).filter(({ status }) => status === 'MIDTERM'),
      (one) =>
        random() < 0.05
          ? w.actAgreement(g, g.officer, one, 'FAIL_MIDTERM', '进度滞后')
          : w.actAgreement(g, g.officer, one, 'PASS_MIDTERM'),
    ),
  )
  await step('second instalments are paid', () => pay(1))
  await step('the end: reports come, some late', async () => {
    await reports('CONTINUING', 0.93)
    g.days(300)
    await g.sweep()
  })
  await step('the end: evaluated and the last instalments paid', async () => {
    await each(
      (await all()).filter(({ status }) => status === 'FINAL'),
      async (one) => g.run(g.officer, M.pass, { ...(await g.look('grant_agreement', one.id)), result: 'GOOD' }),
    )
    await pay(2)
  })
  await step('what was not spent comes back, the rest is closed', async () =>
    each(await all(), async (one) => {
      if (one.status !== 'SETTLING' && one.status !== 'TERMINATED') return
      const [owed] = await g.sql<{ owed: number }>(`select demanded as owed from organizations.grant_agreement where id = $1`, [
        one.id,
      ])
      const input = { amount: owed!.owed, voucher: `退${one.id}`, returnedOn: g.today() }
      if (owed!.owed) await g.run(g.finance, M.giveBack, { ...(await g.look('grant_agreement', one.id)), input })
      await w.actAgreement(g, g.officer, one, one.status === 'SETTLING' ? 'CLOSE' : 'WIND_UP')
    }),
  )
  await step('the rounds are archived', () => each(rounds, (round) => w.actRound(g, round, 'ARCHIVE')))
  return { acts, steps, checks, broken, seconds: (performance.now() - begun) / 1000 }
}
