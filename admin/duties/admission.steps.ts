// What the actions of an application ask for; the legal review and the invitation have forms of their own.
import { carryOut } from '../app/act.ts'
import { today } from '../app/clock.ts'
import { day } from '../app/format.ts'
import { t } from '../app/i18n.ts'
import type { FieldSpec, Step } from '../app/step.ts'
import { choicesOf, jointChoices } from './admission.display.ts'
import {
  admitMutation,
  answerObjectionMutation,
  castJointVoteMutation,
  concludeMutation,
  conveneMutation,
  objectMutation,
  returnAdmissionMutation,
  settleAdjustmentMutation,
} from './admission.mutations.ts'
import type { AdmissionAction, AdmissionWhole, JointChoice, Objection } from './admission.queries.ts'

/** Working days of publicity the rule allows. */
const PUBLICITY = ['5', '6', '7']

export const objectStep = ({ id }: AdmissionWhole): Step => ({
  draft: { key: `admission.object.${id}` },
  says: t('duties.admission.objectSays'),
  fields: [
    {
      key: 'from',
      label: t('duties.admission.objector'),
      kind: 'text',
      required: true,
      hint: t('duties.admission.objectorHint'),
    },
    { key: 'body', label: t('duties.admission.objection'), kind: 'long', required: true },
  ],
  send: (values, about) => carryOut(objectMutation, { id, body: values.text('body'), from: values.text('from') }, about),
})

export const ownObjectStep = ({ id }: AdmissionWhole): Step => ({
  draft: { key: `admission.object.${id}` },
  says: t('duties.admission.objectSays'),
  fields: [{ key: 'body', label: t('duties.admission.objection'), kind: 'long', required: true }],
  send: (values, about) => carryOut(objectMutation, { id, body: values.text('body'), from: null }, about),
})

export const answerStep = (objection: Objection): Step => ({
  draft: { key: `admission.answer.${objection.id}` },
  says: objection.body,
  fields: [{ key: 'answer', label: t('duties.admission.answer'), kind: 'long', required: true }],
  send: (values, about) => carryOut(answerObjectionMutation, { id: objection.id, answer: values.text('answer') }, about),
})

const adjusted = ['content', 'standard', 'frequency', 'timeLimit', 'materials'] as const

export const admissionSteps = (application: AdmissionWhole): Partial<{ [Action in AdmissionAction]: Step }> => {
  const { id, version: expectedVersion, tally } = application
  const minutes: FieldSpec = {
    key: 'minutes',
    label: t('duties.admission.minutes'),
    kind: 'long',
    required: true,
    hint: t('duties.admission.minutesHint'),
  }
  const conclude = (fields: readonly FieldSpec[]): Step => ({
    draft: { key: `admission.minutes.${id}` },
    says: t('duties.admission.tallySays', { ...tally }),
    fields,
    send: (values, about) =>
      carryOut(
        concludeMutation,
        {
          id,
          expectedVersion,
          minutes: values.text('minutes'),
          publicityDays: values.text('days') ? values.number('days') : null,
        },
        about,
      ),
  })
  return {
    RETURN: {
      draft: { key: `admission.return.${id}`, version: expectedVersion },
      says: t('duties.admission.returnSays'),
      fields: [{ key: 'missing', label: t('duties.admission.missing'), kind: 'lines', required: true }],
      send: (values, about) => carryOut(returnAdmissionMutation, { id, expectedVersion, missing: values.list('missing') }, about),
    },
    CONVENE: {
      says: t('duties.admission.conveneSays'),
      fields: [
        { key: 'meetsOn', label: t('duties.admission.meetsOn'), kind: 'day', required: true, value: day(today()) },
        { key: 'members', label: t('duties.admission.members'), kind: 'number', required: true },
      ],
      send: (values, about) =>
        carryOut(
          conveneMutation,
          { id, expectedVersion, meetsOn: values.text('meetsOn'), members: values.number('members') },
          about,
        ),
    },
    VOTE: {
      says: t('duties.admission.voteSays'),
      fields: [
        {
          key: 'choice',
          label: t('duties.admission.choice'),
          kind: 'choice',
          required: true,
          options: choicesOf('jointChoice', jointChoices),
        },
        { key: 'reason', label: t('reason.label'), kind: 'long', required: true },
      ],
      send: (values, about) =>
        carryOut(
          castJointVoteMutation,
          { id, choice: values.choice<JointChoice>('choice'), reason: values.text('reason') },
          about,
        ),
    },
    CARRY: conclude([
      minutes,
      {
        key: 'days',
        label: t('duties.admission.publicityDays'),
        kind: 'choice',
        required: true,
        value: PUBLICITY[0]!,
        options: PUBLICITY.map((n) => ({ value: n, label: t('duties.admission.workingDays', { n }) })),
      },
    ]),
    DECLINE: conclude([minutes]),
    ADMIT: {
      says: t('duties.admission.admitSays'),
      fields: [
        {
          key: 'documentNumber',
          label: t('duties.admission.documentNumber'),
          kind: 'text',
          required: true,
          hint: t('duties.admission.documentHint'),
        },
      ],
      send: (values, about) =>
        carryOut(admitMutation, { id, expectedVersion, documentNumber: values.text('documentNumber') }, about),
    },
    SETTLE_ADJUSTMENT: {
      draft: { key: `admission.adjust.${id}`, version: expectedVersion },
      says: t('duties.admission.adjustSays'),
      fields: adjusted.map((key) => ({
        key,
        label: t(`duties.proposal.${key}`),
        kind: key === 'frequency' || key === 'timeLimit' ? 'text' : 'long',
        value: application[key] ?? '',
      })),
      send: (values, about) =>
        carryOut(
          settleAdjustmentMutation,
          { id, expectedVersion, input: Object.fromEntries(adjusted.map((key) => [key, values.textOrNull(key)])) },
          about,
        ),
    },
  }
}
