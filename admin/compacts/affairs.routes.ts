// The pages of the committee's affairs: disclosures, owners' committees, moral reviews, and the figures.
import type { Page, RecordType } from '../app/feature.ts'
import { text } from '../app/i18n.ts'

const OFFICERS = [
  'DISTRICT_CIVIL_AFFAIRS',
  'SUBDISTRICT_LEAD',
  'SUBDISTRICT_OFFICER',
  'COMMUNITY_MANAGER',
  'COMMITTEE_SECRETARY',
  'COMMITTEE_MEMBER',
  'PARTY_BRANCH',
  'MEETING_CHAIR',
  'SUPERVISION_MEMBER',
]

export const affairs: readonly Page[] = [
  {
    path: '/disclosures',
    name: 'disclosures',
    title: text('居务公开', 'Affairs disclosure'),
    menu: true,
    icon: 'eye',
    roles: OFFICERS,
    list: 'disclosure',
    page: () => import('./DisclosuresPage.vue'),
  },
  {
    path: '/disclosures/:id',
    name: 'disclosure',
    title: text('居务公开', 'Disclosure'),
    parent: 'disclosures',
    page: () => import('./DisclosurePage.vue'),
  },
  {
    path: '/owners-committees',
    name: 'owners-committees',
    title: text('业委会组建', "Owners' committees"),
    menu: true,
    icon: 'building',
    roles: OFFICERS,
    list: 'owners',
    page: () => import('./OwnersListPage.vue'),
  },
  {
    path: '/owners-committees/:id',
    name: 'owners-committee',
    title: text('业委会组建', "Owners' committee"),
    parent: 'owners-committees',
    page: () => import('./OwnersPage.vue'),
  },
  {
    path: '/owners-committees/:id/sheet',
    name: 'owners-sheet',
    title: text('公告', 'Notice to post'),
    parent: 'owners-committees',
    page: () => import('./OwnersSheetPage.vue'),
  },
  {
    path: '/moral-reviews',
    name: 'moral-reviews',
    title: text('道德评议', 'Moral reviews'),
    menu: true,
    icon: 'star',
    roles: OFFICERS,
    list: 'moral',
    page: () => import('./MoralsPage.vue'),
  },
  {
    path: '/moral-reviews/:id',
    name: 'moral',
    title: text('道德评议', 'Moral review'),
    parent: 'moral-reviews',
    page: () => import('./MoralPage.vue'),
  },
  ...[
    ['disclosures', 'disclosure'],
    ['moral-reviews', 'moral'],
  ].map(([parent, record]) => ({
    path: `/${parent}/:id/sheet`,
    name: `${record}-sheet`,
    title: text('公示件', 'Notice to post'),
    parent: parent!,
    page: () => import('./SheetPage.vue'),
  })),
  {
    path: '/issue-figures',
    name: 'issue-figures',
    title: text('议事统计', 'Issue figures'),
    menu: true,
    icon: 'columns',
    roles: OFFICERS,
    page: () => import('./FiguresPage.vue'),
  },
  {
    path: '/month-figures',
    name: 'month-figures',
    title: text('街镇月报', 'Month by subdistrict'),
    menu: true,
    icon: 'columns',
    roles: ['DISTRICT_CIVIL_AFFAIRS', 'SUBDISTRICT_LEAD', 'SUBDISTRICT_OFFICER', 'COMMUNITY_MANAGER'],
    page: () => import('./MonthFiguresPage.vue'),
  },
  {
    path: '/issue-figures/issues',
    name: 'counted',
    title: text('所含议题', 'Issues counted'),
    parent: 'issue-figures',
    list: 'measured',
    page: () => import('./MeasuredPage.vue'),
  },
]

export const affairRecords: Readonly<Record<string, RecordType>> = {
  AffairsDisclosure: {
    page: 'disclosure',
    desk: () => import('./disclosure.desk.ts'),
  },
  OwnersCommittee: {
    page: 'owners-committee',
    desk: () => import('./owners.desk.ts'),
  },
  MoralReview: {
    page: 'moral',
    desk: () => import('./moral.desk.ts'),
  },
}
