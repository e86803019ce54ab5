// Files that go with applications, reports and entries: what pages ask of the API.
import { graphql, type ResultOf } from '../app/graphql.ts'

export const enclosureParts = graphql(`
  fragment EnclosureParts on Enclosure @_unmask {
    id
    name
    type
    size
    evidence
    at
    url
  }
`)

export const attachMutation = graphql(`
  mutation AttachToGrantApplication($id: ID!, $expectedVersion: Int!, $file: String!) {
    attachToGrantApplication(id: $id, expectedVersion: $expectedVersion, file: $file) {
      id
      version
      status
    }
  }
`)

export const detachMutation = graphql(`
  mutation DetachFromGrantApplication($id: ID!, $expectedVersion: Int!, $enclosure: ID!) {
    detachFromGrantApplication(id: $id, expectedVersion: $expectedVersion, enclosure: $enclosure) {
      id
      version
      status
    }
  }
`)

export type Enclosure = ResultOf<typeof enclosureParts>
