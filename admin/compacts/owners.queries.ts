// Owners' committees: what their pages ask of the API.
import { eventParts } from '../app/app.queries.ts'
import { graphql, type ResultOf } from '../app/graphql.ts'

export const ownersListQuery = graphql(`
  query OwnersCommittees($filter: OwnersFilter, $first: Int!, $after: String) {
    ownersCommittees(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          compound
          kind
          status
          heads
          area
          dueAt
          termEndsOn
          division {
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

export const ownersQuery = graphql(
  `
    query OwnersPage($id: ID!) {
      ownersCommittee(id: $id) {
        id
        version
        status
        dueAt
        kind
        compound
        heads
        area
        reportedOn
        group {
          seat
          name
        }
        groupAnnouncedAt
        documents
        postedAt
        meetingOn
        presentHeads
        presentArea
        agreeHeads
        agreeArea
        members
        electedOn
        termEndsOn
        receipt
        createdAt
        renews {
          id
          compound
          termEndsOn
        }
        division {
          code
          name
          path
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
  [eventParts],
)

export const reportOwnersMutation = graphql(`
  mutation ReportOwnersCommittee($input: OwnersInput!) {
    reportOwnersCommittee(input: $input) {
      id
    }
  }
`)

export const formOwnersGroupMutation = graphql(`
  mutation FormOwnersGroup($id: ID!, $expectedVersion: Int!, $group: [GroupMemberInput!]!) {
    formOwnersGroup(id: $id, expectedVersion: $expectedVersion, group: $group) {
      id
      version
      status
    }
  }
`)

export const postOwnersMutation = graphql(`
  mutation PostOwnersDocuments($id: ID!, $expectedVersion: Int!, $documents: [String!]!, $meetingOn: String!) {
    postOwnersDocuments(id: $id, expectedVersion: $expectedVersion, documents: $documents, meetingOn: $meetingOn) {
      id
      version
      status
    }
  }
`)

export const electOwnersMutation = graphql(`
  mutation RecordOwnersElection($id: ID!, $expectedVersion: Int!, $input: ElectionInput!) {
    recordOwnersElection(id: $id, expectedVersion: $expectedVersion, input: $input) {
      id
      version
      status
    }
  }
`)

export const fileOwnersMutation = graphql(`
  mutation FileOwnersCommittee($id: ID!, $expectedVersion: Int!, $receipt: String!) {
    fileOwnersCommittee(id: $id, expectedVersion: $expectedVersion, receipt: $receipt) {
      id
      version
      status
    }
  }
`)

export const renewOwnersMutation = graphql(`
  mutation RenewOwnersCommittee($id: ID!, $expectedVersion: Int!) {
    renewOwnersCommittee(id: $id, expectedVersion: $expectedVersion) {
      id
    }
  }
`)

export const actOnOwnersMutation = graphql(`
  mutation ActOnOwnersCommittee($id: ID!, $action: OwnersCommitteeAction!, $expectedVersion: Int!, $reason: String) {
    actOnOwnersCommittee(id: $id, action: $action, expectedVersion: $expectedVersion, reason: $reason) {
      id
      version
      status
    }
  }
`)

type NodeOf<C extends { edges: readonly { node: unknown }[] }> = C['edges'][number]['node']

export type OwnersRow = NodeOf<ResultOf<typeof ownersListQuery>['ownersCommittees']>
export type OwnersWhole = NonNullable<ResultOf<typeof ownersQuery>['ownersCommittee']>
export type OwnersStatus = OwnersWhole['status']
export type OwnersAction = OwnersWhole['offers'][number]['action']
export type GroupSeat = OwnersWhole['group'][number]['seat']
