import { defineDesk } from '../app/desk.ts'
import { moralBadge } from './affairs.display.ts'
import { moralQuery } from './affairs.queries.ts'
import MoralDesk from './MoralDesk.vue'

export default defineDesk({
  query: moralQuery,
  pick: ({ moralReview }) => moralReview,
  standing: (one) => ({
    name: one.title,
    about: one.division.name,
    dueAt: one.dueAt,
    waiting: one.waiting,
    ...moralBadge(one),
  }),
  view: MoralDesk,
})
