// The directory: what its address asks for, and how many that is.
import type { ListState } from '../app/list.ts'
import { counter } from '../app/totals.ts'
import { around } from './around.ts'
import { entriesQuery, type EntryStatus } from './entry.queries.ts'

export const entriesAsked = (list: ListState, division: string | null) => ({
  filter: {
    status: (list.many('status') as EntryStatus[] | undefined) ?? null,
    division: around(division),
  },
  first: list.first,
  after: list.after ?? null,
})

export const count = counter(entriesQuery, entriesAsked)
