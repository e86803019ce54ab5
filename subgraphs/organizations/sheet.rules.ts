// The sheet in which registries hand over organisations: its columns, and how a row is read. Knows no record.
import { checkUscc, plain } from '../shared/identifiers.ts'
import { text, type Text } from '../shared/words.ts'
import { GRADES, kindIn, KINDS, type OrganizationGrade, type OrganizationKind } from './organization.rules.ts'

interface Column {
  readonly words: Text
  readonly required?: true
}

/** Where the registry says an organisation stands. */
export const SAID = {
  REGISTERED: text('正常', 'Registered'),
  LIQUIDATING: text('清算中', 'In liquidation'),
  DEREGISTERED: text('已注销', 'Deregistered'),
  REVOKED: text('已撤销', 'Revoked'),
} satisfies Record<string, Text>
export type SaidStatus = keyof typeof SAID

/** The columns, in their order. */
export const SHEET = {
  code: { words: text('统一社会信用代码', 'Unified social credit code'), required: true },
  name: { words: text('名称', 'Name'), required: true },
  kind: { words: text('类别', 'Kind') },
  registeredOn: { words: text('登记日期', 'Registered on') },
  address: { words: text('住所', 'Registered address') },
  purpose: { words: text('业务范围', 'What it may do') },
  phone: { words: text('联系电话', 'Phone') },
  grade: { words: text('评估等级', 'Grade') },
  gradeUntil: { words: text('等级有效期至', 'Grade holds until') },
  status: { words: text('登记状态', 'Status') },
} as const satisfies Record<string, Column>

export type SheetKey = keyof typeof SHEET
export const SHEET_KEYS = Object.keys(SHEET) as SheetKey[]

export interface SheetProblem {
  readonly column: Text
  readonly reason: Text
  /** It may be passed over with a reason. */
  readonly mayPass: boolean
}

export interface OrganizationRow {
  readonly code: string
  readonly name: string
  readonly kind: OrganizationKind
  readonly registeredOn: string | null
  readonly address: string | null
  readonly purpose: string | null
  readonly phone: string | null
  readonly grade: OrganizationGrade | null
  readonly gradeUntil: string | null
  readonly status: SaidStatus
}

const heading = (typed: string) => typed.normalize('NFKC').replace(/[*\s\u200b\ufeff]/g, '')

/** Which column a heading stands for, in either language; null for one the sheet does not know. */
export const columnOf = (typed: string): SheetKey | null =>
  SHEET_KEYS.find((key) => [SHEET[key].words.zh, SHEET[key].words.en].map(heading).includes(heading(typed))) ?? null

/** Columns the sheet must have and has not. */
export const missingColumns = (headings: readonly string[]): Text[] => {
  const known = new Set(headings.map(columnOf))
  return SHEET_KEYS.filter((key) => 'required' in SHEET[key] && !known.has(key)).map((key) => SHEET[key].words)
}

const named = <Name extends string>(words: Record<Name, Text>, typed: string): Name | null =>
  (Object.entries<Text>(words).find(([name, w]) => [name, w.zh, w.en].includes(typed))?.[0] as Name | undefined) ?? null

const isDay = (day: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day)

/** Control characters but tab and line feed. */
const UNSEEN = /[^\t\n -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu
const LONGEST: Partial<Record<SheetKey, number>> = { name: 80, address: 200, purpose: 2_000 }

/** Reads a row; what is wrong is said cell by cell, and what is only doubtful may be passed over with a reason. */
export const readRow = (
  cells: Readonly<Partial<Record<SheetKey, string>>>,
): { readonly row: OrganizationRow | null; readonly problems: SheetProblem[] } => {
  const problems: SheetProblem[] = []
  const wrong = (key: SheetKey, zh: string, en: string, mayPass = false) =>
    void problems.push({ column: SHEET[key].words, reason: text(zh, en), mayPass })
  const cell = (key: SheetKey): string | null => cells[key]?.replace(UNSEEN, '').normalize('NFC').trim() || null
  for (const key of SHEET_KEYS) {
    const most = LONGEST[key] ?? 100
    if ('required' in SHEET[key] && !cell(key)) wrong(key, '不能为空', 'Must be filled in')
    if ((cell(key)?.length ?? 0) > most) wrong(key, `不超过${most}字`, `At most ${most} characters`)
  }
  const choice = <Name extends string>(key: SheetKey, words: Record<Name, Text>): Name | null => {
    const typed = cell(key)
    const found = typed ? named(words, typed) : null
    const all = Object.values<Text>(words)
    if (typed && !found) wrong(key, `只能填：${all.map((w) => w.zh).join('、')}`, `One of: ${all.map((w) => w.en).join(', ')}`)
    return found
  }
  const day = (key: SheetKey): string | null => {
    const typed = cell(key)?.slice(0, 10) ?? null
    if (typed && !isDay(typed)) wrong(key, '日期格式应为 2026-01-01', 'A date is written 2026-01-01')
    return typed
  }
  const typed = cell('code') ?? ''
  const { verdict, problem } = checkUscc(typed)
  if (typed && problem) wrong('code', problem.zh, problem.en, verdict === 'WARNING')
  const code = plain(typed)
  const kind = choice('kind', KINDS) ?? (cell('kind') ? null : (kindIn(code) ?? 'OTHER'))
  const [grade, status] = [choice('grade', GRADES), choice('status', SAID) ?? 'REGISTERED']
  const [registeredOn, gradeUntil] = [day('registeredOn'), day('gradeUntil')]
  if (Boolean(cell('grade')) !== Boolean(gradeUntil))
    wrong('gradeUntil', '等级和有效期应当一并填写', 'A grade comes with the day until which it holds')
  const isWrong = problems.some(({ mayPass }) => !mayPass)
  if (isWrong || !kind) return { row: null, problems }
  const [name, address, purpose, phone] = [cell('name')!, cell('address'), cell('purpose'), cell('phone')]
  return { row: { code, name, kind, registeredOn, address, purpose, phone, grade, gradeUntil, status }, problems }
}
