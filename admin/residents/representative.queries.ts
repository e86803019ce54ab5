// Residents' representatives: what their page asks of the API.
import { graphql } from '../app/graphql.ts'

export const representativesQuery = graphql(`
  query Representatives($division: ID!) {
    representatives(division: $division) {
      id
      group
      validFrom
      validTo
      resident {
        id
        name
      }
    }
  }
`)
