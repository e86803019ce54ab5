// The opportunity bank: what its address asks for, and how many that is.
import type { ListState } from '../app/list.ts'
import { counter } from '../app/totals.ts'
import { around } from './around.ts'
import { opportunitiesQuery, type OpportunityKind, type OpportunityStatus } from './opportunity.queries.ts'

export const opportunitiesAsked = (list: ListState, division: string | null) => ({
  filter: {
    search: list.one('search') ?? null,
    status: (list.many('status') as OpportunityStatus[] | undefined) ?? null,
    kind: (list.many('kind') as OpportunityKind[] | undefined) ?? null,
    division: around(division),
  },
  first: list.first,
  after: list.after ?? null,
})

export const count = counter(opportunitiesQuery, opportunitiesAsked)
