// What the office pages ask of the API, and the types named from it.
import { graphql, type ResultOf } from '../app/graphql.ts'
import { eventParts } from '../app/app.queries.ts'

const grantParts = graphql(`
  fragment GrantParts on RoleGrant @_unmask {
    id
    role
    label
    validFrom
    validTo
    reason
    division {
      code
      name
    }
  }
`)

export const accountsQuery = graphql(
  `
    query Accounts($filter: AccountFilter, $first: Int!, $after: String) {
      accounts(filter: $filter, first: $first, after: $after) {
        edges {
          node {
            id
            username
            name
            status
            lockedUntil
            lastSignInAt
            hasSecondFactor
            division {
              code
              name
            }
            grants {
              ...GrantParts
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
  `,
  [grantParts],
)

export const accountsJudgedQuery = graphql(`
  query AccountsJudged($ids: [ID!]!) {
    accounts(filter: { ids: $ids }, first: 100) {
      edges {
        node {
          id
          version
          title: name
          offers {
            action
            label
            needsReason
            carries
            seals
            blocked
          }
        }
      }
    }
  }
`)

export const accountQuery = graphql(
  `
    query AccountPage($id: ID!) {
      account(id: $id) {
        id
        version
        username
        name
        status
        lockedUntil
        lastSignInAt
        hasSecondFactor
        createdAt
        organization
        division {
          code
          name
          path
        }
        grants {
          ...GrantParts
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
  [grantParts, eventParts],
)

export const bodiesQuery = graphql(`
  query Bodies {
    departments(first: 100) {
      edges {
        node {
          id
          name
          division {
            name
          }
        }
      }
    }
  }
`)

export const createAccountMutation = graphql(`
  mutation CreateAccount($input: AccountInput!) {
    createAccount(input: $input) {
      id
      name
    }
  }
`)

export const actOnAccountMutation = graphql(`
  mutation ActOnAccount($id: ID!, $action: AccountAction!, $expectedVersion: Int!, $reason: String) {
    actOnAccount(id: $id, action: $action, expectedVersion: $expectedVersion, reason: $reason) {
      id
      version
      status
    }
  }
`)

export const grantRoleMutation = graphql(`
  mutation GrantRole($input: GrantInput!) {
    grantRole(input: $input) {
      id
    }
  }
`)

export const revokeRoleMutation = graphql(`
  mutation RevokeRole($id: ID!, $reason: String!) {
    revokeRole(id: $id, reason: $reason) {
      id
      validTo
    }
  }
`)

export const changePasswordMutation = graphql(`
  mutation ChangePassword($current: String!, $next: String!) {
    changePassword(current: $current, next: $next) {
      id
    }
  }
`)

export const clientsQuery = graphql(`
  query ApiClients($first: Int!, $after: String) {
    apiClients(first: $first, after: $after) {
      edges {
        node {
          id
          version
          clientId
          name
          scopes
          createdAt
          revokedAt
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

export const createClientMutation = graphql(`
  mutation CreateApiClient($input: ApiClientInput!) {
    createApiClient(input: $input) {
      client {
        id
        clientId
        name
      }
      secret
    }
  }
`)

export const revokeClientMutation = graphql(`
  mutation RevokeApiClient($id: ID!, $expectedVersion: Int!, $reason: String!) {
    revokeApiClient(id: $id, expectedVersion: $expectedVersion, reason: $reason) {
      id
      revokedAt
    }
  }
`)

export const exportsQuery = graphql(`
  query ExportRecords($filter: ExportFilter, $first: Int!, $after: String) {
    exportRecords(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          number
          title
          filters
          fields
          rows
          purpose
          by
          at
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

export const auditQuery = graphql(`
  query AuditEntries($filter: AuditFilter, $first: Int!, $after: String) {
    auditEntries(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          subgraph
          stream
          type
          version
          label
          by
          role
          at
          reason
          title
          requestId
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

type NodeOf<C extends { edges: readonly { node: unknown }[] }> = C['edges'][number]['node']

export type AccountRow = NodeOf<ResultOf<typeof accountsQuery>['accounts']>
export type AccountWhole = NonNullable<ResultOf<typeof accountQuery>['account']>
export type Grant = AccountWhole['grants'][number]
export type AccountAction = AccountWhole['offers'][number]['action']
export type RoleName = Grant['role']
export type ClientRow = NodeOf<ResultOf<typeof clientsQuery>['apiClients']>
export type ExportRow = NodeOf<ResultOf<typeof exportsQuery>['exportRecords']>
export type AuditRow = NodeOf<ResultOf<typeof auditQuery>['auditEntries']>
