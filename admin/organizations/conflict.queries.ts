// What registers disagree about: what its page asks of the API.
import { eventParts } from '../app/app.queries.ts'
import { graphql, type ResultOf } from '../app/graphql.ts'

export const conflictQuery = graphql(
  `
    query RegisterConflictPage($id: ID!) {
      registerConflict(id: $id) {
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
        events {
          ...EventParts
        }
      }
    }
  `,
  [eventParts],
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

export type ConflictWhole = NonNullable<ResultOf<typeof conflictQuery>['registerConflict']>
export type ConflictStatus = ConflictWhole['status']
export type ConflictAction = ConflictWhole['offers'][number]['action']
