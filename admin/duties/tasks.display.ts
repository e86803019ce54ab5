// How the states of tasks, objections and certificates look; exhaustive, so that the compiler asks about a new one.
import { t } from '../app/i18n.ts'
import { pendingOf } from '../app/pending.ts'
import type { Tone } from '../app/ui/StatusBadge.vue'
import type { CertificateRefusal, CertificateStatus } from './certificate.queries.ts'
import type { Effect, ObjectionStatus } from './objection.queries.ts'
import type { Ground, TaskKind, TaskStatus } from './task.queries.ts'

export const taskTones: Record<TaskStatus, Tone> = {
  ISSUED: 'wait',
  ACCEPTED: 'info',
  DOING: 'info',
  SUBMITTED: 'wait',
  REFUSED: 'bad',
  CORRECTING: 'bad',
  CONFIRMED: 'good',
  WITHDRAWN: 'neutral',
  STOPPED: 'neutral',
}

export const objectionTones: Record<ObjectionStatus, Tone> = {
  RAISED: 'wait',
  ACCEPTED: 'info',
  INVESTIGATING: 'info',
  UPHELD: 'good',
  DISMISSED: 'neutral',
  WITHDRAWN: 'neutral',
}

export const certificateTones: Record<CertificateStatus, Tone> = {
  ASKED: 'wait',
  ISSUED: 'good',
  REFUSED: 'bad',
  WITHDRAWN: 'neutral',
}

const namesOf = <Name extends string>(names: Record<Name, unknown>) => Object.keys(names) as Name[]

export const taskStatuses = namesOf(taskTones)
export const objectionStatuses = namesOf(objectionTones)
export const certificateStatuses = namesOf(certificateTones)
export const taskKinds = namesOf<TaskKind>({ WORK: true, DATA: true, VISIT: true, EVENT: true })
export const grounds = namesOf<Ground>({
  OFF_LIST: true,
  UNFUNDED: true,
  REPEATED_DATA: true,
  EXCESS_APPRAISAL: true,
  OFF_LIST_CERTIFICATE: true,
})
export const effects = namesOf<Effect>({ CORRECT: true, WITHDRAW: true, CIRCULAR: true })
export const certificateRefusals = namesOf<CertificateRefusal>({ OFF_LIST: true, UNVERIFIED: true })

/** The names of a word list with their words. */
export const choicesOf = (list: string, names: readonly string[]) =>
  names.map((value) => ({ value, label: t(`duties.${list}.${value}`) }))

const badgeOf =
  <Status extends string>(words: string, tones: Record<Status, Tone>) =>
  ({ id, status }: { readonly id: string; readonly status: Status }) => {
    const next = pendingOf(id)?.to as Status | undefined
    const shown = next ?? status
    return { tone: tones[shown], label: t(`duties.${words}.${shown}`), pending: next !== undefined }
  }

export const taskBadge = badgeOf('taskStatus', taskTones)
export const objectionBadge = badgeOf('objectionStatus', objectionTones)
export const certificateBadge = badgeOf('certificateStatus', certificateTones)

/** Officers of the residents' committee. */
export const COMMITTEE_OFFICERS = ['COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER']

/** What an objection is called: its ground, and the task it is about. */
export const objectionName = ({ ground, task }: { readonly ground: Ground; readonly task: { readonly title: string } | null }) =>
  [t(`duties.ground.${ground}`), task?.title].filter(Boolean).join(t('duties.of.colon'))
