// The register of organisations: what its pages ask of the API.
import { eventParts } from '../app/app.queries.ts'
import { graphql, type ResultOf } from '../app/graphql.ts'

export const organizationsQuery = graphql(`
  query SocialOrganizations($filter: SocialOrganizationFilter, $first: Int!, $after: String) {
    socialOrganizations(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          status
          code
          name
          kind
          grade
          gradeToday
          gradeUntil
          registeredOn
          address
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

export const organizationQuery = graphql(
  `
    query SocialOrganizationPage($id: ID!) {
      socialOrganization(id: $id) {
        id
        version
        status
        code
        codeReason
        name
        kind
        grade
        gradeToday
        gradeUntil
        registeredOn
        purpose
        address
        division {
          code
          name
          path
        }
        current {
          id
          name
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

export const createOrganizationMutation = graphql(`
  mutation CreateSocialOrganization($division: ID!, $input: SocialOrganizationInput!) {
    createSocialOrganization(division: $division, input: $input) {
      id
    }
  }
`)

export const actOnOrganizationMutation = graphql(`
  mutation ActOnSocialOrganization($id: ID!, $action: SocialOrganizationAction!, $expectedVersion: Int!, $reason: String) {
    actOnSocialOrganization(id: $id, action: $action, expectedVersion: $expectedVersion, reason: $reason) {
      id
      version
      status
    }
  }
`)

type NodeOf<C extends { edges: readonly { node: unknown }[] }> = C['edges'][number]['node']

export type OrganizationRow = NodeOf<ResultOf<typeof organizationsQuery>['socialOrganizations']>
export type OrganizationWhole = NonNullable<ResultOf<typeof organizationQuery>['socialOrganization']>
export type OrganizationStatus = OrganizationRow['status']
export type OrganizationKind = OrganizationRow['kind']
export type OrganizationGrade = NonNullable<OrganizationRow['grade']>
export type OrganizationAction = OrganizationWhole['offers'][number]['action']
