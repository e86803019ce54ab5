// What the actions of an issue ask for once something was done about it: how it is judged, and the compact drawn from it.
import { carryOut } from '../app/act.ts'
import { t } from '../app/i18n.ts'
import type { Step } from '../app/step.ts'
import { draftCompactMutation, type CompactKind } from './compact.queries.ts'
import { compactKinds } from './compacts.display.ts'
import { recordEvaluationMutation } from './issue.mutations.ts'
import type { IssueAction, IssueWhole } from './issue.queries.ts'
import { choices } from './options.ts'
import { openSurveyStep } from './survey.steps.ts'

export const outcomeSteps = (issue: IssueWhole): Partial<{ [Action in IssueAction]: Step }> => {
  const { id, version: expectedVersion } = issue
  return {
    OPEN_SURVEY: openSurveyStep(issue),
    RECORD_EVALUATION: {
      fields: [
        { key: 'households', label: t('compacts.issue.households'), kind: 'number', required: true },
        { key: 'answers', label: t('compacts.issue.answers'), kind: 'number', required: true },
        { key: 'satisfied', label: t('compacts.issue.satisfied'), kind: 'number', required: true },
      ],
      send: (values, about) =>
        carryOut(
          recordEvaluationMutation,
          {
            id,
            expectedVersion,
            input: {
              households: values.number('households'),
              answers: values.number('answers'),
              satisfied: values.number('satisfied'),
            },
          },
          about,
        ),
    },
    DRAFT_COMPACT: {
      draft: { key: `compact.new.${id}` },
      fields: [
        {
          key: 'kind',
          label: t('compacts.compact.kind'),
          kind: 'choice',
          required: true,
          options: choices('compactKind', compactKinds),
          value: 'COMPACT',
          hint: t('compacts.compact.kindHint'),
        },
        { key: 'title', label: t('compacts.compact.title'), kind: 'text', required: true },
        { key: 'owner', label: t('compacts.compact.owner'), kind: 'text', required: true, value: issue.lead ?? '' },
        {
          key: 'articles',
          label: t('compacts.compact.articles'),
          kind: 'lines',
          required: true,
          hint: t('compacts.compact.articlesHint'),
        },
      ],
      send: (values, about) =>
        carryOut(
          draftCompactMutation,
          {
            issue: id,
            expectedVersion,
            input: {
              kind: values.choice<CompactKind>('kind'),
              title: values.text('title'),
              owner: values.text('owner'),
              articles: values.list('articles'),
            },
          },
          about,
        ),
    },
  }
}
