// How the states of this feature look, and where they stand on the way; exhaustive, so that the compiler asks about a new one.
import type { Tone } from '../app/ui/StatusBadge.vue'
import type { AmendmentStatus } from './amendment.queries.ts'
import type { CommentOutcome, CompactKind, CompactStatus, LegalityCheck, ReviewFinding } from './compact.queries.ts'
import type { ConveningStatus } from './convening.queries.ts'
import type { CaseClass, IssueScope, IssueStatus, RejectionCode } from './issue.queries.ts'
import type { Basis, MeetingStatus, MeetingType, Outcome } from './meeting.queries.ts'
import type { ApprovalStage, BuildingStatus } from './lift.queries.ts'
import type { FundSource, InspectionKind, ProjectStatus } from './project.queries.ts'
import type { PledgeChannel, PledgePaperStatus, PledgeStatus } from './pledge.queries.ts'
import type { RollFault, RollObjectionStatus } from './roll.queries.ts'
import type { SurveyStatus } from './survey.queries.ts'
import type { VoteManner, VotePurpose, VoteStatus } from './vote.queries.ts'

export const issueTones: Record<IssueStatus, Tone> = {
  DRAFT: 'neutral',
  SUBMITTED: 'wait',
  RETURNED: 'wait',
  REJECTED: 'bad',
  APPEALED: 'wait',
  REFERRED: 'wait',
  MERGE_PROPOSED: 'wait',
  MERGED: 'neutral',
  SPLIT_PROPOSED: 'wait',
  SPLIT: 'neutral',
  DELIBERATING: 'info',
  VOTING: 'info',
  ADOPTED: 'good',
  NOT_ADOPTED: 'bad',
  IMPLEMENTING: 'info',
  EVALUATING: 'info',
  REWORK: 'wait',
  COMPACTING: 'info',
  CONCLUDED: 'good',
  WITHDRAWN: 'neutral',
  SUSPENDED: 'wait',
}

export const ISSUE_STAGES = ['raise', 'screen', 'deliberate', 'vote', 'implement', 'evaluate', 'compact'] as const
export type IssueStage = (typeof ISSUE_STAGES)[number]

/** The stage a state belongs to; null where it says nothing of the stage (the history does). */
export const issueStageOf: Record<IssueStatus, IssueStage | null> = {
  DRAFT: 'raise',
  SUBMITTED: 'screen',
  RETURNED: 'screen',
  REJECTED: 'screen',
  APPEALED: 'screen',
  REFERRED: 'screen',
  MERGE_PROPOSED: null,
  MERGED: null,
  SPLIT_PROPOSED: null,
  SPLIT: null,
  DELIBERATING: 'deliberate',
  VOTING: 'vote',
  ADOPTED: 'vote',
  NOT_ADOPTED: 'vote',
  IMPLEMENTING: 'implement',
  EVALUATING: 'evaluate',
  REWORK: 'evaluate',
  COMPACTING: 'compact',
  CONCLUDED: null,
  WITHDRAWN: null,
  SUSPENDED: null,
}

export const meetingTones: Record<MeetingStatus, Tone> = {
  PLANNED: 'neutral',
  NOTICED: 'info',
  OPEN: 'good',
  CLOSED: 'wait',
  MINUTED: 'wait',
  PUBLISHED: 'good',
  CANCELLED: 'neutral',
}

export const voteTones: Record<VoteStatus, Tone> = {
  DRAFT: 'neutral',
  ARMED: 'info',
  OPEN: 'good',
  CLOSED: 'wait',
  COUNTED: 'wait',
  CERTIFIED: 'info',
  CONTESTED: 'bad',
  PUBLISHED: 'good',
  CANCELLED: 'neutral',
  VOIDED: 'bad',
}

export const rollObjectionTones: Record<RollObjectionStatus, Tone> = { FILED: 'wait', UPHELD: 'good', DISMISSED: 'neutral' }

