// The frozen roll, objections to it, proxies and paper ballots: what their pages ask of the API.
import { eventParts } from '../app/app.queries.ts'
import { graphql, type ResultOf } from '../app/graphql.ts'

export const electorParts = graphql(`
  fragment ElectorParts on Elector {
    id
    unit
    label
    areaCm2
    isAdded
    isOff
    isRepresentative
    resident {
      id
      name
      address
    }
  }
`)

export const electorsQuery = graphql(
  `
    query Electors($electorate: ID!, $after: String) {
      electors(electorate: $electorate, first: 100, after: $after) {
        edges {
          node {
            ...ElectorParts
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
    }
  `,
  [electorParts],
)

export const rollQuery = graphql(`
  query Roll($id: ID!) {
    meeting(id: $id) {
      id
      title
      startsAt
      place
      typeLabel
      division {
        code
        name
      }
      electorate {
        id
        basis
        size
        sizeNow
        hash
        frozenAt
        objectableUntil
        womenAmong {
          women
          members
          needed
          isReached
          basis
        }
        views {
          id
          by
          role
          at
        }
        objections {
          id
          fault
          status
          grounds
          createdAt
        }
      }
    }
  }
`)

export const rollObjectionQuery = graphql(
  `
    query RollObjection($id: ID!) {
      electorateObjection(id: $id) {
        id
        version
        status
        fault
        grounds
        createdAt
        dueAt
        division {
          code
          name
        }
        meeting {
          id
          title
        }
        resident {
          id
          name
          address
        }
        elector {
          ...ElectorParts
        }
        waiting {
          for
          since
        }
        offers {
          action
          label
          to
          needsReason
          carries
          seals
          blocked
        }
        events {
          ...EventParts
        }
      }
    }
  `,
  [eventParts, electorParts],
)

export const objectToRollMutation = graphql(`
  mutation ObjectToRoll($electorate: ID!, $input: RollObjectionInput!) {
    objectToElectorate(electorate: $electorate, input: $input) {
      id
    }
  }
`)

export const actOnRollObjectionMutation = graphql(`
  mutation ActOnRollObjection($id: ID!, $action: ElectorateObjectionAction!, $expectedVersion: Int!, $reason: String!) {
    actOnElectorateObjection(id: $id, action: $action, expectedVersion: $expectedVersion, reason: $reason) {
      id
      version
      status
    }
  }
`)

export const giveProxyMutation = graphql(`
  mutation GiveProxy($vote: ID!, $holder: ID!, $grantor: ID!) {
    giveProxy(vote: $vote, holder: $holder, grantor: $grantor) {
      id
    }
  }
`)

export const revokeProxyMutation = graphql(`
  mutation RevokeProxy($proxy: ID!) {
    revokeProxy(proxy: $proxy) {
      id
      revokedAt
    }
  }
`)

export const recountVoteMutation = graphql(`
  mutation RecountVote($id: ID!, $expectedVersion: Int!) {
    recountVote(id: $id, expectedVersion: $expectedVersion) {
      id
      version
    }
  }
`)

export const enterPaperMutation = graphql(`
  mutation EnterPaper($vote: ID!, $ballots: [PaperBallotInput!]!) {
    enterPaperBallots(vote: $vote, ballots: $ballots) {
      matched
      waiting
      differing
    }
  }
`)

export const enterBoxMutation = graphql(`
  mutation EnterBox($vote: ID!, $box: BoxInput!) {
    enterBallotBox(vote: $vote, box: $box) {
      isMatched
      differs
    }
  }
`)

export const checkInByCodeMutation = graphql(`
  mutation CheckInByCode($id: ID!, $code: String!) {
    checkInByCode(id: $id, code: $code) {
      id
      version
      attendanceCount
    }
  }
`)

export const seatListQuery = graphql(`
  query SeatList($id: ID!) {
    meeting(id: $id) {
      id
      seatList {
        id
        status
        place
        resident {
          id
          name
          address
        }
      }
    }
  }
`)

export const takeSeatMutation = graphql(`
  mutation TakeSeat($meeting: ID!, $resident: ID!) {
    takeSeat(meeting: $meeting, resident: $resident) {
      id
      seatsTaken
      seatsWaiting
    }
  }
`)

export const giveSeatBackMutation = graphql(`
  mutation GiveSeatBack($meeting: ID!, $resident: ID!) {
    giveSeatBack(meeting: $meeting, resident: $resident) {
      id
      seatsTaken
      seatsWaiting
    }
  }
`)

export const addToMinutesMutation = graphql(`
  mutation AddToMinutes($id: ID!, $expectedVersion: Int!, $words: String!) {
    addToMinutes(id: $id, expectedVersion: $expectedVersion, words: $words) {
      id
      version
    }
  }
`)

export const statementsQuery = graphql(`
  query Statements($issue: ID!, $first: Int!, $after: String) {
    issue(id: $issue) {
      id
      title
      division {
        code
        name
      }
    }
    statements(issue: $issue, first: $first, after: $after) {
      edges {
        node {
          id
          number
          body
          isShown
          answers {
            agree
            disagree
            abstain
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`)

export type ElectorRow = ResultOf<typeof electorParts>
export type RollObjectionWhole = NonNullable<ResultOf<typeof rollObjectionQuery>['electorateObjection']>
export type RollFault = RollObjectionWhole['fault']
export type RollObjectionStatus = RollObjectionWhole['status']
export type RollObjectionAction = RollObjectionWhole['offers'][number]['action']
export type StatementRow = ResultOf<typeof statementsQuery>['statements']['edges'][number]['node']
