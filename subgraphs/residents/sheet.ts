// Spreadsheets in and out: the template, what an officer hands over, and what comes back with the reasons. Knows no database.
import type exceljs from 'exceljs'
import { COLUMNS, plainHeading, type Column, type ColumnName, type Matched, type SheetRow } from './import.rules.ts'

/** The library is large, and most processes never open a sheet. */
const emptyBook = async (): Promise<exceljs.Workbook> => new (await import('exceljs')).default.Workbook()

export interface Sheet {
  readonly headings: readonly string[]
  /** Rows with something in them; `values` as they stood, in the order of the headings. */
  readonly rows: readonly (SheetRow & { readonly values: readonly string[] })[]
}

/** A file that cannot be read, and the sentence that says why. */
export class Unreadable extends Error {}

const MOST_ROWS = 20_000
const MOST_BYTES = 200 * 1024 * 1024

/** Size of a zip archive once unpacked, by its directory: small files can hide very large ones. */
const unpackedSize = (file: Buffer): number => {
  let size = 0
  for (let at = file.indexOf('PK\x01\x02'); at >= 0; at = file.indexOf('PK\x01\x02', at + 46))
    if (at + 28 <= file.length) size += file.readUInt32LE(at + 24)
  return size
}

const textOf = (value: exceljs.CellValue): string => {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return Number.isInteger(value) ? value.toFixed(0) : String(value)
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value !== 'object') return String(value)
  if ('richText' in value) return value.richText.map((r) => r.text).join('')
  if ('text' in value) return String(value.text)
  if ('result' in value) return textOf(value.result as exceljs.CellValue)
  return ''
}

const isLossy = (value: exceljs.CellValue): boolean =>
  typeof value === 'number' && !Number.isSafeInteger(value) && Math.abs(value) > Number.MAX_SAFE_INTEGER

// An 18-digit number that begins with 1 to 9 is above the largest safe integer, so every ID number kept as a number shows.
interface RawRow {
  readonly line: number
  readonly values: readonly string[]
  readonly lossy: readonly boolean[]
}

const sheetOf = (rows: readonly RawRow[], matched: Matched): Sheet => {
  const filled = rows.filter((r) => r.values.some((v) => v.trim()))
  const [head, ...body] = filled
  if (!head) throw new Unreadable('文件中没有内容。')
  if (body.length > MOST_ROWS) throw new Unreadable(`一次最多导入${MOST_ROWS}行，请分成几个文件。`)
  const headings = head.values.map(plainHeading)
  const placeOf = (name: ColumnName) => headings.indexOf(plainHeading(matched[name] ?? name))
  const known = new Map(COLUMNS.map((c) => [placeOf(c.name), c.name] as const).filter(([at]) => at >= 0))
  return {
    headings: head.values.map((v) => v.trim()),
    rows: body.map(({ line, values, lossy }) => ({
      line,
      values: headings.map((_, at) => values[at] ?? ''),
      cells: Object.fromEntries([...known].map(([at, name]) => [name, values[at] ?? ''])) as SheetRow['cells'],
      lossy: [...known].filter(([at]) => lossy[at]).map(([, name]) => name),
    })),
  }
}

const readExcel = async (file: Buffer, matched: Matched): Promise<Sheet> => {
  if (unpackedSize(file) > MOST_BYTES) throw new Unreadable('文件展开后过大。')
  const book = await emptyBook()
  await book.xlsx.load(file as never).catch(() => {
    throw new Unreadable('不是有效的 Excel 文件(.xlsx),请用模板另存后重试。')
  })
  const sheet = book.worksheets.find((w) => w.actualRowCount > 0)
  const rows: RawRow[] = []
  sheet?.eachRow((row, line) => {
    const cells = Array.from({ length: row.cellCount }, (_, at) => row.getCell(at + 1).value)
    rows.push({ line, values: cells.map(textOf), lossy: cells.map(isLossy) })
  })
  return sheetOf(rows, matched)
}

