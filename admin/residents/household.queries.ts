// Households: what their pages ask of the API.
import { eventParts } from '../app/app.queries.ts'
import { graphql, type ResultOf } from '../app/graphql.ts'

export const householdsQuery = graphql(`
  query Households($division: ID, $first: Int!, $after: String) {
    households(division: $division, first: $first, after: $after) {
      edges {
        node {
          id
          division {
            code
            name
          }
          dwelling {
            id
            address
            room
          }
          members {
            id
            name
            relation
          }
          representative {
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

export const householdQuery = graphql(
  `
    query HouseholdPage($id: ID!) {
      household(id: $id) {
        id
        version
        createdAt
        division {
          code
          name
        }
        dwelling {
          id
          address
          room
          building {
            id
            address
          }
        }
        members {
          id
          name
          sex
          age
          idNumber
          phone
          address
          residence
          relation
          endedAs
        }
        representative {
          id
          name
        }
        events {
          ...EventParts
        }
      }
    }
  `,
  [eventParts],
)

export const createHouseholdMutation = graphql(`
  mutation CreateHousehold($input: HouseholdInput!) {
    createHousehold(input: $input) {
      id
    }
  }
`)

export const nameRepresentativeMutation = graphql(`
  mutation NameHouseholdRepresentative($id: ID!, $expectedVersion: Int!, $resident: ID!) {
    nameHouseholdRepresentative(id: $id, expectedVersion: $expectedVersion, resident: $resident) {
      id
      version
    }
  }
`)

type NodeOf<C extends { edges: readonly { node: unknown }[] }> = C['edges'][number]['node']

export type HouseholdRow = NodeOf<ResultOf<typeof householdsQuery>['households']>
export type HouseholdWhole = NonNullable<ResultOf<typeof householdQuery>['household']>
