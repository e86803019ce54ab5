import { defineDesk } from '../app/desk.ts'
import { compactBadge } from './badges.ts'
import { compactQuery } from './compact.queries.ts'
import CompactDesk from './CompactDesk.vue'

export default defineDesk({
  query: compactQuery,
  pick: ({ compact }) => compact,
  standing: (compact) => ({
    name: compact.title,
    about: compact.division.name,
    dueAt: compact.dueAt,
    waiting: compact.waiting,
    ...compactBadge(compact),
  }),
  view: CompactDesk,
})
