// Saved views: what is asked about them.
import { graphql, type ResultOf } from './graphql.ts'

export const savedViewsQuery = graphql(`
  query SavedViews {
    savedViews {
      id
      version
      list
      name
      state
      audience
      role
      by
      isMine
      mayDrop
      division {
        code
        name
      }
    }
  }
`)

export const saveViewMutation = graphql(`
  mutation SaveView($input: SavedViewInput!) {
    saveView(input: $input) {
      id
    }
  }
`)

export const reviseViewMutation = graphql(`
  mutation ReviseView($id: ID!, $expectedVersion: Int!, $input: SavedViewInput!) {
    reviseView(id: $id, expectedVersion: $expectedVersion, input: $input) {
      id
    }
  }
`)

export const dropViewMutation = graphql(`
  mutation DropView($id: ID!, $expectedVersion: Int!) {
    dropView(id: $id, expectedVersion: $expectedVersion)
  }
`)

export type SavedView = ResultOf<typeof savedViewsQuery>['savedViews'][number]
