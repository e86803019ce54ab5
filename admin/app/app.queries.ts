// What the frame itself asks: who is signed in, and the divisions below a place, and what they keep.
import { graphql } from './graphql.ts'

export const eventParts = graphql(`
  fragment EventParts on Event @_unmask {
    id
    version
    action
    label
    from
    to
    by
    role
    at
    reason
    details {
      label
      before
      after
      unit
    }
    hash
  }
`)

export const meQuery = graphql(`
  query Me {
    me {
      id
      name
      grants {
        id
        role
        label
        division {
          code
          name
        }
      }
    }
  }
`)

export const placesBelowQuery = graphql(`
  query PlacesBelow($parent: ID!, $after: String) {
    divisions(filter: { parent: $parent }, first: 100, after: $after) {
      edges {
        node {
          code
          name
          kind
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

export const findPlacesQuery = graphql(`
  query FindPlaces($search: String!) {
    divisions(filter: { search: $search }, first: 20) {
      edges {
        node {
          code
          name
          kind
          path
        }
      }
    }
  }
`)

export const keptQuery = graphql(`
  query Kept($prefix: String!) {
    preferences(prefix: $prefix) {
      key
      value
    }
  }
`)

export const keepMutation = graphql(`
  mutation Keep($key: String!, $value: String!) {
    setPreference(key: $key, value: $value) {
      key
    }
  }
`)

export const draftQuery = graphql(`
  query Draft($key: String!) {
    draft(key: $key) {
      value
      savedAt
    }
  }
`)

export const keepDraftMutation = graphql(`
  mutation KeepDraft($key: String!, $value: String!) {
    keepDraft(key: $key, value: $value) {
      key
      savedAt
    }
  }
`)

export const dropDraftMutation = graphql(`
  mutation DropDraft($key: String!) {
    dropDraft(key: $key)
  }
`)
