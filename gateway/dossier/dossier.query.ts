// What the dossier of an issue asks of the graph, as whoever takes it out: what they may not read is not in it.
const EVENTS = 'events { at label by role reason hash version details { label before after unit } }'
/** Steps without what changed in them. */
const STEPS = 'events { at label by role reason hash version }'

export const ISSUE = `query ($id: ID!) {
  issue(id: $id) {
    id number title status body authorName scope lead submittedAt standsSince reply repliedAt rejectionCode rejection referredTo outcome
    partyOpinion answers satisfied households allowance suspensionDocument supportCount raiserCount createdAt
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
      electorate { basis size sizeNow hash frozenAt objections { id fault grounds status ${STEPS} } }
      addenda { number words by at }
      ${EVENTS}
    }
  }
}`

export const VOTES = `query ($id: ID!) {
  issue(id: $id) {
    votes {
      id purpose status proposal textHash manner isSecret ruleText opensAt closesAt publishedAt turnout
      electorate { basis size sizeNow hash frozenAt }
      proxies { id at revokedAt }
      result { eligible present agree disagree abstain areas { eligible present agree disagree abstain } quorate carried countHash }
      ${EVENTS}
    }
  }
}`

/** Every edition, with what was said about it and proposed for it. */
export const COMPACTS = `query ($id: ID!) {
  issue(id: $id) {
    compact {
      editions {
        id title kind status edition textHash owner legalityOpinion legalityAt partyOpinion townOpinion submittedAt receipt filedAt announcedAt
        effectiveOn inForceAt expiresOn reviewFinding reviewOpinion orderDocument orderedArticles signedHouseholds eligibleHouseholds
        articles { number body }
        comments { article body at outcome topic answer answeredAt }
        amendments { id article baseBody body why status ${STEPS} }
        ${EVENTS}
      }
    }
  }
}`

/** Meetings asked for, surveys, lifts. */
export const WORKS = `query ($id: ID!) {
  issue(id: $id) {
    convenings { id typeLabel status reason reachedAt progress { of signed needed whole } ${EVENTS} }
    surveys { id concerns households status closesAt answers figures { answers satisfied marks remarks } ${EVENTS} }
    lifts {
      id title door status ruleText agreement cost publicisedAt
      effort { departments seals meetings }
      approvals { stage department requiredSeals seals submittedOn decidedOn result document }
      ${EVENTS}
    }
  }
}`
