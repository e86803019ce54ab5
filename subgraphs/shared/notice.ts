// Public notice (公示): something is shown for a number of days that the law sets, in which anyone may object.
// It is over at 24:00 of its last day; the day on which it begins is not counted (民法典第201、203条).
import { addDays, dayOf, startOf } from './calendar.ts'
import { text, type Text } from './words.ts'

export interface Notice {
  readonly begunAt: Date | null
  readonly days: number
}

/** The instant a period of days that began at `from` is over. */
export const endOfDays = (from: Date, days: number): Date => startOf(addDays(dayOf(from), days + 1))

/** When the notice is over; null while it has not begun. */
export const noticeEnds = ({ begunAt, days }: Notice): Date | null => begunAt && endOfDays(begunAt, days)

/** The sentence that it must still be shown, with its source; null once it is over. */
export const stillShown = (notice: Notice, what: Text, basis: Text | null, now: Date): Text | null => {
  const ends = noticeEnds(notice)
  if (ends && now >= ends) return null
  const source = { zh: basis ? `（${basis.zh}）` : '', en: basis ? ` (${basis.en})` : '' }
  return text(`${what.zh}不少于${notice.days}日${source.zh}。`, `${what.en} lasts at least ${notice.days} days${source.en}.`)
}
