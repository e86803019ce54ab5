import { defineDesk } from '../app/desk.ts'
import { applicationQuery } from './grantApplication.queries.ts'
import GrantApplicationDesk from './GrantApplicationDesk.vue'
import { applicationBadge } from './grants.display.ts'

export default defineDesk({
  query: applicationQuery,
  pick: ({ grantApplication }) => grantApplication,
  standing: (application) => ({
    name: application.title,
    about: [application.organization?.name, application.round.title].filter(Boolean).join(' · '),
    dueAt: application.dueAt,
    waiting: application.waiting,
    ...applicationBadge(application),
  }),
  view: GrantApplicationDesk,
})
