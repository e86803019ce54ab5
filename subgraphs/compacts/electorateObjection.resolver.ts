// Objections to a frozen roll: filed by residents or for them, decided by the supervision committee, corrected beside the roll.
import type { FilterQuery } from '@mikro-orm/postgresql'
import type { GraphQLResolveInfo } from 'graphql'
import {
  Arg,
  Args,
  Ctx,
  FieldResolver,
  ID,
  Info,
  InputType,
  Field,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { Needs, SignedIn } from '../shared/access.ts'
import { rolesAt } from '../shared/actor.ts'
import type { TimeLimit } from '../shared/calendar.ts'
import { find, many, take, type Context } from '../shared/context.ts'
import { badInput, forbidden, notFound, refused } from '../shared/errors.ts'
import { act, begin, Event, EventsArgs, eventsOf } from '../shared/event.ts'
import { endOfDays } from '../shared/notice.ts'
import { connection, page, PageArgs } from '../shared/page.ts'
import { ruleAt } from '../shared/rule.ts'
import { allOf, inDivision, where } from '../shared/scope.ts'
import { text } from '../shared/words.ts'
import { Division } from './division.stub.ts'
import { Elector, Electorate } from './electorate.entity.ts'
import { ElectorateObjection, RollFaultName, rollObjectionTypes } from './electorateObjection.entity.ts'
import {
  electorateObjectionMachine,
  type ElectorateObjectionAction,
  type ElectorateObjectionStatus,
} from './electorateObjection.machine.ts'
import { filedTooLate, type ElectorateObjectionFacts, type RollFault } from './electorateObjection.rules.ts'
import { Meeting } from './meeting.entity.ts'
import { Resident } from './resident.stub.ts'
import { COMMITTEE, seesRoll } from './rights.ts'
import { said } from './said.ts'
import { settle, uuids } from './transaction.ts'
import { Waiting, waitingOf } from './waiting.ts'
import { womenShare, type WomenRule, type WomenShare } from './women.rules.ts'

const ObjectionConnection = connection(ElectorateObjection, 'ElectorateObjection')
const what = electorateObjectionMachine.label

@SignedIn()
@ObjectType({ description: 'Women among the members of a representatives’ meeting.' })
class WomenAmong implements WomenShare {
  @Field(() => Int) women!: number
  @Field(() => Int) members!: number
  @Field(() => Int, { description: 'The fewest the law asks for.' }) needed!: number
  @Field(() => Boolean) isReached!: boolean
  @Field(() => String, { description: 'The law that says so.' }) basis!: string
}

@InputType()
class RollObjectionInput {
  @Field(() => RollFaultName) fault!: RollFault
  @Field(() => String) grounds!: string
  @Field(() => ID, { nullable: true, description: 'Wrongly listed: the unit, as the roll names it.' }) unit?: string
  @Field(() => ID, { nullable: true, description: 'Missing: the resident; for owners, the entry at the door.' }) resident?: string
}

@InputType()
class RollObjectionFilter {
  @Field(() => ID, { nullable: true }) division?: string
  @Field(() => [rollObjectionTypes.Status], { nullable: true }) status?: ElectorateObjectionStatus[]
  @Field(() => ID, { nullable: true }) electorate?: string
}

const isVoteBegun = async (ctx: Context, electorate: string): Promise<boolean> =>
  (await many(ctx, 'electorate.begun', electorate, async (ids) => {
    const rows = await ctx.em.execute<{ id: string }[]>(
      `select distinct electorate_id as id from compacts.vote where electorate_id = any(?::uuid[]) and status not in ('DRAFT', 'ARMED', 'CANCELLED')`,
      [uuids(ids)],
    )
    return new Map(rows.map(({ id }) => [id, true]))
  })) ?? false

const factsOf = async (
  ctx: Context,
  { filedBy, electorate }: Pick<ElectorateObjection, 'filedBy' | 'electorate'>,
): Promise<ElectorateObjectionFacts> => ({
  isOwn: filedBy === ctx.actor.id,
  isVoteBegun: await isVoteBegun(ctx, electorate.id),
})

/** Until when a roll may be objected to. */
const objectableUntil = (ctx: Context, { frozenAt, division }: Pick<Electorate, 'frozenAt' | 'division'>): Date =>
  endOfDays(frozenAt, ruleAt<TimeLimit>(ctx.rules, 'ELECTORATE_OBJECTION', frozenAt, division).value.value)

/** The unit a resident (or an owner's entry) would stand for, by what the roll counts. */
const unitOf = async (ctx: Context, { basis, division }: Electorate, resident: string) => {
  const [row] = await ctx.em.execute<
    { unit: string; resident: string | null; area: string; label: string | null; rep: boolean }[]
  >(
    basis === 'OWNER'
      ? `select id as unit, resident, area_cm2 as area, door || ' ' || rooms as label, false as rep from compacts.owner_entry where id = ? and division = ?`
      : `select ${basis === 'HOUSEHOLD' ? 'household' : 'resident'} as unit, resident, 0 as area, null as label, is_representative as rep
           from compacts.roll_entry where resident = ? and division = ? and not has_left and adult_since <= current_date`,
    [resident, division],
  )
  if (!row?.unit)
    throw badInput(text('此人不在本社区名册中，不能列入。', 'This person is not on the roll of the community.'), {
      field: 'resident',
    })
  return row
}

@Resolver(() => ElectorateObjection)
export class ElectorateObjectionResolver {
  @SignedIn()
  @Query(() => ElectorateObjection, { nullable: true })
  electorateObjection(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return find(ctx, ElectorateObjection, id)
  }

  @SignedIn()
  @Query(() => ObjectionConnection, { description: 'Objections to frozen rolls, latest first.' })
  electorateObjections(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => RollObjectionFilter, { nullable: true }) filter: RollObjectionFilter | undefined,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { division, status, electorate } = filter ?? {}
    const asked = allOf(
      division ? inDivision(division) : true,
      status ? { status: { $in: status } } : true,
      electorate ? { electorate } : true,
    )
    const whole = where(asked) as FilterQuery<ElectorateObjection>
    return page(ctx, ElectorateObjection, { where: whole, orderBy: { createdAt: 'desc' }, first, after, info })
  }

  @Needs('division')
  @FieldResolver(() => Division)
  division(@Root() { division }: ElectorateObjection) {
    return { code: division }
  }

  @Needs('electorate')
  @FieldResolver(() => Meeting, { nullable: true })
  async meeting(@Ctx() ctx: Context, @Root() { electorate }: ElectorateObjection) {
    const roll = await find(ctx, Electorate, electorate.id)
    return roll && find(ctx, Meeting, roll.meeting.id)
  }

  @Needs('resident', 'division')
  @FieldResolver(() => Resident, { nullable: true, description: 'Who is missing; null for callers who do not see that roll.' })
  resident(@Ctx() { actor }: Context, @Root() { resident, division }: ElectorateObjection) {
    return resident && seesRoll(actor, division) ? { id: resident } : null
  }

  @Needs('elector')
  @FieldResolver(() => Elector, { nullable: true, description: 'Who should not be on it; for those who run the day.' })
  elector(@Ctx() ctx: Context, @Root() { elector }: ElectorateObjection) {
    return elector && find(ctx, Elector, elector.id)
  }

  @Needs('id', 'status', 'division', 'filedBy', 'electorate')
  @FieldResolver(() => [rollObjectionTypes.Offer])
  async offers(@Ctx() ctx: Context, @Root() objection: ElectorateObjection) {
    const { status, division } = objection
    return electorateObjectionMachine.offers({ ...(await factsOf(ctx, objection)), status, division }, ctx.actor, ctx.now)
  }

  @Needs('id')
  @FieldResolver(() => [Event])
  events(@Ctx() ctx: Context, @Root() { id }: ElectorateObjection, @Args(() => EventsArgs) { last }: EventsArgs) {
    return eventsOf(ctx, id, last)
  }

  @Needs('id', 'status')
  @FieldResolver(() => Waiting)
  waiting(@Ctx() ctx: Context, @Root() objection: ElectorateObjection) {
    return waitingOf(ctx, electorateObjectionMachine, objection)
  }

  @SignedIn()
  @Mutation(() => ElectorateObjection, {
    description: 'Objects to a frozen roll within its days: a resident for themselves, an officer of the committee for anyone.',
  })
  async objectToElectorate(
    @Ctx() ctx: Context,
    @Arg('electorate', () => ID) id: string,
    @Arg('input', () => RollObjectionInput) { fault, grounds, unit, resident }: RollObjectionInput,
  ) {
    const electorate = await find(ctx, Electorate, id)
    if (!electorate) throw notFound(text('名册', 'Electorate'))
    const held = rolesAt(ctx.actor, electorate.division)
    const isOfficer = held.some((role) => (COMMITTEE as readonly string[]).includes(role))
    if (!isOfficer && !held.includes('RESIDENT'))
      throw forbidden(text('名册异议由居民提出，或者由居委会代为登记。', 'Residents object, or the committee for them.'))
    const late = filedTooLate(objectableUntil(ctx, electorate), await isVoteBegun(ctx, id), ctx.now)
    if (late) throw refused(late, { rule: 'V6' })
    const missing = resident ?? (isOfficer ? null : ctx.actor.resident)
    const elector = unit ? await ctx.em.findOne(Elector, { electorate: id, unit }) : null
    if (fault === 'WRONGLY_LISTED' && !elector)
      throw badInput(text('名册中没有这一户（人）。', 'There is no such unit on the frozen roll.'), { field: 'unit' })
    if (fault === 'MISSING' && !missing)
      throw badInput(text('请指明应当列入的人。', 'Say who is missing.'), { field: 'resident' })
    const concerned = fault === 'MISSING' ? await unitOf(ctx, electorate, missing!) : null
    if (concerned && (await ctx.em.count(Elector, { electorate: id, unit: concerned.unit })) > 0)
      throw badInput(text('名册中已经有这一户（人）。', 'This unit is on the roll already.'), { field: 'resident' })
    const objection = ctx.em.create(ElectorateObjection, {
      id: uuidv7(),
      division: electorate.division,
      electorate,
      fault,
      elector: concerned ? null : elector,
      resident: concerned && missing,
      unit: concerned?.unit ?? null,
      grounds: said(grounds, 'grounds'),
      filedBy: ctx.actor.id!,
      createdAt: ctx.now,
    })
    await begin(ctx, electorateObjectionMachine, objection, { title: objection.grounds.slice(0, 60) })
    return objection
  }

  @SignedIn()
  @Mutation(() => ElectorateObjection, {
    description: 'Decides an objection. Upheld, it corrects the roll before any vote on it.',
  })
  async actOnElectorateObjection(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('action', () => rollObjectionTypes.Action) action: ElectorateObjectionAction,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('reason', () => String) reason: string,
  ) {
    const objection = await take(ctx, ElectorateObjection, what, id, expectedVersion)
    const { fault, unit, resident } = objection
    const told = { title: objection.grounds.slice(0, 60), reason, data: { fault, unit } }
    await act(ctx, electorateObjectionMachine, objection, action, await factsOf(ctx, objection), told)
    await settle(ctx)
    if (action === 'UPHOLD' && fault === 'MISSING') {
      const electorate = await ctx.em.findOneOrFail(Electorate, { id: objection.electorate.id })
      const stands = await unitOf(ctx, electorate, resident!)
      await ctx.em.execute(
        `insert into compacts.elector (id, electorate_id, unit, resident, is_representative, area_cm2, label, objection) values (?, ?, ?, ?, ?, ?, ?, ?)`,
        [uuidv7(), electorate.id, stands.unit, stands.resident, stands.rep, stands.area, stands.label, id],
      )
    }
    return objection
  }
}

