// What asking for a certificate, issuing it and refusing it ask for.
import { carryOut } from '../app/act.ts'
import { t } from '../app/i18n.ts'
import type { Step } from '../app/step.ts'
import {
  issueCertificateMutation,
  refuseCertificateMutation,
  requestCertificateMutation,
  type CertificateAction,
  type CertificateRefusal,
  type CertificateWhole,
} from './certificate.queries.ts'
import { certificateRefusals, choicesOf } from './tasks.display.ts'

/** For somebody before the committee; what is on no list is taken down too, to be refused on paper. */
export const requestStep = (
  division: string,
  listed: readonly { readonly id: string; readonly code: string; readonly name: string }[],
  done: (id: string) => void,
): Step => ({
  says: t('duties.certificate.requestSays'),
  draft: { key: `certificate.new.${division}` },
  fields: [
    {
      key: 'item',
      label: t('duties.certificate.item'),
      kind: 'choice',
      options: listed.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` })),
      hint: t('duties.certificate.itemHint'),
    },
    { key: 'matter', label: t('duties.certificate.matter'), kind: 'text', hint: t('duties.certificate.matterHint') },
    { key: 'name', label: t('duties.certificate.name'), kind: 'text', required: true },
    { key: 'receiver', label: t('duties.certificate.receiver'), kind: 'text', required: true },
    { key: 'purpose', label: t('duties.certificate.purpose'), kind: 'text', required: true },
  ],
  send: async (values, about) => {
    const outcome = await carryOut(
      requestCertificateMutation,
      {
        input: {
          division,
          item: values.textOrNull('item'),
          matter: values.textOrNull('matter'),
          name: values.text('name'),
          receiver: values.text('receiver'),
          purpose: values.text('purpose'),
        },
      },
      about,
    )
    if (outcome.data) done(outcome.data.requestCertificate.id)
    return outcome
  },
})

export const certificateSteps = (request: CertificateWhole): Partial<{ [Action in CertificateAction]: Step }> => {
  const { id, version: expectedVersion, isListed, name } = request
  return {
    ISSUE: {
      says: t('duties.certificate.issueSays'),
      fields: [
        {
          key: 'facts',
          label: t('duties.certificate.facts'),
          kind: 'long',
          required: true,
          hint: t('duties.certificate.factsHint'),
          value: t('duties.certificate.factsBegin', { name }),
        },
      ],
      send: (values, about) => carryOut(issueCertificateMutation, { id, expectedVersion, facts: values.text('facts') }, about),
    },
    REFUSE: {
      says: t('duties.certificate.refuseSays'),
      fields: [
        {
          key: 'refusal',
          label: t('duties.certificate.refusal'),
          kind: 'choice',
          required: true,
          options: choicesOf('certificateRefusal', certificateRefusals),
          value: isListed ? 'UNVERIFIED' : 'OFF_LIST',
        },
        {
          key: 'referral',
          label: t('duties.certificate.referral'),
          kind: 'long',
          required: true,
          hint: t('duties.certificate.referralHint'),
        },
      ],
      send: (values, about) =>
        carryOut(
          refuseCertificateMutation,
          {
            id,
            expectedVersion,
            input: { refusal: values.choice<CertificateRefusal>('refusal'), referral: values.text('referral') },
          },
          about,
        ),
    },
  }
}
