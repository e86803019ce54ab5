// Residents: what their pages ask of the API.
import { eventParts } from '../app/app.queries.ts'
import { graphql, type ResultOf } from '../app/graphql.ts'

export const residentsQuery = graphql(`
  query Residents($filter: ResidentFilter, $first: Int!, $after: String) {
    residents(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          name
          sex
          age
          idNumber
          phone
          address
          residence
          relation
          endedAs
          division {
            code
            name
          }
          household {
            id
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

export const countsQuery = graphql(`
  query ResidentCounts($division: ID!) {
    residentCounts(division: $division) {
      households
      residents
      adults
      children
      elders
      migrants
    }
  }
`)

export const residentQuery = graphql(
  `
    query ResidentPage($id: ID!) {
      resident(id: $id) {
        id
        name
        sex
        age
        idNumber
        phone
        address
        residence
        relation
        endedAs
        version
        paper
        birthDate
        endedOn
        createdAt
        division {
          code
          name
        }
        household {
          id
          dwelling {
            id
            address
            room
          }
        }
        guardians {
          id
          name
          phone
          endedOn
          resident {
            id
            name
          }
        }
        terms {
          id
          version
          group
          validFrom
          validTo
        }
        events {
          ...EventParts
        }
      }
    }
  `,
  [eventParts],
)

export const createResidentMutation = graphql(`
  mutation CreateResident($input: CreateResidentInput!) {
    createResident(input: $input) {
      id
      name
    }
  }
`)

export const reviseResidentMutation = graphql(`
  mutation ReviseResident($id: ID!, $expectedVersion: Int!, $input: ReviseResidentInput!) {
    reviseResident(id: $id, expectedVersion: $expectedVersion, input: $input) {
      id
      version
    }
  }
`)

export const endResidentMutation = graphql(`
  mutation EndResident($id: ID!, $expectedVersion: Int!, $input: EndResidentInput!) {
    endResident(id: $id, expectedVersion: $expectedVersion, input: $input) {
      id
      version
    }
  }
`)

export const enterGuardianMutation = graphql(`
  mutation EnterGuardian($ward: ID!, $expectedVersion: Int!, $input: GuardianInput!) {
    enterGuardian(ward: $ward, expectedVersion: $expectedVersion, input: $input) {
      id
    }
  }
`)

export const appointMutation = graphql(`
  mutation AppointRepresentative($input: TermInput!) {
    appointRepresentative(input: $input) {
      id
    }
  }
`)

type NodeOf<C extends { edges: readonly { node: unknown }[] }> = C['edges'][number]['node']

export type ResidentRow = NodeOf<ResultOf<typeof residentsQuery>['residents']>
export type ResidentWhole = NonNullable<ResultOf<typeof residentQuery>['resident']>
export type Residence = ResidentWhole['residence']
export type Relation = ResidentWhole['relation']
export type Paper = ResidentWhole['paper']
export type Ending = NonNullable<ResidentWhole['endedAs']>
