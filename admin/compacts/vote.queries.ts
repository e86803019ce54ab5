// Votes: what their pages ask of the API.
import { eventParts } from '../app/app.queries.ts'
import { graphql, type ResultOf } from '../app/graphql.ts'
import { electorParts } from './roll.queries.ts'

export const votesQuery = graphql(`
  query Votes($filter: VoteFilter, $first: Int!, $after: String) {
    votes(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          proposal
          purpose
          status
          opensAt
          closesAt
          turnout
          electorate {
            id
            size
          }
          division {
            code
            name
          }
          dueAt
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

export const voteQuery = graphql(
  `
    query VotePage($id: ID!) {
      vote(id: $id) {
        id
        version
        status
        notice {
          code
        }
        dueAt
        purpose
        proposal
        textHash
        manner
        isSecret
        delegation
        opensAt
        closesAt
        extendedAt
        publishedAt
        ruleText
        attending
        turnout
        division {
          code
          name
          path
        }
        issue {
          id
          number
          title
        }
        meeting {
          id
          title
          place
        }
        compact {
          id
          title
          edition
        }
        electorate {
          id
          basis
          size
          representatives
          sizeNow
          hash
          frozenAt
        }
        proxies {
          id
          at
          revokedAt
          grantor {
            ...ElectorParts
          }
          holder {
            ...ElectorParts
          }
        }
        result {
          eligible
          present
          agree
          disagree
          abstain
          areas {
            eligible
            present
            agree
            disagree
            abstain
          }
          quorate
          carried
          countHash
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

export const draftVoteMutation = graphql(`
  mutation DraftVote($meeting: ID!, $input: VoteInput!) {
    draftVote(meeting: $meeting, input: $input) {
      id
      proposal
    }
  }
`)

export const reviseVoteMutation = graphql(`
  mutation ReviseVote($id: ID!, $expectedVersion: Int!, $input: VoteInput!) {
    reviseVote(id: $id, expectedVersion: $expectedVersion, input: $input) {
      id
      version
      status
    }
  }
`)

export const actOnVoteMutation = graphql(`
  mutation ActOnVote($id: ID!, $action: VoteAction!, $expectedVersion: Int!, $reason: String) {
    actOnVote(id: $id, action: $action, expectedVersion: $expectedVersion, reason: $reason) {
      id
      version
      status
    }
  }
`)

export const extendVoteMutation = graphql(`
  mutation ExtendVote($id: ID!, $expectedVersion: Int!, $closesAt: DateTimeISO!, $reason: String!) {
    extendVote(id: $id, expectedVersion: $expectedVersion, closesAt: $closesAt, reason: $reason) {
      id
      version
      status
    }
  }
`)

type NodeOf<C extends { edges: readonly { node: unknown }[] }> = C['edges'][number]['node']

export type VoteRow = NodeOf<ResultOf<typeof votesQuery>['votes']>
export type VoteWhole = NonNullable<ResultOf<typeof voteQuery>['vote']>
export type VoteStatus = VoteWhole['status']
export type VoteAction = VoteWhole['offers'][number]['action']
export type VotePurpose = VoteWhole['purpose']
export type VoteManner = VoteWhole['manner']
