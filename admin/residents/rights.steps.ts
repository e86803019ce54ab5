// What is asked for where somebody disposes of their own data: consent, requests about it, and the look at a child's.
import { carryOut } from '../app/act.ts'
import { t } from '../app/i18n.ts'
import type { FieldSpec, Step } from '../app/step.ts'
import { choices } from './options.ts'
import { createDataRequestMutation, type DataRequestKind } from './request.queries.ts'
import { type ResidentWhole } from './resident.queries.ts'
import { giveConsentMutation, requestRevealMutation, type ConsentPurpose, type PersonalField } from './rights.queries.ts'
import { personalFields, purposes, requestKinds } from './residents.display.ts'

/** The person it is about, as far as these forms need them. */
type Subject = Pick<ResidentWhole, 'id'> & { readonly guardians: readonly { id: string; name: string; endedOn: string | null }[] }

const guardianChoice = ({ guardians }: Subject): FieldSpec[] =>
  guardians.length
    ? [
        {
          key: 'guardian',
          label: t('residents.guardian.signed'),
          kind: 'choice',
          options: guardians.filter((one) => !one.endedOn).map(({ id, name }) => ({ value: id, label: name })),
        },
      ]
    : []

export const consentStep = (resident: Subject): Step => ({
  says: t('residents.consent.says'),
  fields: [
    {
      key: 'purpose',
      label: t('residents.consent.purpose'),
      kind: 'choice',
      required: true,
      options: choices('purpose', purposes),
    },
    {
      key: 'notice',
      label: t('residents.consent.notice'),
      kind: 'text',
      required: true,
      hint: t('residents.consent.noticeHint'),
    },
    ...guardianChoice(resident),
  ],
  send: (values, about) =>
    carryOut(
      giveConsentMutation,
      {
        resident: resident.id,
        purpose: values.choice<ConsentPurpose>('purpose'),
        noticeVersion: values.text('notice'),
        guardian: values.textOrNull('guardian'),
      },
      about,
    ),
})

export const dataRequestStep = (resident: Subject, done: (id: string) => void): Step => ({
  says: t('residents.request.says'),
  fields: [
    {
      key: 'kind',
      label: t('residents.request.kind'),
      kind: 'choice',
      required: true,
      options: choices('requestKind', requestKinds),
    },
    { key: 'wording', label: t('residents.request.wording'), kind: 'long', hint: t('residents.request.wordingHint') },
    ...guardianChoice(resident),
  ],
  send: async (values, about) => {
    const input = {
      resident: resident.id,
      kind: values.choice<DataRequestKind>('kind'),
      wording: values.textOrNull('wording'),
      guardian: values.textOrNull('guardian'),
    }
    const outcome = await carryOut(createDataRequestMutation, { input }, about)
    if (outcome.data) done(outcome.data.createDataRequest.id)
    return outcome
  },
})

export const askRevealStep = (resident: ResidentWhole): Step => ({
  says: t('residents.reveal.childSays'),
  fields: [
    {
      key: 'field',
      label: t('residents.reveal.field'),
      kind: 'choice',
      required: true,
      options: choices('field', personalFields),
    },
    { key: 'reason', label: t('reason.label'), kind: 'long', required: true },
  ],
  send: (values, about) =>
    carryOut(
      requestRevealMutation,
      { resident: resident.id, field: values.choice<PersonalField>('field'), reason: values.text('reason') },
      about,
    ),
})
