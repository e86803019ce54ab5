// What an organisation is: its kinds and grades, how its code and name are read. Knows no record.
import { checkUscc, plain } from '../shared/identifiers.ts'
import { text, type Text } from '../shared/words.ts'

export const KINDS = {
  ASSOCIATION: text('社会团体', 'Association'),
  SERVICE_AGENCY: text('社会服务机构', 'Social service agency'),
  FOUNDATION: text('基金会', 'Foundation'),
  OTHER: text('其他', 'Other'),
} satisfies Record<string, Text>
export type OrganizationKind = keyof typeof KINDS

/** Grades of the assessment, lowest first. */
export const GRADES = {
  A1: text('1A', '1A'),
  A2: text('2A', '2A'),
  A3: text('3A', '3A'),
  A4: text('4A', '4A'),
  A5: text('5A', '5A'),
} satisfies Record<string, Text>
export type OrganizationGrade = keyof typeof GRADES

/** What the guards ask: nothing yet but where it stands. */
export type OrganizationFacts = object

export interface Graded {
  readonly grade: OrganizationGrade | null
  readonly gradeUntil: string | null
}

/** The grade that holds on a day; an assessment lapses with its last day. */
export const gradeOn = ({ grade, gradeUntil }: Graded, day: string): OrganizationGrade | null =>
  grade && (gradeUntil === null || gradeUntil >= day) ? grade : null

/** Whether the grade that holds on a day reaches another; none reaches none. */
export const reaches = (graded: Graded, least: OrganizationGrade, day: string): boolean => (gradeOn(graded, day) ?? '') >= least

const KIND_OF: Readonly<Record<string, OrganizationKind>> = { '51': 'ASSOCIATION', '52': 'SERVICE_AGENCY', '53': 'FOUNDATION' }

/** The kind a unified social credit code says, null when it says none. */
export const kindIn = (code: string): OrganizationKind | null => KIND_OF[code.slice(0, 2)] ?? null

const FILLERS = /[\s·•・()（）〔〕[\]【】“”"'‘’,，.。-]/gu
const FORMS = /(?:股份|有限|责任|公司|社会服务机构|民办非企业单位)+$/u

/** A name as duplicates are looked for: without space, brackets and the legal form at its end. */
export const normalName = (name: string): string => plain(name).replace(FILLERS, '').replace(FORMS, '')

const pairsOf = (word: string): string[] => {
  const letters = [...word]
  return letters.length < 2 ? letters : letters.slice(1).map((letter, at) => letters[at]! + letter)
}

/** How alike two texts are, 0 to 100: the share of pairs of letters they have in common. */
export const alike = (a: string, b: string): number => {
  if (a === b) return a ? 100 : 0
  const [one, other] = [pairsOf(a), pairsOf(b)]
  const left = new Map<string, number>()
  for (const pair of other) left.set(pair, (left.get(pair) ?? 0) + 1)
  const shared = one.filter((pair) => {
    const count = left.get(pair) ?? 0
    left.set(pair, count - 1)
    return count > 0
  }).length
  return Math.round((200 * shared) / Math.max(one.length + other.length, 1))
}

/** From here on two entries are shown as perhaps the same, and held to be the same until somebody says otherwise. */
export const SIMILAR = 75
export const SAME = 90

export interface Known {
  readonly id: string
  readonly name: string
  readonly address: string | null
}

export interface Candidate<One> {
  readonly one: One
  readonly likeness: number
}

/** How likely two entries are the same: mostly their names, a little their addresses. */
export const likeness = (a: Omit<Known, 'id'>, b: Omit<Known, 'id'>): number => {
  const names = alike(normalName(a.name), normalName(b.name))
  if (!a.address || !b.address) return names
  const addresses = alike(plain(a.address), plain(b.address))
  return names < 60 ? names : Math.min(100, Math.max(names, Math.round(names * 0.8 + addresses * 0.2)))
}

/** Finds entries that are perhaps the same as one; those without a pair of letters in common are never compared. */
export const finderOf = <One extends Known>(all: readonly One[]) => {
  const by = new Map<string, Set<One>>()
  for (const one of all) for (const pair of pairsOf(normalName(one.name))) by.set(pair, (by.get(pair) ?? new Set()).add(one))
  return (asked: Omit<Known, 'id'>): Candidate<One>[] => {
    const shared = new Map<One, number>()
    const pairs = new Set(pairsOf(normalName(asked.name)))
    for (const pair of pairs) for (const one of by.get(pair) ?? []) shared.set(one, (shared.get(one) ?? 0) + 1)
    return [...shared]
      .filter(([, count]) => count * 3 >= pairs.size)
      .map(([one]) => ({ one, likeness: likeness(asked, one) }))
      .filter((candidate) => candidate.likeness >= SIMILAR)
      .sort((a, b) => b.likeness - a.likeness)
  }
}

/** The sentence that is wrong with a code; a warning is passed over when a reason for keeping it is given. */
export const codeWrong = (typed: string, reason: string | null): Text | null => {
  const { verdict, problem } = checkUscc(typed)
  return verdict === 'OK' || (verdict === 'WARNING' && reason?.trim()) ? null : problem
}
