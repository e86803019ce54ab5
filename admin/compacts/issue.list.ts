// The list of issues: what its address asks for, and how many that is.
import type { ListState } from '../app/list.ts'
import { counter } from '../app/totals.ts'
import { issuesQuery, type IssueStatus } from './issue.queries.ts'

const ORDERS = ['NEWEST', 'OLDEST', 'DUE', 'WAITING'] as const

export const issuesAsked = (list: ListState, division: string | null) => ({
  filter: {
    text: list.one('text') ?? null,
    status: (list.many('status') as IssueStatus[] | undefined) ?? null,
    division,
    open: list.one('open') === 'yes' ? true : null,
    unanswered: list.one('late') === 'unanswered' ? true : null,
    overdue: list.one('late') === 'overdue' ? true : null,
    mine: null,
  },
  orderBy: ORDERS.find((order) => order === list.order) ?? ('NEWEST' as const),
  first: list.first,
  after: list.after ?? null,
})

export const count = counter(issuesQuery, issuesAsked)