export const buildingTones: Record<BuildingStatus, Tone> = {
  INTENT: 'neutral',
  FEASIBILITY: 'info',
  SURVEY: 'info',
  AGREEMENT: 'info',
  PUBLICITY: 'info',
  PLAN_FILED: 'info',
  PLANNING: 'info',
  STRUCTURE: 'info',
  PERMIT: 'info',
  CONSTRUCTION: 'info',
  SPECIAL_EQUIPMENT: 'wait',
  ACCEPTANCE: 'wait',
  OPERATING: 'good',
  OBJECTION: 'bad',
  SUSPENDED: 'wait',
  ABANDONED: 'neutral',
}

export const projectTones: Record<ProjectStatus, Tone> = {
  PLANNED: 'neutral',
  IN_PROGRESS: 'info',
  DELIVERED: 'wait',
  REWORK: 'wait',
  ACCEPTED: 'good',
  DONE: 'good',
  STOPPED: 'neutral',
}

export const compactTones: Record<CompactStatus, Tone> = {
  DRAFTING: 'neutral',
  COMMENT: 'info',
  PARTY_REVIEW: 'wait',
  TOWN_REVIEW: 'wait',
  VOTING: 'info',
  ADOPTED: 'good',
  FILED: 'good',
  IN_FORCE: 'good',
  ORDERED_TO_CORRECT: 'bad',
  SUPERSEDED: 'neutral',
  REPEALED: 'neutral',
  EXPIRED: 'neutral',
  WITHDRAWN: 'neutral',
}

export const COMPACT_STAGES = ['draft', 'comment', 'study', 'review', 'vote', 'file', 'force'] as const

/** How many stages of the way lie behind a compact. */
export const compactStageOf: Record<CompactStatus, number> = {
  DRAFTING: 0,
  COMMENT: 1,
  PARTY_REVIEW: 2,
  TOWN_REVIEW: 3,
  VOTING: 4,
  ADOPTED: 5,
  FILED: 6,
  IN_FORCE: 7,
  ORDERED_TO_CORRECT: 6,
  SUPERSEDED: 7,
  REPEALED: 7,
  EXPIRED: 7,
  WITHDRAWN: 0,
}

/** A civility pledge binds nobody: the council confirms it, and it is posted. */
export const CIVILITY_STAGES = ['draft', 'comment', 'confirm', 'post', 'force'] as const
export const civilityStageOf: Record<CompactStatus, number> = {
  ...compactStageOf,
  PARTY_REVIEW: 2,
  TOWN_REVIEW: 2,
  VOTING: 2,
  ADOPTED: 3,
  FILED: 4,
  IN_FORCE: 5,
  ORDERED_TO_CORRECT: 4,
  SUPERSEDED: 5,
  REPEALED: 5,
  EXPIRED: 5,
}

/** What is done to one kind of text alone is not offered for the others. */
const CIVILITY_ONLY = new Set(['CONFIRM', 'POST'])
const NORMATIVE_ONLY = new Set([
  'REQUEST_STUDY',
  'CONVENE',
  'SUBMIT_FILING',
  'FILE',
  'ANNOUNCE',
  'CONVENE_REPEAL',
  'CONVENE_ANNUL',
])
export const suits = (kind: CompactKind, action: string): boolean =>
  !(kind === 'CIVILITY' ? NORMATIVE_ONLY : CIVILITY_ONLY).has(action)

export const pledgeTones: Record<PledgeStatus, Tone> = { SIGNED: 'good', WITHDRAWN: 'neutral', LAPSED: 'neutral', VOID: 'bad' }

export const conveningTones: Record<ConveningStatus, Tone> = {
  GATHERING: 'info',
  DUE: 'wait',
  CALLED: 'good',
  HELD: 'good',
  WITHDRAWN: 'neutral',
  LAPSED: 'neutral',
}

export const surveyTones: Record<SurveyStatus, Tone> = { OPEN: 'info', CLOSED: 'neutral' }

export const amendmentTones: Record<AmendmentStatus, Tone> = {
  PROPOSED: 'wait',
  STALE: 'bad',
  ACCEPTED: 'good',
  REJECTED: 'neutral',
  CLOSED: 'neutral',
  WITHDRAWN: 'neutral',
  PROMOTED: 'info',
  NOTED: 'neutral',
}

