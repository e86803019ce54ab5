import { defineDesk } from '../app/desk.ts'
import { agreementQuery } from './grantAward.queries.ts'
import GrantAgreementDesk from './GrantAgreementDesk.vue'
import { agreementBadge } from './grants.display.ts'

export default defineDesk({
  query: agreementQuery,
  pick: ({ grantAgreement }) => grantAgreement,
  standing: (agreement) => ({
    name: agreement.title,
    about: [agreement.number, agreement.organization?.name].filter(Boolean).join(' · '),
    dueAt: agreement.dueAt,
    waiting: agreement.waiting,
    ...agreementBadge(agreement),
  }),
  view: GrantAgreementDesk,
})
