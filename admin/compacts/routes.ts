import type { Feature } from '../app/feature.ts'
import { text } from '../app/i18n.ts'

const feature: Feature = {
  name: 'compacts',
  title: text('议事与公约', 'Deliberation'),
  icon: 'scale',
  order: 10,
  pages: [
    { path: '/issues', name: 'issues', title: text('议题', 'Issues'), menu: true, page: () => import('./IssuesPage.vue') },
    { path: '/issues/:id', name: 'issue', title: text('议题', 'Issue'), parent: 'issues', page: () => import('./IssuePage.vue') },
    {
      path: '/meetings',
      name: 'meetings',
      title: text('会议', 'Meetings'),
      menu: true,
      icon: 'people',
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
      path: '/votes',
      name: 'votes',
      title: text('表决', 'Votes'),
      menu: true,
      icon: 'check',
      page: () => import('./VotesPage.vue'),
    },
    { path: '/votes/:id', name: 'vote', title: text('表决', 'Vote'), parent: 'votes', page: () => import('./VotePage.vue') },
    {
      path: '/projects',
      name: 'projects',
      title: text('项目', 'Projects'),
      menu: true,
      icon: 'folder',
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
      page: () => import('./CompactsPage.vue'),
    },
    {
      path: '/compacts/:id',
      name: 'compact',
      title: text('居民公约', 'Compact'),
      parent: 'compacts',
      page: () => import('./CompactPage.vue'),
    },
    {
      path: '/pledges/:id',
      name: 'pledge',
      title: text('签署', 'Pledge'),
      parent: 'compacts',
      page: () => import('./PledgePage.vue'),
    },
  ],
  records: {
    Issue: {
      title: text('议题', 'Issue'),
      to: (id) => ({ name: 'issue', params: { id } }),
    },
    Meeting: {
      title: text('会议', 'Meeting'),
      to: (id) => ({ name: 'meeting', params: { id } }),
    },
    Vote: {
      title: text('表决', 'Vote'),
      to: (id) => ({ name: 'vote', params: { id } }),
    },
    Project: {
      title: text('项目', 'Project'),
      to: (id) => ({ name: 'project', params: { id } }),
    },
    Compact: {
      title: text('居民公约', 'Compact'),
      to: (id) => ({ name: 'compact', params: { id } }),
    },
    Pledge: { title: text('签署', 'Pledge'), to: (id) => ({ name: 'pledge', params: { id } }) },
  },
  bulks: async () => (await import('./bulk.ts')).bulks,
  find: async (words) => (await import('./find.ts')).find(words),
}

export default feature
