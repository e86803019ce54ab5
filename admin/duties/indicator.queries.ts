// Indicators: what their page asks of the API.
import { graphql, type ResultOf } from '../app/graphql.ts'

export const indicatorsQuery = graphql(`
  query DutyIndicators($division: ID!, $from: String!, $to: String!, $by: DutyIndicatorBy!) {
    dutyIndicators(division: $division, from: $from, to: $to, by: $by) {
      department {
        id
        name
      }
      town {
        code
        name
      }
      matters
      tasks
      attempts
      fundingDue
      fundingOnTime
      dataTasks
      repeated
    }
  }
`)

export type IndicatorRow = ResultOf<typeof indicatorsQuery>['dutyIndicators'][number]

export const mattersQuery = graphql(`
  query MattersListed($filter: DutyItemFilter, $first: Int!, $after: String) {
    dutyItems(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          code
          name
          division {
            code
            name
          }
          department {
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

export type MatterRow = ResultOf<typeof mattersQuery>['dutyItems']['edges'][number]['node']
