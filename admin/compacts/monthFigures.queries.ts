// Figures of a month: what their page asks of the API, with every subdistrict there is.
import { graphql, type ResultOf } from '../app/graphql.ts'

export const monthFiguresQuery = graphql(`
  query MonthFigures($division: ID!, $month: String!) {
    monthFigures(division: $division, month: $month) {
      month
      raised
      decided
      due
      onTime
      evaluated
      satisfied
      keptAt
      division {
        code
        name
      }
    }
    divisions(filter: { within: $division, kinds: [SUBDISTRICT, TOWN, TOWNSHIP, SPECIAL_AREA] }, first: 100) {
      edges {
        node {
          code
          name
        }
      }
    }
  }
`)

export type MonthRow = Omit<ResultOf<typeof monthFiguresQuery>['monthFigures'][number], 'month' | 'keptAt'>
