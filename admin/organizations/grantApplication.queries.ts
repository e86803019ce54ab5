// Applications for grants: what their pages ask of the API.
import { eventParts } from '../app/app.queries.ts'
import { graphql, type ResultOf } from '../app/graphql.ts'
import { enclosureParts } from './enclosure.queries.ts'

export const applicationsQuery = graphql(`
  query GrantApplications($filter: GrantApplicationFilter, $first: Int!, $after: String) {
    grantApplications(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          status
          title
          field
          amount
          awarded
          revision
          submittedAt
          dueAt
          round {
            id
            title
          }
          organization {
            id
            name
          }
          place {
            code
            name
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

/** A round by rank: what the panel deliberates on. */
export const panelQuery = graphql(`
  query GrantPanel($round: ID!, $after: String) {
    grantApplications(filter: { round: $round }, first: 100, after: $after) {
      edges {
        node {
          id
          status
          title
          number
          amount
          awarded
          score
          spread
          rank
          tie
          organization {
            id
            name
          }
          assignments {
            id
            status
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

export const applicationQuery = graphql(
  `
    query GrantApplicationPage($id: ID!) {
      grantApplication(id: $id) {
        id
        version
        status
        title
        field
        amount
        awarded
        startsOn
        endsOn
        revision
        isCorrected
        submittedAt
        dueAt
        answers {
          key
          body
        }
        budget {
          name
          amount
          own
        }
        enclosures {
          ...EnclosureParts
        }
        place {
          code
          name
        }
        round {
          id
          title
          status
          isBlind
          cap
          form {
            key
            label
            hint
            limit
          }
          fields
        }
        organization {
          id
          name
          code
        }
        agreement {
          id
          number
        }
        eligibility {
          code
          label
          isMet
          says
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
  [enclosureParts, eventParts],
)

/** How it was reviewed; for officers. */
export const reviewedQuery = graphql(`
  query GrantReviewed($id: ID!) {
    grantApplication(id: $id) {
      id
      status
      title
      number
      round {
        id
        status
        reviewers
      }
      score
      spread
      rank
      tie
      assignments {
        id
        version
        status
        total
        comment
        dueAt
        reviewer {
          id
          name
          employer
        }
      }
    }
  }
`)

export const createApplicationMutation = graphql(`
  mutation CreateGrantApplication($round: ID!, $input: GrantApplicationInput!) {
    createGrantApplication(round: $round, input: $input) {
      id
      version
      status
    }
  }
`)

export const reviseApplicationMutation = graphql(`
  mutation ReviseGrantApplication($id: ID!, $expectedVersion: Int!, $input: GrantApplicationInput!) {
    reviseGrantApplication(id: $id, expectedVersion: $expectedVersion, input: $input) {
      id
      version
      status
    }
  }
`)

export const actOnApplicationMutation = graphql(`
  mutation ActOnGrantApplication($id: ID!, $action: GrantApplicationAction!, $expectedVersion: Int!, $reason: String) {
    actOnGrantApplication(id: $id, action: $action, expectedVersion: $expectedVersion, reason: $reason) {
      id
      version
      status
    }
  }
`)

export const recommendMutation = graphql(`
  mutation RecommendGrant($id: ID!, $expectedVersion: Int!, $amount: Int!) {
    recommendGrant(id: $id, expectedVersion: $expectedVersion, amount: $amount) {
      id
      version
      status
    }
  }
`)

export const objectMutation = graphql(`
  mutation RaiseGrantObjection($input: GrantObjectionInput!) {
    raiseGrantObjection(input: $input) {
      id
      version
      status
    }
  }
`)

type NodeOf<C extends { edges: readonly { node: unknown }[] }> = C['edges'][number]['node']

export type ApplicationRow = NodeOf<ResultOf<typeof applicationsQuery>['grantApplications']>
export type PanelRow = NodeOf<ResultOf<typeof panelQuery>['grantApplications']>
export type ApplicationWhole = NonNullable<ResultOf<typeof applicationQuery>['grantApplication']>
export type ApplicationStatus = ApplicationWhole['status']
export type ApplicationAction = ApplicationWhole['offers'][number]['action']
export type Reviewed = NonNullable<ResultOf<typeof reviewedQuery>['grantApplication']>
