import { defineDesk } from '../app/desk.ts'
import { t } from '../app/i18n.ts'
import { amendmentQuery } from './amendment.queries.ts'
import AmendmentDesk from './AmendmentDesk.vue'
import { amendmentBadge } from './badges.ts'

export default defineDesk({
  query: amendmentQuery,
  pick: ({ amendment }) => amendment,
  standing: (amendment) => ({
    name: t('compacts.amendment.of', { title: amendment.compact?.title ?? '' }),
    about: amendment.division.name,
    dueAt: amendment.dueAt,
    waiting: null,
    ...amendmentBadge(amendment),
  }),
  view: AmendmentDesk,
})
