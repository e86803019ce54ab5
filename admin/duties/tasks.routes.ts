// Where tasks, objections, certificates and indicators stand.
import type { Deed, Page, RecordType } from '../app/feature.ts'
import { text } from '../app/i18n.ts'

const COMMITTEE = ['COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER']

export const taskPages: readonly Page[] = [
  {
    path: '/duty-tasks',
    name: 'duty-tasks',
    title: text('协助任务', 'Tasks'),
    menu: true,
    icon: 'todo',
    list: 'task',
    page: () => import('./TasksPage.vue'),
  },
  {
    path: '/duty-tasks/new',
    name: 'duty-task-new',
    title: text('下达任务', 'Issue a task'),
    parent: 'duty-tasks',
    page: () => import('./TaskIssuePage.vue'),
  },
  {
    path: '/duty-tasks/:id',
    name: 'duty-task',
    title: text('协助任务', 'Task'),
    parent: 'duty-tasks',
    page: () => import('./TaskPage.vue'),
  },
  {
    path: '/duty-tasks/:id/reply',
    name: 'duty-task-reply',
    title: text('书面答复', 'Written reply'),
    parent: 'duty-tasks',
    page: () => import('./TaskReplyPage.vue'),
  },
  {
    path: '/duty-objections',
    name: 'duty-objections',
    title: text('异议', 'Objections'),
    menu: true,
    icon: 'ban',
    list: 'objection',
    page: () => import('./ObjectionsPage.vue'),
  },
  {
    path: '/duty-objections/:id',
    name: 'duty-objection',
    title: text('异议', 'Objection'),
    parent: 'duty-objections',
    page: () => import('./ObjectionPage.vue'),
  },
  {
    path: '/duty-decisions',
    name: 'duty-decisions',
    title: text('异议认定公开', 'Published decisions'),
    public: true,
    page: () => import('./DecisionsPage.vue'),
  },
  {
    path: '/certificates',
    name: 'certificates',
    title: text('出具证明', 'Certificates'),
    menu: true,
    icon: 'shield',
    roles: [...COMMITTEE, 'SUPERVISION_MEMBER'],
    list: 'certificate',
    page: () => import('./CertificatesPage.vue'),
  },
  {
    path: '/certificates/:id',
    name: 'certificate',
    title: text('证明申请', 'Certificate'),
    parent: 'certificates',
    page: () => import('./CertificatePage.vue'),
  },
  {
    path: '/certificates/:id/paper',
    name: 'certificate-paper',
    title: text('证明文书', 'Paper'),
    parent: 'certificates',
    page: () => import('./CertificatePaperPage.vue'),
  },
  {
    path: '/duty-indicators',
    name: 'duty-indicators',
    title: text('清单运行指标', 'Indicators'),
    menu: true,
    icon: 'columns',
    page: () => import('./IndicatorsPage.vue'),
  },
  {
    path: '/duty-matters',
    name: 'duty-matters',
    title: text('在列协助事项', 'Matters listed'),
    parent: 'duty-indicators',
    list: 'matter',
    page: () => import('./MattersPage.vue'),
  },
  {
    path: '/duty-attempts',
    name: 'duty-attempts',
    title: text('清单外下达', 'Off-list attempts'),
    parent: 'duty-indicators',
    list: 'attempt',
    page: () => import('./AttemptsPage.vue'),
  },
]

export const taskRecords: Readonly<Record<string, RecordType>> = {
  DutyTask: {
    page: 'duty-task',
    desk: () => import('./task.desk.ts'),
  },
  DutyObjection: {
    page: 'duty-objection',
    desk: () => import('./objection.desk.ts'),
  },
  CertificateRequest: {
    title: text('证明申请', 'Certificate request'),
    page: 'certificate',
    desk: () => import('./certificate.desk.ts'),
  },
}

export const taskDeeds: readonly Deed[] = [
  { title: text('下达协助任务', 'Issue a task'), roles: ['DISTRICT_DEPARTMENT'], to: { name: 'duty-task-new' } },
  {
    title: text('登记证明申请', 'Take down a request for a certificate'),
    roles: COMMITTEE,
    to: { name: 'certificates', query: { add: 'yes' } },
  },
  { title: text('提出异议', 'Raise an objection'), roles: COMMITTEE, to: { name: 'duty-objections', query: { add: 'yes' } } },
]
