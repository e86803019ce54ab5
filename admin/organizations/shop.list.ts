// Service shops: what its address asks for, and how many that is.
import type { ListState } from '../app/list.ts'
import { counter } from '../app/totals.ts'
import { around } from './around.ts'
import { shopsQuery, type ShopStatus } from './shop.queries.ts'

export const shopsAsked = (list: ListState, division: string | null) => ({
  filter: {
    search: list.one('search') ?? null,
    status: (list.many('status') as ShopStatus[] | undefined) ?? null,
    division: around(division),
  },
  first: list.first,
  after: list.after ?? null,
})

export const count = counter(shopsQuery, shopsAsked)
