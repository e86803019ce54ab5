import { defineDesk } from '../app/desk.ts'
import { t } from '../app/i18n.ts'
import { instalmentQuery } from './grantAward.queries.ts'
import GrantInstalmentDesk from './GrantInstalmentDesk.vue'
import { instalmentBadge } from './grants.display.ts'

export default defineDesk({
  query: instalmentQuery,
  pick: ({ grantInstalment }) => grantInstalment,
  standing: (row) => ({
    name: `${row.agreement?.title ?? ''} ${t('organizations.grant.instalmentNo', { n: row.number })}`,
    about: [row.agreement?.number, row.agreement?.organization?.name].filter(Boolean).join(' · '),
    dueAt: null,
    waiting: row.waiting,
    ...instalmentBadge(row),
  }),
  view: GrantInstalmentDesk,
})
