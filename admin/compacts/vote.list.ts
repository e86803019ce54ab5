// The list of votes: what its address asks for, and how many that is.
import type { ListState } from '../app/list.ts'
import { counter } from '../app/totals.ts'
import { votesQuery, type VoteStatus } from './vote.queries.ts'

export const votesAsked = (list: ListState, division: string | null) => ({
  filter: { status: (list.many('status') as VoteStatus[] | undefined) ?? null, division, issue: null },
  first: list.first,
  after: list.after ?? null,
})

export const count = counter(votesQuery, votesAsked)
