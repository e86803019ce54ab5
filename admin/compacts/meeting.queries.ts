// Meetings: what their pages ask of the API.
import { eventParts } from '../app/app.queries.ts'
import { graphql, type ResultOf } from '../app/graphql.ts'

export const meetingsQuery = graphql(`
  query Meetings($filter: MeetingFilter, $first: Int!, $after: String) {
    meetings(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          title
          type
          status
          startsAt
          place
          attendanceCount
          dueAt
          division {
            code
            name
          }
          issue {
            id
            title
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

export const meetingQuery = graphql(
  `
    query MeetingPage($id: ID!) {
      meeting(id: $id) {
        id
        version
        status
        notice {
          code
        }
        dueAt
        type
        title
        startsAt
        place
        basis
        matter
        door
        invitees
        seats
        seatsTaken
        seatsWaiting
        typeLabel
        exception
        exceptionApprovedAt
        noticedAt
        chairCheckedInAt
        openedAt
        closedAt
        minutes
        publishedAt
        isCountersigned
        attendanceCount
        division {
          code
          name
        }
        issue {
          id
          number
          title
        }
        compact {
          id
          title
        }
        agenda {
          id
          position
          topic
          outcome
          result
          dissent
        }
        electorate {
          id
          basis
          size
          representatives
          sizeNow
          objectableUntil
          hash
          frozenAt
        }
        quorum {
          eligible
          needed
          present
          isReached
          areaEligible
          areaPresent
        }
        building {
          id
          title
        }
        addenda {
          id
          number
          words
          by
          at
        }
        votes {
          id
          proposal
          status
          closesAt
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

export const planMeetingMutation = graphql(`
  mutation PlanMeeting($issue: ID!, $expectedVersion: Int!, $input: MeetingInput!) {
    planMeeting(issue: $issue, expectedVersion: $expectedVersion, input: $input) {
      id
      title
    }
  }
`)

export const planAssemblyMutation = graphql(`
  mutation PlanAssembly($compact: ID!, $expectedVersion: Int!, $input: MeetingInput!) {
    planAssembly(compact: $compact, expectedVersion: $expectedVersion, input: $input) {
      id
      title
    }
  }
`)

export const reviseMeetingMutation = graphql(`
  mutation ReviseMeeting($id: ID!, $expectedVersion: Int!, $input: MeetingInput!) {
    reviseMeeting(id: $id, expectedVersion: $expectedVersion, input: $input) {
      id
      version
      status
    }
  }
`)

export const actOnMeetingMutation = graphql(`
  mutation ActOnMeeting($id: ID!, $action: MeetingAction!, $expectedVersion: Int!, $reason: String) {
    actOnMeeting(id: $id, action: $action, expectedVersion: $expectedVersion, reason: $reason) {
      id
      version
      status
    }
  }
`)

export const adjournMeetingMutation = graphql(`
  mutation AdjournMeeting($id: ID!, $expectedVersion: Int!, $startsAt: DateTimeISO!, $reason: String!) {
    adjournMeeting(id: $id, expectedVersion: $expectedVersion, startsAt: $startsAt, reason: $reason) {
      id
      version
      status
    }
  }
`)

export const attendMeetingMutation = graphql(`
  mutation AttendMeeting($id: ID!) {
    attendMeeting(id: $id) {
      id
      version
      chairCheckedInAt
      attendanceCount
    }
  }
`)

export const checkInMutation = graphql(`
  mutation CheckIn($id: ID!, $resident: ID!) {
    checkIn(id: $id, resident: $resident) {
      id
      version
      attendanceCount
    }
  }
`)

export const recordMinutesMutation = graphql(`
  mutation RecordMinutes($id: ID!, $expectedVersion: Int!, $input: MinutesInput!) {
    recordMinutes(id: $id, expectedVersion: $expectedVersion, input: $input) {
      id
      version
      status
    }
  }
`)

type NodeOf<C extends { edges: readonly { node: unknown }[] }> = C['edges'][number]['node']

export type MeetingRow = NodeOf<ResultOf<typeof meetingsQuery>['meetings']>
export type MeetingWhole = NonNullable<ResultOf<typeof meetingQuery>['meeting']>
export type MeetingStatus = MeetingWhole['status']
export type MeetingType = MeetingWhole['type']
export type MeetingAction = MeetingWhole['offers'][number]['action']
export type Basis = NonNullable<MeetingWhole['basis']>
export type OwnersMatter = NonNullable<MeetingWhole['matter']>
export type Outcome = NonNullable<MeetingWhole['agenda'][number]['outcome']>
