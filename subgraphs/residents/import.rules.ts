// What a row of the spreadsheet must say, and every cell that is wrong with it. Knows no file and no database.
import { birthDateOf, checkPhone, sexOf, type Sex } from '../shared/identifiers.ts'
import { checkPaper, PAPERS, type Paper } from './papers.rules.ts'
import { text, type Text } from '../shared/words.ts'
import { isChild } from './resident.rules.ts'
import { namedBy, RELATIONS, RESIDENCES, wordsOf, type Relation, type Residence } from './words.ts'

export interface Column {
  readonly name: string
  readonly required?: true
  readonly choices?: readonly string[]
  readonly hint: string
}

/** The columns of the template, in its order. */
export const COLUMNS = [
  { name: '姓名', required: true, hint: '与证件一致' },
  { name: '证件类型', choices: wordsOf(PAPERS), hint: '不填为居民身份证' },
  { name: '证件号码', required: true, hint: '单元格须为文本格式' },
  { name: '出生日期', hint: '身份证不必填；其他证件写作2026-01-31' },
  { name: '手机号码', hint: '手机号，或带区号的座机' },
  { name: '居住类型', required: true, choices: wordsOf(RESIDENCES), hint: '' },
  { name: '与户主关系', required: true, choices: wordsOf(RELATIONS), hint: '每户一位户主' },
  { name: '楼栋地址', required: true, hint: '如：示例路88弄4号' },
  { name: '室号', required: true, hint: '如：301室' },
  { name: '监护人姓名', hint: '未满14周岁必填' },
  { name: '监护人电话', hint: '未满14周岁必填' },
] as const satisfies readonly Column[]

export type ColumnName = (typeof COLUMNS)[number]['name']

/** Which heading of a sheet stands for a column of the form. */
export type Matched = Readonly<Partial<Record<ColumnName, string>>>

/** A heading as it is compared: without marks and spaces. */
export const plainHeading = (typed: string): string => typed.normalize('NFKC').replace(/[*\s\u200b\ufeff]/g, '')

/** What committees also call a column. */
const ALSO: Readonly<Partial<Record<ColumnName, readonly string[]>>> = {
  姓名: ['名字', '居民姓名'],
  证件类型: ['证件种类'],
  证件号码: ['身份证号', '身份证号码', '证件号', '公民身份号码'],
  出生日期: ['生日', '出生年月', '出生年月日'],
  手机号码: ['手机', '手机号', '电话', '联系电话', '联系方式'],
  居住类型: ['居住情况', '人口类型'],
  与户主关系: ['关系', '户主关系', '家庭关系'],
  楼栋地址: ['地址', '住址', '居住地址', '楼栋'],
  室号: ['房号', '房间号', '室'],
  监护人姓名: ['监护人'],
  监护人电话: ['监护人手机', '监护人联系方式'],
}

/** The heading that most likely stands for a column; null when none does. */
export const likelyHeading = (column: ColumnName, headings: readonly string[]): string | null => {
  const names = new Set([column, ...(ALSO[column] ?? [])])
  return headings.find((typed) => names.has(plainHeading(typed) as ColumnName)) ?? null
}

/** What is wrong with a match of columns to the headings of a sheet; null when nothing is. */
export const wrongMatch = (matched: Matched, headings: readonly string[]): Text | null => {
  const chosen = Object.values(matched)
  const twice = chosen.find((heading, at) => chosen.indexOf(heading) !== at)
  if (twice) return text(`“${twice}”对应了两列。`, `“${twice}” stands for two columns.`)
  const unknown = chosen.find((heading) => !headings.includes(heading))
  if (unknown) return text(`文件中没有“${unknown}”列。`, `The sheet has no column “${unknown}”.`)
  const missing = COLUMNS.filter((column: Column) => column.required && !matched[column.name as ColumnName]).map(
    ({ name }) => name,
  )
  return missing.length ? text(`请对应这些列：${missing.join('、')}。`, `Match these columns: ${missing.join(', ')}.`) : null
}

export interface SheetRow {
  /** As the spreadsheet program numbers it. */
  readonly line: number
  readonly cells: Readonly<Partial<Record<ColumnName, string>>>
  /** Columns whose cell is a number with more digits than a number keeps. */
  readonly lossy: readonly string[]
}

export interface Entry {
  readonly name: string
  readonly paper: Paper
  readonly idNumber: string
  readonly birthDate: string
  readonly sex: Sex | null
  readonly phone: string | null
  readonly residence: Residence
  readonly relation: Relation
  readonly address: string
  readonly room: string
  readonly guardian: { readonly name: string; readonly phone: string } | null
}

export interface CellProblem {
  readonly column: string
  readonly reason: Text
}

export type Read =
  | { readonly entry: Entry; readonly errors: readonly [] }
  | { readonly entry: null; readonly errors: readonly CellProblem[] }

