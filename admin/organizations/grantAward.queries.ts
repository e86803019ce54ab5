// Awards: agreements, their instalments and what is raised about them; what their pages ask of the API.
import { eventParts } from '../app/app.queries.ts'
import { graphql, type ResultOf } from '../app/graphql.ts'
import { enclosureParts } from './enclosure.queries.ts'

export const agreementsQuery = graphql(`
  query GrantAgreements($filter: GrantAgreementFilter, $first: Int!, $after: String) {
    grantAgreements(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          number
          title
          status
          field
          award
          paid
          dueAt
          round {
            id
            title
          }
          organization {
            id
            name
          }
          place {
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

export const agreementQuery = graphql(
  `
    query GrantAgreementPage($id: ID!) {
      grantAgreement(id: $id) {
        id
        version
        status
        number
        title
        field
        award
        firstAward
        paid
        returned
        demanded
        spent
        result
        startsOn
        endsOn
        signedAt
        runningAt
        dueAt
        round {
          id
          title
        }
        application {
          id
        }
        organization {
          id
          name
        }
        place {
          code
          name
        }
        instalments {
          id
          version
          status
          number
          amount
          condition
          voucher
          paidOn
          offers {
            action
            label
            to
            needsReason
            carries
            seals
            blocked
          }
        }
        reports {
          id
          kind
          dueOn
          extendedTo
          submittedAt
          body
          beneficiaries
          spent
          enclosures {
            ...EnclosureParts
          }
        }
        returns {
          id
          amount
          voucher
          returnedOn
        }
        changes {
          id
          version
          status
          kind
          body
          extendTo
          award
          createdAt
          offers {
            action
            label
            to
            needsReason
            carries
            seals
            blocked
          }
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
  [enclosureParts, eventParts],
)

export const instalmentsQuery = graphql(`
  query GrantInstalments($filter: GrantInstalmentFilter, $first: Int!, $after: String) {
    grantInstalments(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          status
          number
          amount
          condition
          voucher
          paidOn
          agreement {
            id
            number
            title
            organization {
              id
              name
            }
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

export const instalmentQuery = graphql(
  `
    query GrantInstalmentPage($id: ID!) {
      grantInstalment(id: $id) {
        id
        version
        status
        number
        amount
        condition
        agreement {
          id
          number
          title
          organization {
            id
            name
          }
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
  [eventParts],
)

type NodeOf<C extends { edges: readonly { node: unknown }[] }> = C['edges'][number]['node']

export type AgreementRow = NodeOf<ResultOf<typeof agreementsQuery>['grantAgreements']>
export type AgreementWhole = NonNullable<ResultOf<typeof agreementQuery>['grantAgreement']>
export type AgreementStatus = AgreementWhole['status']
export type AgreementAction = AgreementWhole['offers'][number]['action']
export type ChangeWhole = AgreementWhole['changes'][number]
export type ChangeAction = ChangeWhole['offers'][number]['action']
export type InstalmentRow = NodeOf<ResultOf<typeof instalmentsQuery>['grantInstalments']>
export type InstalmentWhole = NonNullable<ResultOf<typeof instalmentQuery>['grantInstalment']>
export type InstalmentStatus = InstalmentWhole['status']
export type InstalmentAction = InstalmentWhole['offers'][number]['action']
