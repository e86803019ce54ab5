// The sheet in which lists are exchanged between departments: its columns, how an item is written there, and how one is read.
import type { Locale, Text } from '../shared/words.ts'
import { say, text } from '../shared/words.ts'
import { BASIS_LEVELS, type BasisLevel } from './basis.rules.ts'
import { CATEGORIES, PERFORMERS, type DutyCategory, type DutyPerformer } from './item.rules.ts'

interface Column {
  readonly words: Text
  readonly required?: true
}

/** The columns, in their order; also what a comparison looks at. */
export const EXCHANGE = {
  code: { words: text('事项编号', 'Code') },
  name: { words: text('事项名称', 'Name'), required: true },
  category: { words: text('事项类别', 'Category'), required: true },
  department: { words: text('责任部门', 'Responsible department') },
  partners: { words: text('配合单位', 'Partner units') },
  performer: { words: text('实施主体', 'Carried out by'), required: true },
  content: { words: text('工作内容', 'What is to be done'), required: true },
  standard: { words: text('工作标准', 'Standard') },
  frequency: { words: text('频次', 'Frequency') },
  timeLimit: { words: text('时限', 'Time limit') },
  materials: { words: text('所需材料', 'Materials') },
  bases: { words: text('法律依据', 'Legal basis'), required: true },
  fundingSource: { words: text('经费来源', 'Source of funds') },
  funding: { words: text('经费标准（元）', 'Funding (yuan)') },
  accountingUnit: { words: text('核算单位', 'Accounting unit') },
  staffing: { words: text('人员设备', 'People and equipment') },
  validFrom: { words: text('生效日期', 'Holds from'), required: true },
  validTo: { words: text('失效日期', 'Holds to') },
  admissionDocument: { words: text('准入文号', 'Admission document') },
  remark: { words: text('备注', 'Remark') },
} as const satisfies Record<string, Column>

export type ExchangeKey = keyof typeof EXCHANGE
export const EXCHANGE_KEYS = Object.keys(EXCHANGE) as ExchangeKey[]

export interface BasisText {
  readonly law: string
  readonly article: string
  readonly level: BasisLevel
  readonly inForceFrom: string
  readonly inForceTo: string | null
  readonly link: string | null
}

export interface ItemText {
  readonly code: string
  readonly name: string
  readonly category: DutyCategory
  readonly performer: DutyPerformer
  readonly partners: string | null
  readonly content: string
  readonly standard: string | null
  readonly frequency: string | null
  readonly timeLimit: string | null
  readonly materials: string | null
  readonly fundingSource: string | null
  readonly funding: number | null
  readonly accountingUnit: string | null
  readonly staffing: string | null
  readonly validFrom: string
  readonly validTo: string | null
  readonly admissionDocument: string | null
  readonly remark: string | null
}

/** 《人民调解法》第八条｜法律｜2011-01-01｜https://… */
export const basisLine = ({ law, article, level, inForceFrom, inForceTo, link }: BasisText, locale: Locale): string =>
  [
    `《${law}》${article}`,
    say(BASIS_LEVELS[level], locale),
    inForceTo ? `${inForceFrom}至${inForceTo}` : inForceFrom,
    ...(link ? [link] : []),
  ].join('｜')

const yuan = (fen: number): string => (fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2))

/** An item as it stands in the sheet, by column. */
export const exchangeRow = (
  item: ItemText,
  bases: readonly BasisText[],
  department: string | null,
  locale: Locale,
): Record<ExchangeKey, string | null> => ({
  code: item.code,
  name: item.name,
  category: say(CATEGORIES[item.category], locale),
  department,
  partners: item.partners,
  performer: say(PERFORMERS[item.performer], locale),
  content: item.content,
  standard: item.standard,
  frequency: item.frequency,
  timeLimit: item.timeLimit,
  materials: item.materials,
  bases: bases.map((basis) => basisLine(basis, locale)).join('\n') || null,
  fundingSource: item.fundingSource,
  funding: item.funding === null ? null : yuan(item.funding),
  accountingUnit: item.accountingUnit,
  staffing: item.staffing,
  validFrom: item.validFrom,
  validTo: item.validTo,
  admissionDocument: item.admissionDocument,
  remark: item.remark,
})

export interface CellProblem {
  readonly column: string
  readonly reason: Text
}

/** What a row of the sheet says; the department still by its name. */
export interface ReadRow extends Omit<ItemText, 'code'> {
  readonly code: string | null
  readonly department: string | null
  readonly bases: readonly BasisText[]
}

export type Read =
  | { readonly row: ReadRow; readonly problems: readonly [] }
  | { readonly row: null; readonly problems: readonly CellProblem[] }

const plain = (heading: string) => heading.normalize('NFKC').replace(/[*\s\u200b\ufeff]/g, '')

/** Which column a heading stands for, in either language; null for one the sheet does not know. */
export const columnOf = (heading: string): ExchangeKey | null =>
  EXCHANGE_KEYS.find((key) => [EXCHANGE[key].words.zh, EXCHANGE[key].words.en].map(plain).includes(plain(heading))) ?? null

/** Columns the sheet must have and has not. */
export const missingColumns = (headings: readonly string[]): string[] => {
  const known = new Set(headings.map(columnOf))
  return EXCHANGE_KEYS.filter((key) => 'required' in EXCHANGE[key] && !known.has(key)).map((key) => EXCHANGE[key].words.zh)
}

