// The opinion of one unit on a matter: what its page asks of the API.
import { eventParts } from '../app/app.queries.ts'
import { graphql, type ResultOf } from '../app/graphql.ts'

export const opinionQuery = graphql(
  `
    query OpinionPage($id: ID!) {
      opinion(id: $id) {
        id
        version
        status
        stance
        body
        signer
        signedAt
        dueAt
        division {
          code
          name
        }
        application {
          id
          name
          content
          standard
          frequency
          timeLimit
          materials
          staffing
          validFrom
          validTo
          bases {
            law
            article
          }
          department {
            id
            name
          }
          legalOpinion
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

export const signOpinionMutation = graphql(`
  mutation SignOpinion($id: ID!, $expectedVersion: Int!, $stance: OpinionStance!, $body: String!) {
    signOpinion(id: $id, expectedVersion: $expectedVersion, stance: $stance, body: $body) {
      id
      version
      status
    }
  }
`)

export type OpinionWhole = NonNullable<ResultOf<typeof opinionQuery>['opinion']>
export type OpinionStatus = OpinionWhole['status']
export type OpinionAction = OpinionWhole['offers'][number]['action']
export type Stance = NonNullable<OpinionWhole['stance']>