export const pledgePaperTones: Record<PledgePaperStatus, Tone> = {
  ENTERED: 'wait',
  UNMATCHED: 'bad',
  CONFIRMED: 'good',
  DISCARDED: 'neutral',
}

/** The names of a word list of the API, in its order. */
const namesOf = <Name extends string>(names: Record<Name, true>) => Object.keys(names) as Name[]

export const issueScopes = namesOf<IssueScope>({ SELF_GOVERNANCE: true, CO_GOVERNANCE: true, GOVERNMENT: true })
export const caseClasses = namesOf<CaseClass>({ COMPONENT: true, EVENT: true })
export const rejectionCodes = namesOf<RejectionCode>({
  OUT_OF_SCOPE: true,
  UNLAWFUL: true,
  SETTLED: true,
  PERSONAL_DISPUTE: true,
  NO_SUBSTANCE: true,
})
export const meetingTypes = namesOf<MeetingType>({
  COUNCIL: true,
  HEARING: true,
  CONVERSATION: true,
  COORDINATION: true,
  REVIEW: true,
  JOINT: true,
  RESIDENTS: true,
  REPRESENTATIVES: true,
  OWNERS: true,
})
export const bases = namesOf<Basis>({ PERSON: true, HOUSEHOLD: true, OWNER: true }).filter((basis) => basis !== 'OWNER')
export const outcomes = namesOf<Outcome>({ CONSENSUS: true, NO_CONSENSUS: true, NOTED: true })
export const votePurposes = namesOf<VotePurpose>({ DECISION: true, COMPACT: true, REPEAL: true, OWNERS: true })
export const voteManners = namesOf<VoteManner>({ AT_MEETING: true, OVER_PERIOD: true })
export const compactKinds = namesOf<CompactKind>({ COMPACT: true, CHARTER: true, CIVILITY: true })
export const commentOutcomes = namesOf<CommentOutcome>({ ADOPTED: true, PARTLY: true, NOT_ADOPTED: true, EXPLAINED: true })
export const reviewFindings = namesOf<ReviewFinding>({ KEEP: true, REVISE: true, REPEAL: true })
export const pledgeChannels = namesOf<PledgeChannel>({ APP: true, PAPER: true })
export const pledgeStatuses = Object.keys(pledgeTones) as PledgeStatus[]
export const pledgePaperStatuses = Object.keys(pledgePaperTones) as PledgePaperStatus[]
export const fundSources = namesOf<FundSource>({
  SELF_GOVERNANCE: true,
  SERVICE: true,
  MAINTENANCE: true,
  COMMON_INCOME: true,
  GRANT: true,
  DONATION: true,
  RESIDENTS: true,
  OTHER: true,
})
export const inspectionKinds = namesOf<InspectionKind>({ VISIT: true, ACCEPTANCE: true })
export const legalityChecks = namesOf<LegalityCheck>({ LAWFUL: true, DECENT: true, RIGHTS_KEPT: true, NO_FINES: true })
export const rollFaults = namesOf<RollFault>({ MISSING: true, WRONGLY_LISTED: true })
export const approvalStages = namesOf<ApprovalStage>({
  PLAN_FILED: true,
  PLANNING: true,
  STRUCTURE: true,
  PERMIT: true,
  SPECIAL_EQUIPMENT: true,
  ACCEPTANCE: true,
})
export const buildingStatuses = Object.keys(buildingTones) as BuildingStatus[]
export const issueStatuses = Object.keys(issueTones) as IssueStatus[]
export const meetingStatuses = Object.keys(meetingTones) as MeetingStatus[]
export const voteStatuses = Object.keys(voteTones) as VoteStatus[]
export const projectStatuses = Object.keys(projectTones) as ProjectStatus[]
export const compactStatuses = Object.keys(compactTones) as CompactStatus[]

/** Officers of the residents' committee, who draft and convene. */
export const COMMITTEE = ['COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER']
/** Who reads the signatures. */
export const SIGNING = [...COMMITTEE, 'SUPERVISION_MEMBER']
