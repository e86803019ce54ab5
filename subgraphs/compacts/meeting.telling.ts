// Telling whom a meeting concerns what has become of it: those on its roll, those with a seat or in the queue, those who came, its issue's authors.
import type { Context } from '../shared/context.ts'
import { text, type Text } from '../shared/words.ts'
import { clockOf } from './day.rules.ts'
import type { Meeting } from './meeting.entity.ts'
import type { Seat } from './seat.entity.ts'
import { tell } from './telling.ts'
import { OFF_ROLL } from './vote.count.ts'

const concerned = async (ctx: Context, { id, issue }: Meeting): Promise<string[]> => {
  const rows = await ctx.em.execute<{ resident: string }[]>(
    `with m as (select ?::uuid as meeting, ?::uuid as issue)
     select x.resident from m join compacts.electorate e on e.meeting_id = m.meeting join compacts.elector x on x.electorate_id = e.id
      where x.resident is not null and not ${OFF_ROLL}
     union select s.resident from m join compacts.seat s on s.meeting_id = m.meeting
     union select a.resident from m join compacts.attendance a on a.meeting_id = m.meeting
     union select i.author from m join compacts.issue i on i.id = m.issue
     union select r.resident from m join compacts.issue_raiser r on r.issue_id = m.issue`,
    [id, issue.id],
  )
  return rows.map(({ resident }) => resident)
}

const tellOf = (ctx: Context, meeting: Meeting, cause: string, words: Text, residents: readonly string[]): Promise<void> => {
  const { id: stream, division, version } = meeting
  const roles = ['MEETING_CHAIR', 'SUPERVISION_MEMBER', 'COMMITTEE_SECRETARY'] as const
  return tell(ctx, { type: 'Meeting', stream, division, cause: `${cause}:${version}`, words, residents, roles })
}

/** Nobody was told of a meeting before its notice, so nobody is told that it is off. */
export const tellCancelled = async (ctx: Context, meeting: Meeting, reason: string): Promise<void> => {
  if (!meeting.noticedAt) return
  const { title, startsAt, place } = meeting
  const words = text(
    `“${title}”（原定${clockOf(startsAt)}，${place}）已取消：${reason}`,
    `“${title}” (${clockOf(startsAt)}, ${place}) is cancelled: ${reason}`,
  )
  await tellOf(ctx, meeting, 'CANCELLED', words, await concerned(ctx, meeting))
}

export const tellMoved = async (ctx: Context, meeting: Meeting, startsAt: Date, reason: string): Promise<void> => {
  const { title, place } = meeting
  const words = text(
    `“${title}”改到${clockOf(startsAt)}再开，地点：${place}；到会须重新签到。原因：${reason}`,
    `“${title}” goes on at ${clockOf(startsAt)}, ${place}; whoever comes checks in again. Why: ${reason}`,
  )
  await tellOf(ctx, meeting, 'MOVED', words, await concerned(ctx, meeting))
}

export const tellSeated = (ctx: Context, meeting: Meeting, seat: Seat): Promise<void> => {
  const { id: stream, title, startsAt, place, division } = meeting
  const words = text(
    `“${title}”空出座位，您已由候补转为预约成功：${clockOf(startsAt)}，${place}。`,
    `A seat has come free: you have one at “${title}”, ${clockOf(startsAt)}, ${place}.`,
  )
  return tell(ctx, { type: 'Meeting', stream, division, cause: `SEATED:${seat.id}`, words, residents: [seat.resident] })
}
