// Issues and people looked for while a form is filled in.
import { graphql } from '../app/graphql.ts'

export const similarIssuesQuery = graphql(`
  query SimilarIssues($division: ID!, $title: String!) {
    similarIssues(division: $division, title: $title) {
      id
      number
      title
      status
      supportCount
    }
  }
`)

/** Issues another may be merged into. */
export const findTargetsQuery = graphql(`
  query FindTargets($division: ID!, $text: String!) {
    issues(filter: { division: $division, text: $text, status: [SUBMITTED, DELIBERATING] }, orderBy: NEWEST, first: 10) {
      edges {
        node {
          id
          number
          title
        }
      }
    }
  }
`)

export const findAuthorsQuery = graphql(`
  query FindAuthors($name: String!, $division: ID) {
    residents(filter: { name: $name, division: $division }, first: 10) {
      edges {
        node {
          id
          name
          address
        }
      }
    }
  }
`)
