// What the steps of an application ask for.
import { carryOut } from '../app/act.ts'
import { t } from '../app/i18n.ts'
import type { Step } from '../app/step.ts'
import { objectMutation, recommendMutation, type ApplicationAction, type ApplicationWhole } from './grantApplication.queries.ts'

export const applicationSteps = ({
  id,
  version: expectedVersion,
  amount,
  awarded,
}: ApplicationWhole): Partial<Record<ApplicationAction, Step>> => ({
  RECOMMEND: {
    says: t('organizations.grant.recommendSays'),
    fields: [
      {
        key: 'amount',
        label: t('organizations.grant.awarded'),
        kind: 'money',
        required: true,
        value: String((awarded ?? amount) / 100),
      },
    ],
    send: (values, about) => carryOut(recommendMutation, { id, expectedVersion, amount: values.fen('amount') }, about),
  },
})

/** Taking down an objection to it, or a complaint about what became of it. */
export const objectionStep = ({ id }: Pick<ApplicationWhole, 'id'>): Step => ({
  says: t('organizations.grant.objectSays'),
  fields: [
    { key: 'by', label: t('organizations.grant.by'), kind: 'text', required: true, hint: t('organizations.grant.byHint') },
    { key: 'body', label: t('organizations.grant.objection'), kind: 'long', required: true },
  ],
  send: (values, about) =>
    carryOut(objectMutation, { input: { application: id, by: values.text('by'), body: values.text('body') } }, about),
})
