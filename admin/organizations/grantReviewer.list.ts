// The pool of reviewers: what its list asks for, and how many that is.
import type { ListState } from '../app/list.ts'
import { counter } from '../app/totals.ts'
import { reviewersQuery, type ReviewerRow } from './grantReview.queries.ts'

export const reviewersAsked = (list: ListState) => ({
  filter: { status: (list.many('status') as ReviewerRow['status'][] | undefined) ?? null },
  first: list.first,
  after: list.after ?? null,
})

export const count = counter(reviewersQuery, reviewersAsked)
