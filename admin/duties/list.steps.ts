// What the actions on lists ask for.
import { carryOut } from '../app/act.ts'
import { t } from '../app/i18n.ts'
import type { Place } from '../app/session.ts'
import type { Step } from '../app/step.ts'
import { answerOpinionMutation, giveOpinionMutation, publishListMutation, startListMutation } from './list.mutations.ts'
import type { ListType, ListWhole } from './list.queries.ts'
import { listTypes } from './lists.display.ts'
import { choices } from './options.ts'

export const startStep = (place: Place, year: number, done: (id: string) => void): Step => ({
  says: t('duties.list.startSays', { place: place.name }),
  fields: [
    {
      key: 'type',
      label: t('duties.list.type'),
      kind: 'choice',
      required: true,
      value: 'ASSIST_GOVERNMENT',
      options: choices('listType', listTypes),
    },
    { key: 'year', label: t('duties.list.year'), kind: 'number', required: true, value: String(year) },
  ],
  send: async (values, about) => {
    const asked = { division: place.code, type: values.choice<ListType>('type'), year: values.number('year') }
    const outcome = await carryOut(startListMutation, asked, about)
    if (outcome.data) done(outcome.data.startDutyListVersion.id)
    return outcome
  },
})

const mistyped = () => {
  const sentence = t('duties.list.mistyped', { word: t('duties.list.publish') })
  return { data: null, mistake: { code: 'BAD_USER_INPUT', sentence, field: 'word', requestId: null, changes: [] } } as const
}

/** What publishes is checked once more, and confirmed by a typed word. */
export const publishStep = ({ id, version, items, gaps }: ListWhole): Step => ({
  says: t('duties.list.publishSays', {
    n: items.length,
    unfunded: gaps.unfunded.length ? t('duties.list.publishUnfunded', { n: gaps.unfunded.length }) : '',
  }),
  fields: [
    {
      key: 'documentNumber',
      label: t('duties.list.document'),
      kind: 'text',
      required: true,
      hint: t('duties.list.documentHint'),
    },
    {
      key: 'effectiveOn',
      label: t('duties.list.effectiveOn'),
      kind: 'day',
      required: true,
      hint: t('duties.list.effectiveHint'),
    },
    { key: 'word', label: t('duties.list.word', { word: t('duties.list.publish') }), kind: 'text', required: true },
  ],
  send: async (values, about) => {
    if (values.text('word') !== t('duties.list.publish')) return mistyped()
    return carryOut(
      publishListMutation,
      {
        id,
        expectedVersion: version,
        documentNumber: values.text('documentNumber'),
        effectiveOn: values.text('effectiveOn'),
      },
      about,
    )
  },
})

export const opinionStep = ({ id, items }: ListWhole): Step => ({
  says: t('duties.opinion.giveSays'),
  draft: { key: `duties.opinion.${id}` },
  fields: [
    {
      key: 'item',
      label: t('duties.opinion.item'),
      kind: 'choice',
      options: [
        { value: '', label: t('duties.opinion.whole') },
        ...items.map(({ code, name }) => ({ value: code, label: `${code} ${name}` })),
      ],
    },
    { key: 'body', label: t('duties.opinion.body'), kind: 'long', required: true },
  ],
  send: (values, about) =>
    carryOut(giveOpinionMutation, { listVersion: id, body: values.text('body'), itemCode: values.textOrNull('item') }, about),
})

export const answerStep = (opinion: { readonly id: string }): Step => ({
  draft: { key: `duties.answer.${opinion.id}` },
  fields: [{ key: 'answer', label: t('duties.opinion.answer'), kind: 'long', required: true }],
  send: (values, about) => carryOut(answerOpinionMutation, { id: opinion.id, answer: values.text('answer') }, about),
})
