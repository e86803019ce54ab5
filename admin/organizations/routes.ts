import type { Feature } from '../app/feature.ts'
import { text } from '../app/i18n.ts'
import { grantDeeds, grantPages, grantRecords } from './grants.routes.ts'

const REGISTRARS = ['DISTRICT_CIVIL_AFFAIRS']

const PARTNER = ['PARTNER_ORGANIZATION']

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
    {
      path: '/directory',
      name: 'qualified-entries',
      title: text('承接资质目录', 'Qualified directory'),
      menu: true,
      icon: 'shield',
      list: 'entry',
      page: () => import('./EntriesPage.vue'),
    },
    {
      path: '/directory/:id',
      name: 'qualified-entry',
      title: text('承接资质', 'Entry of the directory'),
      parent: 'qualified-entries',
      page: () => import('./EntryPage.vue'),
    },
    {
      path: '/directory/:id/notice',
      name: 'qualified-entry-notice',
      title: text('公示稿', 'Notice'),
      parent: 'qualified-entries',
      page: () => import('./EntryNoticePage.vue'),
    },
    {
      path: '/open-directory/:division',
      name: 'open-directory',
      title: text('承接资质目录公开', 'Qualified directory'),
      public: true,
      page: () => import('./OpenDirectoryPage.vue'),
    },
    {
      path: '/services',
      name: 'services',
      title: text('公益服务', 'Services'),
      menu: true,
      icon: 'map',
      list: 'service',
      page: () => import('./ServicesPage.vue'),
    },
    {
      path: '/services/:id',
      name: 'service',
      title: text('公益服务', 'Service'),
      parent: 'services',
      page: () => import('./ServicePage.vue'),
    },
    {
      path: '/service-shops',
      name: 'service-shops',
      title: text('公益服务店铺', 'Service shops'),
      menu: true,
      icon: 'home',
      list: 'shop',
      page: () => import('./ShopsPage.vue'),
    },
    {
      path: '/service-shops/:id',
      name: 'service-shop',
      title: text('公益服务店铺', 'Service shop'),
      parent: 'service-shops',
      page: () => import('./ShopPage.vue'),
    },
    {
      path: '/opportunities',
      name: 'opportunities',
      title: text('项目信息库', 'Opportunity bank'),
      menu: true,
      icon: 'star',
      list: 'opportunity',
      page: () => import('./OpportunitiesPage.vue'),
    },
    {
      path: '/opportunities/:id',
      name: 'opportunity',
      title: text('项目信息', 'Opportunity'),
      parent: 'opportunities',
      page: () => import('./OpportunityPage.vue'),
    },
    ...grantPages,
  ],
  records: {
    SocialOrganization: {
      page: 'organization',
      desk: () => import('./organization.desk.ts'),
    },
    RegisterConflict: {
      title: text('登记信息不一致', 'Disagreement of registers'),
      desk: () => import('./conflict.desk.ts'),
    },
    QualifiedEntry: {
      page: 'qualified-entry',
      desk: () => import('./entry.desk.ts'),
    },
    ServiceListing: {
      page: 'service',
      desk: () => import('./service.desk.ts'),
    },
    ServiceShop: {
      page: 'service-shop',
      desk: () => import('./shop.desk.ts'),
    },
    Opportunity: {
      page: 'opportunity',
      desk: () => import('./opportunity.desk.ts'),
    },
    OpportunityClaim: {
      title: text('项目申领', 'Claim'),
      desk: () => import('./claim.desk.ts'),
    },
    ...grantRecords,
  },
  deeds: [
    {
      title: text('登记社会组织', 'Enter an organisation'),
      roles: REGISTRARS,
      to: { name: 'organizations', query: { add: 'yes' } },
    },
    {
      title: text('申报承接资质', 'Apply for the directory'),
      roles: PARTNER,
      to: { name: 'qualified-entries', query: { add: 'yes' } },
    },
    { title: text('录入公益服务', 'Enter a service'), roles: PARTNER, to: { name: 'services', query: { add: 'yes' } } },
    ...grantDeeds,
  ],
  find: async (words) => (await import('./organization.find.ts')).find(words),
}

export default feature
