// Planning a meeting and carrying it on: load, ask the machine, assign, record.
import { LockMode } from '@mikro-orm/postgresql'
import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { For, SignedIn } from '../shared/access.ts'
import { rolesAt } from '../shared/actor.ts'
import { find, take, type Context } from '../shared/context.ts'
import { badInput, notFound, refused } from '../shared/errors.ts'
import { begin, record } from '../shared/event.ts'
import { text } from '../shared/words.ts'
import { columnsIn } from './changes.ts'
import type { Basis } from './assembly.rules.ts'
import type { BuildingProject } from './building.entity.ts'
import { actCompact } from './compact.acts.ts'
import { Compact } from './compact.entity.ts'
import { compactMachine, type CompactAction, type CompactStatus } from './compact.machine.ts'
import { actIssue } from './issue.acts.ts'
import { Issue } from './issue.entity.ts'
import { issueMachine, type IssueAction, type IssueStatus } from './issue.machine.ts'
import { actMeeting } from './meeting.acts.ts'
import { AgendaItem, Attendance, Meeting, meetingTypes } from './meeting.entity.ts'
import { MeetingInput, MinutesInput } from './meeting.inputs.ts'
import { meetingMachine, type MeetingAction } from './meeting.machine.ts'
import { RULE_OF } from './meeting.rules.ts'
import { tellMoved } from './meeting.telling.ts'
import { COMMITTEE, mustHold, mustNotCarry, residentAt } from './rights.ts'
import { onRoll } from './roll.messages.ts'
import { mustHaveSeat } from './seat.acts.ts'

const what = meetingMachine.label
const REVISED = ['title', 'startsAt', 'place'] as const

const basisOf = ({ type, basis }: MeetingInput): Basis | null => {
  if (type === 'REPRESENTATIVES') return 'PERSON'
  if (type === 'OWNERS') return 'OWNER'
  if (basis === 'OWNER')
    throw badInput(text('只有业主大会按业主计算。', "Only an owners' meeting counts owners."), { field: 'basis' })
  return RULE_OF[type] === 'R5' ? null : (basis ?? null)
}

/** Seats are for meetings that prepare: from one that decides nobody may be turned away. */
const seatsFor = ({ type, seats }: MeetingInput): number | null => {
  if (seats === undefined || seats === null) return null
  if (RULE_OF[type] !== 'R5')
    throw badInput(text('作出决定的会议不限座位，每位参会人都有权到会。', 'A meeting that decides has no limit of seats.'), {
      field: 'seats',
    })
  if (seats < 1) throw badInput(text('座位至少一个。', 'At least one seat.'), { field: 'seats' })
  return seats
}

const detailsOf = (input: MeetingInput) => ({
  basis: basisOf(input),
  matter: input.type === 'OWNERS' ? (input.matter ?? 'R3') : null,
  seats: seatsFor(input),
  invitees: (input.invitees ?? []).map((unit) => unit.trim()).filter(Boolean),
})

/** What planning a meeting is called at a stage of the issue; before, it is to convene. */
const CONVENING: Partial<Record<IssueStatus, IssueAction>> = { IMPLEMENTING: 'CONVENE_STOP', EVALUATING: 'CONVENE_REVIEW' }

const setAgenda = (ctx: Context, meeting: Meeting, topics: readonly string[]): void =>
  topics.forEach((topic, i) => void ctx.em.create(AgendaItem, { id: uuidv7(), meeting, position: i + 1, topic: topic.trim() }))

interface On {
  readonly issue: Issue
  readonly compact?: Compact
  readonly building?: BuildingProject
}

export const planOn = async (ctx: Context, { issue, compact, building }: On, input: MeetingInput): Promise<Meeting> => {
  const meeting = ctx.em.create(Meeting, {
    id: uuidv7(),
    division: issue.division,
    issue,
    compact: compact ?? null,
    building: building ?? null,
    door: building?.door ?? null,
    type: input.type,
    title: input.title.trim(),
    startsAt: input.startsAt,
    place: input.place.trim(),
    ...detailsOf(input),
    committeeMembers: input.committeeMembers ?? [],
    exception: input.exception?.trim() || null,
    createdAt: ctx.now,
  })
  setAgenda(ctx, meeting, input.agenda)
  await begin(ctx, meetingMachine, meeting, { title: meeting.title })
  return meeting
}

