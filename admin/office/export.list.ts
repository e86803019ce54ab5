// The list of exports: what its address asks for, and how many that is.
import type { ListState } from '../app/list.ts'
import { counter } from '../app/totals.ts'
import { exportsQuery } from './office.queries.ts'

export const exportsAsked = (list: ListState) => ({
  filter: { text: list.one('text') ?? null, division: list.one('division') ?? null },
  first: list.first,
  after: list.after ?? null,
})

export const count = counter(exportsQuery, exportsAsked)
