// The list of votes: what its address asks for, and how many that is.
import type { ListState } from '../app/list.ts'
import { counter } from '../app/totals.ts'
import { daysOf } from './measured.list.ts'
import { votesQuery, type VoteStatus } from './vote.queries.ts'

export const votesAsked = (list: ListState, division: string | null) => ({
  filter: {
    status: (list.many('status') as VoteStatus[] | undefined) ?? null,
    division: list.one('division') ?? division,
    issue: null,
    counted: daysOf(list),
  },
  first: list.first,
  after: list.after ?? null,
})

export const count = counter(votesQuery, votesAsked)