export const planOnIssue = async (ctx: Context, issue: Issue, input: MeetingInput): Promise<Meeting> => {
  await actIssue(ctx, issue, CONVENING[issue.status] ?? 'CONVENE', { data: { type: input.type } })
  if (input.matter === 'LIFT')
    throw badInput(text('加装电梯的业主表决在加装电梯项目里召集。', 'Owners are called to a lift from its project.'), {
      field: 'matter',
    })
  return planOn(ctx, { issue }, input)
}

/** A text that stands is met about to repeal it; any other to adopt it. */
const ASSEMBLING: Partial<Record<CompactStatus, CompactAction>> = {
  IN_FORCE: 'CONVENE_REPEAL',
  ORDERED_TO_CORRECT: 'CONVENE_ANNUL',
}

@Resolver()
export class MeetingStepResolver {
  @For(...COMMITTEE)
  @Mutation(() => Meeting, {
    description: 'Plans a meeting on an issue: a deliberation, its review, or the meeting that decides it.',
  })
  async planMeeting(
    @Ctx() ctx: Context,
    @Arg('issue', () => ID) id: string,
    @Arg('expectedVersion', () => Int, { description: 'Of the issue.' }) expectedVersion: number,
    @Arg('input', () => MeetingInput) input: MeetingInput,
  ) {
    return planOnIssue(ctx, await take(ctx, Issue, issueMachine.label, id, expectedVersion), input)
  }

  @For(...COMMITTEE)
  @Mutation(() => Meeting, { description: 'Plans the meeting that adopts a compact, or repeals one in force.' })
  async planAssembly(
    @Ctx() ctx: Context,
    @Arg('compact', () => ID) id: string,
    @Arg('expectedVersion', () => Int, { description: 'Of the compact.' }) expectedVersion: number,
    @Arg('input', () => MeetingInput) input: MeetingInput,
  ) {
    if (RULE_OF[input.type] === 'R5' || input.type === 'OWNERS')
      throw badInput(
        text('公约由居民会议或者居民代表会议表决。', "A compact is voted on by a residents' or representatives' meeting."),
        { field: 'type' },
      )
    const compact = await take(ctx, Compact, compactMachine.label, id, expectedVersion)
    await actCompact(ctx, compact, ASSEMBLING[compact.status] ?? 'CONVENE', { data: { type: input.type } })
    return planOn(ctx, { issue: await ctx.em.findOneOrFail(Issue, { id: compact.issue.id }), compact }, input)
  }

  @For(...COMMITTEE)
  @Mutation(() => Meeting, { description: 'Changes a meeting that has not been announced.' })
  async reviseMeeting(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('input', () => MeetingInput) input: MeetingInput,
  ) {
    const meeting = await take(ctx, Meeting, what, id, expectedVersion)
    mustHold(ctx, COMMITTEE, meeting.division)
    if (meeting.status !== 'PLANNED')
      throw refused(text('会议已经通知，不能再修改。', 'The meeting has been announced and can no longer be changed.'))
    if (meeting.building && input.type !== 'OWNERS')
      throw badInput(text('加装电梯由业主大会表决。', 'Owners decide on a lift.'), { field: 'type' })
    const { type, title, startsAt, place, agenda, committeeMembers = [], exception } = input
    const isSameCase = meeting.exception === (exception?.trim() || null)
    const before = columnsIn(meeting, REVISED)
    Object.assign(meeting, {
      type,
      title: title.trim(),
      startsAt,
      place: place.trim(),
      ...detailsOf(input),
      ...(meeting.building ? { matter: meeting.matter } : {}),
      committeeMembers,
      exception: exception?.trim() || null,
      exceptionApprovedAt: isSameCase ? meeting.exceptionApprovedAt : null,
    })
    await ctx.em.nativeDelete(AgendaItem, { meeting: meeting.id })
    setAgenda(ctx, meeting, agenda)
    await record(ctx, meeting, {
      type: 'Meeting',
      action: 'REVISE',
      from: meeting.status,
      to: meeting.status,
      title: meeting.title,
      data: { before, after: columnsIn(meeting, REVISED), type, agenda },
    })
    return meeting
  }

  @SignedIn()
  @Mutation(() => Meeting, { description: 'Takes an action of the meeting workflow that carries no data.' })
  async actOnMeeting(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('action', () => meetingTypes.Action) action: MeetingAction,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('reason', () => String, { nullable: true }) reason?: string,
  ) {
    mustNotCarry(meetingMachine, action)
    return actMeeting(ctx, await take(ctx, Meeting, what, id, expectedVersion), action, { reason })
  }

