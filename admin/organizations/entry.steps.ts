// What the steps on an entry of the directory ask for.
import { carryOut } from '../app/act.ts'
import { t } from '../app/i18n.ts'
import type { FieldSpec, Step, Values } from '../app/step.ts'
import {
  answerEntryMutation,
  applyMutation,
  completeEntryMutation,
  objectToEntryMutation,
  publishEntryMutation,
  reconfirmEntryMutation,
  removeEntryMutation,
  suspendEntryMutation,
  type EntryAction,
  type EntryWhole,
  type Evidence,
} from './entry.queries.ts'
import { evidences } from './offers.display.ts'
import { choicesOf } from './organizations.display.ts'

type Told = Pick<EntryWhole, 'fields' | 'evidence' | 'statement' | 'enclosures'>

/** What was handed in otherwise than as a file. */
export const onPaper = ({ evidence, enclosures }: Pick<Told, 'evidence' | 'enclosures'>): Evidence[] =>
  evidence.filter((one) => !enclosures.some((file) => file.evidence === one))

const fieldsOf = (told?: Told): readonly FieldSpec[] => [
  { key: 'fields', label: t('organizations.entry.fields'), kind: 'lines', required: true, value: told?.fields ?? [''] },
  {
    key: 'files',
    label: t('organizations.entry.files'),
    kind: 'files',
    hint: t('organizations.entry.filesHint'),
    options: choicesOf('evidence', evidences),
  },
  {
    key: 'evidence',
    label: t('organizations.entry.onPaper'),
    kind: 'choices',
    hint: t('organizations.entry.onPaperHint'),
    options: choicesOf('evidence', evidences),
    value: told ? onPaper(told) : [],
  },
  { key: 'statement', label: t('organizations.entry.statement'), kind: 'long', required: true, value: told?.statement ?? '' },
]

const inputOf = (values: Values) => ({
  fields: values.list('fields'),
  evidence: values.list('evidence') as Evidence[],
  files: values.files<Evidence>('files').map(({ purpose: evidence, file }) => ({ evidence, file })),
  statement: values.text('statement'),
})

export const applyStep = (done: (id: string) => void): Step => ({
  says: t('organizations.entry.applySays'),
  draft: { key: 'qualification.new' },
  fields: fieldsOf(),
  send: async (values, about) => {
    const outcome = await carryOut(applyMutation, { input: inputOf(values) }, about)
    if (outcome.data) done(outcome.data.applyForDirectory.id)
    return outcome
  },
})

export const objectStep = (entry: string): Step => ({
  says: t('organizations.entry.objectSays'),
  fields: [{ key: 'body', label: t('organizations.entry.objection'), kind: 'long', required: true }],
  send: (values, about) => carryOut(objectToEntryMutation, { entry, body: values.text('body') }, about),
})

export const answerStep = ({ id, version: expectedVersion }: EntryWhole, objection: string): Step => ({
  fields: [
    { key: 'upheld', label: t('organizations.entry.upheld'), kind: 'yes', hint: t('organizations.entry.upheldHint') },
    { key: 'answer', label: t('organizations.entry.answer'), kind: 'long', required: true },
  ],
  send: (values, about) => {
    const told = { objection, upheld: values.yes('upheld'), answer: values.text('answer') }
    return carryOut(answerEntryMutation, { id, expectedVersion, ...told }, about)
  },
})

const reason = (): FieldSpec => ({ key: 'reason', label: t('organizations.change.reason'), kind: 'long', required: true })

export const entrySteps = (entry: EntryWhole): Partial<Record<EntryAction, Step>> => {
  const { id, version: expectedVersion } = entry
  return {
    COMPLETE: {
      fields: fieldsOf(entry),
      send: (values, about) => carryOut(completeEntryMutation, { id, expectedVersion, input: inputOf(values) }, about),
    },
    PUBLISH: {
      says: t('organizations.entry.publishSays'),
      fields: [
        {
          key: 'report',
          label: t('organizations.entry.report'),
          kind: 'long',
          required: true,
          hint: t('organizations.entry.reportHint'),
        },
      ],
      send: (values, about) => carryOut(publishEntryMutation, { id, expectedVersion, report: values.text('report') }, about),
    },
    RECONFIRM: {
      says: t('organizations.entry.reconfirmSays'),
      fields: [{ key: 'statement', label: t('organizations.entry.statement'), kind: 'long', required: true }],
      send: (values, about) =>
        carryOut(reconfirmEntryMutation, { id, expectedVersion, statement: values.text('statement') }, about),
    },
    SUSPEND: {
      says: t('organizations.entry.suspendSays'),
      fields: [{ key: 'until', label: t('organizations.entry.suspendUntil'), kind: 'day', required: true }, reason()],
      send: (values, about) =>
        carryOut(
          suspendEntryMutation,
          { id, expectedVersion, until: values.text('until'), reason: values.text('reason') },
          about,
        ),
    },
    REMOVE: {
      says: t('organizations.entry.removeSays'),
      fields: [reason(), { key: 'barredUntil', label: t('organizations.entry.barredUntil'), kind: 'day' }],
      send: (values, about) => {
        const told = { reason: values.text('reason'), barredUntil: values.textOrNull('barredUntil') }
        return carryOut(removeEntryMutation, { id, expectedVersion, ...told }, about)
      },
    },
  }
}
