// What waits for somebody: to-dos and messages.
import { graphql, type ResultOf } from '../app/graphql.ts'

export const todosQuery = graphql(`
  query Todos($filter: TodoFilter, $first: Int!, $after: String) {
    todos(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          stream
          type
          title
          statusLabel
          dueAt
          since
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
    todoCounts {
      total
      overdue
      soon
    }
  }
`)

export const messagesQuery = graphql(`
  query Messages($unread: Boolean, $first: Int!, $after: String) {
    messages(unread: $unread, first: $first, after: $after) {
      edges {
        node {
          id
          title
          type
          stream
          at
          readAt
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

export const readMessagesMutation = graphql(`
  mutation ReadMessages($ids: [ID!]) {
    readMessages(ids: $ids)
  }
`)

type NodeOf<C extends { edges: readonly { node: unknown }[] }> = C['edges'][number]['node']

export type Todo = NodeOf<ResultOf<typeof todosQuery>['todos']>
export type Message = NodeOf<ResultOf<typeof messagesQuery>['messages']>
