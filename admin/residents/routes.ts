import type { Feature } from '../app/feature.ts'
import { text } from '../app/i18n.ts'

const COMMITTEE_STAFF = ['COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER']
const STAFF = [...COMMITTEE_STAFF, 'COMMUNITY_MANAGER', 'SUBDISTRICT_LEAD', 'SUBDISTRICT_OFFICER', 'GRID_WORKER']
const DECIDERS = [...COMMITTEE_STAFF, 'SUBDISTRICT_LEAD', 'SUBDISTRICT_OFFICER']
/** Who reads and answers requests of people about their own data. */
const HANDLERS = ['COMMITTEE_SECRETARY', 'SUBDISTRICT_LEAD', 'SUBDISTRICT_OFFICER']

const feature: Feature = {
  name: 'residents',
  title: text('居民与家庭', 'Residents'),
  icon: 'people',
  order: 20,
  pages: [
    {
      path: '/residents',
      name: 'residents',
      title: text('居民名册', 'Residents'),
      menu: true,
      roles: STAFF,
      page: () => import('./ResidentsPage.vue'),
    },
    {
      path: '/residents/:id',
      name: 'resident',
      title: text('居民', 'Resident'),
      parent: 'residents',
      page: () => import('./ResidentPage.vue'),
    },
    {
      path: '/households',
      name: 'households',
      title: text('家庭户', 'Households'),
      menu: true,
      icon: 'home',
      roles: STAFF,
      page: () => import('./HouseholdsPage.vue'),
    },
    {
      path: '/households/:id',
      name: 'household',
      title: text('家庭户', 'Household'),
      parent: 'households',
      page: () => import('./HouseholdPage.vue'),
    },
    {
      path: '/representatives',
      name: 'representatives',
      title: text('居民代表', 'Representatives'),
      menu: true,
      icon: 'person',
      roles: STAFF,
      page: () => import('./RepresentativesPage.vue'),
    },
    {
      path: '/myself',
      name: 'myself',
      title: text('我的个人信息', 'My data'),
      menu: true,
      icon: 'person',
      roles: ['RESIDENT'],
      page: () => import('./MyselfPage.vue'),
    },
    {
      path: '/imports',
      name: 'imports',
      title: text('名册导入', 'Imports'),
      menu: true,
      icon: 'upload',
      roles: COMMITTEE_STAFF,
      page: () => import('./ImportsPage.vue'),
    },
    {
      path: '/imports/:id',
      name: 'import',
      title: text('导入', 'Import'),
      parent: 'imports',
      page: () => import('./ImportPage.vue'),
    },
    {
      path: '/data-requests',
      name: 'data-requests',
      title: text('个人信息请求', 'Data requests'),
      menu: true,
      icon: 'shield',
      roles: HANDLERS,
      list: 'dataRequest',
      page: () => import('./DataRequestsPage.vue'),
    },
    {
      path: '/data-requests/:id',
      name: 'data-request',
      title: text('个人信息请求', 'Data request'),
      parent: 'data-requests',
      page: () => import('./DataRequestPage.vue'),
    },
    {
      path: '/reveal-requests',
      name: 'reveal-requests',
      title: text('未成年人信息查看', "Children's data"),
      menu: true,
      icon: 'lock',
      roles: DECIDERS,
      list: 'revealRequest',
      page: () => import('./RevealRequestsPage.vue'),
    },
  ],
  deeds: [
    { title: text('新增家庭户', 'Add a household'), roles: COMMITTEE_STAFF, to: { name: 'households', query: { add: 'yes' } } },
  ],
  records: {
    Resident: { page: 'resident' },
    Household: { page: 'household' },
    ImportRun: { title: text('名册导入', 'Import'), page: 'import' },
    DataRequest: { page: 'data-request' },
    RevealRequest: { title: text('未成年人信息查看', "Children's data"), page: 'reveal-requests' },
    Consent: { title: text('个人信息同意', 'Consent') },
    ResidentsRepresentative: { title: text('居民代表', 'Representative') },
  },
}

export default feature
