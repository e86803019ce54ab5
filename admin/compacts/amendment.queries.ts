// Amendments: what their page asks of the API.
import { eventParts } from '../app/app.queries.ts'
import { graphql, type ResultOf } from '../app/graphql.ts'

export const amendmentQuery = graphql(
  `
    query AmendmentPage($id: ID!) {
      amendment(id: $id) {
        id
        version
        status
        dueAt
        article
        baseBody
        currentBody
        body
        why
        createdAt
        division {
          code
          name
        }
        author {
          id
          name
        }
        compact {
          id
          title
          status
          articles {
            number
            body
          }
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

export const proposeAmendmentMutation = graphql(`
  mutation ProposeAmendment($compact: ID!, $body: String!, $article: Int, $why: String) {
    proposeAmendment(compact: $compact, body: $body, article: $article, why: $why) {
      id
      status
    }
  }
`)

export const acceptAmendmentMutation = graphql(`
  mutation AcceptAmendment($id: ID!, $expectedVersion: Int!) {
    acceptAmendment(id: $id, expectedVersion: $expectedVersion) {
      id
      version
      status
    }
  }
`)

export const rebaseAmendmentMutation = graphql(`
  mutation RebaseAmendment($id: ID!, $expectedVersion: Int!, $body: String!, $article: Int) {
    rebaseAmendment(id: $id, expectedVersion: $expectedVersion, body: $body, article: $article) {
      id
      version
      status
    }
  }
`)

export const promoteAmendmentMutation = graphql(`
  mutation PromoteAmendment($id: ID!, $expectedVersion: Int!) {
    promoteAmendment(id: $id, expectedVersion: $expectedVersion) {
      id
      version
      status
    }
  }
`)

export const actOnAmendmentMutation = graphql(`
  mutation ActOnAmendment($id: ID!, $action: AmendmentAction!, $expectedVersion: Int!, $reason: String) {
    actOnAmendment(id: $id, action: $action, expectedVersion: $expectedVersion, reason: $reason) {
      id
      version
      status
    }
  }
`)

export type AmendmentWhole = NonNullable<ResultOf<typeof amendmentQuery>['amendment']>
export type AmendmentStatus = AmendmentWhole['status']
export type AmendmentAction = AmendmentWhole['offers'][number]['action']
