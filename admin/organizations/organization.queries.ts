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
        phone
        mail
        website
        division {
          code
          name
          path
        }
        current {
          id
          name
        }
        follows {
          kind
          organization {
            id
            name
          }
        }
        followedBy {
          kind
          organization {
            id
            name
          }
        }
        branches {
          id
          name
          since
          until
        }
        annualReports {
          id
          year
          result
          filedOn
        }
        marks {
          id
          kind
          reason
          documentNumber
          since
          until
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

export const organizationPeopleQuery = graphql(`
  query OrganizationPeople($id: ID!) {
    socialOrganization(id: $id) {
      id
      people {
        id
        name
        post
        since
        until
      }
    }
  }
`)

export const myOrganizationQuery = graphql(`
  query MyOrganization {
    myOrganization {
      id
      name
      code
      status
    }
  }
`)

export const findOrganizationsQuery = graphql(`
  query FindOrganizations($search: String!, $division: ID) {
    socialOrganizations(filter: { search: $search, division: $division, status: [REGISTERED] }, first: 10) {
      edges {
        node {
          id
          code
          name
        }
      }
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
export type ReportResult = OrganizationWhole['annualReports'][number]['result']
export type MarkKind = OrganizationWhole['marks'][number]['kind']
export type LinkKind = OrganizationWhole['follows'][number]['kind']
export type OrganizationPost = NonNullable<
  ResultOf<typeof organizationPeopleQuery>['socialOrganization']
>['people'][number]['post']
