// Money that follows a task: what its pages ask of the API.
import { eventParts } from '../app/app.queries.ts'
import { graphql, type ResultOf } from '../app/graphql.ts'

export const fundingsQuery = graphql(`
  query Fundings($filter: FundingFilter, $first: Int!, $after: String) {
    fundingCommitments(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          matter
          itemCode
          year
          status
          amount
          transferred
          transferBy
          daysOverdue
          department {
            id
            name
          }
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

export const fundingQuery = graphql(
  `
    query FundingPage($id: ID!) {
      fundingCommitment(id: $id) {
        id
        version
        status
        dueAt
        matter
        itemCode
        year
        amount
        transferred
        source
        accountingUnit
        transferBy
        daysOverdue
        promisedAt
        budgetDocument
        received
        reconciledAt
        department {
          id
          name
        }
        division {
          code
          name
        }
        application {
          id
          name
          status
        }
        transfers {
          id
          amount
          voucher
          transferredOn
          by
          at
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

export const fundingsJudgedQuery = graphql(`
  query FundingsJudged($ids: [ID!]!) {
    fundingCommitments(filter: { ids: $ids }, first: 100) {
      edges {
        node {
          id
          version
          title: matter
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

export const planFundingMutation = graphql(`
  mutation PlanFunding($application: ID!, $input: FundingInput!) {
    planFunding(application: $application, input: $input) {
      id
      version
      status
    }
  }
`)

export const promiseFundingMutation = graphql(`
  mutation PromiseFunding($item: ID!, $input: FundingInput!) {
    promiseFunding(item: $item, input: $input) {
      id
      version
      status
    }
  }
`)

export const reviseFundingMutation = graphql(`
  mutation ReviseFunding($id: ID!, $expectedVersion: Int!, $input: FundingInput!) {
    reviseFunding(id: $id, expectedVersion: $expectedVersion, input: $input) {
      id
      version
      status
    }
  }
`)

export const actOnFundingMutation = graphql(`
  mutation ActOnFunding($id: ID!, $action: FundingCommitmentAction!, $expectedVersion: Int!, $reason: String) {
    actOnFundingCommitment(id: $id, action: $action, expectedVersion: $expectedVersion, reason: $reason) {
      id
      version
      status
    }
  }
`)

export const budgetFundingMutation = graphql(`
  mutation BudgetFunding($id: ID!, $expectedVersion: Int!, $document: String!) {
    budgetFunding(id: $id, expectedVersion: $expectedVersion, document: $document) {
      id
      version
      status
    }
  }
`)

export const transferFundsMutation = graphql(`
  mutation TransferFunds($id: ID!, $expectedVersion: Int!, $input: TransferInput!) {
    transferFunds(id: $id, expectedVersion: $expectedVersion, input: $input) {
      id
      version
      status
    }
  }
`)

export const reconcileFundingMutation = graphql(`
  mutation ReconcileFunding($id: ID!, $expectedVersion: Int!, $received: Int!) {
    reconcileFunding(id: $id, expectedVersion: $expectedVersion, received: $received) {
      id
      version
      status
    }
  }
`)

type NodeOf<C extends { edges: readonly { node: unknown }[] }> = C['edges'][number]['node']

export type FundingRow = NodeOf<ResultOf<typeof fundingsQuery>['fundingCommitments']>
export type FundingWhole = NonNullable<ResultOf<typeof fundingQuery>['fundingCommitment']>
export type FundingStatus = FundingWhole['status']
export type FundingAction = FundingWhole['offers'][number]['action']
