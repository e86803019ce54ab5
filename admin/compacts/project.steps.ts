// What the actions of a project and its milestones ask for.
import { carryOut } from '../app/act.ts'
import { t } from '../app/i18n.ts'
import type { Step } from '../app/step.ts'
import { addEvidenceMutation, settleProjectMutation, type ProjectAction, type ProjectWhole } from './project.queries.ts'

export const evidenceStep = (project: ProjectWhole, milestone: string): Step => ({
  fields: [
    {
      key: 'evidence',
      label: t('compacts.project.evidence'),
      kind: 'long',
      required: true,
      hint: t('compacts.project.evidenceHint'),
    },
  ],
  send: (values, about) =>
    carryOut(
      addEvidenceMutation,
      { project: project.id, expectedVersion: project.version, milestone, evidence: values.text('evidence') },
      about,
    ),
})

export const projectSteps = ({ id, version }: ProjectWhole): Partial<{ [Action in ProjectAction]: Step }> => ({
  SETTLE: {
    fields: [{ key: 'spent', label: t('compacts.project.spent'), kind: 'money', required: true }],
    send: (values, about) => carryOut(settleProjectMutation, { id, expectedVersion: version, spent: values.fen('spent') }, about),
  },
})
