// Disclosures, owners' committees and moral reviews: what their pages ask of the API.
import { eventParts } from '../app/app.queries.ts'
import { graphql, type ResultOf } from '../app/graphql.ts'

export const disclosuresQuery = graphql(`
  query Disclosures($filter: DisclosureFilter, $first: Int!, $after: String) {
    affairsDisclosures(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          title
          category
          period
          status
          publishedAt
          dueAt
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

export const disclosureQuery = graphql(
  `
    query DisclosurePage($id: ID!) {
      affairsDisclosure(id: $id) {
        id
        version
        status
        dueAt
        title
        category
        period
        body
        sums {
          label
          amount
        }
        reviewOpinion
        publishedAt
        textHash
        createdAt
        notice {
          code
        }
        division {
          code
          name
        }
        corrections {
          body
          at
        }
        queries {
          id
          question
          at
          answer
          answeredAt
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

export const createDisclosureMutation = graphql(`
  mutation CreateDisclosure($division: ID!, $input: DisclosureInput!) {
    createDisclosure(division: $division, input: $input) {
      id
    }
  }
`)

export const reviseDisclosureMutation = graphql(`
  mutation ReviseDisclosure($id: ID!, $expectedVersion: Int!, $input: DisclosureInput!) {
    reviseDisclosure(id: $id, expectedVersion: $expectedVersion, input: $input) {
      id
      version
      status
    }
  }
`)

export const actOnDisclosureMutation = graphql(`
  mutation ActOnDisclosure($id: ID!, $action: AffairsDisclosureAction!, $expectedVersion: Int!, $reason: String) {
    actOnAffairsDisclosure(id: $id, action: $action, expectedVersion: $expectedVersion, reason: $reason) {
      id
      version
      status
    }
  }
`)

export const queryDisclosureMutation = graphql(`
  mutation QueryDisclosure($id: ID!, $expectedVersion: Int!, $question: String!) {
    queryDisclosure(id: $id, expectedVersion: $expectedVersion, question: $question) {
      id
      version
      status
    }
  }
`)

export const answerDisclosureMutation = graphql(`
  mutation AnswerDisclosureQuery($id: ID!, $expectedVersion: Int!, $query: ID!, $answer: String!) {
    answerDisclosureQuery(id: $id, expectedVersion: $expectedVersion, query: $query, answer: $answer) {
      id
      version
      status
    }
  }
`)

export const correctDisclosureMutation = graphql(`
  mutation CorrectDisclosure($id: ID!, $expectedVersion: Int!, $correction: String!) {
    correctDisclosure(id: $id, expectedVersion: $expectedVersion, correction: $correction) {
      id
      version
      status
    }
  }
`)

export const moralsQuery = graphql(`
  query MoralReviews($filter: MoralFilter, $first: Int!, $after: String) {
    moralReviews(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          title
          kind
          status
          measure
          dueAt
          createdAt
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

export const moralQuery = graphql(
  `
    query MoralPage($id: ID!) {
      moralReview(id: $id) {
        id
        version
        status
        dueAt
        kind
        title
        body
        meetsAt
        agree
        disagree
        abstain
        measure
        opinion
        named
        publishedAt
        createdAt
        notice {
          code
        }
        division {
          code
          name
        }
        proposer {
          id
          name
        }
        panel {
          id
          resident {
            id
            name
          }
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

export const proposeMoralMutation = graphql(`
  mutation ProposeMoralReview($input: MoralInput!) {
    proposeMoralReview(input: $input) {
      id
    }
  }
`)

export const conveneMoralMutation = graphql(`
  mutation ConveneMoralReview($id: ID!, $expectedVersion: Int!, $panel: [ID!]!, $meetsAt: DateTimeISO!) {
    conveneMoralReview(id: $id, expectedVersion: $expectedVersion, panel: $panel, meetsAt: $meetsAt) {
      id
      version
      status
    }
  }
`)

export const recordMoralMutation = graphql(`
  mutation RecordMoralOpinion($id: ID!, $expectedVersion: Int!, $input: OpinionInput!) {
    recordMoralOpinion(id: $id, expectedVersion: $expectedVersion, input: $input) {
      id
      version
      status
    }
  }
`)

export const actOnMoralMutation = graphql(`
  mutation ActOnMoralReview($id: ID!, $action: MoralReviewAction!, $expectedVersion: Int!, $reason: String) {
    actOnMoralReview(id: $id, action: $action, expectedVersion: $expectedVersion, reason: $reason) {
      id
      version
      status
    }
  }
`)

type NodeOf<C extends { edges: readonly { node: unknown }[] }> = C['edges'][number]['node']

export type DisclosureRow = NodeOf<ResultOf<typeof disclosuresQuery>['affairsDisclosures']>
export type DisclosureWhole = NonNullable<ResultOf<typeof disclosureQuery>['affairsDisclosure']>
export type DisclosureStatus = DisclosureWhole['status']
export type DisclosureAction = DisclosureWhole['offers'][number]['action']
export type DisclosureCategory = DisclosureWhole['category']
export type MoralRow = NodeOf<ResultOf<typeof moralsQuery>['moralReviews']>
export type MoralWhole = NonNullable<ResultOf<typeof moralQuery>['moralReview']>
export type MoralStatus = MoralWhole['status']
export type MoralAction = MoralWhole['offers'][number]['action']
export type MoralKind = MoralWhole['kind']
export type MoralMeasure = NonNullable<MoralWhole['measure']>
