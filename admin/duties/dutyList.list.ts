// The list of lists: what its address asks for, and how many that is.
import type { ListState } from '../app/list.ts'
import { counter } from '../app/totals.ts'
import { dutyListsQuery, type ListType, type VersionStatus } from './list.queries.ts'

export const listsAsked = (list: ListState, division: string | null) => ({
  filter: {
    type: (list.many('type') as ListType[] | undefined) ?? null,
    status: (list.many('status') as VersionStatus[] | undefined) ?? null,
    year: list.many('year')?.map(Number).filter(Boolean) ?? null,
    division,
  },
  first: list.first,
  after: list.after ?? null,
})

export const count = counter(dutyListsQuery, listsAsked)
