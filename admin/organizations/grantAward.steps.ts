// What the steps of agreements and instalments ask for.
import { carryOut } from '../app/act.ts'
import { today } from '../app/clock.ts'
import { day, yuan } from '../app/format.ts'
import { t } from '../app/i18n.ts'
import type { Step } from '../app/step.ts'
import { askChangeMutation, passMutation, payMutation, reportMutation, returnMutation } from './grantAward.mutations.ts'
import type { AgreementAction, AgreementWhole, ChangeWhole, InstalmentAction, InstalmentWhole } from './grantAward.queries.ts'
import { choicesOf } from './organizations.display.ts'

const voucher = () => ({ key: 'voucher', label: t('organizations.grant.voucher'), kind: 'text', required: true }) as const

export const agreementSteps = (agreement: AgreementWhole): Partial<Record<AgreementAction, Step>> => {
  const { id, version: expectedVersion, award, paid, returned, demanded, spent } = agreement
  const report: Step = {
    says: t('organizations.grant.reportSays'),
    draft: { key: `grant.report.${id}`, version: expectedVersion },
    fields: [
      { key: 'body', label: t('organizations.grant.progress'), kind: 'long', required: true },
      { key: 'beneficiaries', label: t('organizations.grant.beneficiaries'), kind: 'number', required: true },
      {
        key: 'spent',
        label: t('organizations.grant.spent'),
        kind: 'money',
        required: true,
        hint: t('organizations.grant.spentHint', { award: yuan(award) }),
        value: spent ? String(spent / 100) : '',
      },
      { key: 'files', label: t('organizations.file.all'), kind: 'files', hint: t('organizations.file.reportHint') },
    ],
    send: (values, about) =>
      carryOut(
        reportMutation,
        {
          id,
          expectedVersion,
          input: {
            body: values.text('body'),
            beneficiaries: values.number('beneficiaries'),
            spent: values.fen('spent'),
            files: values.list('files'),
          },
        },
        about,
      ),
  }
  const back: Step = {
    says: t('organizations.grant.returnSays', { owed: yuan(Math.max(0, demanded - returned)), paid: yuan(paid) }),
    fields: [
      {
        key: 'amount',
        label: t('organizations.grant.amount'),
        kind: 'money',
        required: true,
        value: String(Math.max(0, demanded - returned) / 100),
      },
      voucher(),
      { key: 'returnedOn', label: t('organizations.grant.returnedOn'), kind: 'day', required: true, value: day(today()) },
    ],
    send: (values, about) =>
      carryOut(
        returnMutation,
        {
          id,
          expectedVersion,
          input: { amount: values.fen('amount'), voucher: values.text('voucher'), returnedOn: values.text('returnedOn') },
        },
        about,
      ),
  }
  return {
    REPORT_MIDTERM: report,
    REPORT_AGAIN: report,
    REPORT_FINAL: report,
    RETURN: back,
    CLAW_BACK: back,
    PASS_FINAL: {
      says: t('organizations.grant.passSays'),
      fields: [
        {
          key: 'result',
          label: t('organizations.grant.result'),
          kind: 'choice',
          required: true,
          options: choicesOf('grantResult', ['EXCELLENT', 'GOOD', 'PASS']),
        },
      ],
      send: (values, about) =>
        carryOut(
          passMutation,
          { id, expectedVersion, result: values.choice<NonNullable<AgreementWhole['result']>>('result') },
          about,
        ),
    },
  }
}

export const instalmentSteps = ({
  id,
  version: expectedVersion,
  amount,
}: Pick<InstalmentWhole, 'id' | 'version' | 'amount'>): Partial<Record<InstalmentAction, Step>> => ({
  PAY: {
    says: t('organizations.grant.paySays', { amount: yuan(amount) }),
    seals: true,
    fields: [
      voucher(),
      { key: 'paidOn', label: t('organizations.grant.paidOn'), kind: 'day', required: true, value: day(today()) },
    ],
    send: (values, about) =>
      carryOut(payMutation, { id, expectedVersion, voucher: values.text('voucher'), paidOn: values.text('paidOn') }, about),
  },
})

export const changeStep = ({ id }: Pick<AgreementWhole, 'id'>): Step => ({
  says: t('organizations.grant.changeSays'),
  fields: [
    {
      key: 'kind',
      label: t('organizations.grant.changeKind'),
      kind: 'choice',
      required: true,
      options: choicesOf('grantChangeKind', ['BUDGET', 'PERIOD', 'AWARD', 'TARGET']),
    },
    { key: 'body', label: t('organizations.grant.changeBody'), kind: 'long', required: true },
    { key: 'extendTo', label: t('organizations.grant.extendTo'), kind: 'day', hint: t('organizations.grant.extendToHint') },
    { key: 'award', label: t('organizations.grant.newAward'), kind: 'money', hint: t('organizations.grant.newAwardHint') },
  ],
  send: (values, about) =>
    carryOut(
      askChangeMutation,
      {
        agreement: id,
        input: {
          kind: values.choice<ChangeWhole['kind']>('kind'),
          body: values.text('body'),
          extendTo: values.textOrNull('extendTo'),
          award: values.textOrNull('award') ? values.fen('award') : null,
        },
      },
      about,
    ),
})
