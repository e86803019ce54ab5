// The list of applications: what its address asks for, and how many that is.
import type { ListState } from '../app/list.ts'
import { counter } from '../app/totals.ts'
import type { GrantField } from './grant.queries.ts'
import { applicationsQuery, type ApplicationStatus } from './grantApplication.queries.ts'

export const applicationsAsked = (list: ListState, division: string | null) => ({
  filter: {
    search: list.one('search') ?? null,
    status: (list.many('status') as ApplicationStatus[] | undefined) ?? null,
    field: (list.many('field') as GrantField[] | undefined) ?? null,
    round: list.one('round') ?? null,
    place: list.one('place') ?? null,
    spreadFrom: list.one('spread') ? Number(list.one('spread')) : null,
    division,
  },
  first: list.first,
  after: list.after ?? null,
})

export const count = counter(applicationsQuery, applicationsAsked)
