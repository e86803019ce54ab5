// What the guards of a meeting ask about it; one statement per question, however many meetings are asked about.
import { many, type Context } from '../shared/context.ts'
import { ruleDayOf, ruleFor } from './electorate.freeze.ts'
import type { Meeting } from './meeting.entity.ts'
import type { MeetingFacts } from './meeting.rules.ts'
import { uuids } from './transaction.ts'

interface Agenda {
  items: number
  unrecorded: number
  open_votes: number
}

const agendaOf = (ctx: Context, id: string): Promise<Agenda | null> =>
  many(ctx, 'meeting.agenda', id, async (ids) => {
    const rows = await ctx.em.execute<(Agenda & { id: string })[]>(
      `select m.id, (select count(*)::int from compacts.agenda_item a where a.meeting_id = m.id) as items,
              (select count(*)::int from compacts.agenda_item a where a.meeting_id = m.id and a.outcome is null) as unrecorded,
              (select count(*)::int from compacts.vote v where v.meeting_id = m.id and v.status in ('OPEN', 'CONTESTED') and v.manner = 'AT_MEETING') as open_votes
         from compacts.meeting m where m.id = any(?::uuid[])`,
      [uuids(ids)],
    )
    return new Map(rows.map((row) => [row.id, row]))
  })

/** The columns the guards read, and with them the offers. */
export const MEETING_FACTS = [
  'id',
  'status',
  'division',
  'previousStatus',
  'type',
  'startsAt',
  'place',
  'exception',
  'exceptionApprovedAt',
  'basis',
  'matter',
  'building',
  'chairCheckedInAt',
  'dueAt',
] as const satisfies readonly (keyof Meeting)[]

export const meetingFacts = async (
  ctx: Context,
  meeting: Pick<Meeting, (typeof MEETING_FACTS)[number]>,
): Promise<MeetingFacts> => {
  const agenda = await agendaOf(ctx, meeting.id)
  const rule = ruleFor(ctx, meeting, await ruleDayOf(ctx, meeting))
  return {
    startsAt: meeting.startsAt,
    place: meeting.place,
    agenda: agenda?.items ?? 0,
    rule,
    exception: meeting.exception,
    isExceptionApproved: meeting.exceptionApprovedAt !== null,
    hasBasis: meeting.basis !== null,
    isBinding: rule.binding,
    isChairPresent: meeting.chairCheckedInAt !== null,
    hasOpenVoteAtMeeting: (agenda?.open_votes ?? 0) > 0,
    unrecorded: agenda?.unrecorded ?? 0,
    dueAt: meeting.dueAt,
  }
}
