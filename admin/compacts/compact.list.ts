// The list of compacts: what its address asks for, and how many that is.
import type { ListState } from '../app/list.ts'
import { counter } from '../app/totals.ts'
import { compactsQuery, type CompactKind, type CompactStatus } from './compact.queries.ts'

export const compactsAsked = (list: ListState, division: string | null) => ({
  filter: {
    text: list.one('text') ?? null,
    status: (list.many('status') as CompactStatus[] | undefined) ?? null,
    kind: (list.many('kind') as CompactKind[] | undefined) ?? null,
    division,
  },
  first: list.first,
  after: list.after ?? null,
})

export const count = counter(compactsQuery, compactsAsked)
