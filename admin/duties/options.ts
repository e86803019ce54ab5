// Choices for the fields of this feature, and how its lists are called, in the reader's language.
import { t } from '../app/i18n.ts'

/** The names of a word list with their words. */
export const choices = (list: string, names: readonly string[]) =>
  names.map((value) => ({ value, label: t(`duties.${list}.${value}`) }))

/** 2026 年依法协助政府工作事项清单（第 2 版） */
export const titleOf = (type: string, { year, number }: { readonly year: number; readonly number: number }): string =>
  t('duties.list.title', { year, type: t(`duties.listType.${type}`), n: number })
