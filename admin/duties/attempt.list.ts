// The list of attempts that were refused: what its address asks for, and how many that is.
import type { ListState } from '../app/list.ts'
import { counter } from '../app/totals.ts'
import { attemptsQuery } from './task.queries.ts'

export const attemptsAsked = (list: ListState, division: string | null) => ({
  filter: {
    department: list.one('department') ?? null,
    from: list.many('at')?.[0] ?? null,
    to: list.many('at')?.[1] ?? null,
    division: list.one('division') ?? division,
  },
  first: list.first,
  after: list.after ?? null,
})

export const count = counter(attemptsQuery, attemptsAsked)
