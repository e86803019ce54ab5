import type { Feature } from '../app/feature.ts'
import { text } from '../app/i18n.ts'
import { affairRecords, affairs } from './affairs.routes.ts'
import { workRecords, works } from './works.routes.ts'

const COMMITTEE = ['COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER']

const feature: Feature = {
  name: 'compacts',
  title: text('议事与公约', 'Deliberation'),
  icon: 'scale',
  order: 10,
  pages: [
    {
      path: '/issues',
      name: 'issues',
      title: text('议题', 'Issues'),
      menu: true,
      list: 'issue',
      page: () => import('./IssuesPage.vue'),
    },
    { path: '/issues/:id', name: 'issue', title: text('议题', 'Issue'), parent: 'issues', page: () => import('./IssuePage.vue') },
    {
      path: '/meetings',
      name: 'meetings',
      title: text('会议', 'Meetings'),
      menu: true,
      icon: 'people',
      list: 'meeting',
      page: () => import('./MeetingsPage.vue'),
    },
    {
      path: '/meetings/:id',
      name: 'meeting',
      title: text('会议', 'Meeting'),
      parent: 'meetings',
      page: () => import('./MeetingPage.vue'),
    },
    {
      path: '/meetings/:id/day',
      name: 'meeting-day',
      title: text('会议当天', 'Day of the meeting'),
      parent: 'meetings',
      page: () => import('./DayPage.vue'),
    },
    {
      path: '/meetings/:id/roll',
      name: 'meeting-roll',
      title: text('参会表决名册', 'Frozen roll'),
      parent: 'meetings',
      page: () => import('./RollPage.vue'),
    },
    {
      path: '/meetings/:id/minutes',
      name: 'meeting-minutes',
      title: text('会议纪要', 'Minutes'),
      parent: 'meetings',
      page: () => import('./MinutesPage.vue'),
    },
    {
      path: '/roll-objections/:id',
      name: 'roll-objection',
      title: text('名册异议', 'Objection to a roll'),
      parent: 'meetings',
      page: () => import('./RollObjectionPage.vue'),
    },
    {
      path: '/issues/:id/statements',
      name: 'statements',
      title: text('征询意见', 'Consultation'),
      parent: 'issues',
      page: () => import('./StatementsPage.vue'),
    },
    {
      path: '/votes',
      name: 'votes',
      title: text('表决', 'Votes'),
      menu: true,
      icon: 'check',
      list: 'vote',
      page: () => import('./VotesPage.vue'),
    },
    { path: '/votes/:id', name: 'vote', title: text('表决', 'Vote'), parent: 'votes', page: () => import('./VotePage.vue') },
    {
      path: '/votes/:id/ballots',
      name: 'ballot-entry',
      title: text('录入纸质票', 'Enter paper ballots'),
      parent: 'votes',
      page: () => import('./BallotEntryPage.vue'),
    },
    {
      path: '/lifts',
      name: 'lifts',
      title: text('加装电梯', 'Lift retrofits'),
      menu: true,
      icon: 'building',
      list: 'lift',
      page: () => import('./LiftsPage.vue'),
    },
    {
      path: '/lifts/:id',
      name: 'lift',
      title: text('加装电梯', 'Lift retrofit'),
      parent: 'lifts',
      page: () => import('./LiftPage.vue'),
    },
    {
      path: '/projects',
      name: 'projects',
      title: text('项目', 'Projects'),
      menu: true,
      icon: 'folder',
      list: 'project',
      page: () => import('./ProjectsPage.vue'),
    },
    {
      path: '/projects/:id',
      name: 'project',
      title: text('项目', 'Project'),
      parent: 'projects',
      page: () => import('./ProjectPage.vue'),
    },
    {
      path: '/compacts',
      name: 'compacts',
      title: text('居民公约', 'Compacts'),
      menu: true,
      icon: 'document',
      list: 'compact',
      page: () => import('./CompactsPage.vue'),
    },
    {
      path: '/compacts/:id',
      name: 'compact',
      title: text('居民公约', 'Compact'),
      parent: 'compacts',
      page: () => import('./CompactPage.vue'),
    },
    ...works,
    ...affairs,
    ...(['compact', 'vote', 'meeting', 'lift'] as const).map((record) => ({
      path: `/${record}s/:id/sheet`,
      name: `${record}-sheet`,
      title: text('公示件', 'Notice to post'),
      parent: `${record}s`,
      page: () => import('./SheetPage.vue'),
    })),
    {
      path: '/n/:code',
      name: 'notice',
      title: text('公示', 'Notice'),
      public: true,
      page: () => import('./NoticePage.vue'),
    },
  ],
  records: {
    Issue: {
      page: 'issue',
      desk: () => import('./issue.desk.ts'),
    },
    Meeting: {
      page: 'meeting',
      desk: () => import('./meeting.desk.ts'),
    },
    Vote: { page: 'vote', desk: () => import('./vote.desk.ts') },
    ElectorateObjection: {
      page: 'roll-objection',
      desk: () => import('./rollObjection.desk.ts'),
    },
    BuildingProject: {
      page: 'lift',
      desk: () => import('./lift.desk.ts'),
    },
    Project: {
      page: 'project',
      desk: () => import('./project.desk.ts'),
    },
    Compact: {
      page: 'compact',
      desk: () => import('./compact.desk.ts'),
    },
    ...workRecords,
    ...affairRecords,
  },
  deeds: [
    {
      title: text('代居民提出议题', 'Raise an issue for a resident'),
      roles: COMMITTEE,
      to: { name: 'issues', query: { add: 'yes' } },
    },
  ],
  bulks: async () => (await import('./bulk.ts')).bulks,
  find: async (words) => (await import('./find.ts')).find(words),
}

export default feature
