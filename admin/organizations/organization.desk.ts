import { defineDesk } from '../app/desk.ts'
import { organizationQuery } from './organization.queries.ts'
import OrganizationDesk from './OrganizationDesk.vue'
import { organizationBadge } from './organizations.display.ts'

export default defineDesk({
  query: organizationQuery,
  pick: ({ socialOrganization }) => socialOrganization,
  standing: (organization) => ({
    name: organization.name,
    about: [organization.code, organization.division.name].join(' · '),
    dueAt: null,
    waiting: null,
    ...organizationBadge(organization),
  }),
  view: OrganizationDesk,
})
