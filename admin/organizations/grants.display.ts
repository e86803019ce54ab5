// How the states of grants look; exhaustive, so that the compiler asks about a new one.
import type { Tone } from '../app/ui/StatusBadge.vue'
import type { RoundStatus } from './grant.queries.ts'
import type { ApplicationStatus } from './grantApplication.queries.ts'
import type { AgreementStatus, ChangeWhole, InstalmentStatus } from './grantAward.queries.ts'
import type { ObjectionStatus } from './grantMine.queries.ts'
import type { AssignmentStatus, ReviewerRow } from './grantReview.queries.ts'
import { badgeOf, namesOf } from './organizations.display.ts'

export const GRANT_OFFICERS = ['DISTRICT_CIVIL_AFFAIRS', 'SUBDISTRICT_OFFICER']
export const GRANT_WATCHERS = [...GRANT_OFFICERS, 'SUBDISTRICT_LEAD', 'DISTRICT_FINANCE', 'DISTRICT_JOINT_MEETING', 'AUDITOR']
export const GRANT_FIELDS = ['ELDERLY', 'YOUTH', 'DISABILITY', 'SOCIAL_WORK', 'OTHER'] as const

export const roundTones: Record<RoundStatus, Tone> = {
  DRAFT: 'neutral',
  ANNOUNCED: 'info',
  OPEN: 'good',
  CLOSED: 'wait',
  SCREENING: 'wait',
  REVIEWING: 'wait',
  DELIBERATION: 'wait',
  PUBLICITY: 'info',
  FINAL: 'good',
  ARCHIVED: 'neutral',
  CANCELLED: 'bad',
}

export const applicationTones: Record<ApplicationStatus, Tone> = {
  DRAFT: 'neutral',
  SUBMITTED: 'wait',
  MORE_INFO: 'wait',
  ELIGIBLE: 'info',
  INELIGIBLE: 'bad',
  IN_REVIEW: 'info',
  SCORED: 'info',
  RECOMMENDED: 'good',
  RESERVE: 'wait',
  REJECTED: 'bad',
  AWARDED: 'good',
  DECLINED: 'neutral',
  WITHDRAWN: 'neutral',
  STOPPED: 'bad',
  CONCLUDED: 'neutral',
}

export const assignmentTones: Record<AssignmentStatus, Tone> = {
  DRAWN: 'wait',
  ACCEPTED: 'info',
  SUBMITTED: 'good',
  LOCKED: 'good',
  RECUSED: 'bad',
  ABSTAINED: 'neutral',
  EXPIRED: 'neutral',
}

export const agreementTones: Record<AgreementStatus, Tone> = {
  DRAFT: 'wait',
  SIGNED: 'wait',
  RUNNING: 'info',
  MIDTERM: 'wait',
  RECTIFYING: 'bad',
  CONTINUING: 'info',
  FINAL: 'wait',
  SETTLING: 'wait',
  CLOSED: 'good',
  SUSPENDED: 'bad',
  TERMINATED: 'bad',
  WOUND_UP: 'neutral',
  DECLINED: 'neutral',
}

export const instalmentTones: Record<InstalmentStatus, Tone> = {
  PLANNED: 'neutral',
  CONDITION_MET: 'info',
  REQUESTED: 'wait',
  CHECKED: 'wait',
  APPROVED: 'wait',
  PAID: 'good',
  WITHHELD: 'bad',
  CANCELLED: 'neutral',
}

export const objectionTones: Record<ObjectionStatus, Tone> = { RAISED: 'wait', UPHELD: 'bad', DISMISSED: 'neutral' }
export const changeTones: Record<ChangeWhole['status'], Tone> = {
  ASKED: 'wait',
  APPROVED: 'good',
  REFUSED: 'bad',
  WITHDRAWN: 'neutral',
}
export const reviewerTones: Record<ReviewerRow['status'], Tone> = { APPLIED: 'wait', ADMITTED: 'good', RETIRED: 'neutral' }

export const roundStatuses = namesOf(roundTones)
export const applicationStatuses = namesOf(applicationTones)
export const assignmentStatuses = namesOf(assignmentTones)
export const agreementStatuses = namesOf(agreementTones)
export const instalmentStatuses = namesOf(instalmentTones)
export const objectionStatuses = namesOf(objectionTones)
export const reviewerStatuses = namesOf(reviewerTones)

export const roundBadge = badgeOf('grantRoundStatus', roundTones)
export const applicationBadge = badgeOf('grantApplicationStatus', applicationTones)
export const assignmentBadge = badgeOf('grantAssignmentStatus', assignmentTones)
export const agreementBadge = badgeOf('grantAgreementStatus', agreementTones)
export const instalmentBadge = badgeOf('grantInstalmentStatus', instalmentTones)

/** Hundredths of a percent as people write them: 87.65. */
export const points = (bp: number | null | undefined): string => (bp === null || bp === undefined ? '—' : (bp / 100).toFixed(2))
