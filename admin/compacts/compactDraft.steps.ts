// A compact begun from an issue: its kind, its owner and its first articles.
import { carryOut } from '../app/act.ts'
import { t } from '../app/i18n.ts'
import type { Step } from '../app/step.ts'
import { draftCompactMutation, type CompactKind } from './compact.queries.ts'
import { compactKinds } from './compacts.display.ts'
import type { IssueWhole } from './issue.queries.ts'
import { choices } from './options.ts'

export const draftCompactStep = (issue: IssueWhole): Step => ({
  draft: { key: `compact.new.${issue.id}` },
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
        issue: issue.id,
        expectedVersion: issue.version,
        input: {
          kind: values.choice<CompactKind>('kind'),
          title: values.text('title'),
          owner: values.text('owner'),
          articles: values.list('articles'),
        },
      },
      about,
    ),
})
