// Pledges, and the sheets on which some are signed: what their pages ask of the API.
import { eventParts } from '../app/app.queries.ts'
import { graphql, type ResultOf } from '../app/graphql.ts'

export const pledgesQuery = graphql(`
  query Pledges($filter: PledgeFilter!, $first: Int!, $after: String) {
    pledges(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          status
          basis
          channel
          sheet
          createdAt
          resident {
            id
            name
            address
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

export const pledgedQuery = graphql(`
  query PledgedCompact($id: ID!) {
    compact(id: $id) {
      id
      title
      edition
      status
      textHash
      signedHouseholds
      eligibleHouseholds
      division {
        code
        name
      }
    }
  }
`)

export const pledgePapersQuery = graphql(`
  query PledgePapers($compact: ID!, $first: Int!) {
    pledgePapers(filter: { compact: $compact, status: [ENTERED, UNMATCHED] }, first: $first) {
      edges {
        node {
          id
          sheet
          basis
          status
          remark
          createdAt
        }
      }
      totalCount
    }
  }
`)

export const pledgePaperQuery = graphql(
  `
    query PledgePaperPage($id: ID!) {
      pledgePaper(id: $id) {
        id
        version
        status
        sheet
        basis
        remark
        createdAt
        division {
          code
          name
        }
        compact {
          id
          title
          edition
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

export const pledgeQuery = graphql(
  `
    query PledgePage($id: ID!) {
      pledge(id: $id) {
        id
        version
        status
        textHash
        basis
        channel
        sheet
        createdAt
        division {
          code
          name
        }
        compact {
          id
          title
          edition
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

export const actOnPledgeMutation = graphql(`
  mutation ActOnPledge($id: ID!, $action: PledgeAction!, $expectedVersion: Int!, $reason: String) {
    actOnPledge(id: $id, action: $action, expectedVersion: $expectedVersion, reason: $reason) {
      id
      version
      status
    }
  }
`)

export const enterPledgePaperMutation = graphql(`
  mutation EnterPledgePaper($compact: ID!, $input: PledgePaperInput!) {
    enterPledgePaper(compact: $compact, input: $input) {
      id
      status
    }
  }
`)

export const confirmPledgePaperMutation = graphql(`
  mutation ConfirmPledgePaper($id: ID!, $expectedVersion: Int!, $resident: ID!) {
    confirmPledgePaper(id: $id, expectedVersion: $expectedVersion, resident: $resident) {
      id
      version
      status
    }
  }
`)

export const identifyPledgePaperMutation = graphql(`
  mutation IdentifyPledgePaper($id: ID!, $expectedVersion: Int!, $resident: ID!) {
    identifyPledgePaper(id: $id, expectedVersion: $expectedVersion, resident: $resident) {
      id
      version
      status
    }
  }
`)

export const actOnPledgePaperMutation = graphql(`
  mutation ActOnPledgePaper($id: ID!, $action: PledgePaperAction!, $expectedVersion: Int!, $reason: String) {
    actOnPledgePaper(id: $id, action: $action, expectedVersion: $expectedVersion, reason: $reason) {
      id
      version
      status
    }
  }
`)

type NodeOf<C extends { edges: readonly { node: unknown }[] }> = C['edges'][number]['node']

export type PledgeRow = NodeOf<ResultOf<typeof pledgesQuery>['pledges']>
export type PledgeWhole = NonNullable<ResultOf<typeof pledgeQuery>['pledge']>
export type PledgeStatus = PledgeWhole['status']
export type PledgeBasis = PledgeWhole['basis']
export type PledgeChannel = PledgeWhole['channel']
export type PledgeAction = PledgeWhole['offers'][number]['action']
export type PledgePaperWhole = NonNullable<ResultOf<typeof pledgePaperQuery>['pledgePaper']>
export type PledgePaperStatus = PledgePaperWhole['status']
export type PledgePaperAction = PledgePaperWhole['offers'][number]['action']
