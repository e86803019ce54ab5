// Requests about personal data: by the persons themselves, and by officers who must see a field of a child.
import { eventParts } from '../app/app.queries.ts'
import { graphql, type ResultOf } from '../app/graphql.ts'

export const dataRequestsQuery = graphql(`
  query DataRequests($status: DataRequestStatus, $first: Int!, $after: String) {
    dataRequests(status: $status, first: $first, after: $after) {
      edges {
        node {
          id
          kind
          status
          dueAt
          onBehalf
          createdAt
          division {
            code
            name
          }
          resident {
            id
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

export const dataRequestQuery = graphql(
  `
    query DataRequestPage($id: ID!) {
      dataRequest(id: $id) {
        id
        version
        kind
        status
        wording
        onBehalf
        basis
        dueAt
        createdAt
        division {
          code
          name
        }
        resident {
          id
          name
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
  [eventParts],
)

export const revealRequestsQuery = graphql(`
  query RevealRequests($status: RevealRequestStatus, $first: Int!, $after: String) {
    revealRequests(status: $status, first: $first, after: $after) {
      edges {
        node {
          id
          version
          field
          status
          reason
          by
          dueAt
          createdAt
          division {
            code
            name
          }
          resident {
            id
            name
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

export const createDataRequestMutation = graphql(`
  mutation CreateDataRequest($input: DataRequestInput!) {
    createDataRequest(input: $input) {
      id
    }
  }
`)

export const actOnDataRequestMutation = graphql(`
  mutation ActOnDataRequest($id: ID!, $action: DataRequestAction!, $expectedVersion: Int!, $reason: String) {
    actOnDataRequest(id: $id, action: $action, expectedVersion: $expectedVersion, reason: $reason) {
      id
      version
      status
    }
  }
`)

export const actOnRevealRequestMutation = graphql(`
  mutation ActOnRevealRequest($id: ID!, $action: RevealRequestAction!, $expectedVersion: Int!, $reason: String) {
    actOnRevealRequest(id: $id, action: $action, expectedVersion: $expectedVersion, reason: $reason) {
      id
      version
      status
    }
  }
`)

type NodeOf<C extends { edges: readonly { node: unknown }[] }> = C['edges'][number]['node']

export type DataRequestRow = NodeOf<ResultOf<typeof dataRequestsQuery>['dataRequests']>
export type DataRequestWhole = NonNullable<ResultOf<typeof dataRequestQuery>['dataRequest']>
export type DataRequestAction = DataRequestWhole['offers'][number]['action']
export type DataRequestKind = DataRequestWhole['kind']
export type DataRequestStatus = DataRequestWhole['status']
export type RevealRequestRow = NodeOf<ResultOf<typeof revealRequestsQuery>['revealRequests']>
export type RevealRequestStatus = RevealRequestRow['status']
export type RevealRequestAction = RevealRequestRow['offers'][number]['action']
