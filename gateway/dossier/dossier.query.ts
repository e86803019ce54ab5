// What the dossier of an issue asks of the graph, as whoever takes it out: what they may not read is not in it.
const EVENTS = 'events { at label by role reason hash version details { label before after } }'

export const ISSUE = `query ($id: ID!) {
  issue(id: $id) {
    id number title status body authorName scope lead submittedAt standsSince reply repliedAt rejectionCode rejection referredTo outcome
    partyOpinion answers satisfied households supportCount raiserCount createdAt
    division { code name path }
    attachments { id name type size at hiddenFor url }
    comments { at authorName body hiddenFor }
    project { id title status owner budget spent deliveredAt funds { source amount spent } inspections { kind finding isProblem at answer } milestones { position title dueOn evidence evidencedAt daysLate } ${EVENTS} }
    chains { type record steps hash holds }
    ${EVENTS}
  }
}`

export const MEETINGS = `query ($id: ID!) {
  issue(id: $id) {
    meetings {
      id typeLabel title status startsAt place invitees exception noticedAt openedAt closedAt minutes publishedAt isCountersigned attendanceCount
      agenda { position topic outcome result dissent }
      quorum { eligible needed present isReached }
      electorate { basis size hash frozenAt }
      addenda { number words by at }
      ${EVENTS}
    }
  }
}`

export const VOTES = `query ($id: ID!) {
  issue(id: $id) {
    votes {
      id purpose status proposal textHash manner isSecret ruleText opensAt closesAt publishedAt turnout
      electorate { basis size hash frozenAt }
      result { eligible present agree disagree abstain quorate carried countHash }
      ${EVENTS}
    }
  }
}`

export const COMPACT = `query ($id: ID!) {
  issue(id: $id) {
    compact {
      id title status edition textHash partyOpinion receipt filedAt announcedAt effectiveOn inForceAt orderDocument signedHouseholds eligibleHouseholds
      articles { number body }
      comments { article body at answer answeredAt }
      ${EVENTS}
    }
  }
}`

export interface Step {
  readonly at: string
  readonly label: string
  readonly by: string
  readonly reason: string | null
  readonly details: readonly { readonly label: string; readonly before: string | null; readonly after: string | null }[]
}
interface Roll {
  readonly basis: string
  readonly size: number
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
  readonly electorate: Roll | null
  readonly addenda: readonly { readonly number: number; readonly words: string; readonly by: string; readonly at: string }[]
  readonly events: readonly Step[]
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
  readonly result: {
    readonly eligible: number
    readonly present: number
    readonly agree: number
    readonly disagree: number
    readonly abstain: number
    readonly quorate: boolean
    readonly carried: boolean
    readonly countHash: string
  } | null
  readonly events: readonly Step[]
}

export interface CompactData {
  readonly title: string
  readonly status: string
  readonly edition: number
  readonly textHash: string
  readonly receipt: string | null
  readonly filedAt: string | null
  readonly announcedAt: string | null
  readonly effectiveOn: string | null
  readonly inForceAt: string | null
  readonly signedHouseholds: number
  readonly eligibleHouseholds: number
  readonly articles: readonly { readonly number: number; readonly body: string }[]
  readonly comments: readonly { readonly article: number | null; readonly body: string; readonly answer: string | null }[]
  readonly events: readonly Step[]
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
  readonly compact: CompactData | null
  readonly attachments: readonly File[]
}
