// How admission and funding look: a tone for every state, the stages of the way, the names of their word lists.
import { t } from '../app/i18n.ts'
import { pendingOf } from '../app/pending.ts'
import type { Tone } from '../app/ui/StatusBadge.vue'
import type {
  AdmissionCheck,
  AdmissionStatus,
  BasisLevel,
  DutyCategory,
  DutyPerformer,
  JointChoice,
} from './admission.queries.ts'
import type { FundingStatus } from './funding.queries.ts'
import type { OpinionStatus, Stance } from './opinion.queries.ts'

export const admissionTones: Record<AdmissionStatus, Tone> = {
  DRAFT: 'neutral',
  SUBMITTED: 'info',
  RETURNED: 'wait',
  LEGAL_REVIEW: 'info',
  CONSULTING: 'info',
  JOINT_MEETING: 'info',
  PUBLICITY: 'info',
  ADMITTED: 'good',
  IN_FORCE: 'good',
  SUSPENDED: 'wait',
  ADJUSTING: 'wait',
  REJECTED: 'bad',
  WITHDRAWN: 'neutral',
}

export const opinionTones: Record<OpinionStatus, Tone> = { AWAITED: 'wait', GIVEN: 'good', CLOSED: 'neutral' }
export const stanceTones: Record<Stance, Tone> = { AGREE: 'good', AGREE_WITH_CHANGES: 'info', DISAGREE: 'bad' }
export const choiceTones: Record<JointChoice, Tone> = { FOR: 'good', AGAINST: 'bad', ABSTAIN: 'neutral' }

export const fundingTones: Record<FundingStatus, Tone> = {
  PLANNED: 'neutral',
  PROMISED: 'wait',
  BUDGETED: 'info',
  TRANSFERRED: 'info',
  RECONCILED: 'good',
  LAPSED: 'neutral',
}

/** The badge of a record: its state, or the state it is about to be in. */
const badgeOf =
  <Status extends string>(words: string, tones: Record<Status, Tone>) =>
  ({ id, status }: { readonly id: string; readonly status: Status }) => {
    const next = pendingOf(id)?.to as Status | undefined
    const shown = next ?? status
    return { tone: tones[shown], label: t(`duties.${words}.${shown}`), pending: next !== undefined }
  }

export const admissionBadge = badgeOf('admissionStatus', admissionTones)
export const opinionBadge = badgeOf('opinionStatus', opinionTones)
export const fundingBadge = badgeOf('fundingStatus', fundingTones)

/** The names of a word list of the API, in its order. */
const namesOf = <Name extends string>(names: Record<Name, true>) => Object.keys(names) as Name[]

export const admissionStatuses = Object.keys(admissionTones) as AdmissionStatus[]
export const fundingStatuses = Object.keys(fundingTones) as FundingStatus[]
export const stances = Object.keys(stanceTones) as Stance[]
export const jointChoices = Object.keys(choiceTones) as JointChoice[]
export const admissionChecks = namesOf<AdmissionCheck>({
  NOT_OWN_DUTY: true,
  BASIS_IN_FORCE: true,
  ASSISTANCE_ONLY: true,
  FUNDS_AND_MEANS: true,
})
export const admissionCategories = namesOf<Exclude<DutyCategory, 'SELF_GOVERNANCE' | 'CERTIFICATION'>>({
  PUBLIC_SERVICE: true,
  PUBLIC_MANAGEMENT: true,
  PUBLIC_SAFETY: true,
  RIGHTS_PROTECTION: true,
})
export const performers = namesOf<DutyPerformer>({
  RESIDENTS_COMMITTEE: true,
  VILLAGERS_COMMITTEE: true,
  EITHER: true,
  TOWN: true,
})
export const basisLevels = namesOf<BasisLevel>({
  LAW: true,
  ADMIN_REGULATION: true,
  LOCAL_REGULATION: true,
  RULE: true,
  NORMATIVE: true,
  STANDARD: true,
})

/** The names of a word list with their words. */
export const choicesOf = (list: string, names: readonly string[]) =>
  names.map((value) => ({ value, label: t(`duties.${list}.${value}`) }))

/** The last minute of a day in Beijing. */
export const lastMinute = (day: string): string => `${day}T23:59:00+08:00`

export const ADMISSION_STAGES = ['apply', 'review', 'consult', 'decide', 'show', 'admit', 'force'] as const

/** How many stages of the way lie behind an application. */
export const admissionStageOf: Record<AdmissionStatus, number> = {
  DRAFT: 0,
  SUBMITTED: 0,
  RETURNED: 0,
  LEGAL_REVIEW: 1,
  CONSULTING: 2,
  JOINT_MEETING: 3,
  PUBLICITY: 4,
  ADMITTED: 6,
  IN_FORCE: 7,
  SUSPENDED: 7,
  ADJUSTING: 7,
  REJECTED: 7,
  WITHDRAWN: 7,
}
