// What an organisation has to do with grants, and what was raised about them; what their pages ask of the API.
import { graphql, type ResultOf } from '../app/graphql.ts'

export const objectionsQuery = graphql(`
  query GrantObjections($filter: GrantObjectionFilter, $first: Int!, $after: String) {
    grantObjections(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          version
          status
          by
          body
          createdAt
          events(last: 1) {
            id
            label
            reason
            by
            at
          }
          application {
            id
            title
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

/** What an organisation has to do with grants. */
export const mineQuery = graphql(`
  query MyGrants {
    microGrantRounds(filter: { status: [ANNOUNCED, OPEN] }, first: 50) {
      edges {
        node {
          id
          title
          status
          cap
          opensOn
          closesOn
          eligibility {
            code
            label
            isMet
            says
          }
        }
      }
    }
    grantApplications(first: 50) {
      edges {
        node {
          id
          status
          title
          amount
          awarded
          dueAt
          round {
            id
            title
          }
        }
      }
    }
    grantAgreements(first: 50) {
      edges {
        node {
          id
          number
          title
          status
          award
          paid
          demanded
          returned
          dueAt
          reports {
            id
            kind
            dueOn
            extendedTo
            submittedAt
          }
        }
      }
    }
  }
`)

type NodeOf<C extends { edges: readonly { node: unknown }[] }> = C['edges'][number]['node']

export type ObjectionRow = NodeOf<ResultOf<typeof objectionsQuery>['grantObjections']>
export type ObjectionStatus = ObjectionRow['status']
export type ObjectionAction = ObjectionRow['offers'][number]['action']
