// The list of requests about personal data: what its address asks for, and how many that is.
import type { ListState } from '../app/list.ts'
import { counter } from '../app/totals.ts'
import { dataRequestsQuery, type DataRequestStatus } from './request.queries.ts'

export const dataRequestsAsked = (list: ListState) => ({
  status: (list.one('status') as DataRequestStatus | undefined) ?? null,
  first: list.first,
  after: list.after ?? null,
})

export const count = counter(dataRequestsQuery, dataRequestsAsked)
