// The list of divisions: what its address asks for, and how many that is.
import type { ListState } from '../app/list.ts'
import { counter } from '../app/totals.ts'
import { divisionsQuery, type DivisionKind } from './territory.queries.ts'

export const divisionsAsked = (list: ListState, division: string | null) => ({
  filter: {
    search: list.one('search') ?? null,
    parent: list.one('parent') ?? null,
    within: list.one('parent') || list.one('search') ? null : division,
    kinds: (list.many('kind') as DivisionKind[] | undefined) ?? null,
    ended: list.one('ended') === 'yes',
  },
  orderBy: list.order === 'PINYIN' ? ('PINYIN' as const) : ('CODE' as const),
  first: list.first,
  after: list.after ?? null,
})

export const count = counter(divisionsQuery, divisionsAsked)
