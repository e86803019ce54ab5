// The list of requests to see a field of a child: what its address asks for, and how many that is.
import type { ListState } from '../app/list.ts'
import { counter } from '../app/totals.ts'
import { revealRequestsQuery, type RevealRequestStatus } from './request.queries.ts'

export const revealRequestsAsked = (list: ListState) => ({
  status: (list.one('status') as RevealRequestStatus | undefined) ?? null,
  first: list.first,
  after: list.after ?? null,
})

export const count = counter(revealRequestsQuery, revealRequestsAsked)
