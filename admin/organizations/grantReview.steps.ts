// Assigning reviewers by name.
import { carryOut } from '../app/act.ts'
import { t } from '../app/i18n.ts'
import type { Step } from '../app/step.ts'
import { assignMutation } from './grantReview.queries.ts'

interface Candidate {
  readonly id: string
  readonly name: string
  readonly employer: string
}

export const assignStep = (
  application: string,
  candidates: readonly Candidate[],
  { live, due }: { readonly live: number; readonly due: number },
): Step => ({
  says: candidates.length ? t('organizations.grant.assignSays', { live, due }) : t('organizations.grant.assignNobody'),
  fields: [
    {
      key: 'reviewers',
      label: t('organizations.grant.reviewer'),
      kind: 'choices',
      required: true,
      options: candidates.map(({ id, name, employer }) => ({ value: id, label: `${name} · ${employer}` })),
    },
  ],
  send: (values, about) => carryOut(assignMutation, { application, reviewers: values.list('reviewers') }, about),
})
