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
          waiting {
            for
            since
          }
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
        statementCount
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
        convenings {
          id
          typeLabel
          status
          dueAt
        }
        supportCount
        createdAt
        naming
        authorName
        isOnBehalf
        consent
        raiserCount
        screeningDueAt
        revisedAt
        rejection
        referredTo
        caseClass
        outcome
        suspensionDocument
        topics
        regroupedAt
        held {
          by
          until
          isMine
        }
        goesOnIn {
          id
          number
          title
          status
        }
        mergedFrom {
          id
          number
          title
          status
        }
        splitFrom {
          id
          number
          title
          status
        }
        copiedFrom {
          id
          number
          title
          status
        }
        parts {
          id
          number
          title
          status
        }
        proposedParts {
          title
          body
        }
        attachments {
          id
          name
          type
          size
          at
          url
          hiddenFor
        }
        comments {
          id
          version
          status
          authorName
          isOfficial
          body
          at
          hiddenFor
          addressedTo {
            id
            title
          }
          offers {
            action
            label
            needsReason
            blocked
          }
        }
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
        lifts {
          id
          title
          door
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

type NodeOf<C extends { edges: readonly { node: unknown }[] }> = C['edges'][number]['node']

export type IssueRow = NodeOf<ResultOf<typeof issuesQuery>['issues']>
export type IssueCard = NodeOf<ResultOf<typeof issueBoardQuery>['issues']>
export type IssuesAsked = VariablesOf<typeof issuesQuery>
export type IssueWhole = NonNullable<ResultOf<typeof issueQuery>['issue']>
export type IssueStatus = IssueWhole['status']
export type IssueAction = IssueWhole['offers'][number]['action']
export type IssueScope = NonNullable<IssueWhole['scope']>
export type RejectionCode = NonNullable<IssueWhole['rejectionCode']>
export type CaseClass = NonNullable<IssueWhole['caseClass']>
export type Attachment = IssueWhole['attachments'][number]
export type IssueComment = IssueWhole['comments'][number]
export type NearIssue = NonNullable<IssueWhole['goesOnIn']>