  @For('MEETING_CHAIR')
  @Mutation(() => Meeting, {
    description: 'Breaks off and names the day on which the meeting goes on; who came must check in again.',
  })
  async adjournMeeting(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('startsAt', () => Date) startsAt: Date,
    @Arg('reason', () => String) reason: string,
  ) {
    if (startsAt <= ctx.now)
      throw badInput(text('再开时间应当在现在之后。', 'It must go on at a later time.'), { field: 'startsAt' })
    const meeting = await take(ctx, Meeting, what, id, expectedVersion)
    const attended = await ctx.em.find(Attendance, { meeting: id })
    await actMeeting(ctx, meeting, 'ADJOURN', { reason, data: { startsAt, attended: attended.length } })
    await tellMoved(ctx, meeting, startsAt, reason.trim())
    await ctx.em.nativeDelete(Attendance, { meeting: id })
    meeting.startsAt = startsAt
    return meeting
  }

  @SignedIn()
  @Mutation(() => Meeting, {
    description: 'Checks the caller in, as a resident or as the chair. Doing it again changes nothing.',
  })
  async attendMeeting(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    const seen = await find(ctx, Meeting, id)
    if (!seen) throw notFound(what)
    if (!rolesAt(ctx.actor, seen.division).includes('MEETING_CHAIR')) return checkIn(ctx, seen, residentAt(ctx, seen.division))
    const meeting = await ctx.em.findOneOrFail(Meeting, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true })
    mustBeMeetingDay(meeting)
    if (meeting.chairCheckedInAt) return meeting
    meeting.chairCheckedInAt = ctx.now
    await record(ctx, meeting, {
      type: 'Meeting',
      action: 'CHAIR_CHECK_IN',
      from: meeting.status,
      to: meeting.status,
      as: 'MEETING_CHAIR',
      title: meeting.title,
    })
    return meeting
  }

  @For(...COMMITTEE)
  @Mutation(() => Meeting, { description: 'Checks a resident in at the door. Doing it again changes nothing.' })
  async checkIn(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('resident', () => ID) resident: string) {
    const meeting = await find(ctx, Meeting, id)
    if (!meeting) throw notFound(what)
    mustHold(ctx, COMMITTEE, meeting.division)
    return checkIn(ctx, meeting, resident)
  }

  @For(...COMMITTEE)
  @Mutation(() => Meeting, { description: 'Writes the minutes with a result for every item, and what was said against it.' })
  async recordMinutes(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('input', () => MinutesInput) input: MinutesInput,
  ) {
    const meeting = await take(ctx, Meeting, what, id, expectedVersion)
    if (!input.minutes.trim()) throw badInput(text('请填写会议纪要。', 'The minutes must not be empty.'), { field: 'minutes' })
    for (const item of await ctx.em.find(AgendaItem, { meeting: id })) {
      const { outcome, result, dissent } = input.items.find(({ position }) => position === item.position) ?? {}
      Object.assign(item, { outcome: outcome ?? null, result: result?.trim() ?? null, dissent: dissent?.trim() || null })
    }
    await ctx.em.flush()
    await actMeeting(ctx, meeting, 'RECORD_MINUTES', { data: { items: input.items } })
    meeting.minutes = input.minutes.trim()
    return meeting
  }
}

const mustBeMeetingDay = ({ status }: Meeting): void => {
  if (status !== 'NOTICED' && status !== 'OPEN')
    throw refused(text('现在不能签到：会议未通知或者已经散会。', 'Nobody checks in now: the meeting is not announced, or over.'))
}

/** Notes that a resident is here; doing it again changes nothing. */
export const checkIn = async (ctx: Context, meeting: Meeting, resident: string): Promise<Meeting> => {
  mustBeMeetingDay(meeting)
  if (!(await onRoll(ctx, resident, meeting.division)))
    throw refused(text('该居民不在本社区名册中。', 'The resident is not on the roll of this community.'))
  await mustHaveSeat(ctx, meeting, resident)
  await ctx.em.execute(
    'insert into compacts.attendance (id, meeting_id, resident, "by", "at") values (?, ?, ?, ?, ?) on conflict (meeting_id, resident) do nothing',
    [uuidv7(), meeting.id, resident, ctx.actor.id, ctx.now],
  )
  return meeting
}
