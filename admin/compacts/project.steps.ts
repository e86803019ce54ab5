// What the actions of a project, its milestones and its supervision group ask for.
import { carryOut } from '../app/act.ts'
import { yuan } from '../app/format.ts'
import { t } from '../app/i18n.ts'
import type { Step } from '../app/step.ts'
import { inspectionKinds } from './compacts.display.ts'
import { choices } from './options.ts'
import {
  addEvidenceMutation,
  addMilestoneMutation,
  answerInspectionMutation,
  moveMilestoneMutation,
  recordInspectionMutation,
  settleProjectMutation,
  type InspectionKind,
  type ProjectAction,
  type ProjectWhole,
} from './project.queries.ts'

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

export const addMilestoneStep = ({ id, version }: ProjectWhole): Step => ({
  fields: [
    { key: 'title', label: t('compacts.project.milestone'), kind: 'text', required: true },
    { key: 'dueOn', label: t('compacts.project.dueOn'), kind: 'day', required: true },
    { key: 'isMandatory', label: t('compacts.project.mandatory'), kind: 'yes', value: true },
  ],
  send: (values, about) =>
    carryOut(
      addMilestoneMutation,
      {
        project: id,
        expectedVersion: version,
        input: { title: values.text('title'), dueOn: values.text('dueOn'), isMandatory: values.yes('isMandatory') },
      },
      about,
    ),
})

export const moveMilestoneStep = ({ id, version }: ProjectWhole, milestone: { id: string; dueOn: string }): Step => ({
  says: t('compacts.project.moveSays'),
  fields: [
    { key: 'dueOn', label: t('compacts.project.dueOn'), kind: 'day', required: true, value: milestone.dueOn },
    { key: 'reason', label: t('reason.label'), kind: 'long', required: true },
  ],
  send: (values, about) =>
    carryOut(
      moveMilestoneMutation,
      {
        project: id,
        expectedVersion: version,
        milestone: milestone.id,
        dueOn: values.text('dueOn'),
        reason: values.text('reason'),
      },
      about,
    ),
})

/** Written down by an officer for a member of the group. */
export const inspectStep = ({ id, version, status, supervisors }: ProjectWhole): Step => ({
  fields: [
    {
      key: 'resident',
      label: t('compacts.project.inspectFor'),
      kind: 'choice',
      required: true,
      options: supervisors.flatMap(({ resident }) =>
        resident ? [{ value: resident.id, label: resident.name ?? t('compacts.issue.aResident') }] : [],
      ),
    },
    {
      key: 'kind',
      label: t('compacts.project.inspectKind'),
      kind: 'choice',
      required: true,
      options: choices('inspectionKind', status === 'DELIVERED' ? inspectionKinds : ['VISIT']),
      value: status === 'DELIVERED' ? 'ACCEPTANCE' : 'VISIT',
    },
    { key: 'finding', label: t('compacts.project.finding'), kind: 'long', required: true },
    { key: 'isProblem', label: t('compacts.project.isProblem'), kind: 'yes', hint: t('compacts.project.isProblemHint') },
  ],
  send: (values, about) =>
    carryOut(
      recordInspectionMutation,
      {
        project: id,
        expectedVersion: version,
        input: {
          resident: values.text('resident'),
          kind: values.choice<InspectionKind>('kind'),
          finding: values.text('finding'),
          isProblem: values.yes('isProblem'),
        },
      },
      about,
    ),
})

export const putRightStep = ({ id, version }: ProjectWhole, inspection: { id: string; finding: string }): Step => ({
  says: inspection.finding,
  fields: [{ key: 'answer', label: t('compacts.project.putRight'), kind: 'long', required: true }],
  send: (values, about) =>
    carryOut(
      answerInspectionMutation,
      { project: id, expectedVersion: version, inspection: inspection.id, answer: values.text('answer') },
      about,
    ),
})

export const projectSteps = ({ id, version, funds }: ProjectWhole): Partial<{ [Action in ProjectAction]: Step }> => ({
  SETTLE: {
    says: t('compacts.project.settleSays'),
    fields: [
      ...funds.map(({ source, amount, spent }) => ({
        key: source,
        label: `${t(`compacts.fundSource.${source}`)}（${t('compacts.project.budget')} ${yuan(amount)}）`,
        kind: 'money' as const,
        required: true,
        value: spent === null ? '' : String(spent / 100),
      })),
      {
        key: 'overspent',
        label: t('compacts.project.overspent'),
        kind: 'long' as const,
        hint: t('compacts.project.overspentHint'),
      },
    ],
    send: (values, about) =>
      carryOut(
        settleProjectMutation,
        {
          id,
          expectedVersion: version,
          funds: funds.map(({ source }) => ({ source, amount: values.fen(source) })),
          overspent: values.textOrNull('overspent'),
        },
        about,
      ),
  },
})
