// The disbursement desk: what its address asks for, and how many that is.
import type { ListState } from '../app/list.ts'
import { counter } from '../app/totals.ts'
import { instalmentsQuery, type InstalmentStatus } from './grantAward.queries.ts'

export const instalmentsAsked = (list: ListState, division: string | null) => ({
  filter: {
    status: (list.many('status') as InstalmentStatus[] | undefined) ?? null,
    round: list.one('round') ?? null,
    division,
  },
  first: list.first,
  after: list.after ?? null,
})

export const count = counter(instalmentsQuery, instalmentsAsked)
