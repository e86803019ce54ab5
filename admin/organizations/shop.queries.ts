// Service shops: what their pages ask of the API.
import { eventParts } from '../app/app.queries.ts'
import { graphql, type ResultOf } from '../app/graphql.ts'

export const shopsQuery = graphql(`
  query ServiceShops($filter: ShopFilter, $first: Int!, $after: String) {
    serviceShops(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          status
          name
          field
          goods
          hotline
          createdAt
          division {
            code
            name
          }
          organization {
            id
            name
            code
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

export const shopQuery = graphql(
  `
    query ServiceShopPage($id: ID!) {
      serviceShop(id: $id) {
        id
        version
        status
        name
        intro
        field
        goods
        hotline
        createdAt
        division {
          code
          name
          path
        }
        organization {
          id
          name
          code
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

export const actOnShopMutation = graphql(`
  mutation ActOnServiceShop($id: ID!, $action: ServiceShopAction!, $expectedVersion: Int!, $reason: String) {
    actOnServiceShop(id: $id, action: $action, expectedVersion: $expectedVersion, reason: $reason) {
      id
      version
      status
    }
  }
`)

export const createShopMutation = graphql(`
  mutation CreateServiceShop($input: ShopInput!) {
    createServiceShop(input: $input) {
      id
    }
  }
`)

export const reviseShopMutation = graphql(`
  mutation ReviseServiceShop($id: ID!, $expectedVersion: Int!, $input: ShopInput!) {
    reviseServiceShop(id: $id, expectedVersion: $expectedVersion, input: $input) {
      id
      version
      status
    }
  }
`)

type NodeOf<C extends { edges: readonly { node: unknown }[] }> = C['edges'][number]['node']

export type ShopRow = NodeOf<ResultOf<typeof shopsQuery>['serviceShops']>
export type ShopWhole = NonNullable<ResultOf<typeof shopQuery>['serviceShop']>
export type ShopStatus = ShopRow['status']
export type ShopAction = ShopWhole['offers'][number]['action']
