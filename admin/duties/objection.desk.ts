import { defineDesk } from '../app/desk.ts'
import { objectionBadge, objectionName } from './tasks.display.ts'
import { objectionQuery } from './objection.queries.ts'
import ObjectionDesk from './ObjectionDesk.vue'

export default defineDesk({
  query: objectionQuery,
  pick: ({ dutyObjection }) => dutyObjection,
  standing: (objection) => ({
    name: objectionName(objection),
    about: [objection.department?.name, objection.division.name].filter(Boolean).join(' · '),
    dueAt: objection.dueAt,
    waiting: objection.waiting,
    ...objectionBadge(objection),
  }),
  view: ObjectionDesk,
})
