// The pages of surveys, amendments, signatures and comparisons, which stand beside projects and compacts.
import type { Page, RecordType } from '../app/feature.ts'
import { text } from '../app/i18n.ts'

export const works: readonly Page[] = [
  {
    path: '/surveys/:id',
    name: 'survey',
    title: text('满意度问卷', 'Survey'),
    parent: 'issues',
    page: () => import('./SurveyPage.vue'),
  },
  {
    path: '/convenings/:id',
    name: 'convening',
    title: text('应召会议', 'Meeting to be called'),
    parent: 'meetings',
    page: () => import('./ConveningPage.vue'),
  },
  {
    path: '/amendments/:id',
    name: 'amendment',
    title: text('修改建议', 'Amendment'),
    parent: 'compacts',
    page: () => import('./AmendmentPage.vue'),
  },
  {
    path: '/compacts/:id/compare',
    name: 'compact-compare',
    title: text('版本对照', 'Editions'),
    parent: 'compacts',
    page: () => import('./CompactComparePage.vue'),
  },
  {
    path: '/compacts/:id/filing',
    name: 'compact-filing',
    title: text('备案材料', 'Filing'),
    parent: 'compacts',
    page: () => import('./FilingPage.vue'),
  },
  {
    path: '/pledges',
    name: 'pledges',
    title: text('签署情况', 'Signatures'),
    parent: 'compacts',
    list: 'pledge',
    page: () => import('./PledgesPage.vue'),
  },
  {
    path: '/pledges/:id',
    name: 'pledge',
    title: text('签署', 'Pledge'),
    parent: 'compacts',
    page: () => import('./PledgePage.vue'),
  },
  {
    path: '/pledge-papers/:id',
    name: 'pledge-paper',
    title: text('纸质签署单', 'Paper'),
    parent: 'compacts',
    page: () => import('./PledgePaperPage.vue'),
  },
]

export const workRecords: Readonly<Record<string, RecordType>> = {
  Survey: {
    page: 'survey',
    desk: () => import('./survey.desk.ts'),
  },
  Convening: {
    page: 'convening',
    desk: () => import('./convening.desk.ts'),
  },
  Amendment: {
    page: 'amendment',
    desk: () => import('./amendment.desk.ts'),
  },
  Pledge: { page: 'pledge' },
  PledgePaper: {
    page: 'pledge-paper',
    desk: () => import('./pledgePaper.desk.ts'),
  },
}
