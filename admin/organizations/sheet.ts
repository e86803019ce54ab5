// The sheet in which registries hand over organisations: its empty form, and reading one that was chosen.
import type { ResultOf } from '../app/graphql.ts'
import { say, t, text } from '../app/i18n.ts'
import { download } from '../app/save.ts'
import { workbookOf } from '../app/work/workbook.ts'
import type { organizationSheetQuery } from './organization.mutations.ts'
import { choicesOf, grades, kinds } from './organizations.display.ts'

export type SheetReport = ResultOf<typeof organizationSheetQuery>['organizationSheet']

/** The columns in their order, as the server knows them. */
const COLUMNS = [
  text('统一社会信用代码', 'Unified social credit code'),
  text('名称', 'Name'),
  text('类别', 'Kind'),
  text('登记日期', 'Registered on'),
  text('住所', 'Registered address'),
  text('业务范围', 'What it may do'),
  text('联系电话', 'Phone'),
  text('评估等级', 'Grade'),
  text('等级有效期至', 'Grade holds until'),
  text('登记状态', 'Status'),
]

/** Saves the empty form; above its columns stands how they are filled in. */
export const saveTemplate = async (title: string): Promise<void> => {
  const one = (list: string, names: readonly string[]) =>
    choicesOf(list, names)
      .map(({ label }) => label)
      .join(t('form.and'))
  const facts = [
    [t('organizations.register.kind'), one('kind', kinds)],
    [t('organizations.register.grade'), one('grade', grades)],
    [t('organizations.sheet.dates'), '2026-01-01'],
  ] as const
  download(await workbookOf({ title, facts, columns: COLUMNS.map(say), rows: [] }), `${title}.xlsx`)
}

const cellText = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value !== 'object') return String(value)
  if ('richText' in value) return (value.richText as { text: string }[]).map((part) => part.text).join('')
  if ('text' in value) return cellText(value.text)
  return 'result' in value ? cellText(value.result) : ''
}

/** The rows of the first sheet with something in it, as text; null when the file is no workbook. */
export const readSheet = async (file: File): Promise<string[][] | null> => {
  const { default: exceljs } = await import('exceljs')
  const book = new exceljs.Workbook()
  try {
    await book.xlsx.load(await file.arrayBuffer())
  } catch {
    return null
  }
  const sheet = book.worksheets.find((one) => one.actualRowCount > 0)
  const rows: string[][] = []
  sheet?.eachRow({ includeEmpty: true }, (row) => {
    rows.push(Array.from({ length: row.cellCount }, (_, at) => cellText(row.getCell(at + 1).value)))
  })
  return rows
}
