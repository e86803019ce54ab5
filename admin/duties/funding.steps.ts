// What the actions of a commitment ask for.
import { carryOut } from '../app/act.ts'
import { today } from '../app/clock.ts'
import { day, yuan } from '../app/format.ts'
import { t } from '../app/i18n.ts'
import type { Step } from '../app/step.ts'
import {
  budgetFundingMutation,
  reconcileFundingMutation,
  transferFundsMutation,
  type FundingAction,
  type FundingWhole,
} from './funding.queries.ts'

export const fundingSteps = ({
  id,
  version: expectedVersion,
  amount,
  transferred,
}: FundingWhole): Partial<{
  [Action in FundingAction]: Step
}> => ({
  BUDGET: {
    says: t('duties.funding.budgetSays'),
    fields: [{ key: 'document', label: t('duties.funding.budgetDocument'), kind: 'text', required: true }],
    send: (values, about) => carryOut(budgetFundingMutation, { id, expectedVersion, document: values.text('document') }, about),
  },
  TRANSFER: {
    says: t('duties.funding.transferSays', { left: yuan(amount - transferred) }),
    fields: [
      {
        key: 'amount',
        label: t('duties.funding.transferAmount'),
        kind: 'money',
        required: true,
        value: String((amount - transferred) / 100),
        hint: t('duties.funding.transferHint'),
      },
      { key: 'voucher', label: t('duties.funding.voucher'), kind: 'text', required: true },
      { key: 'transferredOn', label: t('duties.funding.transferredOn'), kind: 'day', required: true, value: day(today()) },
    ],
    send: (values, about) =>
      carryOut(
        transferFundsMutation,
        {
          id,
          expectedVersion,
          input: {
            amount: values.fen('amount'),
            voucher: values.text('voucher'),
            transferredOn: values.text('transferredOn'),
          },
        },
        about,
      ),
  },
  RECONCILE: {
    says: t('duties.funding.reconcileSays', { transferred: yuan(transferred) }),
    fields: [{ key: 'received', label: t('duties.funding.received'), kind: 'money', required: true }],
    send: (values, about) => carryOut(reconcileFundingMutation, { id, expectedVersion, received: values.fen('received') }, about),
  },
})
