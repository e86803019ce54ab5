// Reviewing: what its pages ask of the API.
import { graphql, type ResultOf } from '../app/graphql.ts'
import { enclosureParts } from './enclosure.queries.ts'

export const assignmentsQuery = graphql(`
  query GrantAssignments($filter: GrantAssignmentFilter, $first: Int!, $after: String) {
    grantAssignments(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          number
          status
          dueAt
          total
          isOutdated
          round {
            id
            title
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

export const assignmentQuery = graphql(
  `
    query GrantAssignmentPage($id: ID!) {
      grantAssignment(id: $id) {
        id
        version
        status
        number
        dueAt
        revision
        isOutdated
        comment
        total
        round {
          id
          title
          isBlind
          form {
            key
            label
          }
        }
        criteria {
          key
          label
          points
          weight
        }
        scores {
          criterion
          points
          reason
        }
        material {
          revision
          title
          field
          amount
          startsOn
          endsOn
          applicant
          answers {
            key
            body
          }
          budget {
            name
            amount
            own
          }
          enclosures {
            ...EnclosureParts
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
      }
    }
  `,
  [enclosureParts],
)

export const applicantsQuery = graphql(`
  query GrantApplicants($round: ID!) {
    grantApplicants(round: $round) {
      id
      name
    }
  }
`)

export const myReviewerQuery = graphql(`
  query MyGrantReviewer {
    myGrantReviewer {
      id
      status
      employer
    }
    myGrantTies {
      id
      kind
      until
      note
      organization {
        id
        name
      }
    }
  }
`)

export const reviewersQuery = graphql(`
  query GrantReviewers($filter: GrantReviewerFilter, $first: Int!, $after: String) {
    grantReviewers(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          version
          status
          name
          employer
          fields
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
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`)

/** Who may be assigned to an application by name. */
export const candidatesQuery = graphql(`
  query GrantCandidates($application: ID!) {
    grantCandidates(application: $application) {
      id
      name
      employer
    }
  }
`)

export const assignMutation = graphql(`
  mutation AssignGrantReviewers($application: ID!, $reviewers: [ID!]!) {
    assignGrantReviewers(application: $application, reviewers: $reviewers) {
      id
      status
    }
  }
`)

export const saveSheetMutation = graphql(`
  mutation SaveGrantSheet($id: ID!, $expectedVersion: Int!, $input: GrantSheetInput!) {
    saveGrantSheet(id: $id, expectedVersion: $expectedVersion, input: $input) {
      id
      version
      status
      total
      revision
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
`)

export const actOnAssignmentMutation = graphql(`
  mutation ActOnGrantAssignment($id: ID!, $action: GrantAssignmentAction!, $expectedVersion: Int!, $reason: String) {
    actOnGrantAssignment(id: $id, action: $action, expectedVersion: $expectedVersion, reason: $reason) {
      id
      version
      status
    }
  }
`)

export const declareTieMutation = graphql(`
  mutation DeclareGrantTie($input: GrantTieInput!) {
    declareGrantTie(input: $input) {
      id
    }
  }
`)

export const applyAsReviewerMutation = graphql(`
  mutation ApplyAsGrantReviewer($input: GrantReviewerInput!) {
    applyAsGrantReviewer(input: $input) {
      id
      status
    }
  }
`)

export const actOnReviewerMutation = graphql(`
  mutation ActOnGrantReviewer($id: ID!, $action: GrantReviewerAction!, $expectedVersion: Int!, $reason: String) {
    actOnGrantReviewer(id: $id, action: $action, expectedVersion: $expectedVersion, reason: $reason) {
      id
      version
      status
    }
  }
`)

type NodeOf<C extends { edges: readonly { node: unknown }[] }> = C['edges'][number]['node']

export type AssignmentRow = NodeOf<ResultOf<typeof assignmentsQuery>['grantAssignments']>
export const looksQuery = graphql(`
  query GrantLooks($id: ID!) {
    grantAssignment(id: $id) {
      id
      looks {
        id
        revision
        at
      }
    }
  }
`)

export type AssignmentWhole = NonNullable<ResultOf<typeof assignmentQuery>['grantAssignment']>
export type AssignmentStatus = AssignmentWhole['status']
export type AssignmentAction = AssignmentWhole['offers'][number]['action']
export type Material = NonNullable<AssignmentWhole['material']>
export type ReviewerRow = NodeOf<ResultOf<typeof reviewersQuery>['grantReviewers']>
export type ReviewerAction = ReviewerRow['offers'][number]['action']
export type TieKind = ResultOf<typeof myReviewerQuery>['myGrantTies'][number]['kind']