const named = <Name extends string>(words: Record<Name, Text>, typed: string): Name | null =>
  (Object.entries<Text>(words).find(([name, w]) => [name, w.zh, w.en].includes(typed))?.[0] as Name | undefined) ?? null

const isDay = (day: string): boolean => {
  const date = new Date(`${day}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === day
}

/** Reads one legal basis; null when it is not written as one. */
export const readBasis = (line: string): BasisText | null => {
  const [cited = '', levelTyped = '', days = '', link = ''] = line.split(/[｜|]/).map((part) => part.trim())
  const [, law, article] = /^《(.+?)》\s*(\S.*)$/.exec(cited) ?? []
  const level = named(BASIS_LEVELS, levelTyped)
  const [from = '', to = null] = days.split(/\s*至\s*/)
  if (!law || !article || !level || !isDay(from) || (to !== null && !isDay(to)) || (link && !/^https?:\/\/\S+$/.test(link)))
    return null
  return { law, article, level, inForceFrom: from, inForceTo: to, link: link || null }
}

const LONGEST = 5_000

/** Reads a row; either it is whole, or every wrong cell is named. */
export const readRow = (cells: Readonly<Partial<Record<ExchangeKey, string>>>): Read => {
  const problems: CellProblem[] = []
  const wrong = (key: ExchangeKey, zh: string, en: string) =>
    void problems.push({ column: EXCHANGE[key].words.zh, reason: text(zh, en) })
  const cell = (key: ExchangeKey): string | null => cells[key]?.normalize('NFC').trim() || null
  for (const key of EXCHANGE_KEYS) {
    if ('required' in EXCHANGE[key] && !cell(key)) wrong(key, '不能为空', 'Must be filled in')
    if ((cell(key)?.length ?? 0) > LONGEST) wrong(key, `不超过${LONGEST}字`, `At most ${LONGEST} characters`)
  }
  const choice = <Name extends string>(key: ExchangeKey, words: Record<Name, Text>): Name | null => {
    const typed = cell(key)
    const found = typed ? named(words, typed) : null
    const all = Object.values<Text>(words)
    if (typed && !found) wrong(key, `只能填：${all.map((w) => w.zh).join('、')}`, `One of: ${all.map((w) => w.en).join(', ')}`)
    return found
  }
  const day = (key: ExchangeKey): string | null => {
    const typed = cell(key)?.slice(0, 10) ?? null
    if (typed && !isDay(typed)) wrong(key, '日期格式应为 2026-01-01', 'A date is written 2026-01-01')
    return typed
  }
  const category = choice('category', CATEGORIES)
  const performer = choice('performer', PERFORMERS)
  const bases = (cell('bases') ?? '').split(/\n|；/).filter((line) => line.trim())
  const read = bases.map(readBasis)
  if (read.includes(null))
    wrong(
      'bases',
      `写法应为“《法律名称》第几条｜法律｜2026-01-01”，一行一条：${bases[read.indexOf(null)]}`,
      `Written “《title》article｜level｜2026-01-01”, one a line: ${bases[read.indexOf(null)]}`,
    )
  const money = cell('funding')?.replace(/[,，元]/g, '') ?? null
  if (money && !/^\d{1,7}(\.\d{1,2})?$/.test(money))
    wrong('funding', '应为金额，如 1200 或 1200.50', 'An amount such as 1200 or 1200.50')
  const [validFrom, validTo] = [day('validFrom'), day('validTo')]
  if (validFrom && validTo && validTo < validFrom) wrong('validTo', '不得早于生效日期', 'May not lie before the first day')
  if (problems.length || !category || !performer || !validFrom) return { row: null, problems }
  return {
    row: {
      code: cell('code'),
      name: cell('name')!,
      category,
      department: cell('department'),
      partners: cell('partners'),
      performer,
      content: cell('content')!,
      standard: cell('standard'),
      frequency: cell('frequency'),
      timeLimit: cell('timeLimit'),
      materials: cell('materials'),
      bases: read as BasisText[],
      fundingSource: cell('fundingSource'),
      funding: money ? Math.round(Number(money) * 100) : null,
      accountingUnit: cell('accountingUnit'),
      staffing: cell('staffing'),
      validFrom,
      validTo,
      admissionDocument: cell('admissionDocument'),
      remark: cell('remark'),
    },
    problems: [],
  }
}

export interface Compared {
  readonly code: string
  readonly cells: Readonly<Record<ExchangeKey, string | null>>
}

export interface Difference<Row extends Compared> {
  readonly added: readonly Row[]
  readonly withdrawn: readonly Row[]
  readonly changed: readonly { readonly before: Row; readonly after: Row; readonly keys: readonly ExchangeKey[] }[]
  readonly unchanged: number
}

/** What is new, changed and gone between two versions of a list, by the codes of their items. */
export const compare = <Row extends Compared>(before: readonly Row[], after: readonly Row[]): Difference<Row> => {
  const [was, is] = [new Map(before.map((row) => [row.code, row])), new Map(after.map((row) => [row.code, row]))]
  const both = after.flatMap((row) => {
    const old = was.get(row.code)
    return old ? [{ before: old, after: row, keys: EXCHANGE_KEYS.filter((key) => old.cells[key] !== row.cells[key]) }] : []
  })
  return {
    added: after.filter(({ code }) => !was.has(code)),
    withdrawn: before.filter(({ code }) => !is.has(code)),
    changed: both.filter(({ keys }) => keys.length > 0),
    unchanged: both.filter(({ keys }) => keys.length === 0).length,
  }
}
