// A list as a sheet of a workbook: what it is stands above it, and no cell is ever a formula.
import type { CellObject, SheetData } from 'write-excel-file/universal'

export type Value = string | number | null | undefined

export interface Sheet {
  readonly title: string
  /** What stands above the table, line by line: scope, who, when, number. */
  readonly facts: readonly (readonly [label: string, words: string])[]
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Value[])[]
}

const NARROW = 8
const WIDE = 48
const LONGEST = 32_000
const HEAD = '#EEF1F5'

/** Signs a workbook cannot hold: all control characters but tab and line feed. */
const UNWRITABLE = /[^\t\n -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

/** Text stays text, whatever it begins with; a number is a number. */
const cellOf = (value: Value): CellObject | null => {
  if (typeof value === 'number') return { value, type: Number }
  const words = (value ?? '').replace(UNWRITABLE, '').slice(0, LONGEST)
  return words ? { value: words, type: String } : null
}

const bold = (words: string): CellObject => ({ ...cellOf(words), fontWeight: 'bold' })

/** The cells of the sheet, from its first line. */
export const cellsOf = ({ title, facts, columns, rows }: Sheet): SheetData => [
  [{ ...bold(title), fontSize: 14 }],
  ...facts.map(([label, words]) => [bold(label), cellOf(words)]),
  [],
  columns.map((column) => ({ ...bold(column), backgroundColor: HEAD })),
  ...rows.map((row) => row.map(cellOf)),
]

/** How much room a text takes, in digits: a Chinese character takes two. */
const lengthOf = (value: Value): number => [...String(value ?? '')].reduce((sum, sign) => sum + (sign > '\u00ff' ? 2 : 1), 0)

const widthsOf = ({ columns, rows }: Sheet) =>
  columns.map((column, at) => {
    const longest = rows.reduce((most, row) => Math.max(most, lengthOf(row[at])), lengthOf(column))
    return { width: Math.min(Math.max(longest + 2, NARROW), WIDE) }
  })

/** The workbook as a file; the writer is fetched when it is needed. */
export const workbookOf = async (sheet: Sheet): Promise<Blob> => {
  const { default: write } = await import('write-excel-file/universal')
  const name = sheet.title.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31)
  return write(cellsOf(sheet), { columns: widthsOf(sheet), sheet: name }).toBlob()
}
