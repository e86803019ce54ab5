import type { Feature } from '../app/feature.ts'
import { text } from '../app/i18n.ts'
import { admissionDeeds, admissionPages, admissionRecords } from './admission.routes.ts'
import { taskDeeds, taskPages, taskRecords } from './tasks.routes.ts'

const COMPILERS = ['DISTRICT_CIVIL_AFFAIRS', 'SUBDISTRICT_OFFICER', 'SUBDISTRICT_LEAD']

const feature: Feature = {
  name: 'duties',
  title: text('两份清单', 'Lists of duties'),
  icon: 'document',
  order: 15,
  pages: [
    {
      path: '/duty-lists',
      name: 'duty-lists',
      title: text('清单', 'Lists'),
      menu: true,
      list: 'dutyList',
      page: () => import('./ListsPage.vue'),
    },
    {
      path: '/duty-lists/:id',
      name: 'duty-list',
      title: text('清单', 'List'),
      parent: 'duty-lists',
      page: () => import('./ListPage.vue'),
    },
    {
      path: '/duty-lists/:id/compare',
      name: 'duty-list-compare',
      title: text('版本对比', 'Compare versions'),
      parent: 'duty-lists',
      page: () => import('./ComparePage.vue'),
    },
    {
      path: '/duty-items/:id',
      name: 'duty-item',
      title: text('清单事项', 'Item of a list'),
      parent: 'duty-lists',
      page: () => import('./ItemPage.vue'),
    },
    {
      path: '/departments',
      name: 'departments',
      title: text('责任部门', 'Departments'),
      menu: true,
      icon: 'people',
      roles: ['DISTRICT_CIVIL_AFFAIRS'],
      list: 'department',
      page: () => import('./DepartmentsPage.vue'),
    },
    {
      path: '/duties/:division',
      name: 'open-duties',
      title: text('职责事项清单', 'Lists of duties'),
      public: true,
      page: () => import('./OpenListsPage.vue'),
    },
    ...admissionPages,
    ...taskPages,
  ],
  records: {
    DutyListVersion: {
      title: text('清单版本', 'List version'),
      page: 'duty-list',
      desk: () => import('./list.desk.ts'),
    },
    DutyItem: {
      page: 'duty-item',
      desk: () => import('./item.desk.ts'),
    },
    ...admissionRecords,
    ...taskRecords,
  },
  deeds: [
    {
      title: text('开始新版清单', 'Begin a new version of a list'),
      roles: COMPILERS,
      to: { name: 'duty-lists', query: { add: 'yes' } },
    },
    ...admissionDeeds,
    ...taskDeeds,
  ],
  bulks: async () => (await import('./bulk.ts')).bulks,
  find: async (words) => (await import('./admission.find.ts')).find(words),
}

export default feature
