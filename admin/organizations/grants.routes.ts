// Where rounds, applications, reviews and awards of grants stand.
import type { Deed, Page, RecordType } from '../app/feature.ts'
import { text } from '../app/i18n.ts'

const OFFICERS = ['DISTRICT_CIVIL_AFFAIRS', 'SUBDISTRICT_OFFICER']
const WATCHERS = [...OFFICERS, 'SUBDISTRICT_LEAD', 'DISTRICT_FINANCE', 'DISTRICT_JOINT_MEETING', 'AUDITOR']

export const grantPages: readonly Page[] = [
  {
    path: '/my-grants',
    name: 'my-grants',
    title: text('我的创投', 'Our grants'),
    menu: true,
    icon: 'star',
    roles: ['PARTNER_ORGANIZATION'],
    page: () => import('./MyGrantsPage.vue'),
  },
  {
    path: '/grant-rounds',
    name: 'grant-rounds',
    title: text('创投批次', 'Rounds of grants'),
    menu: true,
    icon: 'star',
    roles: WATCHERS,
    list: 'grantRound',
    page: () => import('./GrantRoundsPage.vue'),
  },
  {
    path: '/grant-rounds/:id',
    name: 'grant-round',
    title: text('创投批次', 'Round of grants'),
    parent: 'grant-rounds',
    page: () => import('./GrantRoundPage.vue'),
  },
  {
    path: '/grant-rounds/:id/publicity',
    name: 'grant-publicity',
    title: text('立项公示', 'Publicity of awards'),
    parent: 'grant-rounds',
    page: () => import('./GrantPublicityPage.vue'),
  },
  {
    path: '/grant-applications',
    name: 'grant-applications',
    title: text('创投申报', 'Grant applications'),
    menu: true,
    icon: 'document',
    roles: WATCHERS,
    list: 'grantApplication',
    page: () => import('./GrantApplicationsPage.vue'),
  },
  {
    path: '/grant-applications/fill-in',
    name: 'grant-application-new',
    title: text('填写申报', 'Fill in an application'),
    parent: 'my-grants',
    page: () => import('./GrantApplicationForm.vue'),
  },
  {
    path: '/grant-applications/:id',
    name: 'grant-application',
    title: text('创投申报', 'Grant application'),
    parent: 'grant-applications',
    page: () => import('./GrantApplicationPage.vue'),
  },
  {
    path: '/grant-reviews',
    name: 'grant-reviews',
    title: text('创投评审', 'Reviews'),
    menu: true,
    icon: 'eye',
    roles: ['EVALUATOR'],
    list: 'grantAssignment',
    page: () => import('./GrantReviewsPage.vue'),
  },
  {
    path: '/grant-reviews/:id',
    name: 'grant-review',
    title: text('评分', 'Score'),
    parent: 'grant-reviews',
    page: () => import('./GrantScorePage.vue'),
  },
  {
    path: '/grant-reviewers',
    name: 'grant-reviewers',
    title: text('评审专家库', 'Pool of reviewers'),
    menu: true,
    icon: 'people',
    roles: WATCHERS,
    list: 'grantReviewer',
    page: () => import('./GrantReviewersPage.vue'),
  },
  {
    path: '/grant-objections',
    name: 'grant-objections',
    title: text('创投异议', 'Grant objections'),
    menu: true,
    icon: 'ban',
    roles: WATCHERS,
    list: 'grantObjection',
    page: () => import('./GrantObjectionsPage.vue'),
  },
  {
    path: '/grant-agreements',
    name: 'grant-agreements',
    title: text('创投项目', 'Grant projects'),
    menu: true,
    icon: 'folder',
    roles: WATCHERS,
    list: 'grantAgreement',
    page: () => import('./GrantAgreementsPage.vue'),
  },
  {
    path: '/grant-agreements/:id',
    name: 'grant-agreement',
    title: text('创投项目', 'Grant project'),
    parent: 'grant-agreements',
    page: () => import('./GrantAgreementPage.vue'),
  },
  {
    path: '/grant-instalments',
    name: 'grant-instalments',
    title: text('创投拨款', 'Disbursement'),
    menu: true,
    icon: 'check',
    roles: WATCHERS,
    list: 'grantInstalment',
    page: () => import('./GrantInstalmentsPage.vue'),
  },
  {
    path: '/grant-portfolio',
    name: 'grant-portfolio',
    title: text('创投总览', 'Portfolio of grants'),
    menu: true,
    icon: 'columns',
    roles: WATCHERS,
    page: () => import('./GrantPortfolioPage.vue'),
  },
]

export const grantRecords: Readonly<Record<string, RecordType>> = {
  MicroGrantRound: { page: 'grant-round', desk: () => import('./grantRound.desk.ts') },
  GrantApplication: { page: 'grant-application', desk: () => import('./grantApplication.desk.ts') },
  GrantAssignment: { title: text('评审任务', 'Review assignment'), page: 'grant-review' },
  GrantAgreement: { page: 'grant-agreement', desk: () => import('./grantAgreement.desk.ts') },
  GrantInstalment: { title: text('创投拨款', 'Grant instalment'), desk: () => import('./grantInstalment.desk.ts') },
  GrantObjection: { title: text('创投异议', 'Grant objection') },
  GrantChange: { title: text('项目变更', 'Change of a project') },
  GrantReviewer: { title: text('评审专家', 'Reviewer') },
}

export const grantDeeds: readonly Deed[] = [
  {
    title: text('发起创投批次', 'Begin a round of grants'),
    roles: OFFICERS,
    to: { name: 'grant-rounds', query: { add: 'yes' } },
  },
  { title: text('查看公开征集', 'See open calls'), roles: ['PARTNER_ORGANIZATION'], to: { name: 'my-grants' } },
]
