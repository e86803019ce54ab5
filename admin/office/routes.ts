import { text } from '../app/i18n.ts'
import type { Feature } from '../app/feature.ts'

const ADMINISTRATORS = ['SYS_ADMIN', 'SEC_ADMIN', 'AUDITOR']

const feature: Feature = {
  name: 'office',
  title: text('工作台', 'Office'),
  icon: 'home',
  order: 0,
  pages: [
    {
      path: '/workbench',
      name: 'workbench',
      title: text('我的工作台', 'Workbench'),
      menu: true,
      page: () => import('./WorkbenchPage.vue'),
    },
    {
      path: '/messages',
      name: 'messages',
      title: text('消息中心', 'Messages'),
      menu: true,
      icon: 'bell',
      page: () => import('./MessagesPage.vue'),
    },
    {
      path: '/accounts',
      name: 'accounts',
      title: text('账号与角色', 'Accounts and roles'),
      menu: true,
      icon: 'key',
      roles: ADMINISTRATORS,
      list: 'account',
      page: () => import('./AccountsPage.vue'),
    },
    {
      path: '/accounts/:id',
      name: 'account',
      title: text('账号', 'Account'),
      parent: 'accounts',
      page: () => import('./AccountPage.vue'),
    },
    {
      path: '/clients',
      name: 'clients',
      title: text('接口客户端', 'API clients'),
      menu: true,
      icon: 'globe',
      roles: ADMINISTRATORS,
      page: () => import('./ClientsPage.vue'),
    },
    {
      path: '/audit',
      name: 'audit',
      title: text('审计日志', 'Audit'),
      menu: true,
      icon: 'shield',
      roles: ['AUDITOR', 'SEC_ADMIN'],
      list: 'audit',
      page: () => import('./AuditPage.vue'),
    },
    {
      path: '/exports',
      name: 'exports',
      title: text('导出记录', 'Exports'),
      menu: true,
      icon: 'download',
      roles: ['AUDITOR', 'SEC_ADMIN'],
      list: 'export',
      page: () => import('./ExportsPage.vue'),
    },
    {
      path: '/password',
      name: 'password',
      title: text('修改密码', 'Change password'),
      account: true,
      page: () => import('./PasswordPage.vue'),
    },
  ],
  deeds: [
    { title: text('新增账号', 'Add an account'), roles: ['SYS_ADMIN'], to: { name: 'accounts', query: { add: 'yes' } } },
    {
      title: text('新增客户端', 'Add an API client'),
      roles: ['SYS_ADMIN'],
      to: { name: 'clients', query: { add: 'yes' } },
    },
  ],
  records: {
    Account: {
      page: 'account',
    },
    ExportRecord: { title: text('导出', 'Export') },
    ApiClient: { title: text('接口客户端', 'API client') },
    SavedView: { title: text('列表视图', 'Saved view') },
    SignIn: { title: text('登录', 'Sign-in') },
  },
  bulks: async () => (await import('./bulk.ts')).bulks,
}

export default feature
