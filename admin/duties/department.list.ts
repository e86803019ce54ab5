// The list of departments: what its address asks for, and how many that is.
import type { ListState } from '../app/list.ts'
import { counter } from '../app/totals.ts'
import { departmentPageQuery } from './department.queries.ts'

export const departmentsAsked = (list: ListState, division: string | null) => ({
  filter: { search: list.one('search') ?? null, division },
  first: list.first,
  after: list.after ?? null,
})

export const count = counter(departmentPageQuery, departmentsAsked)
