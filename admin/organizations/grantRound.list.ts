// The list of rounds: what its address asks for, and how many that is.
import type { ListState } from '../app/list.ts'
import { counter } from '../app/totals.ts'
import { roundsQuery, type RoundStatus } from './grant.queries.ts'

export const roundsAsked = (list: ListState, division: string | null) => ({
  filter: {
    search: list.one('search') ?? null,
    status: (list.many('status') as RoundStatus[] | undefined) ?? null,
    division,
  },
  first: list.first,
  after: list.after ?? null,
})

export const count = counter(roundsQuery, roundsAsked)
