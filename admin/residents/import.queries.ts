// Imports of residents: what their pages ask of the API.
import { eventParts } from '../app/app.queries.ts'
import { graphql, type ResultOf } from '../app/graphql.ts'

export const importRunsQuery = graphql(`
  query ImportRuns($division: ID, $first: Int!, $after: String) {
    importRuns(division: $division, first: $first, after: $after) {
      edges {
        node {
          id
          fileName
          status
          rows
          done
          valid
          invalid
          created
          updated
          unchanged
          createdAt
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
  }
`)

export const importRunQuery = graphql(
  `
    query ImportRunPage($id: ID!) {
      importRun(id: $id) {
        id
        version
        status
        fileName
        parts
        received
        rows
        done
        valid
        invalid
        created
        updated
        unchanged
        problem
        headings
        columns {
          name
          required
          hint
          heading
        }
        createdAt
        division {
          code
          name
        }
        errors(first: 50) {
          line
          errors {
            column
            reason
          }
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

export const templateQuery = graphql(`
  query ResidentImportTemplate {
    residentImportTemplate {
      fileName
      content
    }
  }
`)

export const importErrorsQuery = graphql(`
  query ImportErrors($id: ID!) {
    importErrors(id: $id) {
      fileName
      content
    }
  }
`)

export const createImportMutation = graphql(`
  mutation CreateImportRun($input: ImportRunInput!) {
    createImportRun(input: $input) {
      id
      version
    }
  }
`)

export const addPartMutation = graphql(`
  mutation AddImportPart($id: ID!, $place: Int!, $content: String!) {
    addImportPart(id: $id, place: $place, content: $content) {
      id
      version
      received
    }
  }
`)

export const actOnImportMutation = graphql(`
  mutation ActOnImportRun($id: ID!, $action: ImportRunAction!, $expectedVersion: Int!) {
    actOnImportRun(id: $id, action: $action, expectedVersion: $expectedVersion) {
      id
      version
      status
    }
  }
`)

export const matchColumnsMutation = graphql(`
  mutation MatchImportColumns($id: ID!, $expectedVersion: Int!, $columns: [MatchedColumn!]!) {
    matchImportColumns(id: $id, expectedVersion: $expectedVersion, columns: $columns) {
      id
      version
      status
    }
  }
`)

type NodeOf<C extends { edges: readonly { node: unknown }[] }> = C['edges'][number]['node']

export type ImportRunRow = NodeOf<ResultOf<typeof importRunsQuery>['importRuns']>
export type ImportRunWhole = NonNullable<ResultOf<typeof importRunQuery>['importRun']>
export type ImportRunStatus = ImportRunWhole['status']
export type ImportRunAction = ImportRunWhole['offers'][number]['action']
