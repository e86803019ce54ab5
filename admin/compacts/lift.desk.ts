import { defineDesk } from '../app/desk.ts'
import { buildingBadge } from './badges.ts'
import { liftQuery } from './lift.queries.ts'
import LiftDesk from './LiftDesk.vue'

export default defineDesk({
  query: liftQuery,
  pick: ({ buildingProject }) => buildingProject,
  standing: (lift) => ({
    name: lift.title,
    about: `${lift.door} · ${lift.division.name}`,
    dueAt: lift.dueAt,
    waiting: lift.waiting,
    ...buildingBadge(lift),
  }),
  view: LiftDesk,
})
