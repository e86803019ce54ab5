// What the actions of an amendment ask for.
import { carryOut } from '../app/act.ts'
import { t } from '../app/i18n.ts'
import type { Step } from '../app/step.ts'
import {
  acceptAmendmentMutation,
  promoteAmendmentMutation,
  rebaseAmendmentMutation,
  type AmendmentAction,
  type AmendmentWhole,
} from './amendment.queries.ts'

export const amendmentSteps = (amendment: AmendmentWhole): Partial<{ [Action in AmendmentAction]: Step }> => {
  const { id, version: expectedVersion, article, body, currentBody, compact } = amendment
  return {
    ACCEPT: {
      says: t('compacts.amendment.acceptSays'),
      fields: [],
      send: (_values, about) => carryOut(acceptAmendmentMutation, { id, expectedVersion }, about),
    },
    REBASE: {
      says: `${t('compacts.amendment.rebaseSays')} ${currentBody ?? ''}`,
      fields: [
        {
          key: 'article',
          label: t('compacts.amendment.article'),
          kind: 'choice',
          required: true,
          value: article === null ? '' : String(article),
          options: (compact?.articles ?? []).map((one) => ({
            value: String(one.number),
            label: `${t('compacts.compact.article', { n: one.number })} ${one.body.slice(0, 24)}`,
          })),
        },
        { key: 'body', label: t('compacts.amendment.body'), kind: 'long', required: true, value: body },
      ],
      send: (values, about) =>
        carryOut(
          rebaseAmendmentMutation,
          { id, expectedVersion, article: values.number('article'), body: values.text('body') },
          about,
        ),
    },
    PROMOTE: {
      fields: [],
      send: (_values, about) => carryOut(promoteAmendmentMutation, { id, expectedVersion }, about),
    },
  }
}
