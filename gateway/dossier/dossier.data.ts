// A dossier as data: what its queries answer, and what is written as JSON.
import type { ApprovalStage } from '../../subgraphs/compacts/building.rules.ts'
import type { CommentOutcome, CompactKind } from '../../subgraphs/compacts/compact.rules.ts'
import type { RollFault } from '../../subgraphs/compacts/electorateObjection.rules.ts'

export interface Step {
  readonly at: string
  readonly label: string
  readonly by: string
  readonly reason: string | null
  readonly details: readonly {
    readonly label: string
    readonly before: string | null
    readonly after: string | null
    readonly unit: string | null
  }[]
}

/** A step without what changed in it. */
export type Short = Omit<Step, 'details'>

interface Roll {
  readonly basis: string
  readonly size: number
  readonly sizeNow: number
  readonly hash: string
  readonly frozenAt: string
}

export interface IssueData {
  readonly id: string
  readonly number: string | null
  readonly title: string
  readonly status: string
  readonly body: string
  readonly authorName: string
  readonly lead: string | null
  readonly submittedAt: string | null
  readonly reply: string | null
  readonly rejection: string | null
  readonly referredTo: string | null
  readonly outcome: string | null
  readonly partyOpinion: string | null
  readonly answers: number | null
  readonly satisfied: number | null
  readonly households: number | null
  readonly allowance: string | null
  readonly suspensionDocument: string | null
  readonly supportCount: number
  readonly division: { readonly code: string; readonly name: string; readonly path: string }
  readonly attachments: readonly {
    readonly id: string
    readonly name: string
    readonly type: string
    readonly size: number
    readonly at: string
    readonly url: string | null
  }[]
  readonly comments: readonly { readonly at: string; readonly authorName: string; readonly body: string | null }[]
  readonly project: {
    readonly title: string
    readonly status: string
    readonly owner: string
    readonly budget: number
    readonly funds: readonly { readonly source: string; readonly amount: number; readonly spent: number | null }[]
    readonly inspections: readonly { readonly finding: string; readonly at: string; readonly answer: string | null }[]
    readonly spent: number | null
    readonly milestones: readonly {
      readonly title: string
      readonly dueOn: string
      readonly evidence: string | null
      readonly evidencedAt: string | null
    }[]
    readonly events: readonly Step[]
  } | null
  readonly chains: readonly {
    readonly type: string
    readonly record: string
    readonly steps: number
    readonly hash: string
    readonly holds: boolean
  }[]
  readonly events: readonly Step[]
}

export interface MeetingData {
  readonly typeLabel: string
  readonly title: string
  readonly status: string
  readonly startsAt: string
  readonly place: string
  readonly invitees: readonly string[]
  readonly exception: string | null
  readonly noticedAt: string | null
  readonly minutes: string | null
  readonly publishedAt: string | null
  readonly attendanceCount: number
  readonly agenda: readonly {
    readonly position: number
    readonly topic: string
    readonly result: string | null
    readonly dissent: string | null
  }[]
  readonly quorum: { readonly eligible: number; readonly needed: number; readonly present: number } | null
  readonly electorate:
    | (Roll & {
        readonly objections: readonly {
          readonly fault: RollFault
          readonly grounds: string
          readonly status: string
          readonly events: readonly Short[]
        }[]
      })
    | null
  readonly addenda: readonly { readonly number: number; readonly words: string; readonly by: string; readonly at: string }[]
  readonly events: readonly Step[]
}

export interface Tally {
  readonly eligible: number
  readonly present: number
  readonly agree: number
  readonly disagree: number
  readonly abstain: number
}

export interface VoteData {
  readonly status: string
  readonly proposal: string
  readonly textHash: string
  readonly isSecret: boolean
  readonly ruleText: string
  readonly opensAt: string
  readonly closesAt: string
  readonly publishedAt: string | null
  readonly electorate: Roll | null
  readonly proxies: readonly { readonly at: string; readonly revokedAt: string | null }[]
  readonly result:
    | (Tally & {
        /** In cm², where the rule counts it too. */
        readonly areas: Tally | null
        readonly quorate: boolean
        readonly carried: boolean
        readonly countHash: string
      })
    | null
  readonly events: readonly Step[]
}

export interface CompactData {
  readonly title: string
  readonly kind: CompactKind
  readonly status: string
  readonly edition: number
  readonly textHash: string
  readonly owner: string
  readonly legalityOpinion: string | null
  readonly partyOpinion: string | null
  readonly townOpinion: string | null
  readonly receipt: string | null
  readonly filedAt: string | null
  readonly announcedAt: string | null
  readonly effectiveOn: string | null
  readonly inForceAt: string | null
  readonly expiresOn: string | null
  readonly reviewOpinion: string | null
  readonly orderDocument: string | null
  readonly orderedArticles: readonly number[]
  readonly signedHouseholds: number
  readonly eligibleHouseholds: number
  readonly articles: readonly { readonly number: number; readonly body: string }[]
  readonly comments: readonly {
    readonly article: number | null
    readonly body: string
    readonly outcome: CommentOutcome | null
    readonly answer: string | null
  }[]
  readonly amendments: readonly {
    readonly article: number | null
    readonly baseBody: string | null
    readonly body: string
    readonly why: string | null
    readonly status: string
    readonly events: readonly Short[]
  }[]
  readonly events: readonly Step[]
}

export interface WorksData {
  readonly convenings: readonly {
    readonly typeLabel: string
    readonly status: string
    readonly reason: string | null
    readonly progress: readonly { readonly signed: number; readonly needed: number; readonly whole: number }[]
    readonly events: readonly Step[]
  }[]
  readonly surveys: readonly {
    readonly concerns: string
    readonly households: number
    readonly status: string
    readonly closesAt: string
    readonly answers: number
    readonly figures: {
      readonly satisfied: number
      readonly marks: readonly number[]
      readonly remarks: readonly string[]
    } | null
    readonly events: readonly Step[]
  }[]
  readonly lifts: readonly {
    readonly title: string
    readonly door: string
    readonly status: string
    readonly ruleText: string
    readonly agreement: string | null
    readonly cost: number | null
    readonly publicisedAt: string | null
    readonly effort: { readonly departments: number; readonly seals: number; readonly meetings: number }
    readonly approvals: readonly {
      readonly stage: ApprovalStage
      readonly department: string
      readonly requiredSeals: number
      readonly seals: number
      readonly submittedOn: string
      readonly decidedOn: string | null
      readonly document: string | null
    }[]
    readonly events: readonly Step[]
  }[]
}

export interface File {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly size: number
  readonly sha256: string
  /** Base64. */
  readonly content: string
}

export interface Dossier {
  readonly exportedAt: string
  readonly issue: IssueData
  readonly meetings: readonly MeetingData[]
  readonly votes: readonly VoteData[]
  readonly works: WorksData
  /** Editions, the oldest first. */
  readonly compacts: readonly CompactData[]
  readonly attachments: readonly File[]
}
