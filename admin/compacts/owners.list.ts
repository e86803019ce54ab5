// The list of owners' committees: what its address asks for, and how many that is.
import type { ListState } from '../app/list.ts'
import { counter } from '../app/totals.ts'
import { ownersListQuery, type OwnersStatus } from './owners.queries.ts'

export const ownersAsked = (list: ListState, division: string | null) => ({
  filter: {
    text: list.one('text') ?? null,
    status: (list.many('status') as OwnersStatus[] | undefined) ?? null,
    division,
  },
  first: list.first,
  after: list.after ?? null,
})

export const count = counter(ownersListQuery, ownersAsked)
