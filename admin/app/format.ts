// Dates, amounts and counts as officers write them. Times are Beijing time whatever the machine's zone.
import { locale, t } from './i18n.ts'

const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })

type Moment = string | number | Date

/** 2026-11-21 14:30 */
export const dateTime = (at: Moment | null | undefined): string => (at ? parts.format(new Date(at)) : '—')

/** 2026-11-21 */
export const day = (at: Moment | null | undefined): string => dateTime(at).slice(0, 10)

export const count = (value: number): string => new Intl.NumberFormat('zh-CN').format(value)

/** Fen as yuan with two decimals: 123456 → 1,234.56 */
export const yuan = (fen: number): string =>
  new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(fen / 100)

/** 99.3 %, from the counts it was made of. */
export const share = (part: number, whole: number): string => (whole ? `${((part / whole) * 100).toFixed(1)}%` : '—')

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How far away a moment is, in the largest unit that says it: 3 天, 5 小时, 12 分钟. */
export const span = (milliseconds: number): string => {
  const size = Math.abs(milliseconds)
  if (size >= DAY) return t('span.days', { n: Math.floor(size / DAY) })
  if (size >= HOUR) return t('span.hours', { n: Math.floor(size / HOUR) })
  return t('span.minutes', { n: Math.max(1, Math.floor(size / MINUTE)) })
}

export type Urgency = 'LATE' | 'SOON' | 'CALM'

/** Late, due within a day, or calm. */
export const urgency = (due: Moment, now: Moment): Urgency => {
  const left = new Date(due).getTime() - new Date(now).getTime()
  if (left < 0) return 'LATE'
  return left < DAY ? 'SOON' : 'CALM'
}

/** Full-width digits, letters, points and hyphens, as an input method leaves them, in their ordinary form. */
export const halfWidth = (typed: string): string =>
  typed
    .replace(/[\uff0d\uff0e\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')

export const sortByLocale = (a: string, b: string): number => a.localeCompare(b, locale() === 'zh' ? 'zh-Hans-CN' : 'en')
