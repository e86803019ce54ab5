// Dashboards: issues by stage, time in each stage, what was done in time, and who takes part by age band and community.
// Every number of issues opens the list it counts; people are counted and never listed.
import { raw } from '@mikro-orm/core'
import type { EntityClass } from '@mikro-orm/postgresql'
import { Arg, Ctx, Field, FieldResolver, Float, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql'
import { For } from '../shared/access.ts'
import { prefixOf, reach } from '../shared/actor.ts'
import { dayOf } from '../shared/calendar.ts'
import type { Context } from '../shared/context.ts'
import { inDivision, scopeOf, where } from '../shared/scope.ts'
import { spanOf } from './days.inputs.ts'
import { Division } from './division.stub.ts'
import { AGE_BANDS, suppressed, type AgeBand, type Cell, type Shown } from './figures.rules.ts'
import { Issue, issueTypes } from './issue.entity.ts'
import { issueMachine, type IssueStatus } from './issue.machine.ts'
import { IssueStay } from './issueStay.entity.ts'
import { OFFICERS } from './rights.ts'
import { uuids } from './transaction.ts'
import { COUNTED } from './vote.entity.ts'
import { enumOf } from './words.ts'

const AgeBandName = enumOf('AgeBand', 'Age bands of adults.', AGE_BANDS)
const BANDS = Object.keys(AGE_BANDS) as AgeBand[]
const READERS = OFFICERS

@For(...READERS)
@ObjectType({
  description: 'One stage of issues: how many stand there now, and how those that left it in the days asked about did.',
})
class StageFigures {
  @Field(() => issueTypes.Status) status!: IssueStatus
  @Field(() => Int, { description: 'Issues that stand here now.' }) standing!: number
  @Field(() => Int, { description: 'Of them, those whose clock is over.' }) late!: number
  @Field(() => Int, { description: 'Issues that left the stage in the days asked about.' }) left!: number
  @Field(() => Float, { nullable: true, description: 'Half of them took no longer than this, in hours.' }) median!: number | null
  @Field(() => Float, { nullable: true, description: 'Nine in ten took no longer than this, in hours.' }) ninetieth!:
    | number
    | null
  @Field(() => Int, { description: 'Of those that left, how many had a deadline.' }) due!: number
  @Field(() => Int, { description: 'Of them, how many left in time.' }) onTime!: number
}

@For(...READERS)
@ObjectType({ description: 'First replies due in the days asked about.' })
class ReplyFigures {
  @Field(() => Int) due!: number
  @Field(() => Int) onTime!: number
}

@For(...READERS)
@ObjectType({ description: 'Figures about the issues of a division.' })
class IssueFigures {
  @Field(() => [StageFigures], { description: 'In the order of the stages; empty ones are left out.' }) stages!: StageFigures[]
  @Field(() => ReplyFigures) replies!: ReplyFigures
}

@For(...READERS)
@ObjectType({ description: 'Adults of one age band; null where fewer than five would be told of.' })
class BandFigures implements Shown {
  @Field(() => AgeBandName) band!: AgeBand
  @Field(() => Int, { nullable: true }) eligible!: number | null
  @Field(() => Int, { nullable: true, description: 'Of them, those who took part in anything.' }) took!: number | null
}

@For(...READERS)
@ObjectType({ description: 'Who takes part in one community. People are counted here and listed nowhere.' })
class ParticipationFigures {
  code!: string
  @Field(() => Int, { description: 'Issues raised.' }) issues!: number
  @Field(() => Int, { description: 'Meetings held.' }) meetings!: number
  @Field(() => Int, { description: 'Votes counted.' }) votes!: number
  @Field(() => Int, { nullable: true, description: 'Adults on the roll; null where fewer than five would be told of.' })
  eligible!: number | null
  @Field(() => Int, {
    nullable: true,
    description: 'Of them, those who raised or supported an issue, came to a meeting, voted, commented or signed.',
  })
  took!: number | null
  @Field(() => [BandFigures], { description: 'Youngest first.' }) bands!: BandFigures[]
}

/** One statement: the rows of one kind that the caller may see, counted by their state. */
const counted = <Row>(
  ctx: Context,
  entity: EntityClass<object>,
  division: string,
  numbers: Record<string, string>,
  more: object,
) =>
  ctx.em
    .createQueryBuilder(entity, 'x')
    .select([raw('x.status').as('status'), ...Object.entries(numbers).map(([name, sql]) => raw(sql).as(name))] as never)
    .where({ $and: [scopeOf(entity.name, ctx.actor), where(inDivision(division)), more] } as never)
    .groupBy(raw('1') as never)
    .execute<(Row & { status: IssueStatus })[]>('all')

const HOURS = 'extract(epoch from x.left_at - x.entered_at) / 3600'

const stagesOf = async (ctx: Context, division: string, [from, to]: [Date, Date]): Promise<StageFigures[]> => {
  const now = ctx.now.toISOString()
  const [standing, left] = await Promise.all([
    counted<Pick<StageFigures, 'standing' | 'late'>>(
      ctx,
      Issue,
      division,
      { standing: 'count(*)::int', late: `(count(*) filter (where x.due_at < '${now}'))::int` },
      { status: { $ne: 'DRAFT' } },
    ),
    counted<Omit<StageFigures, 'standing' | 'late'>>(
      ctx,
      IssueStay,
      division,
      {
        left: 'count(distinct x.issue_id)::int',
        median: `round((percentile_cont(0.5) within group (order by ${HOURS}))::numeric, 1)::float8`,
        ninetieth: `round((percentile_cont(0.9) within group (order by ${HOURS}))::numeric, 1)::float8`,
        due: '(count(distinct x.issue_id) filter (where x.due_at is not null))::int',
        onTime: '(count(distinct x.issue_id) filter (where x.left_at <= x.due_at))::int',
      },
      { leftAt: { $gte: from, $lt: to }, status: { $ne: 'DRAFT' } },
    ),
  ])
  const none = { standing: 0, late: 0, left: 0, median: null, ninetieth: null, due: 0, onTime: 0 }
  return issueMachine.stateNames.flatMap((status) => {
    const found = [...standing, ...left].filter((row) => row.status === status)
    return found.length ? [Object.assign({ ...none, status }, ...found) as StageFigures] : []
  })
}

const repliesOf = async (ctx: Context, division: string, [from, to]: [Date, Date]): Promise<ReplyFigures> => {
  const rows = await counted<ReplyFigures>(
    ctx,
    Issue,
    division,
    { due: 'count(*)::int', onTime: '(count(*) filter (where x.replied_at <= x.reply_due_at))::int' },
    { replyDueAt: { $gte: from, $lt: to } },
  )
  const sum = (key: keyof ReplyFigures) => rows.reduce((whole, row) => whole + row[key], 0)
  return { due: sum('due'), onTime: sum('onTime') }
}

interface Counted extends Cell {
  division: string
  band: AgeBand
}

const TOOK = `select distinct resident, division from (
  select author as resident, division from compacts.issue where submitted_at >= ?::timestamptz and submitted_at < ?::timestamptz
  union all select s.resident, i.division from compacts.issue_support s join compacts.issue i on i.id = s.issue_id where s."at" >= ?::timestamptz and s."at" < ?::timestamptz
  union all select a.resident, m.division from compacts.attendance a join compacts.meeting m on m.id = a.meeting_id where a."at" >= ?::timestamptz and a."at" < ?::timestamptz
  union all select e.resident, v.division from compacts.ballot b join compacts.elector e on e.id = b.elector_id join compacts.vote v on v.id = b.vote_id where b.cast_at >= ?::timestamptz and b.cast_at < ?::timestamptz
  union all select e.resident, v.division from compacts.voted b join compacts.elector e on e.id = b.elector_id join compacts.vote v on v.id = b.vote_id where b."at" >= ?::timestamptz and b."at" < ?::timestamptz
  union all select c.author, i.division from compacts.issue_comment c join compacts.issue i on i.id = c.issue_id where c."at" >= ?::timestamptz and c."at" < ?::timestamptz
  union all select c.resident, k.division from compacts.compact_comment c join compacts.compact k on k.id = c.compact_id where c."at" >= ?::timestamptz and c."at" < ?::timestamptz
  union all select resident, division from compacts.pledge where created_at >= ?::timestamptz and created_at < ?::timestamptz) x`

const participationOf = async (ctx: Context, division: string, span: [Date, Date]): Promise<ParticipationFigures[]> => {
  const mine = uuids(reach(ctx.actor, READERS).map((prefix) => `${prefix}%`))
  const within = 'division like ? and division like any (?::text[])'
  const here = [`${prefixOf(division)}%`, mine]
  const [people, occasions] = await Promise.all([
    ctx.em.execute<Counted[]>(
      `select r.division, case when r.adult_since > ?::date - interval '17 years' then 'YOUNG' when r.adult_since > ?::date - interval '42 years' then 'MIDDLE'
               when r.adult_since > ?::date - interval '62 years' then 'SENIOR' else 'ELDER' end as band,
              count(*)::int as eligible, count(t.resident)::int as took
         from (select * from compacts.roll_entry where ${within}) r left join (${TOOK}) t on t.resident = r.resident and t.division = r.division
        where not r.has_left and r.adult_since <= ?::date group by 1, 2`,
      [...Array(3).fill(dayOf(ctx.now)), ...here, ...Array(8).fill(span).flat(), dayOf(ctx.now)],
    ),
    ctx.em.execute<{ division: string; kind: 'issues' | 'meetings' | 'votes'; count: number }[]>(
      `select division, kind, count(*)::int as count from (
         select division, 'issues' as kind from compacts.issue where submitted_at >= ?::timestamptz and submitted_at < ?::timestamptz
         union all select division, 'meetings' from compacts.meeting where opened_at >= ?::timestamptz and opened_at < ?::timestamptz
         union all select division, 'votes' from compacts.vote where status in ('${COUNTED.join("', '")}') and closes_at >= ?::timestamptz and closes_at < ?::timestamptz) x
        where ${within} group by 1, 2`,
      [...Array(3).fill(span).flat(), ...here],
    ),
  ])
  const codes = [...new Set([...people, ...occasions].map((row) => row.division))].toSorted()
  return codes.map((code) => {
    const cells = BANDS.map(
      (band) => people.find((row) => row.division === code && row.band === band) ?? { eligible: 0, took: 0 },
    )
    const { cells: shown, whole } = suppressed(cells)
    const held = (kind: string) => occasions.find((row) => row.division === code && row.kind === kind)?.count ?? 0
    return {
      code,
      issues: held('issues'),
      meetings: held('meetings'),
      votes: held('votes'),
      ...whole,
      bands: BANDS.map((band, at) => ({ band, ...shown[at]! })),
    }
  })
}

const SPAN = { from: 'First day: 2026-01-01.', to: 'Last day.' }

@Resolver(() => ParticipationFigures)
export class FiguresResolver {
  @For(...READERS)
  @Query(() => IssueFigures, { description: 'Issues by stage, time in stage and what was done in time, for some days.' })
  async issueFigures(
    @Ctx() ctx: Context,
    @Arg('division', () => ID) division: string,
    @Arg('from', () => String, { description: SPAN.from }) from: string,
    @Arg('to', () => String, { description: SPAN.to }) to: string,
  ): Promise<IssueFigures> {
    const span = spanOf({ from, to })
    const [stages, replies] = await Promise.all([stagesOf(ctx, division, span), repliesOf(ctx, division, span)])
    return { stages, replies }
  }

  @For(...READERS)
  @Query(() => [ParticipationFigures], { description: 'Who takes part, by community and age band, for some days.' })
  participationFigures(
    @Ctx() ctx: Context,
    @Arg('division', () => ID) division: string,
    @Arg('from', () => String, { description: SPAN.from }) from: string,
    @Arg('to', () => String, { description: SPAN.to }) to: string,
  ): Promise<ParticipationFigures[]> {
    inDivision(division)
    return participationOf(ctx, division, spanOf({ from, to }))
  }

  @FieldResolver(() => Division)
  division(@Root() { code }: ParticipationFigures) {
    return { code }
  }
}
