// What the frame itself asks: who is signed in, and the divisions below a place.
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
