// Compacts and pledges: what their pages ask of the API.
import { eventParts } from '../app/app.queries.ts'
import { graphql, type ResultOf } from '../app/graphql.ts'

export const compactsQuery = graphql(`
  query Compacts($filter: CompactFilter, $first: Int!, $after: String) {
    compacts(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          title
          edition
          status
          owner
          effectiveOn
          dueAt
          signedHouseholds
          eligibleHouseholds
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

export const compactQuery = graphql(
  `
    query CompactPage($id: ID!) {
      compact(id: $id) {
        id
        version
        status
        notice {
          code
        }
        dueAt
        title
        owner
        edition
        textHash
        commentOpenedAt
        commentRounds
        partyOpinion
        submittedAt
        receipt
        filedAt
        announcedAt
        effectiveOn
        inForceAt
        orderDocument
        orderedArticles
        signedHouseholds
        eligibleHouseholds
        createdAt
        division {
          code
          name
        }
        articles {
          number
          body
          passed
          reviewNote
        }
        issue {
          id
          number
          title
        }
        revises {
          id
          title
          edition
        }
        comments {
          id
          article
          body
          at
          answer
          answeredAt
        }
        meetings {
          id
          title
          startsAt
          status
        }
        votes {
          id
          proposal
          status
          closesAt
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

export const pledgeQuery = graphql(
  `
    query PledgePage($id: ID!) {
      pledge(id: $id) {
        id
        version
        status
        textHash
        basis
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

export const draftCompactMutation = graphql(`
  mutation DraftCompact($issue: ID!, $expectedVersion: Int!, $input: CompactInput!) {
    draftCompact(issue: $issue, expectedVersion: $expectedVersion, input: $input) {
      id
      title
    }
  }
`)

export const reviseArticlesMutation = graphql(`
  mutation ReviseArticles($id: ID!, $expectedVersion: Int!, $input: CompactInput!) {
    reviseArticles(id: $id, expectedVersion: $expectedVersion, input: $input) {
      id
      version
      status
    }
  }
`)

export const beginEditionMutation = graphql(`
  mutation BeginEdition($id: ID!, $expectedVersion: Int!) {
    beginEdition(id: $id, expectedVersion: $expectedVersion) {
      id
      title
    }
  }
`)

export const checkLegalityMutation = graphql(`
  mutation CheckLegality($id: ID!, $expectedVersion: Int!, $checks: [ArticleCheck!]!) {
    checkLegality(id: $id, expectedVersion: $expectedVersion, checks: $checks) {
      id
      version
      status
    }
  }
`)

export const answerCommentMutation = graphql(`
  mutation AnswerComment($id: ID!, $answer: String!) {
    answerComment(id: $id, answer: $answer) {
      id
      answer
      answeredAt
    }
  }
`)

export const actOnCompactMutation = graphql(`
  mutation ActOnCompact($id: ID!, $action: CompactAction!, $expectedVersion: Int!, $reason: String) {
    actOnCompact(id: $id, action: $action, expectedVersion: $expectedVersion, reason: $reason) {
      id
      version
      status
    }
  }
`)

export const fileCompactMutation = graphql(`
  mutation FileCompact($id: ID!, $expectedVersion: Int!, $receipt: String!) {
    fileCompact(id: $id, expectedVersion: $expectedVersion, receipt: $receipt) {
      id
      version
      status
    }
  }
`)

export const announceCompactMutation = graphql(`
  mutation AnnounceCompact($id: ID!, $expectedVersion: Int!, $effectiveOn: String!) {
    announceCompact(id: $id, expectedVersion: $expectedVersion, effectiveOn: $effectiveOn) {
      id
      version
      status
    }
  }
`)

export const orderCorrectionMutation = graphql(`
  mutation OrderCorrection($id: ID!, $expectedVersion: Int!, $articles: [Int!]!, $document: String!, $reason: String!) {
    orderCorrection(id: $id, expectedVersion: $expectedVersion, articles: $articles, document: $document, reason: $reason) {
      id
      version
      status
    }
  }
`)

export const actOnPledgeMutation = graphql(`
  mutation ActOnPledge($id: ID!, $action: PledgeAction!, $expectedVersion: Int!, $reason: String) {
    actOnPledge(id: $id, action: $action, expectedVersion: $expectedVersion, reason: $reason) {
      id
      version
      status
    }
  }
`)

type NodeOf<C extends { edges: readonly { node: unknown }[] }> = C['edges'][number]['node']

export type CompactRow = NodeOf<ResultOf<typeof compactsQuery>['compacts']>
export type CompactWhole = NonNullable<ResultOf<typeof compactQuery>['compact']>
export type CompactStatus = CompactWhole['status']
export type CompactAction = CompactWhole['offers'][number]['action']
export type LegalityCheck = CompactWhole['articles'][number]['passed'][number]
export type PledgeWhole = NonNullable<ResultOf<typeof pledgeQuery>['pledge']>
export type PledgeStatus = PledgeWhole['status']
export type PledgeAction = PledgeWhole['offers'][number]['action']
