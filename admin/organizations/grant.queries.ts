// Rounds of grants and the portfolio: what their pages ask of the API.
import { eventParts } from '../app/app.queries.ts'
import { graphql, type ResultOf } from '../app/graphql.ts'

export const roundsQuery = graphql(`
  query GrantRounds($filter: GrantRoundFilter, $first: Int!, $after: String) {
    microGrantRounds(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          code
          title
          status
          pool
          cap
          fields
          opensOn
          closesOn
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

export const roundNamesQuery = graphql(`
  query GrantRoundNames {
    microGrantRounds(first: 100) {
      edges {
        node {
          id
          title
        }
      }
    }
  }
`)

export const roundQuery = graphql(
  `
    query GrantRoundPage($id: ID!) {
      microGrantRound(id: $id) {
        id
        version
        status
        code
        title
        pool
        cap
        fields
        isBlind
        shares
        opensOn
        closesOn
        reviewers
        quorum
        dropsExtremes
        spreadAlarm
        seed
        publicUntil
        dueAt
        division {
          code
          name
        }
        fund {
          id
          name
          year
          amount
          reserved
        }
        template {
          id
          name
        }
        form {
          key
          label
        }
        criteria {
          key
          label
          points
          weight
        }
        conditions {
          code
          value
        }
        counts {
          handedIn
          unscreened
          inReview
          short
          unscored
          undecided
          recommended
          openObjections
          running
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

/** What of a round its applicants see. */
export const callQuery = graphql(`
  query GrantCall($id: ID!) {
    microGrantRound(id: $id) {
      id
      status
      code
      title
      pool
      cap
      fields
      opensOn
      closesOn
      shares
      division {
        code
        name
      }
      form {
        key
        label
        hint
        limit
      }
      eligibility {
        code
        label
        isMet
        says
      }
    }
  }
`)

export const grantFundsQuery = graphql(`
  query GrantFunds {
    grantFunds {
      id
      version
      name
      year
      amount
      reserved
    }
    grantTemplates {
      id
      version
      name
      form {
        key
        label
        hint
        limit
      }
      criteria {
        key
        label
        points
        weight
      }
    }
  }
`)

export const portfolioQuery = graphql(`
  query GrantPortfolio($division: ID) {
    grantFigures(division: $division) {
      by
      round
      title
      status
      field
      count
      awarded
      paid
      pending
      returned
      place {
        code
        name
      }
    }
    pastGrantTotals {
      currency
      count
      amount
    }
  }
`)

/** What is shown to the public before it is awarded. */
export const publicityQuery = graphql(`
  query GrantPublicity($id: ID!, $after: String) {
    microGrantRound(id: $id) {
      id
      status
      code
      title
      publishedAt
      publicUntil
      division {
        code
        name
      }
    }
    grantApplications(filter: { round: $id, status: [RECOMMENDED, AWARDED, RESERVE] }, first: 100, after: $after) {
      edges {
        node {
          id
          status
          title
          awarded
          rank
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

type NodeOf<C extends { edges: readonly { node: unknown }[] }> = C['edges'][number]['node']

export type RoundRow = NodeOf<ResultOf<typeof roundsQuery>['microGrantRounds']>
export type RoundWhole = NonNullable<ResultOf<typeof roundQuery>['microGrantRound']>
export type RoundStatus = RoundWhole['status']
export type RoundAction = RoundWhole['offers'][number]['action']
export type GrantField = RoundWhole['fields'][number]
export type Fund = ResultOf<typeof grantFundsQuery>['grantFunds'][number]
export type Template = ResultOf<typeof grantFundsQuery>['grantTemplates'][number]
export type Listed = ResultOf<typeof publicityQuery>['grantApplications']
export type Call = NonNullable<ResultOf<typeof callQuery>['microGrantRound']>
export type Figure = ResultOf<typeof portfolioQuery>['grantFigures'][number]
