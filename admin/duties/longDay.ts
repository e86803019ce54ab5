// How official papers write days.
import { locale } from '../app/i18n.ts'

/** 2026年11月21日. */
export const longDay = (at: string): string =>
  new Intl.DateTimeFormat(locale() === 'zh' ? 'zh-CN' : 'en-GB', { timeZone: 'Asia/Shanghai', dateStyle: 'long' }).format(
    new Date(at),
  )
