// What a lift retrofit asks for: to be begun, its owners, their meeting, their agreement, and the departments' approvals.
import { carryOut } from '../app/act.ts'
import { client } from '../app/client.ts'
import { today } from '../app/clock.ts'
import { yuan } from '../app/format.ts'
import { t } from '../app/i18n.ts'
import type { Step } from '../app/step.ts'
import { approvalStages } from './compacts.display.ts'
import { meetingFields, meetingInputOf } from './meeting.steps.ts'
import {
  acceptedIssuesQuery,
  callOwnersMutation,
  createLiftMutation,
  decideApprovalMutation,
  recordLiftAgreementMutation,
  recordOwnersMutation,
  submitApprovalMutation,
  type Approval,
  type ApprovalStage,
  type BuildingAction,
  type LiftWhole,
  type OwnerRow,
} from './lift.queries.ts'
import { choices } from './options.ts'

const dayOf = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
const CM2 = 10_000

/** A project on one of the issues that have been accepted. */
export const createLiftStep = async (division: string | null): Promise<Step> => {
  const { data } = await client.query(acceptedIssuesQuery, { division }).toPromise()
  const issues = (data?.issues.edges ?? []).map(({ node: { id, number, title } }) => ({ value: id, label: `${number} ${title}` }))
  return {
    draft: { key: 'lift.new' },
    fields: [
      { key: 'issue', label: t('compacts.lift.issue'), kind: 'choice', required: true, options: issues, value: '' },
      { key: 'title', label: t('compacts.lift.title'), kind: 'text', required: true },
      { key: 'door', label: t('compacts.lift.door'), kind: 'text', required: true, hint: t('compacts.lift.doorHint') },
      { key: 'ruleDay', label: t('compacts.lift.ruleDay'), kind: 'day', hint: t('compacts.lift.ruleDayHint') },
    ],
    send: (values, about) => {
      const input = { title: values.text('title'), door: values.text('door'), ruleDay: values.textOrNull('ruleDay') }
      return carryOut(createLiftMutation, { issue: values.text('issue'), input }, about)
    },
  }
}

/** Owners as lines, `302室 88.56`; areas are kept in cm². */
export const ownersStep = ({ division, door }: LiftWhole, known: readonly OwnerRow[]): Step => ({
  says: t('compacts.lift.ownersSays'),
  fields: [
    {
      key: 'owners',
      label: t('compacts.lift.ownersLines'),
      kind: 'long',
      required: true,
      value: known.map(({ rooms, areaCm2 }) => `${rooms} ${areaCm2 / CM2}`).join('\n'),
    },
  ],
  send: async (values, about) => {
    const lines = values
      .text('owners')
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter(Boolean)
    const read = lines.map((line) => /^(.+?)[\s,，\t]+(\d+(?:\.\d{1,4})?)$/.exec(line))
    const wrong = read.indexOf(null)
    if (wrong >= 0) {
      const sentence = t('compacts.lift.ownersWrong', { n: wrong + 1 })
      return { data: null, mistake: { code: 'BAD_USER_INPUT', sentence, field: 'owners', requestId: null, changes: [] } }
    }
    const residents = new Map(known.map(({ rooms, resident }) => [rooms, resident?.id ?? null]))
    const owners = read.map((one) => ({
      rooms: one![1]!,
      areaCm2: Math.round(Number(one![2]) * CM2),
      resident: residents.get(one![1]!) ?? null,
    }))
    return carryOut(recordOwnersMutation, { division: division.code, door, owners }, about)
  },
})

export const approvalStep = ({ id, version, status }: LiftWhole): Step => ({
  fields: [
    {
      key: 'stage',
      label: t('compacts.lift.stage'),
      kind: 'choice',
      required: true,
      options: choices('buildingStatus', approvalStages),
      value: (approvalStages as readonly string[]).includes(status) ? status : '',
    },
    { key: 'department', label: t('compacts.lift.department'), kind: 'text', required: true },
    { key: 'requiredSeals', label: t('compacts.lift.requiredSeals'), kind: 'number', required: true, value: '1' },
    { key: 'submittedOn', label: t('compacts.lift.submittedOn'), kind: 'day', required: true, value: dayOf(today()) },
  ],
  send: (values, about) => {
    const input = {
      stage: values.choice<ApprovalStage>('stage'),
      department: values.text('department'),
      requiredSeals: values.number('requiredSeals'),
      submittedOn: values.text('submittedOn'),
    }
    return carryOut(submitApprovalMutation, { id, expectedVersion: version, input }, about)
  },
})

export const decideStep = ({ id, version }: LiftWhole, approval: Approval): Step => ({
  fields: [
    {
      key: 'result',
      label: t('compacts.lift.result'),
      kind: 'choice',
      required: true,
      options: choices('approvalResult', ['APPROVED', 'REJECTED']),
      value: 'APPROVED',
    },
    { key: 'seals', label: t('compacts.lift.seals'), kind: 'number', required: true, value: String(approval.requiredSeals) },
    { key: 'decidedOn', label: t('compacts.lift.decidedOn'), kind: 'day', required: true, value: dayOf(today()) },
    { key: 'document', label: t('compacts.lift.document'), kind: 'text' },
  ],
  send: (values, about) => {
    const input = {
      result: values.choice<'APPROVED' | 'REJECTED'>('result'),
      seals: values.number('seals'),
      decidedOn: values.text('decidedOn'),
      document: values.textOrNull('document'),
    }
    return carryOut(decideApprovalMutation, { id, expectedVersion: version, approval: approval.id, input }, about)
  },
})

const plain = new Set(['title', 'startsAt', 'place', 'agenda', 'exception'])

/** The actions of a lift retrofit that carry fields. */
export const liftSteps = (lift: LiftWhole): Partial<{ [Action in BuildingAction]: Step }> => ({
  CONVENE: {
    says: lift.ruleText,
    fields: meetingFields({ title: t('compacts.lift.convene') }, ['OWNERS']).filter(({ key }) => plain.has(key)),
    send: (values, about) => {
      const input = { ...meetingInputOf(values), type: 'OWNERS' as const, basis: null, matter: null, invitees: [], seats: null }
      return carryOut(callOwnersMutation, { project: lift.id, expectedVersion: lift.version, input }, about)
    },
  },
  AGREE: {
    fields: [
      { key: 'agreement', label: t('compacts.lift.agreement'), kind: 'long', required: true, value: lift.agreement ?? '' },
      {
        key: 'cost',
        label: t('compacts.lift.cost'),
        kind: 'money',
        required: true,
        value: lift.cost === null ? '' : yuan(lift.cost).replaceAll(',', ''),
      },
      ...(lift.asksCompound
        ? ([
            {
              key: 'compoundOwners',
              label: t('compacts.lift.compoundOwners'),
              kind: 'number',
              required: true,
              value: String(lift.compoundOwners),
              hint: t('compacts.lift.compoundHint'),
            },
            {
              key: 'compoundAgree',
              label: t('compacts.lift.compoundAgree'),
              kind: 'number',
              required: true,
              value: String(lift.compoundAgree),
            },
          ] as const)
        : []),
    ],
    send: (values, about) => {
      const input = {
        agreement: values.text('agreement'),
        cost: values.fen('cost'),
        compoundOwners: lift.asksCompound ? values.number('compoundOwners') : 0,
        compoundAgree: lift.asksCompound ? values.number('compoundAgree') : 0,
      }
      return carryOut(recordLiftAgreementMutation, { id: lift.id, expectedVersion: lift.version, input }, about)
    },
  },
})
