// Numbers set by law or local rule: dated rows with their source. A law change is a new row.
import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { dayOf } from './calendar.ts'
import { Scoped } from './scope.ts'

export interface RuleRow<Value = unknown> {
  readonly code: string
  /** First day on which it holds, `YYYY-MM-DD` in Beijing time. */
  readonly validFrom: string
  /** Division prefix it holds for; '' the whole country. The longest that covers the record wins. */
  readonly division?: string
  readonly value: Value
  /** Law, article and date, or the local document. */
  readonly basis: string
}

@Entity({ tableName: 'rule' })
@Scoped(() => true)
@Index({ properties: ['code', 'validFrom'] })
export class Rule {
  @PrimaryKey({ type: 'text' }) code!: string
  @PrimaryKey({ type: 'text' }) division!: string
  @PrimaryKey({ type: 'text' }) validFrom!: string
  @Property({ type: 'json' }) value!: unknown
  @Property({ type: 'text' }) basis!: string
}

const known = new WeakMap<readonly RuleRow[], { readonly day: string; readonly found: Map<string, RuleRow> }>()

/** The row in force for a code at a time and place; throws when there is none, since no number may be guessed. */
export const ruleAt = <Value>(rows: readonly RuleRow[], code: string, at: Date, division = ''): RuleRow<Value> => {
  const today = dayOf(at)
  let memo = known.get(rows)
  if (memo?.day !== today || memo.found.size > 10_000) known.set(rows, (memo = { day: today, found: new Map() }))
  const found =
    memo.found.get(code + division) ??
    rows
      .filter((r) => r.code === code && r.validFrom <= today && division.startsWith(r.division ?? ''))
      .sort((a, b) => (b.division ?? '').length - (a.division ?? '').length || b.validFrom.localeCompare(a.validFrom))[0]
  if (!found) throw new Error(`No rule ${code} on ${today}.`)
  memo.found.set(code + division, found)
  return found as RuleRow<Value>
}
