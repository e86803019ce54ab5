// The departments, with what is needed to enter and revise them.
import { graphql, type ResultOf } from '../app/graphql.ts'

export const departmentPageQuery = graphql(`
  query DepartmentPage($filter: DepartmentFilter, $first: Int!, $after: String) {
    departments(filter: $filter, first: $first, after: $after) {
      totalCount
      edges {
        node {
          id
          version
          name
          code
          level
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
    }
  }
`)

export const createDepartmentMutation = graphql(`
  mutation CreateDepartment($division: ID!, $input: DepartmentInput!) {
    createDepartment(division: $division, input: $input) {
      id
    }
  }
`)

export const reviseDepartmentMutation = graphql(`
  mutation ReviseDepartment($id: ID!, $expectedVersion: Int!, $input: DepartmentInput!) {
    reviseDepartment(id: $id, expectedVersion: $expectedVersion, input: $input) {
      id
      version
      name
      code
      level
    }
  }
`)

type NodeOf<C extends { edges: readonly { node: unknown }[] }> = C['edges'][number]['node']

export type DepartmentRow = NodeOf<ResultOf<typeof departmentPageQuery>['departments']>
export type DepartmentLevel = DepartmentRow['level']
