// The list of agreements: what its address asks for, and how many that is.
import type { ListState } from '../app/list.ts'
import { counter } from '../app/totals.ts'
import type { GrantField } from './grant.queries.ts'
import { agreementsQuery, type AgreementStatus } from './grantAward.queries.ts'

export const agreementsAsked = (list: ListState, division: string | null) => ({
  filter: {
    search: list.one('search') ?? null,
    status: (list.many('status') as AgreementStatus[] | undefined) ?? null,
    field: (list.many('field') as GrantField[] | undefined) ?? null,
    round: list.one('round') ?? null,
    place: list.one('place') ?? null,
    overdue: list.one('overdue') ? true : null,
    division,
  },
  first: list.first,
  after: list.after ?? null,
})

export const count = counter(agreementsQuery, agreementsAsked)
