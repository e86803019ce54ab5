// The list of commitments: what its address asks for, and how many that is.
import type { ListState } from '../app/list.ts'
import { counter } from '../app/totals.ts'
import { fundingsQuery, type FundingStatus } from './funding.queries.ts'

export const fundingsAsked = (list: ListState, division: string | null) => ({
  filter: {
    text: list.one('text') ?? null,
    status: (list.many('status') as FundingStatus[] | undefined) ?? null,
    overdue: list.one('overdue') ? true : null,
    year: list.one('year') ? Number(list.one('year')) : null,
    department: list.many('department') ?? null,
    dueFrom: list.many('at')?.[0] ?? null,
    dueTo: list.many('at')?.[1] ?? null,
    onTime: list.one('onTime') ? true : null,
    division: list.one('division') ?? division,
  },
  first: list.first,
  after: list.after ?? null,
})

export const count = counter(fundingsQuery, fundingsAsked)
