// Meetings that must be called: what their pages ask of the API.
import { eventParts } from '../app/app.queries.ts'
import { graphql, type ResultOf } from '../app/graphql.ts'

export const conveningQuery = graphql(
  `
    query ConveningPage($id: ID!) {
      convening(id: $id) {
        id
        version
        status
        dueAt
        ground
        type
        typeLabel
        basis
        reason
        stretch
        reachedAt
        createdAt
        division {
          code
          name
        }
        issue {
          id
          number
          title
        }
        meeting {
          id
          title
          startsAt
        }
        progress {
          of
          signed
          needed
          whole
        }
        signers {
          id
          name
          address
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

export const dueConveningsQuery = graphql(`
  query DueConvenings($division: ID) {
    convenings(filter: { division: $division, status: [GATHERING, DUE] }, first: 20) {
      edges {
        node {
          id
          status
          dueAt
          ground
          typeLabel
          stretch
          issue {
            id
            title
          }
          division {
            code
            name
          }
        }
      }
      totalCount
    }
  }
`)

export const askForMeetingMutation = graphql(`
  mutation AskForMeeting($issue: ID!, $input: ConveningInput!) {
    askForMeeting(issue: $issue, input: $input) {
      id
    }
  }
`)

export const signConveningMutation = graphql(`
  mutation SignConvening($id: ID!, $resident: ID!) {
    signConvening(id: $id, resident: $resident) {
      id
      version
      status
    }
  }
`)

export const unsignConveningMutation = graphql(`
  mutation UnsignConvening($id: ID!, $resident: ID!) {
    unsignConvening(id: $id, resident: $resident) {
      id
      version
    }
  }
`)

export const actOnConveningMutation = graphql(`
  mutation ActOnConvening($id: ID!, $action: ConveningAction!, $expectedVersion: Int!, $reason: String) {
    actOnConvening(id: $id, action: $action, expectedVersion: $expectedVersion, reason: $reason) {
      id
      version
      status
    }
  }
`)

export const conveneMutation = graphql(`
  mutation Convene($id: ID!, $expectedVersion: Int!, $input: MeetingInput!, $issue: ID) {
    convene(id: $id, expectedVersion: $expectedVersion, input: $input, issue: $issue) {
      id
    }
  }
`)

export type ConveningWhole = NonNullable<ResultOf<typeof conveningQuery>['convening']>
export type ConveningStatus = ConveningWhole['status']
export type ConveningAction = ConveningWhole['offers'][number]['action']
