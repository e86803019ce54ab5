import { defineDesk } from '../app/desk.ts'
import { t } from '../app/i18n.ts'
import { conveningBadge } from './badges.ts'
import { conveningQuery } from './convening.queries.ts'
import ConveningDesk from './ConveningDesk.vue'

export default defineDesk({
  query: conveningQuery,
  pick: ({ convening }) => convening,
  standing: (convening) => ({
    name: t('compacts.convening.titled', { type: convening.typeLabel, title: convening.issue?.title ?? convening.stretch }),
    about: convening.division.name,
    dueAt: convening.dueAt,
    waiting: convening.waiting,
    ...conveningBadge(convening),
  }),
  view: ConveningDesk,
})
