// Lists of duties, their versions and items: what their pages ask of the API.
import { eventParts } from '../app/app.queries.ts'
import { graphql, type ResultOf } from '../app/graphql.ts'

export const itemParts = graphql(`
  fragment ItemParts on DutyItem {
    id
    code
    name
    category
    performer
    content
    standard
    frequency
    timeLimit
    status
    funding
    accountingUnit
    validTo
    department {
      id
      name
    }
    origin {
      id
      division {
        name
      }
    }
    bases {
      citation
      level
      inForceFrom
      inForceTo
      link
      isInForce
    }
  }
`)

export const dutyListsQuery = graphql(`
  query DutyLists($filter: DutyListFilter, $first: Int!, $after: String) {
    dutyListVersions(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          year
          number
          status
          documentNumber
          effectiveOn
          dueAt
          itemCount
          list {
            type
          }
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

export const dutyListQuery = graphql(
  `
    query DutyListPage($id: ID!) {
      dutyListVersion(id: $id) {
        id
        version
        status
        year
        number
        dueAt
        solicitedAt
        deliberation
        deliberatedAt
        documentNumber
        publishedAt
        effectiveOn
        inForceAt
        endedAt
        list {
          type
        }
        division {
          code
          name
        }
        basedOn {
          id
          year
          number
        }
        parent {
          id
          year
          number
          division {
            name
          }
        }
        gaps {
          baseless
          ownerless
          stale
          unfunded
        }
        items {
          ...ItemParts
        }
        opinions {
          id
          itemCode
          by
          body
          at
          answer
          answeredAt
        }
        waiting {
          for
          since
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
  [itemParts, eventParts],
)

/** The rows of the sheet in which lists are exchanged. */
export const exchangeQuery = graphql(`
  query DutyExchange($filter: DutyItemFilter, $first: Int!, $after: String) {
    dutyItems(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          name
          exchange {
            key
            label
            value
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

export const itemForFormQuery = graphql(`
  query DutyItemForm($id: ID!) {
    dutyItem(id: $id) {
      id
      code
      name
      category
      performer
      partners
      content
      standard
      frequency
      timeLimit
      materials
      fundingSource
      funding
      accountingUnit
      staffing
      validFrom
      validTo
      admissionDocument
      remark
      department {
        id
      }
      bases {
        law
        article
        level
        inForceFrom
        inForceTo
        link
      }
    }
  }
`)

export const departmentsQuery = graphql(`
  query Departments($division: ID) {
    departments(filter: { division: $division }, first: 100) {
      edges {
        node {
          id
          name
        }
      }
    }
  }
`)

export const sheetReportQuery = graphql(`
  query DutySheetReport($listVersion: ID!, $rows: [[String!]!]!) {
    dutySheetReport(listVersion: $listVersion, rows: $rows) {
      problem
      rows {
        line
        code
        name
        effect
        problems {
          column
          reason
        }
      }
    }
  }
`)

type NodeOf<C extends { edges: readonly { node: unknown }[] }> = C['edges'][number]['node']

export type ListRow = NodeOf<ResultOf<typeof dutyListsQuery>['dutyListVersions']>
export type ListWhole = NonNullable<ResultOf<typeof dutyListQuery>['dutyListVersion']>
export type ItemRow = ListWhole['items'][number]
export type ItemForForm = NonNullable<ResultOf<typeof itemForFormQuery>['dutyItem']>
export type ExchangeRow = NodeOf<ResultOf<typeof exchangeQuery>['dutyItems']>
export type SheetReport = ResultOf<typeof sheetReportQuery>['dutySheetReport']
export type VersionStatus = ListWhole['status']
export type VersionAction = ListWhole['offers'][number]['action']
export type ListType = ListWhole['list']['type']
export type ItemStatus = ItemRow['status']
export type Category = ItemRow['category']
export type Performer = ItemRow['performer']
export type BasisLevel = ItemForForm['bases'][number]['level']
