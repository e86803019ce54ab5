import { defineDesk } from '../app/desk.ts'
import { conveningBadge } from './badges.ts'
import { conveningQuery } from './convening.queries.ts'
import ConveningDesk from './ConveningDesk.vue'

export default defineDesk({
  query: conveningQuery,
  pick: ({ convening }) => convening,
  standing: (convening) => ({
    name: `${convening.typeLabel}：${convening.issue?.title ?? convening.stretch}`,
    about: convening.division.name,
    dueAt: convening.dueAt,
    waiting: convening.waiting,
    ...conveningBadge(convening),
  }),
  view: ConveningDesk,
})
