// The list of moral reviews: what its address asks for, and how many that is.
import type { ListState } from '../app/list.ts'
import { counter } from '../app/totals.ts'
import { moralsQuery, type MoralKind, type MoralStatus } from './affairs.queries.ts'

export const moralsAsked = (list: ListState, division: string | null) => ({
  filter: {
    status: (list.many('status') as MoralStatus[] | undefined) ?? null,
    kind: (list.many('kind') as MoralKind[] | undefined) ?? null,
    division,
  },
  first: list.first,
  after: list.after ?? null,
})

export const count = counter(moralsQuery, moralsAsked)
