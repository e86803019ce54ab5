// The list of applications: what its address asks for, and how many that is.
import type { ListState } from '../app/list.ts'
import { counter } from '../app/totals.ts'
import { admissionsQuery, type AdmissionStatus } from './admission.queries.ts'

export const admissionsAsked = (list: ListState, division: string | null) => ({
  filter: {
    text: list.one('text') ?? null,
    status: (list.many('status') as AdmissionStatus[] | undefined) ?? null,
    overdue: list.one('overdue') ? true : null,
    division,
  },
  first: list.first,
  after: list.after ?? null,
})

export const count = counter(admissionsQuery, admissionsAsked)
