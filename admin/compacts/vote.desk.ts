import { defineDesk } from '../app/desk.ts'
import { voteBadge } from './badges.ts'
import { voteQuery } from './vote.queries.ts'
import VoteDesk from './VoteDesk.vue'

export default defineDesk({
  query: voteQuery,
  pick: ({ vote }) => vote,
  standing: (vote) => ({
    name: vote.proposal,
    about: vote.division.name,
    dueAt: vote.dueAt,
    waiting: vote.waiting,
    ...voteBadge(vote),
  }),
  view: VoteDesk,
})
