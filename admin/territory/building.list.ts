// The list of buildings: what its address asks for, and how many that is.
import type { ListState } from '../app/list.ts'
import { counter } from '../app/totals.ts'
import { buildingsQuery } from './territory.queries.ts'

export const buildingsAsked = (list: ListState, division: string | null) => ({
  filter: { search: list.one('search') ?? null, division: list.one('division') ?? division },
  first: list.first,
  after: list.after ?? null,
})

export const count = counter(buildingsQuery, buildingsAsked)