/** Fields of comma- or tab-separated text, with quotes doubled inside quotes. */
const fields = (line: string, separator: string): string[] =>
  [...line.matchAll(new RegExp(`(?:^|${separator})(?:"((?:[^"]|"")*)"|([^${separator}]*))`, 'g'))].map(([, quoted, bare]) =>
    quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'),
  )

const decoded = (file: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file)
  } catch {
    // What Excel saves as CSV on a Chinese Windows.
    return new TextDecoder('gb18030').decode(file)
  }
}

const readText = (file: Buffer, matched: Matched): Sheet => {
  const content = decoded(file).replace(/^\ufeff/, '')
  if (content.includes('\u0000')) throw new Unreadable('不是有效的 Excel 或 CSV 文件。')
  const lines = content.split(/\r\n|\n|\r/)
  const separator = lines[0]?.includes('\t') ? '\t' : lines[0]?.includes(';') ? ';' : ','
  return sheetOf(
    lines.map((line, at) => ({ line: at + 1, values: fields(line, separator), lossy: [] })),
    matched,
  )
}

/** Reads what was handed over, Excel or CSV. Blank rows are skipped and do not shift the numbering. */
export const readSheet = async (file: Buffer, matched: Matched = {}): Promise<Sheet> => {
  if (file.subarray(0, 4).toString('latin1') === 'PK\x03\x04') return readExcel(file, matched)
  if (file.subarray(0, 4).toString('hex') === 'd0cf11e0')
    throw new Unreadable('这是旧版 Excel(.xls)文件，请另存为 .xlsx 后重试。')
  return readText(file, matched)
}

const styled = (sheet: exceljs.Worksheet, headings: readonly string[]): void => {
  sheet.columns = headings.map((name) => ({ header: name, width: Math.max(14, name.length * 2 + 4), style: { numFmt: '@' } }))
  sheet.getRow(1).font = { bold: true }
  sheet.views = [{ state: 'frozen', ySplit: 1 }]
}

const bytesOf = async (book: exceljs.Workbook): Promise<Buffer> => Buffer.from(await book.xlsx.writeBuffer())

/** The empty form: every cell is text, choices drop down, and the rules stand on a second sheet. */
export const templateBook = async (): Promise<Buffer> => {
  const book = await emptyBook()
  const sheet = book.addWorksheet('居民信息')
  styled(
    sheet,
    COLUMNS.map((c: Column) => (c.required ? `${c.name}*` : c.name)),
  )
  ;(COLUMNS as readonly Column[]).forEach(({ choices }, at) => {
    if (!choices) return
    const letter = sheet.getColumn(at + 1).letter
    const rule = { type: 'list', allowBlank: true, formulae: [`"${choices.join(',')}"`], showErrorMessage: true } as const
    ;(sheet as unknown as { dataValidations: { add: (range: string, rule: object) => void } }).dataValidations.add(
      `${letter}2:${letter}${MOST_ROWS + 1}`,
      rule,
    )
  })
  const notes = book.addWorksheet('填写说明')
  styled(notes, ['列', '是否必填', '说明'])
  for (const c of COLUMNS as readonly Column[])
    notes.addRow([c.name, c.required ? '必填' : '', [c.hint, c.choices?.join('、')].filter(Boolean).join('；')])
  return bytesOf(book)
}

/** The rows that were refused, as they stood, with the reasons in a last column. */
export const errorBook = async (
  headings: readonly string[],
  rows: readonly { values: readonly string[]; errors: readonly { column: string; reason: string }[] }[],
): Promise<Buffer> => {
  const book = await emptyBook()
  const sheet = book.addWorksheet('导入错误')
  styled(sheet, [...headings, '错误原因'])
  for (const { values, errors } of rows) {
    const row = sheet.addRow([...values, errors.map((e) => `${e.column}：${e.reason.replace(/。$/, '')}`).join('；')])
    for (const { column } of errors) {
      const at = headings.findIndex((h) => plainHeading(h) === plainHeading(column))
      if (at >= 0) row.getCell(at + 1).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFE0E0' } }
    }
  }
  return bytesOf(book)
}

export type { ColumnName }
