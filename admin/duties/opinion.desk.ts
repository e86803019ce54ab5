import { defineDesk } from '../app/desk.ts'
import { opinionBadge } from './admission.display.ts'
import { opinionQuery } from './opinion.queries.ts'
import OpinionDesk from './OpinionDesk.vue'

export default defineDesk({
  query: opinionQuery,
  pick: ({ opinion }) => opinion,
  standing: (opinion) => ({
    name: opinion.application?.name ?? '',
    about: opinion.division.name,
    dueAt: opinion.dueAt,
    waiting: opinion.waiting,
    ...opinionBadge(opinion),
  }),
  view: OpinionDesk,
})