/** Columns the sheet must have and has not. */
export const missingColumns = (headings: readonly string[], matched: Matched = {}): string[] => {
  const known = new Set(headings.map(plainHeading))
  const isMissing = ({ name, required }: Column) => required && !known.has(plainHeading(matched[name as ColumnName] ?? name))
  return COLUMNS.filter(isMissing).map(({ name }) => name)
}

/** Reads a row; either it is whole, or every wrong cell is named. */
export const readRow = ({ cells, lossy }: SheetRow, childAge: number, now: Date): Read => {
  const errors: CellProblem[] = []
  const wrong = (column: ColumnName, reason: Text) => void errors.push({ column, reason })
  const cell = (column: ColumnName) => (cells[column] ?? '').normalize('NFKC').trim()
  const told = (column: ColumnName, problem: Text | null) => problem && wrong(column, problem)

  for (const { name, required } of COLUMNS as readonly Column[])
    if (required && !cell(name as ColumnName)) wrong(name as ColumnName, text('不能为空', 'Must be filled in'))
  const choice = <Name extends string>(
    column: ColumnName,
    words: Record<Name, Text>,
    fallback: Name | null = null,
  ): Name | null => {
    const typed = cell(column)
    if (!typed) return fallback
    const found = namedBy(words, typed)
    if (!found) wrong(column, text(`只能填：${wordsOf(words).join('、')}`, `One of: ${wordsOf(words).join('、')}`))
    return found
  }

  const paper = choice('证件类型', PAPERS, 'RESIDENT_ID')
  const says = paper === 'RESIDENT_ID' || paper === 'RESIDENCE_PERMIT'
  let idNumber = cell('证件号码')
  if (idNumber && lossy.includes('证件号码'))
    wrong(
      '证件号码',
      text(
        '该单元格是数字格式，末几位已丢失，请改为文本格式后重新填写',
        'The cell is a number and lost its last digits; make it a text and fill it in again',
      ),
    )
  else if (idNumber && paper) {
    const checked = checkPaper(paper, idNumber, now)
    idNumber = checked.value
    told('证件号码', checked.problem)
  }
  const isWhole = !errors.some((e) => e.column === '证件号码' || e.column === '证件类型')
  const typedBirth = cell('出生日期')
    .replaceAll(/[/.年月]/g, '-')
    .replace(/日$/, '')
    .replace(/-(\d)(?=-|$)/g, '-0$1')
  let birthDate: string | null = null
  if (isWhole && says) {
    birthDate = birthDateOf(idNumber)
    if (typedBirth && typedBirth !== birthDate) wrong('出生日期', text('与证件号码不符', 'Does not agree with the number'))
  } else if (isWhole) {
    if (!typedBirth) wrong('出生日期', text('该类证件需填写出生日期', 'This paper needs the date of birth'))
    else if (
      !/^\d{4}-\d{2}-\d{2}$/.test(typedBirth) ||
      Number.isNaN(Date.parse(typedBirth)) ||
      new Date(`${typedBirth}T00:00:00+08:00`) > now
    )
      wrong('出生日期', text('应为有效日期，写作2026-01-31', 'Write a real day as 2026-01-31'))
    else birthDate = typedBirth
  }

  const phone = cell('手机号码') ? checkPhone(cell('手机号码')) : null
  told('手机号码', phone?.problem ?? null)
  const residence = choice('居住类型', RESIDENCES)
  const relation = choice('与户主关系', RELATIONS)

  let guardian: Entry['guardian'] = null
  if (birthDate && isChild(birthDate, childAge, now)) {
    const name = cell('监护人姓名')
    const guardianPhone = cell('监护人电话') ? checkPhone(cell('监护人电话')) : null
    if (!name) wrong('监护人姓名', text(`未满${childAge}周岁须填写监护人`, `Under ${childAge} a guardian is needed`))
    if (!guardianPhone)
      wrong('监护人电话', text(`未满${childAge}周岁须填写监护人电话`, `Under ${childAge} the guardian's phone is needed`))
    told('监护人电话', guardianPhone?.problem ?? null)
    if (relation === 'HEAD') wrong('与户主关系', text('未成年人不能为户主', 'A child cannot be the head'))
    guardian = { name, phone: guardianPhone?.value ?? '' }
  }

  if (errors.length) return { entry: null, errors }
  return {
    entry: {
      name: cell('姓名'),
      paper: paper!,
      idNumber,
      birthDate: birthDate!,
      sex: says ? sexOf(idNumber) : null,
      phone: phone?.value ?? null,
      residence: residence!,
      relation: relation!,
      address: cell('楼栋地址'),
      room: cell('室号'),
      guardian,
    },
    errors: [],
  }
}

/** Names, for each repeated number, the line on which it came first. */
export const repeated = (rows: readonly { line: number; entry: Entry | null }[]): Map<number, number> => {
  const first = new Map<string, number>()
  const again = new Map<number, number>()
  for (const { line, entry } of rows) {
    if (!entry) continue
    const key = `${entry.paper}:${entry.idNumber}`
    const before = first.get(key)
    if (before === undefined) first.set(key, line)
    else again.set(line, before)
  }
  return again
}
