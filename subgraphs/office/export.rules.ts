// What the record of an export must say. Pure.
import { text, type Text } from '../shared/words.ts'

/** Lists that name people: nobody takes one out without saying what for. */
const PERSONAL: ReadonlySet<string> = new Set(['residents', 'households', 'data-requests'])

const LONGEST = 200
const MOST_WORDS = 60

interface Said {
  readonly list: string
  readonly title: string
  readonly filters: readonly string[]
  readonly fields: readonly string[]
  readonly purpose: string | null
}

/** What is wrong with it, and in which field; null when nothing is. */
export const misrecorded = ({ list, title, filters, fields, purpose }: Said): { field: string; words: Text } | null => {
  const isWordy = (words: readonly string[]) => words.length > MOST_WORDS || words.some((one) => one.length > LONGEST)
  if (!/^[a-z][a-z-]{1,39}$/.test(list))
    return { field: 'list', words: text('列表名称不正确。', 'That is not the name of a list.') }
  if (!title.trim() || title.length > LONGEST)
    return {
      field: 'title',
      words: text(`请写明列表标题，不超过${LONGEST}字。`, `Give the list a title of ${LONGEST} characters at most.`),
    }
  if (!fields.length) return { field: 'fields', words: text('请至少选择一列。', 'Choose one column at least.') }
  if (isWordy(filters)) return { field: 'filters', words: text('查询条件过长。', 'The conditions are too long.') }
  if (isWordy(fields)) return { field: 'fields', words: text('列名过长。', 'The columns are too long.') }
  if (PERSONAL.has(list) && !purpose)
    return {
      field: 'purpose',
      words: text('这份列表含有个人信息，请填写导出用途。', 'This list holds personal data: say what the export is for.'),
    }
  if ((purpose?.length ?? 0) > LONGEST)
    return { field: 'purpose', words: text(`用途不超过${LONGEST}字。`, `The purpose has ${LONGEST} characters at most.`) }
  return null
}
