// The day of a meeting: seats, the personal code at the door, how many make it able to decide, and what is added to its minutes.
import { Arg, Ctx, Field, FieldResolver, Float, ID, Int, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { For, Needs, Public, SignedIn } from '../shared/access.ts'
import { rolesAt } from '../shared/actor.ts'
import { find, grouped, many, take, type Context } from '../shared/context.ts'
import { badInput, notFound, refused } from '../shared/errors.ts'
import { record } from '../shared/event.ts'
import { say, text } from '../shared/words.ts'
import { isQuorate, type AssemblyRule, type Basis } from './assembly.rules.ts'
import { BuildingProject } from './building.entity.ts'
import { readCheckInCode, checkInCodeOf } from './checkIn.code.ts'
import { calendarOf } from './meeting.calendar.ts'
import { Meeting } from './meeting.entity.ts'
import { checkIn } from './meetingStep.resolver.ts'
import { meetingMachine } from './meeting.machine.ts'
import { meetingWord } from './meeting.rules.ts'
import { Resident } from './resident.stub.ts'
import { COMMITTEE, mustHold, residentAt, seesRoll } from './rights.ts'
import { onRoll } from './roll.messages.ts'
import { said } from './said.ts'
import { giveSeatBack, queueBefore, takeSeat } from './seat.acts.ts'
import { Addendum, Seat, SeatStatus } from './seat.entity.ts'
import { uuids } from './transaction.ts'
import { OFF_ROLL } from './vote.count.ts'
import { quorumNeeded } from './vote.rules.ts'

const what = meetingMachine.label

@SignedIn()
@ObjectType({ description: 'Whether those who have checked in make the meeting able to decide, now.' })
class MeetingQuorum {
  @Field(() => Int, { description: 'Units on the frozen roll.' }) eligible!: number
  @Field(() => Int) needed!: number
  @Field(() => Int, { description: 'Units that have checked in.' }) present!: number
  @Field(() => Boolean) isReached!: boolean
  @Field(() => Float, { nullable: true, description: 'Floor area on the roll, in cm², where it counts.' }) areaEligible!:
    | number
    | null
  @Field(() => Float, { nullable: true }) areaPresent!: number | null
}

interface Here {
  id: string
  rule: AssemblyRule
  basis: Basis
  eligible: number
  present: number
  area: string
  area_present: string
}

@Resolver(() => Meeting)
export class MeetingDayResolver {
  @Needs('type', 'division')
  @FieldResolver(() => String, { description: 'What this kind of meeting is called there: 村民会议 in a village.' })
  typeLabel(@Ctx() { actor }: Context, @Root() { type, division }: Meeting): string {
    return say(meetingWord(type, division), actor.locale)
  }

  @Needs('building')
  @FieldResolver(() => BuildingProject, { nullable: true, description: 'The lift whose owners it calls together.' })
  building(@Ctx() ctx: Context, @Root() { building }: Meeting) {
    return building && find(ctx, BuildingProject, building.id)
  }

  @Needs('id')
  @FieldResolver(() => MeetingQuorum, { nullable: true, description: 'For meetings that decide, once the roll is frozen.' })
  async quorum(@Ctx() ctx: Context, @Root() { id }: Meeting): Promise<MeetingQuorum | null> {
    const here = await many(ctx, 'meeting.quorum', id, async (ids) => {
      const rows = await ctx.em.execute<Here[]>(
        `select e.meeting_id as id, e.rule, e.basis, count(x.id)::int as eligible, count(a.id)::int as present,
                coalesce(sum(x.area_cm2), 0) as area, coalesce(sum(x.area_cm2) filter (where a.id is not null), 0) as area_present
           from compacts.electorate e join compacts.elector x on x.electorate_id = e.id and not ${OFF_ROLL}
           left join compacts.attendance a on a.meeting_id = e.meeting_id and a.resident = x.resident
          where e.meeting_id = any(?::uuid[]) group by e.id`,
        [uuids(ids)],
      )
      return new Map(rows.map((row) => [row.id, row]))
    })
    if (!here) return null
    const { rule, basis, eligible, present } = here
    const [areaEligible, areaPresent] = rule.byArea ? [Number(here.area), Number(here.area_present)] : [null, null]
    const byHeads = isQuorate(rule, present, eligible, basis)
    const byArea = areaEligible === null || isQuorate(rule, areaPresent!, areaEligible, basis)
    return {
      eligible,
      present,
      needed: quorumNeeded(rule, eligible, basis),
      isReached: byHeads && byArea,
      areaEligible,
      areaPresent,
    }
  }

  @Needs('id')
  @FieldResolver(() => Int, { description: 'Seats taken.' })
  async seatsTaken(@Ctx() ctx: Context, @Root() { id }: Meeting): Promise<number> {
    return (await seatsOf(ctx, id)).filter(({ status }) => status === SeatStatus.TAKEN).length
  }

  @Needs('id')
  @FieldResolver(() => Int, { description: 'Residents who wait for a seat.' })
  async seatsWaiting(@Ctx() ctx: Context, @Root() { id }: Meeting): Promise<number> {
    return (await seatsOf(ctx, id)).filter(({ status }) => status === SeatStatus.WAITING).length
  }

  @Needs('id')
  @FieldResolver(() => Seat, { nullable: true, description: 'The caller’s own seat, or place in the queue.' })
  async mySeat(@Ctx() ctx: Context, @Root() { id }: Meeting): Promise<Seat | null> {
    return (await seatsOf(ctx, id)).find(({ resident }) => resident === ctx.actor.resident) ?? null
  }

  @Needs('id', 'division')
  @FieldResolver(() => [Seat], { nullable: true, description: 'Who asked for a seat, in order; for the committee.' })
  async seatList(@Ctx() ctx: Context, @Root() { id, division }: Meeting): Promise<Seat[] | null> {
    return seesRoll(ctx.actor, division) ? seatsOf(ctx, id) : null
  }

  @Needs('id', 'division', 'status')
  @FieldResolver(() => String, {
    nullable: true,
    description: 'The caller’s own code to show at the door, as text for a QR picture; for residents, while they can check in.',
  })
  myCheckInCode(@Ctx() ctx: Context, @Root() { id, division, status }: Meeting): string | null {
    const { resident } = ctx.actor
    const isDay = status === 'NOTICED' || status === 'OPEN'
    return isDay && resident && rolesAt(ctx.actor, division).includes('RESIDENT') ? checkInCodeOf(ctx.secret, id, resident) : null
  }

  @Needs('id')
  @FieldResolver(() => [Addendum], { description: 'What was added to the published minutes, in order.' })
  async addenda(@Ctx() ctx: Context, @Root() { id }: Meeting): Promise<Addendum[]> {
    const rows = await many(ctx, 'meeting.addenda', id, async (ids) =>
      grouped(await ctx.em.find(Addendum, { meeting: { $in: ids } }, { orderBy: { number: 'asc' } }), (row) => row.meeting.id),
    )
    return rows ?? []
  }

  @Public()
  @Query(() => String, {
    description: 'Meetings announced in a division and below, as an iCalendar feed (RFC 5545); also at /calendar/<code>.ics.',
  })
  meetingCalendar(@Ctx() ctx: Context, @Arg('division', () => ID) division: string): Promise<string> {
    return calendarOf(ctx, division)
  }

  @SignedIn()
  @Mutation(() => Meeting, {
    description: 'Asks for a seat for the caller, or, by an officer, for a resident. Doing it again changes nothing.',
  })
  async takeSeat(
    @Ctx() ctx: Context,
    @Arg('meeting', () => ID) id: string,
    @Arg('resident', () => ID, { nullable: true }) resident?: string,
  ): Promise<Meeting> {
    const meeting = await find(ctx, Meeting, id)
    if (!meeting) throw notFound(what)
    const who = whoAsks(ctx, meeting, resident)
    if (resident && !(await onRoll(ctx, who, meeting.division)))
      throw refused(text('该居民不在本社区名册中。', 'The resident is not on the roll of this community.'))
    await takeSeat(ctx, meeting, who)
    return meeting
  }

  @SignedIn()
  @Mutation(() => Meeting, { description: 'Gives a seat back; whoever waits longest gets it.' })
  async giveSeatBack(
    @Ctx() ctx: Context,
    @Arg('meeting', () => ID) id: string,
    @Arg('resident', () => ID, { nullable: true }) resident?: string,
  ): Promise<Meeting> {
    const meeting = await find(ctx, Meeting, id)
    if (!meeting) throw notFound(what)
    await giveSeatBack(ctx, meeting, whoAsks(ctx, meeting, resident))
    return (await ctx.em.findOne(Meeting, { id }))!
  }

  @For(...COMMITTEE)
  @Mutation(() => Meeting, { description: 'Checks in whoever shows their own code at the door. Doing it again changes nothing.' })
  async checkInByCode(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('code', () => String) code: string) {
    const meeting = await find(ctx, Meeting, id)
    if (!meeting) throw notFound(what)
    mustHold(ctx, COMMITTEE, meeting.division)
    const resident = readCheckInCode(ctx.secret, id, code)
    if (!resident)
      throw badInput(text('签到码无效，或者不是本次会议的。', 'The code is not valid, or of another meeting.'), { field: 'code' })
    return checkIn(ctx, meeting, resident)
  }

  @For(...COMMITTEE)
  @Mutation(() => Meeting, { description: 'Corrects published minutes by an addition with its date; what was published stays.' })
  async addToMinutes(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('words', () => String) words: string,
  ) {
    const meeting = await take(ctx, Meeting, what, id, expectedVersion)
    mustHold(ctx, COMMITTEE, meeting.division)
    if (meeting.status !== 'PUBLISHED') throw refused(text('纪要尚未公布，可以直接修改。', 'The minutes are not published yet.'))
    const number = (await ctx.em.count(Addendum, { meeting: id })) + 1
    const addendum = { id: uuidv7(), meeting, number, words: said(words, 'words'), by: ctx.actor.name, at: ctx.now }
    ctx.em.create(Addendum, addendum)
    await record(ctx, meeting, {
      type: 'Meeting',
      action: 'CORRECT',
      from: meeting.status,
      to: meeting.status,
      title: meeting.title,
      data: { addendum: addendum.words },
    })
    return meeting
  }
}

@Resolver(() => Seat)
export class SeatResolver {
  @Needs('resident', 'meeting')
  @FieldResolver(() => Resident, { nullable: true })
  resident(@Root() { resident }: Seat) {
    return { id: resident }
  }

  @Needs('id', 'meeting', 'at', 'status')
  @FieldResolver(() => Int, { nullable: true, description: 'Place in the queue, from 1; null for whoever has a seat.' })
  async place(@Ctx() ctx: Context, @Root() seat: Seat): Promise<number | null> {
    return seat.status === SeatStatus.WAITING ? (await queueBefore(ctx, seat)) + 1 : null
  }
}

const seatsOf = async (ctx: Context, meeting: string): Promise<Seat[]> =>
  (await many(ctx, 'meeting.seats', meeting, async (ids) =>
    grouped(await ctx.em.find(Seat, { meeting: { $in: ids } }, { orderBy: { at: 'asc', id: 'asc' } }), (row) => row.meeting.id),
  )) ?? []

const whoAsks = (ctx: Context, { division }: Meeting, resident: string | undefined): string => {
  if (!resident || resident === ctx.actor.resident) return residentAt(ctx, division)
  mustHold(ctx, COMMITTEE, division)
  return resident
}
