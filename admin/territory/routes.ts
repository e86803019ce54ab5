import type { Feature } from '../app/feature.ts'
import { text } from '../app/i18n.ts'

const WARDENS = ['SUBDISTRICT_OFFICER', 'COMMUNITY_MANAGER', 'COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER']

const feature: Feature = {
  name: 'territory',
  title: text('区划与楼栋', 'Territory'),
  icon: 'map',
  order: 40,
  pages: [
    {
      path: '/divisions',
      name: 'divisions',
      title: text('行政区划', 'Divisions'),
      menu: true,
      list: 'division',
      page: () => import('./DivisionsPage.vue'),
    },
    {
      path: '/divisions/:code',
      name: 'division',
      title: text('区划', 'Division'),
      parent: 'divisions',
      page: () => import('./DivisionPage.vue'),
    },
    {
      path: '/buildings',
      name: 'buildings',
      title: text('楼栋与门牌码', 'Buildings and door codes'),
      menu: true,
      icon: 'building',
      list: 'building',
      page: () => import('./BuildingsPage.vue'),
    },
    {
      path: '/buildings/:id',
      name: 'building',
      title: text('楼栋', 'Building'),
      parent: 'buildings',
      page: () => import('./BuildingPage.vue'),
    },
    {
      path: '/door-codes',
      name: 'door-codes',
      title: text('打印门牌码', 'Print door codes'),
      parent: 'buildings',
      page: () => import('./DoorCodesPage.vue'),
    },
    {
      path: '/b/:code',
      name: 'door',
      title: text('本楼栋', 'This building'),
      public: true,
      page: () => import('./DoorPage.vue'),
    },
  ],
  deeds: [{ title: text('新增楼栋', 'Add a building'), roles: WARDENS, to: { name: 'buildings', query: { add: 'yes' } } }],
  records: {
    Division: { title: text('区划', 'Division') },
    Grid: { title: text('网格', 'Grid') },
    NeighbourhoodCell: { title: text('邻里', 'Neighbourhood cell') },
    TownManagedCommunity: { title: text('镇管社区', 'Town-managed community') },
    Building: { page: 'building' },
  },
  find: async (words) => (await import('./find.ts')).find(words),
}

export default feature
