// Taking actions on a meeting that must be called: counting who asks, and following the meeting that answers.
import { LockMode } from '@mikro-orm/postgresql'
import { dayOf, dueAfter, type TimeLimit } from '../shared/calendar.ts'
import { rule, many, type Context } from '../shared/context.ts'
import { act } from '../shared/event.ts'
import { ruleAt } from '../shared/rule.ts'
import { text } from '../shared/words.ts'
import { Convening } from './convening.entity.ts'
import { conveningMachine, type ConveningAction } from './convening.machine.ts'
import { isReached, stretchWords, type ConveningFacts, type ConveningRule, type Counted } from './convening.rules.ts'
import type { Meeting } from './meeting.entity.ts'
import type { MeetingAction } from './meeting.machine.ts'
import { meetingWord, ruleCodeOf } from './meeting.rules.ts'
import { tell } from './telling.ts'
import { bySystem, settle, uuids } from './transaction.ts'

/** How a kind of meeting is asked for there, by the rule of a day. */
export const conveningRule = (
  ctx: Context,
  { type, division }: Pick<Convening, 'type' | 'division'>,
  at = ctx.now,
): ConveningRule => ruleAt<ConveningRule>(ctx.rules, `CONVENE_${ruleCodeOf(type, division)}`, at, division).value

const NOBODY: Counted = {
  ADULTS: { signed: 0, whole: 0 },
  HOUSEHOLDS: { signed: 0, whole: 0 },
  REPRESENTATIVES: { signed: 0, whole: 0 },
}

/** Who asks for it and of how many, as the roll stands now. */
export const countedOf = async (ctx: Context, id: string): Promise<Counted> => {
  const counted = await many(ctx, 'convening.counted', id, async (ids) => {
    const rows = await ctx.em.execute<{ id: string; counted: Counted }[]>(
      `select c.id, json_build_object(
                'ADULTS', json_build_object('signed', count(s.resident), 'whole', count(*)),
                'HOUSEHOLDS', json_build_object('whole', count(distinct r.household),
                  'signed', count(distinct r.household) filter (where s.resident is not null and r.is_household_representative)),
                'REPRESENTATIVES', json_build_object('whole', count(*) filter (where r.is_representative),
                  'signed', count(s.resident) filter (where r.is_representative))) as counted
         from compacts.convening c
         join compacts.roll_entry r on r.division = c.division and not r.has_left and r.adult_since <= ?
         left join compacts.convening_signer s on s.convening_id = c.id and s.resident = r.resident
        where c.id = any(?::uuid[]) group by c.id`,
      [dayOf(ctx.now), uuids(ids)],
    )
    return new Map(rows.map((row) => [row.id, row.counted]))
  })
  return counted ?? NOBODY
}

export const conveningFacts = async (
  ctx: Context,
  convening: Pick<Convening, 'id' | 'status' | 'type' | 'division' | 'dueAt'>,
): Promise<ConveningFacts> => ({
  isReached: convening.status === 'GATHERING' && isReached(conveningRule(ctx, convening), await countedOf(ctx, convening.id)),
  dueAt: convening.dueAt,
})

export const titleOf = ({ type, division, issue, stretch }: Pick<Convening, 'type' | 'division' | 'issue' | 'stretch'>): string =>
  `${meetingWord(type, division).zh}：${issue ? issue.title : stretchWords(stretch!).zh}`

interface Said {
  readonly reason?: string | null | undefined
  readonly data?: unknown
  readonly dueAt?: Date | null
}

export const actConvening = async (
  ctx: Context,
  convening: Convening,
  action: ConveningAction,
  said: Said = {},
): Promise<Convening> => {
  if (convening.issue) await ctx.em.populate(convening, ['issue'] as never)
  const { author } = convening
  const relations = author && author === ctx.actor.resident ? (['AUTHOR'] as const) : []
  const facts = { ...(await conveningFacts(ctx, convening)), relations }
  await act(ctx, conveningMachine, convening, action, facts, { title: titleOf(convening), ...said })
  return convening
}

/** When enough have asked, the committee must call it, and those who asked are told. */
export const weigh = async (ctx: Context, convening: Convening): Promise<void> => {
  await settle(ctx)
  const system = bySystem(ctx)
  const counted = await countedOf(ctx, convening.id)
  if (convening.status !== 'GATHERING' || !isReached(conveningRule(ctx, convening), counted)) return
  await actConvening(system, convening, 'REACH', { data: { signed: counted.ADULTS.signed } })
  convening.reachedAt = ctx.now
  const signers = await ctx.em.execute<{ resident: string }[]>(
    'select resident from compacts.convening_signer where convening_id = ?',
    [convening.id],
  )
  const [word, title] = [meetingWord(convening.type, convening.division), convening.issue!.title]
  await tell(system, {
    type: 'Convening',
    stream: convening.id,
    division: convening.division,
    cause: 'REACHED',
    words: text(
      `就“${title}”提请召开${word.zh}的人数达到法定比例，居委会应当召集。`,
      `Enough have asked for a ${word.en.toLowerCase()} on “${title}”; the committee must call it.`,
    ),
    residents: signers.map(({ resident }) => resident),
    roles: ['SUBDISTRICT_OFFICER', 'SUPERVISION_MEMBER'],
  })
}

const FOLLOWED: Partial<Record<MeetingAction, readonly [from: Convening['status'], ConveningAction]>> = {
  NOTICE: ['DUE', 'CALL'],
  OPEN: ['CALLED', 'HOLD'],
  CANCEL: ['CALLED', 'REVIVE'],
}

/** What a step of a meeting means for those that must be called: notice answers them, opening fulfils them, cancelling revives them. */
export const followMeeting = async (ctx: Context, meeting: Meeting, action: MeetingAction): Promise<void> => {
  const [status, followed] = FOLLOWED[action] ?? []
  if (!status || !followed) return
  const answered = { division: meeting.division, type: meeting.type, $or: [{ issue: null }, { issue: meeting.issue.id }] }
  const where = followed === 'CALL' ? answered : { meeting: meeting.id }
  const system = bySystem(ctx)
  for (const convening of await ctx.em.find(Convening, { ...where, status } as never, {
    lockMode: LockMode.PESSIMISTIC_WRITE,
    refresh: true,
  })) {
    if (followed === 'CALL') convening.meeting = meeting
    const limit = rule<TimeLimit>(ctx, 'CONVENING_CALL', meeting.division).value
    const again = followed === 'REVIVE' ? { dueAt: convening.endsAt ?? dueAfter(ctx.now, limit) } : {}
    await actConvening(system, convening, followed, again)
  }
}
