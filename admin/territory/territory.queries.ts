// What the territory pages ask of the API, and the types named from it.
import { eventParts } from '../app/app.queries.ts'
import { graphql, type ResultOf } from '../app/graphql.ts'

export const divisionsQuery = graphql(`
  query Divisions($filter: DivisionFilter, $orderBy: DivisionOrder!, $first: Int!, $after: String) {
    divisions(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      edges {
        node {
          code
          name
          kind
          path
          pinyin
          validFrom
          validTo
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

export const divisionQuery = graphql(
  `
    query DivisionPage($code: ID!) {
      division(code: $code) {
        code
        version
        name
        kind
        path
        pinyin
        initials
        validFrom
        validTo
        predecessors
        parent {
          code
          name
        }
        children {
          code
          name
          kind
        }
        community {
          id
          name
        }
        grids {
          id
          code
          name
        }
        cells {
          id
          name
        }
        events {
          ...EventParts
        }
      }
      buildings(filter: { division: $code }, first: 1) {
        totalCount
      }
      communities(town: $code) {
        id
        name
        committees {
          code
          name
        }
      }
    }
  `,
  [eventParts],
)

export const createGridMutation = graphql(`
  mutation CreateGrid($division: ID!, $name: String!) {
    createGrid(division: $division, name: $name) {
      id
      code
      name
    }
  }
`)

export const createCellMutation = graphql(`
  mutation CreateCell($division: ID!, $input: CellInput!) {
    createCell(division: $division, input: $input) {
      id
      name
    }
  }
`)

export const buildingsQuery = graphql(`
  query Buildings($filter: BuildingFilter, $first: Int!, $after: String) {
    buildings(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          address
          codeEpoch
          createdAt
          division {
            code
            name
          }
          grid {
            id
            name
          }
          cell {
            id
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

export const buildingQuery = graphql(
  `
    query BuildingPage($id: ID!) {
      building(id: $id) {
        id
        version
        address
        codeEpoch
        createdAt
        division {
          code
          name
          path
        }
        grid {
          id
          code
          name
        }
        cell {
          id
          name
        }
        events {
          ...EventParts
        }
      }
    }
  `,
  [eventParts],
)

export const buildingCodeQuery = graphql(`
  query BuildingCode($id: ID!) {
    building(id: $id) {
      id
      address
      qrSvg
      qrUrl
      division {
        code
        name
      }
    }
  }
`)

export const buildingCodesQuery = graphql(`
  query BuildingCodes($filter: BuildingFilter, $first: Int!, $after: String) {
    buildings(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          address
          qrSvg
          division {
            code
            name
          }
        }
      }
    }
  }
`)

export const placesWithinQuery = graphql(`
  query PlacesWithin($division: ID!) {
    division(code: $division) {
      code
      grids {
        id
        code
        name
      }
      cells {
        id
        name
      }
    }
  }
`)

export const createBuildingMutation = graphql(`
  mutation CreateBuilding($division: ID!, $input: BuildingInput!) {
    createBuilding(division: $division, input: $input) {
      id
      address
    }
  }
`)

export const reviseBuildingMutation = graphql(`
  mutation ReviseBuilding($id: ID!, $expectedVersion: Int!, $input: BuildingInput!) {
    reviseBuilding(id: $id, expectedVersion: $expectedVersion, input: $input) {
      id
      version
      address
    }
  }
`)

export const renewCodeMutation = graphql(`
  mutation RenewBuildingCode($id: ID!, $expectedVersion: Int!) {
    renewBuildingCode(id: $id, expectedVersion: $expectedVersion) {
      id
      version
      codeEpoch
    }
  }
`)

export const doorQuery = graphql(`
  query Door($code: String!) {
    buildingByCode(code: $code) {
      path
      committee {
        code
        name
      }
      grid {
        id
        name
      }
    }
  }
`)

type NodeOf<C extends { edges: readonly { node: unknown }[] }> = C['edges'][number]['node']

type DivisionNode = NodeOf<ResultOf<typeof divisionsQuery>['divisions']>
/** A table row: a division is known by its code. */
export type DivisionRow = DivisionNode & { readonly id: string }
export type DivisionKind = DivisionNode['kind']
export type BuildingRow = NodeOf<ResultOf<typeof buildingsQuery>['buildings']>
export type BuildingWhole = NonNullable<ResultOf<typeof buildingQuery>['building']>
export type BuildingCode = NodeOf<ResultOf<typeof buildingCodesQuery>['buildings']>
