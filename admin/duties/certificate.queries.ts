// Certificates: what their pages ask of the API.
import { eventParts } from '../app/app.queries.ts'
import { graphql, type ResultOf } from '../app/graphql.ts'

export const certificatesQuery = graphql(`
  query CertificateRequests($filter: CertificateFilter, $first: Int!, $after: String) {
    certificateRequests(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          status
          matter
          name
          receiver
          purpose
          number
          isListed
          dueAt
          createdAt
          decidedAt
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

export const certificateQuery = graphql(
  `
    query CertificateRequestPage($id: ID!) {
      certificateRequest(id: $id) {
        id
        version
        status
        matter
        name
        receiver
        purpose
        number
        isListed
        article
        facts
        refusal
        referral
        dueAt
        createdAt
        decidedAt
        division {
          code
          name
          path
        }
        item {
          id
          code
          name
          content
          bases {
            law
            article
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

export const certifiableQuery = graphql(`
  query CertifiableMatters($division: ID!) {
    certifiable(division: $division) {
      id
      code
      name
    }
  }
`)

export const requestCertificateMutation = graphql(`
  mutation RequestCertificate($input: CertificateInput!) {
    requestCertificate(input: $input) {
      id
    }
  }
`)

export const issueCertificateMutation = graphql(`
  mutation IssueCertificate($id: ID!, $expectedVersion: Int!, $facts: String!) {
    issueCertificate(id: $id, expectedVersion: $expectedVersion, facts: $facts) {
      id
      version
      status
    }
  }
`)

export const refuseCertificateMutation = graphql(`
  mutation RefuseCertificate($id: ID!, $expectedVersion: Int!, $input: CertificateRefusalInput!) {
    refuseCertificate(id: $id, expectedVersion: $expectedVersion, input: $input) {
      id
      version
      status
    }
  }
`)

export const actOnCertificateMutation = graphql(`
  mutation ActOnCertificateRequest($id: ID!, $action: CertificateRequestAction!, $expectedVersion: Int!, $reason: String) {
    actOnCertificateRequest(id: $id, action: $action, expectedVersion: $expectedVersion, reason: $reason) {
      id
      version
      status
    }
  }
`)

type NodeOf<C extends { edges: readonly { node: unknown }[] }> = C['edges'][number]['node']

export type CertificateRow = NodeOf<ResultOf<typeof certificatesQuery>['certificateRequests']>
export type CertificateWhole = NonNullable<ResultOf<typeof certificateQuery>['certificateRequest']>
export type CertificateStatus = CertificateWhole['status']
export type CertificateAction = CertificateWhole['offers'][number]['action']
export type CertificateRefusal = NonNullable<CertificateWhole['refusal']>
