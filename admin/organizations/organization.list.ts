// The register: what its address asks for, and how many that is.
import type { ListState } from '../app/list.ts'
import { counter } from '../app/totals.ts'
import { around } from './around.ts'
import {
  organizationsQuery,
  type OrganizationGrade,
  type OrganizationKind,
  type OrganizationStatus,
} from './organization.queries.ts'

export const organizationsAsked = (list: ListState, division: string | null) => ({
  filter: {
    search: list.one('search') ?? null,
    status: (list.many('status') as OrganizationStatus[] | undefined) ?? null,
    kind: (list.many('kind') as OrganizationKind[] | undefined) ?? null,
    grade: (list.many('grade') as OrganizationGrade[] | undefined) ?? null,
    division: around(division),
  },
  first: list.first,
  after: list.after ?? null,
})

export const count = counter(organizationsQuery, organizationsAsked)
