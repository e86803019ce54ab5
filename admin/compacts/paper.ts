// How official papers write days and numbers.
import { locale } from '../app/i18n.ts'

/** 2026年11月21日, as official papers write it. */
export const longDay = (at: string): string =>
  new Intl.DateTimeFormat(locale() === 'zh' ? 'zh-CN' : 'en-GB', { timeZone: 'Asia/Shanghai', dateStyle: 'long' }).format(
    new Date(at),
  )

/** A committee by its name in full, as it stands on its seal. */
export const sealName = (name: string): string => name.replace(/居委会$/, '居民委员会').replace(/村委会$/, '村民委员会')

/** The number of an article, up to ninety-nine: 二十一, in English 21. */
export const ordinal = (n: number): string => {
  if (locale() === 'en') return String(n)
  const [digits, tens, ones] = ['〇一二三四五六七八九', Math.floor(n / 10), n % 10]
  return `${tens > 1 ? digits[tens] : ''}${tens ? '十' : ''}${ones || !tens ? digits[ones] : ''}`
}
