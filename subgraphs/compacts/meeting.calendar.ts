// Announced meetings as an iCalendar feed (RFC 5545): only what the notice on the board says.
import type { FilterQuery } from '@mikro-orm/postgresql'
import { ANONYMOUS } from '../shared/actor.ts'
import type { Context } from '../shared/context.ts'
import { inDivision, where } from '../shared/scope.ts'
import { say } from '../shared/words.ts'
import { Meeting } from './meeting.entity.ts'
import { meetingWord } from './meeting.rules.ts'

const MOST = 200
const HOURS = 2
const DAY = 86_400_000

const stamp = (at: Date) => at.toISOString().replace(/[-:]|\.\d+/g, '')
const escaped = (words: string) => words.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')

/** A line of at most 75 octets, continued on the next after a space; a character is never cut in two. */
export const folded = (line: string): string => {
  const lines: string[] = []
  let [current, octets] = ['', 0]
  for (const char of line) {
    const size = Buffer.byteLength(char)
    if (octets + size > 75) {
      lines.push(current)
      ;[current, octets] = [' ', 1]
    }
    current += char
    octets += size
  }
  return [...lines, current].join('\r\n')
}

export const calendarOf = async (ctx: Context, division: string): Promise<string> => {
  const since = new Date(ctx.now.getTime() - 30 * DAY)
  const meetings = await ctx.em.find(
    Meeting,
    { $and: [where(inDivision(division)), { startsAt: { $gte: since }, noticedAt: { $ne: null } }] } as FilterQuery<Meeting>,
    { orderBy: { startsAt: 'asc' }, limit: MOST, filters: { scope: { actor: ANONYMOUS } } },
  )
  const events = meetings.flatMap(({ id, version, type, title, startsAt, place, status, noticedAt, division: at }) => [
    'BEGIN:VEVENT',
    `UID:${id}@linli`,
    `SEQUENCE:${version}`,
    `DTSTAMP:${stamp(noticedAt!)}`,
    `DTSTART:${stamp(startsAt)}`,
    `DTEND:${stamp(new Date(startsAt.getTime() + HOURS * 3_600_000))}`,
    `SUMMARY:${escaped(`${title}（${say(meetingWord(type, at), ctx.actor.locale)}）`)}`,
    `LOCATION:${escaped(place)}`,
    `STATUS:${status === 'CANCELLED' ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
  ])
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Linli//Meetings//ZH', 'METHOD:PUBLISH', ...events, 'END:VCALENDAR']
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}
