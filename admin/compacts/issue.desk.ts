import { defineDesk } from '../app/desk.ts'
import { issueBadge } from './badges.ts'
import { issueQuery } from './issue.queries.ts'
import IssueDesk from './IssueDesk.vue'

export default defineDesk({
  query: issueQuery,
  pick: ({ issue }) => issue,
  standing: (issue) => ({
    name: issue.title,
    about: [issue.number, issue.division.name].filter(Boolean).join(' · '),
    dueAt: issue.dueAt,
    waiting: issue.waiting,
    ...issueBadge(issue),
  }),
  view: IssueDesk,
})
