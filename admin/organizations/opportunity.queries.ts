// The opportunity bank: what its pages ask of the API.
import { eventParts } from '../app/app.queries.ts'
import { graphql, type ResultOf } from '../app/graphql.ts'

export const opportunitiesQuery = graphql(`
  query Opportunities($filter: OpportunityFilter, $first: Int!, $after: String) {
    opportunities(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          status
          kind
          title
          places
          taken
          forListed
          until
          createdAt
          division {
            code
            name
          }
          organization {
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

export const opportunityQuery = graphql(
  `
    query OpportunityPage($id: ID!) {
      opportunity(id: $id) {
        id
        version
        status
        kind
        title
        body
        places
        taken
        forListed
        until
        createdAt
        claims {
          id
          version
          status
          name
          note
          createdAt
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
        division {
          code
          name
          path
        }
        organization {
          id
          name
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

export const claimQuery = graphql(
  `
    query OpportunityClaimPage($id: ID!) {
      opportunityClaim(id: $id) {
        id
        version
        status
        name
        note
        dueAt
        createdAt
        opportunity {
          id
          title
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

export const actOnOpportunityMutation = graphql(`
  mutation ActOnOpportunity($id: ID!, $action: OpportunityAction!, $expectedVersion: Int!, $reason: String) {
    actOnOpportunity(id: $id, action: $action, expectedVersion: $expectedVersion, reason: $reason) {
      id
      version
      status
    }
  }
`)

export const createOpportunityMutation = graphql(`
  mutation CreateOpportunity($input: OpportunityInput!, $division: ID) {
    createOpportunity(input: $input, division: $division) {
      id
    }
  }
`)

export const reviseOpportunityMutation = graphql(`
  mutation ReviseOpportunity($id: ID!, $expectedVersion: Int!, $input: OpportunityInput!) {
    reviseOpportunity(id: $id, expectedVersion: $expectedVersion, input: $input) {
      id
      version
      status
    }
  }
`)

export const claimMutation = graphql(`
  mutation ClaimOpportunity($opportunity: ID!, $note: String) {
    claimOpportunity(opportunity: $opportunity, note: $note) {
      id
    }
  }
`)

export const actOnClaimMutation = graphql(`
  mutation ActOnOpportunityClaim($id: ID!, $action: OpportunityClaimAction!, $expectedVersion: Int!, $reason: String) {
    actOnOpportunityClaim(id: $id, action: $action, expectedVersion: $expectedVersion, reason: $reason) {
      id
      version
      status
    }
  }
`)

type NodeOf<C extends { edges: readonly { node: unknown }[] }> = C['edges'][number]['node']

export type OpportunityRow = NodeOf<ResultOf<typeof opportunitiesQuery>['opportunities']>
export type OpportunityWhole = NonNullable<ResultOf<typeof opportunityQuery>['opportunity']>
export type ClaimWhole = NonNullable<ResultOf<typeof claimQuery>['opportunityClaim']>
export type OpportunityStatus = OpportunityRow['status']
export type OpportunityKind = OpportunityRow['kind']
export type OpportunityAction = OpportunityWhole['offers'][number]['action']
export type ClaimStatus = ClaimWhole['status']
export type ClaimAction = ClaimWhole['offers'][number]['action']
