// What the steps of forming an owners' committee ask for; the preparatory group has a form of its own.
import { carryOut } from '../app/act.ts'
import { t } from '../app/i18n.ts'
import type { Step, Values } from '../app/step.ts'
import {
  electOwnersMutation,
  fileOwnersMutation,
  postOwnersMutation,
  renewOwnersMutation,
  reportOwnersMutation,
  type OwnersAction,
  type OwnersWhole,
} from './owners.queries.ts'

/** Square metres as typed, in hundredths. */
const hundredths = (values: Values, key: string) => values.fen(key)

export const reportStep = (division: { readonly code: string }, done: (id: string) => void): Step => ({
  says: t('compacts.owners.reportSays'),
  fields: [
    { key: 'compound', label: t('compacts.owners.compound'), kind: 'text', required: true },
    { key: 'heads', label: t('compacts.owners.heads'), kind: 'number', required: true },
    { key: 'area', label: t('compacts.owners.areaMetres'), kind: 'number', required: true },
    { key: 'reportedOn', label: t('compacts.owners.reportedOn'), kind: 'day', required: true },
  ],
  send: async (values, about) => {
    const input = {
      division: division.code,
      compound: values.text('compound'),
      heads: values.number('heads'),
      area: hundredths(values, 'area'),
      reportedOn: values.text('reportedOn'),
    }
    const outcome = await carryOut(reportOwnersMutation, { input }, about)
    if (outcome.data) done(outcome.data.reportOwnersCommittee.id)
    return outcome
  },
})

export const ownersSteps = (
  { id, version: expectedVersion }: OwnersWhole,
  opened: (id: string) => void,
): Partial<{ [Action in OwnersAction]: Step }> => ({
  POST: {
    says: t('compacts.owners.postSays'),
    fields: [
      {
        key: 'documents',
        label: t('compacts.owners.documents'),
        kind: 'lines',
        required: true,
        value: t('compacts.owners.usualDocuments').split('|'),
      },
      { key: 'meetingOn', label: t('compacts.owners.meetingOn'), kind: 'day', required: true },
    ],
    send: (values, about) =>
      carryOut(
        postOwnersMutation,
        { id, expectedVersion, documents: values.list('documents'), meetingOn: values.text('meetingOn') },
        about,
      ),
  },
  ELECT: {
    says: t('compacts.owners.electSays'),
    fields: [
      { key: 'presentHeads', label: t('compacts.owners.presentHeads'), kind: 'number', required: true },
      { key: 'presentArea', label: t('compacts.owners.presentArea'), kind: 'number', required: true },
      { key: 'agreeHeads', label: t('compacts.owners.agreeHeads'), kind: 'number', required: true },
      { key: 'agreeArea', label: t('compacts.owners.agreeArea'), kind: 'number', required: true },
      {
        key: 'members',
        label: t('compacts.owners.members'),
        kind: 'lines',
        required: true,
        value: ['', '', '', '', ''],
        hint: t('compacts.owners.membersHint'),
      },
      { key: 'years', label: t('compacts.owners.years'), kind: 'number', required: true, value: '3' },
    ],
    send: (values, about) =>
      carryOut(
        electOwnersMutation,
        {
          id,
          expectedVersion,
          input: {
            presentHeads: values.number('presentHeads'),
            presentArea: hundredths(values, 'presentArea'),
            agreeHeads: values.number('agreeHeads'),
            agreeArea: hundredths(values, 'agreeArea'),
            members: values.list('members'),
            years: values.number('years'),
          },
        },
        about,
      ),
  },
  FILE: {
    fields: [{ key: 'receipt', label: t('compacts.compact.receipt'), kind: 'text', required: true }],
    send: (values, about) => carryOut(fileOwnersMutation, { id, expectedVersion, receipt: values.text('receipt') }, about),
  },
  RENEW: {
    says: t('compacts.owners.renewSays'),
    fields: [],
    send: async (_values, about) => {
      const outcome = await carryOut(renewOwnersMutation, { id, expectedVersion }, about)
      if (outcome.data) opened(outcome.data.renewOwnersCommittee.id)
      return outcome
    },
  },
})
