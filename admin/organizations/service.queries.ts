// Services and places: what their pages ask of the API.
import { eventParts } from '../app/app.queries.ts'
import { graphql, type ResultOf } from '../app/graphql.ts'

const placeParts = graphql(`
  fragment PlaceParts on ServicePlace @_unmask {
    id
    version
    kind
    label
    isConfidential
    access
    where {
      name
      line
      postcode
      latitude
      longitude
      directions
      division {
        code
        name
      }
    }
  }
`)

export const servicesQuery = graphql(`
  query ServiceListings($filter: ServiceFilter, $first: Int!, $after: String) {
    serviceListings(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          status
          name
          field
          cost
          audience
          hotline
          assuredOn
          isStale
          dueAt
          areas {
            code
            name
          }
          division {
            code
            name
          }
          organization {
            id
            name
            code
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

export const serviceQuery = graphql(
  `
    query ServiceListingPage($id: ID!) {
      serviceListing(id: $id) {
        id
        version
        status
        name
        description
        field
        audience
        languages
        cost
        costNote
        capacity
        capacityUnit
        areas {
          code
          name
        }
        hotline
        alert
        closedUntil
        assuredOn
        isStale
        dueAt
        proposal {
          name
          description
          field
          audience
          languages
          cost
          costNote
          capacity
          capacityUnit
          areas
          phone
        }
        points {
          id
          holidays
          isOpen
          opensOn
          intervals {
            weekday
            opens
            closes
          }
          exceptions {
            from
            until
            opens
            closes
            note
          }
          place {
            ...PlaceParts
          }
        }
        division {
          code
          name
          path
        }
        organization {
          id
          name
          code
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
  [placeParts, eventParts],
)

export const placesQuery = graphql(
  `
    query OrganizationPlaces($id: ID!) {
      socialOrganization(id: $id) {
        id
        places {
          ...PlaceParts
        }
      }
    }
  `,
  [placeParts],
)

export const organizationOffersQuery = graphql(`
  query OrganizationOffers($id: ID!) {
    qualifiedEntries(filter: { organization: $id }, first: 20) {
      edges {
        node {
          id
          status
        }
      }
    }
    serviceListings(filter: { organization: $id }, first: 50) {
      edges {
        node {
          id
          status
          name
        }
      }
    }
  }
`)

export const actOnServiceMutation = graphql(`
  mutation ActOnServiceListing($id: ID!, $action: ServiceListingAction!, $expectedVersion: Int!, $reason: String) {
    actOnServiceListing(id: $id, action: $action, expectedVersion: $expectedVersion, reason: $reason) {
      id
      version
      status
    }
  }
`)

export const createServiceMutation = graphql(`
  mutation CreateServiceListing($organization: ID!, $input: ServiceInput!) {
    createServiceListing(organization: $organization, input: $input) {
      id
    }
  }
`)

export const reviseServiceMutation = graphql(`
  mutation ReviseServiceListing($id: ID!, $expectedVersion: Int!, $input: ServiceInput!) {
    reviseServiceListing(id: $id, expectedVersion: $expectedVersion, input: $input) {
      id
      version
      status
    }
  }
`)

export const closeServiceMutation = graphql(`
  mutation CloseServiceForATime($id: ID!, $expectedVersion: Int!, $alert: String!, $until: String!) {
    closeServiceForATime(id: $id, expectedVersion: $expectedVersion, alert: $alert, until: $until) {
      id
      version
      status
    }
  }
`)

export const addPlaceMutation = graphql(`
  mutation AddServicePlace($organization: ID!, $input: PlaceInput!) {
    addServicePlace(organization: $organization, input: $input) {
      id
    }
  }
`)

export const revisePlaceMutation = graphql(`
  mutation ReviseServicePlace($id: ID!, $expectedVersion: Int!, $input: PlaceInput!) {
    reviseServicePlace(id: $id, expectedVersion: $expectedVersion, input: $input) {
      id
      version
    }
  }
`)

export const keepPointMutation = graphql(`
  mutation KeepServicePoint($service: ID!, $place: ID!, $hours: HoursInput!) {
    keepServicePoint(service: $service, place: $place, hours: $hours) {
      id
      version
      status
    }
  }
`)

export const dropPointMutation = graphql(`
  mutation DropServicePoint($service: ID!, $place: ID!) {
    dropServicePoint(service: $service, place: $place) {
      id
      version
      status
    }
  }
`)

type NodeOf<C extends { edges: readonly { node: unknown }[] }> = C['edges'][number]['node']

export type ServiceRow = NodeOf<ResultOf<typeof servicesQuery>['serviceListings']>
export type ServiceWhole = NonNullable<ResultOf<typeof serviceQuery>['serviceListing']>
export type ServicePoint = ServiceWhole['points'][number]
export type ServicePlace = NonNullable<ResultOf<typeof placesQuery>['socialOrganization']>['places'][number]
export type ServiceStatus = ServiceRow['status']
export type ServiceAction = ServiceWhole['offers'][number]['action']
export type ServiceField = ServiceRow['field']
export type ServiceCost = ServiceRow['cost']
export type ServiceLanguage = ServiceWhole['languages'][number]
export type PlaceKind = ServicePlace['kind']
export type PlaceAccess = ServicePlace['access'][number]
export type HolidayRule = ServicePoint['holidays']
