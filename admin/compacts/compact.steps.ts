// What the actions of a compact ask for; the legality check has a form of its own.
import { carryOut } from '../app/act.ts'
import { t } from '../app/i18n.ts'
import type { Step } from '../app/step.ts'
import {
  announceCompactMutation,
  answerCommentMutation,
  beginEditionMutation,
  fileCompactMutation,
  orderCorrectionMutation,
  reviseArticlesMutation,
  type CompactAction,
  type CompactWhole,
} from './compact.queries.ts'
import { planAssemblyStep } from './meeting.steps.ts'

export const reviseArticlesStep = ({ id, version, title, owner, articles }: CompactWhole): Step => ({
  draft: { key: `compact.articles.${id}`, version },
  fields: [
    { key: 'title', label: t('compacts.compact.title'), kind: 'text', required: true, value: title },
    { key: 'owner', label: t('compacts.compact.owner'), kind: 'text', required: true, value: owner },
    {
      key: 'articles',
      label: t('compacts.compact.articles'),
      kind: 'lines',
      required: true,
      value: articles.map((article) => article.body),
      hint: t('compacts.compact.articlesHint'),
    },
  ],
  send: (values, about) =>
    carryOut(
      reviseArticlesMutation,
      {
        id,
        expectedVersion: version,
        input: { title: values.text('title'), owner: values.text('owner'), articles: values.list('articles') },
      },
      about,
    ),
})

export const answerStep = (comment: { readonly id: string }): Step => ({
  draft: { key: `compact.answer.${comment.id}` },
  fields: [{ key: 'answer', label: t('compacts.compact.answer'), kind: 'long', required: true }],
  send: (values, about) => carryOut(answerCommentMutation, { id: comment.id, answer: values.text('answer') }, about),
})

export const compactSteps = (compact: CompactWhole): Partial<{ [Action in CompactAction]: Step }> => {
  const { id, version: expectedVersion, articles } = compact
  const edition: Step = {
    says: t('compacts.compact.editionSays'),
    fields: [],
    send: (_values, about) => carryOut(beginEditionMutation, { id, expectedVersion }, about),
  }
  return {
    CONVENE: planAssemblyStep(compact),
    FILE: {
      fields: [{ key: 'receipt', label: t('compacts.compact.receipt'), kind: 'text', required: true }],
      send: (values, about) => carryOut(fileCompactMutation, { id, expectedVersion, receipt: values.text('receipt') }, about),
    },
    ANNOUNCE: {
      says: t('compacts.compact.announceSays'),
      fields: [{ key: 'effectiveOn', label: t('compacts.compact.effectiveOn'), kind: 'day', required: true }],
      send: (values, about) =>
        carryOut(announceCompactMutation, { id, expectedVersion, effectiveOn: values.text('effectiveOn') }, about),
    },
    ORDER_CORRECTION: {
      says: t('compacts.compact.orderSays'),
      fields: [
        {
          key: 'articles',
          label: t('compacts.compact.orderedArticles'),
          kind: 'choices',
          required: true,
          options: articles.map(({ number }) => ({ value: String(number), label: t('compacts.compact.article', { n: number }) })),
        },
        { key: 'document', label: t('compacts.compact.orderDocument'), kind: 'text', required: true },
        { key: 'reason', label: t('reason.label'), kind: 'long', required: true },
      ],
      send: (values, about) =>
        carryOut(
          orderCorrectionMutation,
          {
            id,
            expectedVersion,
            articles: values.list('articles').map(Number),
            document: values.text('document'),
            reason: values.text('reason'),
          },
          about,
        ),
    },
    REVISE: edition,
    CORRECT: edition,
  }
}
