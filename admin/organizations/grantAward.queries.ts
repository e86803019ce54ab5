// Awards: agreements, their instalments and what is raised about them; what their pages ask of the API.
import { eventParts } from '../app/app.queries.ts'
import { graphql, type ResultOf } from '../app/graphql.ts'

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
  [eventParts],
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

export const objectionsQuery = graphql(`
  query GrantObjections($filter: GrantObjectionFilter, $first: Int!, $after: String) {
    grantObjections(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          version
          status
          by
          body
          createdAt
          application {
            id
            title
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

/** What an organisation has to do with grants. */
export const mineQuery = graphql(`
  query MyGrants {
    microGrantRounds(filter: { status: [ANNOUNCED, OPEN] }, first: 50) {
      edges {
        node {
          id
          title
          status
          cap
          opensOn
          closesOn
          eligibility {
            code
            label
            isMet
            says
          }
        }
      }
    }
    grantApplications(first: 50) {
      edges {
        node {
          id
          status
          title
          amount
          awarded
          dueAt
          round {
            id
            title
          }
        }
      }
    }
    grantAgreements(first: 50) {
      edges {
        node {
          id
          number
          title
          status
          award
          paid
          demanded
          returned
          dueAt
          reports {
            id
            kind
            dueOn
            extendedTo
            submittedAt
          }
        }
      }
    }
  }
`)

export const actOnAgreementMutation = graphql(`
  mutation ActOnGrantAgreement($id: ID!, $action: GrantAgreementAction!, $expectedVersion: Int!, $reason: String) {
    actOnGrantAgreement(id: $id, action: $action, expectedVersion: $expectedVersion, reason: $reason) {
      id
      version
      status
    }
  }
`)

export const reportMutation = graphql(`
  mutation ReportOnGrant($id: ID!, $expectedVersion: Int!, $input: GrantReportInput!) {
    reportOnGrant(id: $id, expectedVersion: $expectedVersion, input: $input) {
      id
      version
      status
    }
  }
`)

export const passMutation = graphql(`
  mutation PassGrant($id: ID!, $expectedVersion: Int!, $result: GrantEvaluationResult!) {
    passGrant(id: $id, expectedVersion: $expectedVersion, result: $result) {
      id
      version
      status
    }
  }
`)

export const returnMutation = graphql(`
  mutation RecordGrantReturn($id: ID!, $expectedVersion: Int!, $input: GrantReturnInput!) {
    recordGrantReturn(id: $id, expectedVersion: $expectedVersion, input: $input) {
      id
      version
      status
    }
  }
`)

export const actOnInstalmentMutation = graphql(`
  mutation ActOnGrantInstalment($id: ID!, $action: GrantInstalmentAction!, $expectedVersion: Int!, $reason: String) {
    actOnGrantInstalment(id: $id, action: $action, expectedVersion: $expectedVersion, reason: $reason) {
      id
      version
      status
    }
  }
`)

export const payMutation = graphql(`
  mutation PayGrantInstalment($id: ID!, $expectedVersion: Int!, $voucher: String!, $paidOn: String!) {
    payGrantInstalment(id: $id, expectedVersion: $expectedVersion, voucher: $voucher, paidOn: $paidOn) {
      id
      version
      status
    }
  }
`)

export const actOnObjectionMutation = graphql(`
  mutation ActOnGrantObjection($id: ID!, $action: GrantObjectionAction!, $expectedVersion: Int!, $reason: String) {
    actOnGrantObjection(id: $id, action: $action, expectedVersion: $expectedVersion, reason: $reason) {
      id
      version
      status
    }
  }
`)

export const askChangeMutation = graphql(`
  mutation AskGrantChange($agreement: ID!, $input: GrantChangeInput!) {
    askGrantChange(agreement: $agreement, input: $input) {
      id
      version
      status
    }
  }
`)

export const actOnChangeMutation = graphql(`
  mutation ActOnGrantChange($id: ID!, $action: GrantChangeAction!, $expectedVersion: Int!, $reason: String) {
    actOnGrantChange(id: $id, action: $action, expectedVersion: $expectedVersion, reason: $reason) {
      id
      version
      status
    }
  }
`)

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
export type ObjectionRow = NodeOf<ResultOf<typeof objectionsQuery>['grantObjections']>
export type ObjectionStatus = ObjectionRow['status']
export type ObjectionAction = ObjectionRow['offers'][number]['action']
