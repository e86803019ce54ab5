// The list of objections: what its address asks for, and how many that is.
import type { ListState } from '../app/list.ts'
import { counter } from '../app/totals.ts'
import { objectionsQuery, type ObjectionStatus } from './objection.queries.ts'
import type { Ground } from './task.queries.ts'

export const objectionsAsked = (list: ListState, division: string | null) => ({
  filter: {
    status: (list.many('status') as ObjectionStatus[] | undefined) ?? null,
    ground: (list.many('ground') as Ground[] | undefined) ?? null,
    department: list.one('department') ?? null,
    from: list.many('at')?.[0] ?? null,
    to: list.many('at')?.[1] ?? null,
    division,
  },
  first: list.first,
  after: list.after ?? null,
})

export const count = counter(objectionsQuery, objectionsAsked)
