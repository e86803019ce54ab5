// Services: what its address asks for, and how many that is.
import type { ListState } from '../app/list.ts'
import { counter } from '../app/totals.ts'
import { servedAt } from './around.ts'
import { servicesQuery, type ServiceCost, type ServiceField, type ServiceStatus } from './service.queries.ts'

export const servicesAsked = (list: ListState, division: string | null) => ({
  filter: {
    search: list.one('search') ?? null,
    status: (list.many('status') as ServiceStatus[] | undefined) ?? null,
    field: (list.many('field') as ServiceField[] | undefined) ?? null,
    cost: (list.many('cost') as ServiceCost[] | undefined) ?? null,
    stale: list.many('look')?.includes('STALE') || null,
    proposed: list.many('look')?.includes('PROPOSED') || null,
    ...servedAt(division),
  },
  first: list.first,
  after: list.after ?? null,
})

export const count = counter(servicesQuery, servicesAsked)
