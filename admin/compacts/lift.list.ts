// The list of lift retrofits: what its address asks for, and how many that is.
import type { ListState } from '../app/list.ts'
import { counter } from '../app/totals.ts'
import { liftsQuery, type BuildingStatus } from './lift.queries.ts'

export const liftsAsked = (list: ListState, division: string | null) => ({
  filter: { status: (list.many('status') as BuildingStatus[] | undefined) ?? null, division },
  first: list.first,
  after: list.after ?? null,
})

export const count = counter(liftsQuery, liftsAsked)
