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

type Found = Map<string, Map<string, RuleRow>>
const known = new WeakMap<readonly RuleRow[], { readonly at: Date; readonly day: string; readonly found: Found }>()

/** The row in force for a code at a time and place; throws when there is none, since no number may be guessed. */
export const ruleAt = <Value>(rows: readonly RuleRow[], code: string, at: Date, division = ''): RuleRow<Value> => {
  let memo = known.get(rows)
  const day = memo?.at === at ? memo.day : dayOf(at)
  if (memo?.at !== at) known.set(rows, (memo = { at, day, found: memo?.day === day ? memo.found : new Map() }))
  const places = memo.found.get(code) ?? new Map<string, RuleRow>()
  const found =
    places.get(division) ??
    rows
      .filter((r) => r.code === code && r.validFrom <= day && division.startsWith(r.division ?? ''))
      .sort((a, b) => (b.division ?? '').length - (a.division ?? '').length || b.validFrom.localeCompare(a.validFrom))[0]
  if (!found) throw new Error(`No rule ${code} on ${day}.`)
  memo.found.set(code, (places.size > 10_000 ? new Map<string, RuleRow>() : places).set(division, found))
  return found as RuleRow<Value>
}
