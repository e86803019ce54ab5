// What the actions of a compact ask for; the text and its legality check have forms of their own.
import { carryOut } from '../app/act.ts'
import { t } from '../app/i18n.ts'
import type { Step } from '../app/step.ts'
import { proposeAmendmentMutation } from './amendment.queries.ts'
import {
  announceCompactMutation,
  answerCommentsMutation,
  beginEditionMutation,
  commentForMutation,
  fileCompactMutation,
  orderCorrectionMutation,
  reviewCompactMutation,
  type CommentOutcome,
  type CompactAction,
  type CompactWhole,
  type ReviewFinding,
} from './compact.queries.ts'
import { commentOutcomes, reviewFindings } from './compacts.display.ts'
import { choices } from './options.ts'
import { planAssemblyStep } from './meeting.steps.ts'
import { findPeople } from './people.ts'

/** One answer for one comment, or for several that say the same. */
export const answerStep = (comments: readonly { readonly id: string; readonly body: string }[]): Step => ({
  says: comments.map(({ body }) => body).join('；'),
  draft: { key: `compact.answer.${comments.map(({ id }) => id).join('.')}` },
  fields: [
    ...(comments.length > 1
      ? [
          {
            key: 'topic',
            label: t('compacts.compact.topic'),
            kind: 'text' as const,
            required: true,
            hint: t('compacts.compact.topicHint'),
          },
        ]
      : []),
    {
      key: 'outcome',
      label: t('compacts.compact.outcome'),
      kind: 'choice',
      required: true,
      options: choices('commentOutcome', commentOutcomes),
      value: 'EXPLAINED',
    },
    { key: 'answer', label: t('compacts.compact.answer'), kind: 'long', required: true },
  ],
  send: (values, about) =>
    carryOut(
      answerCommentsMutation,
      {
        comments: comments.map(({ id }) => id),
        answer: values.text('answer'),
        outcome: values.choice<CommentOutcome>('outcome'),
        topic: values.textOrNull('topic'),
      },
      about,
    ),
})

/** What a resident said at the desk or on paper, written down for them. */
export const commentForStep = ({ id, articles, division }: CompactWhole): Step => ({
  says: t('compacts.compact.commentForSays'),
  draft: { key: `compact.comment.${id}` },
  fields: [
    {
      key: 'resident',
      label: t('compacts.compact.speaker'),
      kind: 'person',
      required: true,
      find: (words) => findPeople(words, division.code),
    },
    {
      key: 'article',
      label: t('compacts.compact.ofArticle'),
      kind: 'choice',
      hint: t('compacts.compact.ofArticleHint'),
      options: articles.map(({ number }) => ({ value: String(number), label: t('compacts.compact.article', { n: number }) })),
    },
    { key: 'body', label: t('compacts.compact.comment'), kind: 'long', required: true },
  ],
  send: (values, about) =>
    carryOut(
      commentForMutation,
      {
        compact: id,
        body: values.text('body'),
        article: values.text('article') ? values.number('article') : null,
        resident: values.text('resident'),
      },
      about,
    ),
})

/** How an article should read, or one to be added. */
export const proposeStep = ({ id, articles }: CompactWhole, article: number | null): Step => {
  const base = articles.find(({ number }) => number === article)
  return {
    ...(base && { says: `${t('compacts.compact.article', { n: base.number })}${t('offers.colon')}${base.body}` }),
    draft: { key: `amendment.new.${id}.${article ?? 'new'}` },
    fields: [
      { key: 'body', label: t('compacts.amendment.body'), kind: 'long', required: true, value: base?.body ?? '' },
      { key: 'why', label: t('compacts.amendment.why'), kind: 'long' },
    ],
    send: (values, about) =>
      carryOut(
        proposeAmendmentMutation,
        { compact: id, body: values.text('body'), article, why: values.textOrNull('why') },
        about,
      ),
  }
}

export const compactSteps = (compact: CompactWhole): Partial<{ [Action in CompactAction]: Step }> => {
  const { id, version: expectedVersion, articles } = compact
  const edition: Step = {
    says: t('compacts.compact.editionSays'),
    fields: [],
    send: (_values, about) => carryOut(beginEditionMutation, { id, expectedVersion }, about),
  }
  const announce: Step = {
    says: t(compact.kind === 'CIVILITY' ? 'compacts.compact.postSays' : 'compacts.compact.announceSays'),
    fields: [
      { key: 'effectiveOn', label: t('compacts.compact.effectiveOn'), kind: 'day', required: true },
      { key: 'expiresOn', label: t('compacts.compact.expiresOn'), kind: 'day', hint: t('compacts.compact.expiresHint') },
    ],
    send: (values, about) =>
      carryOut(
        announceCompactMutation,
        { id, expectedVersion, effectiveOn: values.text('effectiveOn'), expiresOn: values.textOrNull('expiresOn') },
        about,
      ),
  }
  return {
    CONVENE: planAssemblyStep(compact),
    CONVENE_REPEAL: planAssemblyStep(compact),
    CONVENE_ANNUL: planAssemblyStep(compact),
    REVIEW: {
      says: t('compacts.compact.reviewSays'),
      draft: { key: `compact.review.${id}` },
      fields: [
        {
          key: 'finding',
          label: t('compacts.compact.reviewFinding'),
          kind: 'choice',
          required: true,
          options: choices('reviewFinding', reviewFindings),
        },
        { key: 'opinion', label: t('compacts.compact.reviewOpinion'), kind: 'long', required: true },
      ],
      send: (values, about) =>
        carryOut(
          reviewCompactMutation,
          { id, expectedVersion, finding: values.choice<ReviewFinding>('finding'), opinion: values.text('opinion') },
          about,
        ),
    },
    FILE: {
      fields: [{ key: 'receipt', label: t('compacts.compact.receipt'), kind: 'text', required: true }],
      send: (values, about) => carryOut(fileCompactMutation, { id, expectedVersion, receipt: values.text('receipt') }, about),
    },
    ANNOUNCE: announce,
    POST: announce,
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
