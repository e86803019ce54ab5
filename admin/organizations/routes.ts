import type { Feature } from '../app/feature.ts'
import { text } from '../app/i18n.ts'

const REGISTRARS = ['DISTRICT_CIVIL_AFFAIRS']

const feature: Feature = {
  name: 'organizations',
  title: text('社会组织', 'Organisations'),
  icon: 'people',
  order: 17,
  pages: [
    {
      path: '/organizations',
      name: 'organizations',
      title: text('社会组织名册', 'Register'),
      menu: true,
      list: 'organization',
      page: () => import('./OrganizationsPage.vue'),
    },
    {
      path: '/organizations/:id',
      name: 'organization',
      title: text('社会组织', 'Organisation'),
      parent: 'organizations',
      page: () => import('./OrganizationPage.vue'),
    },
  ],
  records: {
    SocialOrganization: {
      page: 'organization',
      desk: () => import('./organization.desk.ts'),
    },
  },
  deeds: [
    {
      title: text('登记社会组织', 'Enter an organisation'),
      roles: REGISTRARS,
      to: { name: 'organizations', query: { add: 'yes' } },
    },
  ],
}

export default feature
