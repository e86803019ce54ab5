// Where admission, the money that follows a task, and the calendar stand.
import type { Deed, Page, RecordType } from '../app/feature.ts'
import { text } from '../app/i18n.ts'

export const admissionPages: readonly Page[] = [
  {
    path: '/admissions',
    name: 'admissions',
    title: text('事项准入', 'Admission'),
    menu: true,
    icon: 'check',
    list: 'admission',
    page: () => import('./AdmissionsPage.vue'),
  },
  {
    path: '/admissions/:id',
    name: 'admission',
    title: text('准入申请', 'Application'),
    parent: 'admissions',
    page: () => import('./AdmissionPage.vue'),
  },
  {
    path: '/admissions/:id/sheet',
    name: 'admission-sheet',
    title: text('公示件', 'Notice to post'),
    parent: 'admissions',
    page: () => import('./AdmissionSheetPage.vue'),
  },
  {
    path: '/admissions/:id/notice',
    name: 'admission-notice',
    title: text('准入公示', 'Matter shown'),
    public: true,
    page: () => import('./AdmissionNoticePage.vue'),
  },
  {
    path: '/opinions/:id',
    name: 'opinion',
    title: text('签署意见', 'Opinion'),
    parent: 'admissions',
    page: () => import('./OpinionPage.vue'),
  },
  {
    path: '/fundings',
    name: 'fundings',
    title: text('经费承诺', 'Funding'),
    menu: true,
    icon: 'folder',
    list: 'funding',
    page: () => import('./FundingsPage.vue'),
  },
  {
    path: '/fundings/:id',
    name: 'funding',
    title: text('经费承诺', 'Commitment'),
    parent: 'fundings',
    page: () => import('./FundingPage.vue'),
  },
  {
    path: '/duty-calendar',
    name: 'duty-calendar',
    title: text('到期日历', 'Calendar'),
    menu: true,
    icon: 'clock',
    page: () => import('./CalendarPage.vue'),
  },
]

export const admissionRecords: Readonly<Record<string, RecordType>> = {
  AdmissionApplication: {
    title: text('准入申请', 'Admission application'),
    page: 'admission',
    desk: () => import('./admission.desk.ts'),
  },
  Opinion: {
    title: text('征求意见', 'Opinion'),
    page: 'opinion',
    desk: () => import('./opinion.desk.ts'),
  },
  FundingCommitment: {
    title: text('经费承诺', 'Funding commitment'),
    page: 'funding',
    desk: () => import('./funding.desk.ts'),
  },
}

export const admissionDeeds: readonly Deed[] = [
  {
    title: text('申请事项准入', 'Apply for the admission of a matter'),
    roles: ['DISTRICT_DEPARTMENT'],
    to: { name: 'admissions', query: { add: 'yes' } },
  },
]
