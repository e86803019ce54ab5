// Compacts: what their pages ask of the API.
import { eventParts } from '../app/app.queries.ts'
import { graphql, type ResultOf } from '../app/graphql.ts'

export const compactsQuery = graphql(`
  query Compacts($filter: CompactFilter, $first: Int!, $after: String) {
    compacts(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          title
          kind
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
        kind
        owner
        edition
        textHash
        commentOpenedAt
        commentRounds
        legalityOpinion
        legalityAt
        partyOpinion
        townOpinion
        submittedAt
        receipt
        filedAt
        announcedAt
        effectiveOn
        expiresOn
        inForceAt
        reviewedAt
        reviewFinding
        reviewOpinion
        orderedAt
        orderDocument
        orderedArticles
        signedHouseholds
        eligibleHouseholds
        createdAt
        division {
          code
          name
          path
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
          topic
          outcome
          answer
          answeredAt
        }
        amendments {
          id
          article
          body
          why
          status
          createdAt
        }
        editions {
          id
          edition
          status
          effectiveOn
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
  mutation CheckLegality($id: ID!, $expectedVersion: Int!, $checks: [ArticleCheck!]!, $opinion: String!) {
    checkLegality(id: $id, expectedVersion: $expectedVersion, checks: $checks, opinion: $opinion) {
      id
      version
      status
    }
  }
`)

export const commentForMutation = graphql(`
  mutation CommentFor($compact: ID!, $body: String!, $article: Int, $resident: ID!) {
    commentOnCompact(compact: $compact, body: $body, article: $article, resident: $resident) {
      id
    }
  }
`)

export const answerCommentsMutation = graphql(`
  mutation AnswerComments($comments: [ID!]!, $answer: String!, $outcome: CommentOutcome!, $topic: String) {
    answerComments(comments: $comments, answer: $answer, outcome: $outcome, topic: $topic) {
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
  mutation AnnounceCompact($id: ID!, $expectedVersion: Int!, $effectiveOn: String!, $expiresOn: String) {
    announceCompact(id: $id, expectedVersion: $expectedVersion, effectiveOn: $effectiveOn, expiresOn: $expiresOn) {
      id
      version
      status
    }
  }
`)

export const reviewCompactMutation = graphql(`
  mutation ReviewCompact($id: ID!, $expectedVersion: Int!, $finding: CompactReviewFinding!, $opinion: String!) {
    reviewCompact(id: $id, expectedVersion: $expectedVersion, finding: $finding, opinion: $opinion) {
      id
      version
      status
    }
  }
`)

export const compactDifferenceQuery = graphql(`
  query CompactDifference($before: ID!, $after: ID!) {
    compactDifference(before: $before, after: $after) {
      added
      changed
      removed
      before {
        id
        title
        edition
        status
      }
      after {
        id
        title
        edition
        status
      }
      articles {
        before {
          number
          body
        }
        after {
          number
          body
        }
      }
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

type NodeOf<C extends { edges: readonly { node: unknown }[] }> = C['edges'][number]['node']

export type CompactRow = NodeOf<ResultOf<typeof compactsQuery>['compacts']>
export type CompactWhole = NonNullable<ResultOf<typeof compactQuery>['compact']>
export type CompactStatus = CompactWhole['status']
export type CompactAction = CompactWhole['offers'][number]['action']
export type LegalityCheck = CompactWhole['articles'][number]['passed'][number]
export type CompactKind = CompactWhole['kind']
export type CommentOutcome = NonNullable<CompactWhole['comments'][number]['outcome']>
export type ReviewFinding = NonNullable<CompactWhole['reviewFinding']>
