// The list of disclosures: what its address asks for, and how many that is.
import type { ListState } from '../app/list.ts'
import { counter } from '../app/totals.ts'
import { disclosuresQuery, type DisclosureCategory, type DisclosureStatus } from './affairs.queries.ts'

export const disclosuresAsked = (list: ListState, division: string | null) => ({
  filter: {
    status: (list.many('status') as DisclosureStatus[] | undefined) ?? null,
    category: (list.many('category') as DisclosureCategory[] | undefined) ?? null,
    division,
  },
  first: list.first,
  after: list.after ?? null,
})

export const count = counter(disclosuresQuery, disclosuresAsked)
