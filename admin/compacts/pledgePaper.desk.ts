import { defineDesk } from '../app/desk.ts'
import { t } from '../app/i18n.ts'
import { pledgePaperBadge } from './badges.ts'
import { pledgePaperQuery } from './pledge.queries.ts'
import PledgePaperDesk from './PledgePaperDesk.vue'

export default defineDesk({
  query: pledgePaperQuery,
  pick: ({ pledgePaper }) => pledgePaper,
  standing: (paper) => ({
    name: t('compacts.pledge.paperOf', { sheet: paper.sheet }),
    about: paper.compact?.title ?? paper.division.name,
    dueAt: null,
    waiting: null,
    ...pledgePaperBadge(paper),
  }),
  view: PledgePaperDesk,
})
