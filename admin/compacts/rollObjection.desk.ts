import { defineDesk } from '../app/desk.ts'
import { rollObjectionBadge } from './badges.ts'
import { rollObjectionQuery } from './roll.queries.ts'
import RollObjectionDesk from './RollObjectionDesk.vue'

export default defineDesk({
  query: rollObjectionQuery,
  pick: ({ electorateObjection }) => electorateObjection,
  standing: (objection) => ({
    name: objection.grounds,
    about: objection.division.name,
    dueAt: objection.dueAt,
    waiting: objection.waiting,
    ...rollObjectionBadge(objection),
  }),
  view: RollObjectionDesk,
})
