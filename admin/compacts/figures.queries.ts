// Dashboards: what their page asks of the API, and the list behind a number.
import { graphql, type ResultOf } from '../app/graphql.ts'

export const figuresQuery = graphql(`
  query DeliberationFigures($division: ID!, $from: String!, $to: String!) {
    issueFigures(division: $division, from: $from, to: $to) {
      stages {
        status
        standing
        late
        left
        median
        ninetieth
        due
        onTime
      }
      replies {
        due
        onTime
      }
    }
    participationFigures(division: $division, from: $from, to: $to) {
      issues
      meetings
      votes
      eligible
      took
      bands {
        band
        eligible
        took
      }
      division {
        code
        name
      }
    }
  }
`)

export const measuredQuery = graphql(`
  query MeasuredIssues($filter: IssueFilter, $first: Int!, $after: String) {
    issues(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          number
          title
          status
          submittedAt
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

export type StageFigures = ResultOf<typeof figuresQuery>['issueFigures']['stages'][number]
export type Participation = ResultOf<typeof figuresQuery>['participationFigures'][number]
export type MeasuredRow = ResultOf<typeof measuredQuery>['issues']['edges'][number]['node']
