// What work in the background asks of the API beside the lists it reads.
import { graphql } from '../graphql.ts'

export const recordExportMutation = graphql(`
  mutation RecordExport($input: ExportInput!) {
    recordExport(input: $input) {
      id
      number
      by
      at
    }
  }
`)