@Resolver(() => Electorate)
export class ElectorateRollResolver {
  @Needs('id', 'size')
  @FieldResolver(() => Int, { description: 'Units as upheld objections have left them: those that may vote.' })
  async sizeNow(@Ctx() ctx: Context, @Root() { id, size }: Electorate): Promise<number> {
    const change = await many(ctx, 'electorate.change', id, async (ids) => {
      const rows = await ctx.em.execute<{ id: string; change: number }[]>(
        `select electorate_id as id, sum(case fault when 'MISSING' then 1 else -1 end)::int as change from compacts.electorate_objection
          where status = 'UPHELD' and electorate_id = any(?::uuid[]) group by 1`,
        [uuids(ids)],
      )
      return new Map(rows.map((row) => [row.id, row.change]))
    })
    return size + (change ?? 0)
  }

  @Needs('frozenAt', 'division')
  @FieldResolver(() => Date, { description: 'Until when objections to it are taken, unless a vote opens before.' })
  objectableUntil(@Ctx() ctx: Context, @Root() electorate: Electorate): Date {
    return objectableUntil(ctx, electorate)
  }

  @Needs('id')
  @FieldResolver(() => [ElectorateObjection])
  async objections(@Ctx() ctx: Context, @Root() { id }: Electorate) {
    const rows = await many(ctx, 'electorate.objections', id, async (ids) => {
      const found = await ctx.em.find(ElectorateObjection, { electorate: { $in: ids } }, { orderBy: { createdAt: 'asc' } })
      return new Map(ids.map((one) => [one, found.filter((row) => row.electorate.id === one)]))
    })
    return rows ?? []
  }

  @Needs('rule', 'women', 'size', 'frozenAt', 'division')
  @FieldResolver(() => WomenAmong, {
    nullable: true,
    description: 'Women among its members, where the law sets their share: in representatives’ meetings of villages.',
  })
  womenAmong(@Ctx() ctx: Context, @Root() { rule, women, size, frozenAt, division }: Electorate): WomenAmong | null {
    if (rule.code !== 'V2') return null
    const { value, basis } = ruleAt<WomenRule>(ctx.rules, 'WOMEN_V2', frozenAt, division)
    return { ...womenShare(value, women, size), basis }
  }
}
