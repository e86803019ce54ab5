// Assignments of reviewers: what their list asks for, and how many that is.
import type { ListState } from '../app/list.ts'
import { counter } from '../app/totals.ts'
import { assignmentsQuery, type AssignmentStatus } from './grantReview.queries.ts'

export const assignmentsAsked = (list: ListState) => ({
  filter: {
    status: (list.many('status') as AssignmentStatus[] | undefined) ?? null,
    round: list.one('round') ?? null,
    mine: true,
  },
  first: list.first,
  after: list.after ?? null,
})

export const count = counter(assignmentsQuery, assignmentsAsked)
