import { defineDesk } from '../app/desk.ts'
import { disclosureBadge } from './affairs.display.ts'
import { disclosureQuery } from './affairs.queries.ts'
import DisclosureDesk from './DisclosureDesk.vue'

export default defineDesk({
  query: disclosureQuery,
  pick: ({ affairsDisclosure }) => affairsDisclosure,
  standing: (one) => ({
    name: one.title,
    about: one.division.name,
    dueAt: one.dueAt,
    waiting: one.waiting,
    ...disclosureBadge(one),
  }),
  view: DisclosureDesk,
})
