// Issues: what their pages ask of the API.
import { eventParts } from '../app/app.queries.ts'
import { graphql, type ResultOf, type VariablesOf } from '../app/graphql.ts'

export const issuesQuery = graphql(`
  query Issues($filter: IssueFilter, $orderBy: IssueOrder!, $first: Int!, $after: String) {
    issues(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      edges {
        node {
          id
          number
          title
          status
          scope
          lead
          submittedAt
          dueAt
          supportCount
          division {
            code
            name
          }
          author {
            id
            name
          }
          latestMeeting {
            id
            title
            startsAt
            status
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

export const issueBoardQuery = graphql(`
  query IssueBoard($filter: IssueFilter, $first: Int!) {
    issues(filter: $filter, orderBy: NEWEST, first: $first) {
      edges {
        node {
          id
          title
          status
          dueAt
          waiting {
            for
            since
          }
          offers {
            action
            label
            to
            blocked
          }
        }
      }
      totalCount
    }
  }
`)

export const issueStagesQuery = graphql(`
  query IssueStages($division: ID) {
    issueStages(division: $division) {
      status
      count
    }
  }
`)

export const issueQuery = graphql(
  `
    query IssuePage($id: ID!) {
      issue(id: $id) {
        id
        version
        number
        title
        body
        status
        dueAt
        scope
        lead
        needsAssembly
        submittedAt
        replyDueAt
        repliedAt
        reply
        rejectionCode
        appealUntil
        partyOpinion
        answers
        satisfied
        households
        allowance
        surveys {
          id
          concerns
          status
          closesAt
        }
        supportCount
        createdAt
        division {
          code
          name
        }
        author {
          id
          name
        }
        meetings {
          id
          title
          type
          startsAt
          status
        }
        votes {
          id
          proposal
          status
          closesAt
        }
        project {
          id
          title
          status
        }
        compact {
          id
          title
          edition
          status
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

export const findIssuesQuery = graphql(`
  query FindIssues($text: String!) {
    issues(filter: { text: $text }, orderBy: NEWEST, first: 8) {
      edges {
        node {
          id
          number
          title
          division {
            code
            name
          }
        }
      }
    }
  }
`)

export const findAuthorsQuery = graphql(`
  query FindAuthors($name: String!, $division: ID) {
    residents(filter: { name: $name, division: $division }, first: 10) {
      edges {
        node {
          id
          name
          address
        }
      }
    }
  }
`)

export const createIssueMutation = graphql(`
  mutation CreateIssue($input: IssueInput!) {
    createIssue(input: $input) {
      id
      title
    }
  }
`)

export const reviseIssueMutation = graphql(`
  mutation ReviseIssue($id: ID!, $expectedVersion: Int!, $input: IssueRevision!) {
    reviseIssue(id: $id, expectedVersion: $expectedVersion, input: $input) {
      id
      version
      status
    }
  }
`)

export const actOnIssueMutation = graphql(`
  mutation ActOnIssue($id: ID!, $action: IssueAction!, $expectedVersion: Int!, $reason: String) {
    actOnIssue(id: $id, action: $action, expectedVersion: $expectedVersion, reason: $reason) {
      id
      version
      status
    }
  }
`)

export const replyToIssueMutation = graphql(`
  mutation ReplyToIssue($id: ID!, $expectedVersion: Int!, $reply: String!) {
    replyToIssue(id: $id, expectedVersion: $expectedVersion, reply: $reply) {
      id
      version
      status
    }
  }
`)

export const acceptIssueMutation = graphql(`
  mutation AcceptIssue($id: ID!, $expectedVersion: Int!, $input: AcceptInput!) {
    acceptIssue(id: $id, expectedVersion: $expectedVersion, input: $input) {
      id
      version
      status
    }
  }
`)

export const rejectIssueMutation = graphql(`
  mutation RejectIssue($id: ID!, $expectedVersion: Int!, $code: RejectionCode!, $reason: String!) {
    rejectIssue(id: $id, expectedVersion: $expectedVersion, code: $code, reason: $reason) {
      id
      version
      status
    }
  }
`)

export const recordPartyStudyMutation = graphql(`
  mutation RecordPartyStudy($id: ID!, $expectedVersion: Int!, $opinion: String!) {
    recordPartyStudy(id: $id, expectedVersion: $expectedVersion, opinion: $opinion) {
      id
      version
      status
    }
  }
`)

export const recordEvaluationMutation = graphql(`
  mutation RecordEvaluation($id: ID!, $expectedVersion: Int!, $input: EvaluationInput!) {
    recordEvaluation(id: $id, expectedVersion: $expectedVersion, input: $input) {
      id
      version
      status
    }
  }
`)

type NodeOf<C extends { edges: readonly { node: unknown }[] }> = C['edges'][number]['node']

export type IssueRow = NodeOf<ResultOf<typeof issuesQuery>['issues']>
export type IssueCard = NodeOf<ResultOf<typeof issueBoardQuery>['issues']>
export type IssuesAsked = VariablesOf<typeof issuesQuery>
export type IssueWhole = NonNullable<ResultOf<typeof issueQuery>['issue']>
export type IssueStatus = IssueWhole['status']
export type IssueAction = IssueWhole['offers'][number]['action']
export type IssueScope = NonNullable<IssueWhole['scope']>
export type RejectionCode = NonNullable<IssueWhole['rejectionCode']>
