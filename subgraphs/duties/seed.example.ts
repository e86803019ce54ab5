// How an item of the demo's lists is written: what is to be done, and the article that says so.
import type { DutyCategory, DutyPerformer } from './item.rules.ts'
import type { Citation } from './seed.laws.ts'

export interface Example {
  readonly code: string
  readonly name: string
  readonly category: DutyCategory
  readonly content: string
  readonly bases: readonly Citation[]
  readonly performer: DutyPerformer
  /** The code of the department, and what it pays a committee a year, in yuan. */
  readonly department: string | null
  readonly yuan: number | null
  readonly frequency: string | null
  readonly standard: string | null
}

export const example = (
  code: string,
  name: string,
  category: DutyCategory,
  content: string,
  bases: readonly Citation[],
  more: Partial<Example> = {},
): Example => ({
  code,
  name,
  category,
  content,
  bases,
  performer: 'RESIDENTS_COMMITTEE',
  department: null,
  yuan: null,
  frequency: null,
  standard: null,
  ...more,
})
