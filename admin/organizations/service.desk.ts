import { defineDesk } from '../app/desk.ts'
import { serviceQuery } from './service.queries.ts'
import { serviceBadge } from './offers.display.ts'
import ServiceDesk from './ServiceDesk.vue'

export default defineDesk({
  query: serviceQuery,
  pick: ({ serviceListing }) => serviceListing,
  standing: (record) => ({
    name: record.name,
    about: [record.organization.name, record.division.name].join(' · '),
    dueAt: record.dueAt,
    waiting: record.waiting,
    ...serviceBadge(record),
  }),
  view: ServiceDesk,
})
