// Versions of lists beside each other, and what anyone may read of them: what these pages ask of the API.
import { graphql } from '../app/graphql.ts'
import { itemParts } from './list.queries.ts'

/** The versions of one list, latest first, to choose what to compare with. */
export const versionsQuery = graphql(`
  query DutyListVersions($at: ID!, $type: [DutyListType!]) {
    dutyListVersions(filter: { at: $at, type: $type }, first: 50) {
      edges {
        node {
          id
          year
          number
          status
          effectiveOn
        }
      }
    }
  }
`)

export const differenceQuery = graphql(
  `
    query DutyListDifference($before: ID!, $after: ID!) {
      dutyListDifference(before: $before, after: $after) {
        unchanged
        before {
          id
          year
          number
          documentNumber
          effectiveOn
        }
        after {
          id
          year
          number
          documentNumber
          effectiveOn
        }
        added {
          ...ItemParts
        }
        withdrawn {
          ...ItemParts
        }
        changed {
          after {
            id
            code
            name
          }
          changes {
            key
            label
            before
            after
          }
        }
      }
    }
  `,
  [itemParts],
)

/** What anyone may read of a division: its lists in force, and those that are public and wait for their day. */
export const openListsQuery = graphql(
  `
    query OpenLists($at: ID!) {
      division(code: $at) {
        code
        name
        path
      }
      dutyListVersions(filter: { at: $at, status: [IN_FORCE, PUBLISHED] }, first: 20) {
        edges {
          node {
            id
            year
            number
            status
            documentNumber
            publishedAt
            effectiveOn
            list {
              type
            }
            items {
              ...ItemParts
            }
          }
        }
      }
    }
  `,
  [itemParts],
)
