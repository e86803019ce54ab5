// The sheet in which lists are exchanged: its columns for the export, its empty form, and reading one that was chosen.
import { say, t, text } from '../app/i18n.ts'
import { download } from '../app/save.ts'
import { workbookOf } from '../app/work/workbook.ts'
import type { ExchangeRow } from './list.queries.ts'
import { categories, performers } from './lists.display.ts'
import { choices } from './options.ts'

/** The columns in their order, by their keys in the API. */
const COLUMNS = [
  ['code', text('事项编号', 'Code')],
  ['name', text('事项名称', 'Name')],
  ['category', text('事项类别', 'Category')],
  ['department', text('责任部门', 'Responsible department')],
  ['partners', text('配合单位', 'Partner units')],
  ['performer', text('实施主体', 'Carried out by')],
  ['content', text('工作内容', 'What is to be done')],
  ['standard', text('工作标准', 'Standard')],
  ['frequency', text('频次', 'Frequency')],
  ['timeLimit', text('时限', 'Time limit')],
  ['materials', text('所需材料', 'Materials')],
  ['bases', text('法律依据', 'Legal basis')],
  ['fundingSource', text('经费来源', 'Source of funds')],
  ['funding', text('经费标准（元）', 'Funding (yuan)')],
  ['accountingUnit', text('核算单位', 'Accounting unit')],
  ['staffing', text('人员设备', 'People and equipment')],
  ['validFrom', text('生效日期', 'Holds from')],
  ['validTo', text('失效日期', 'Holds to')],
  ['admissionDocument', text('准入文号', 'Admission document')],
  ['remark', text('备注', 'Remark')],
] as const

/** The columns of an export: headings as the sheet knows them, cells as the server writes them. */
export const exchangeColumns = () =>
  COLUMNS.map(([key, title]) => ({
    key,
    title: say(title),
    text: (row: ExchangeRow) => row.exchange.find((cell) => cell.key === key)?.value,
  }))

/** Saves the empty form; above its columns stands how they are filled in. */
export const saveTemplate = async (title: string): Promise<void> => {
  const one = (list: string, names: readonly string[]) =>
    `${t('duties.sheet.choices')}：${choices(list, names)
      .map(({ label }) => label)
      .join('、')}`
  const facts = [
    [t('duties.item.category'), one('category', categories)],
    [t('duties.item.performer'), one('performer', performers)],
    [t('duties.sheet.basisForm'), t('duties.sheet.basisExample')],
    [t('duties.sheet.dates'), '2026-01-01'],
  ] as const
  const columns = COLUMNS.map(([, words]) => say(words))
  download(await workbookOf({ title, facts, columns, rows: [] }), `${title}.xlsx`)
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
