// The list of matters in force: what its address asks for, and how many that is.
import type { ListState } from '../app/list.ts'
import { counter } from '../app/totals.ts'
import { mattersQuery } from './indicator.queries.ts'

export const mattersAsked = (list: ListState, division: string | null) => ({
  filter: { holdsIn: list.one('division') ?? division, department: list.one('department') ?? null },
  first: list.first,
  after: list.after ?? null,
})

export const count = counter(mattersQuery, mattersAsked)
