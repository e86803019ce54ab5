import { defineDesk } from '../app/desk.ts'
import { roundQuery } from './grant.queries.ts'
import GrantRoundDesk from './GrantRoundDesk.vue'
import { roundBadge } from './grants.display.ts'

export default defineDesk({
  query: roundQuery,
  pick: ({ microGrantRound }) => microGrantRound,
  standing: (round) => ({
    name: round.title,
    about: [round.code, round.division.name].join(' · '),
    dueAt: round.dueAt,
    waiting: round.waiting,
    ...roundBadge(round),
  }),
  view: GrantRoundDesk,
})
