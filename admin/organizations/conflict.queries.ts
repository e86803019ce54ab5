// What registers disagree about: what its page asks of the API.
import { eventParts } from '../app/app.queries.ts'
import { graphql, type ResultOf } from '../app/graphql.ts'

const conflictParts = graphql(`
  fragment ConflictParts on RegisterConflict @_unmask {
    id
    version
    status
    source
    says
    createdAt
    division {
      code
      name
      path
    }
    organization {
      id
      name
      code
      status
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
  }
`)

export const conflictQuery = graphql(
  `
    query RegisterConflictPage($id: ID!) {
      registerConflict(id: $id) {
        ...ConflictParts
        events {
          ...EventParts
        }
      }
    }
  `,
  [conflictParts, eventParts],
)

/** What is open about one organisation; there is one at most. */
export const openConflictQuery = graphql(
  `
    query OpenConflict($organization: ID!) {
      registerConflicts(filter: { organization: $organization, status: [OPEN] }, first: 1) {
        edges {
          node {
            ...ConflictParts
          }
        }
      }
    }
  `,
  [conflictParts],
)

export const actOnConflictMutation = graphql(`
  mutation ActOnRegisterConflict($id: ID!, $action: RegisterConflictAction!, $expectedVersion: Int!, $reason: String) {
    actOnRegisterConflict(id: $id, action: $action, expectedVersion: $expectedVersion, reason: $reason) {
      id
      version
      status
    }
  }
`)

export type ConflictWhole = ResultOf<typeof conflictParts>
export type ConflictStatus = ConflictWhole['status']
export type ConflictAction = ConflictWhole['offers'][number]['action']
