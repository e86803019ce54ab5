// The list of accounts: what its address asks for, and how many that is.
import type { ListState } from '../app/list.ts'
import { counter } from '../app/totals.ts'
import { accountsQuery, type RoleName } from './office.queries.ts'

export const accountsAsked = (list: ListState) => ({
  filter: {
    text: list.one('text') ?? null,
    role: (list.one('role') as RoleName | undefined) ?? null,
    division: list.one('division') ?? null,
  },
  first: list.first,
  after: list.after ?? null,
})

export const count = counter(accountsQuery, accountsAsked)
