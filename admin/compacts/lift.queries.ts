// Lift retrofits: what their pages ask of the API.
import { eventParts } from '../app/app.queries.ts'
import { graphql, type ResultOf } from '../app/graphql.ts'

export const liftsQuery = graphql(`
  query Lifts($filter: BuildingProjectFilter, $first: Int!, $after: String) {
    buildingProjects(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          title
          door
          status
          dueAt
          effort {
            departments
            seals
            meetings
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

export const liftQuery = graphql(
  `
    query LiftPage($id: ID!) {
      buildingProject(id: $id) {
        id
        version
        status
        dueAt
        title
        door
        ruleDay
        ruleText
        asksCompound
        agreement
        cost
        compoundOwners
        compoundAgree
        publicisedAt
        division {
          code
          name
        }
        issue {
          id
          number
          title
        }
        effort {
          departments
          seals
          meetings
        }
        approvals {
          id
          stage
          department
          requiredSeals
          seals
          submittedOn
          decidedOn
          result
          document
        }
        meetings {
          id
          title
          status
          startsAt
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

export const ownersQuery = graphql(`
  query Owners($division: ID!, $door: String!) {
    owners(division: $division, door: $door) {
      id
      rooms
      areaCm2
      resident {
        id
      }
    }
  }
`)

export const acceptedIssuesQuery = graphql(`
  query AcceptedIssues($division: ID) {
    issues(filter: { division: $division, status: [DELIBERATING, ADOPTED] }, first: 100) {
      edges {
        node {
          id
          number
          title
        }
      }
    }
  }
`)

export const createLiftMutation = graphql(`
  mutation CreateLift($issue: ID!, $input: BuildingProjectInput!) {
    createBuildingProject(issue: $issue, input: $input) {
      id
    }
  }
`)

export const actOnLiftMutation = graphql(`
  mutation ActOnLift($id: ID!, $action: BuildingProjectAction!, $expectedVersion: Int!, $reason: String) {
    actOnBuildingProject(id: $id, action: $action, expectedVersion: $expectedVersion, reason: $reason) {
      id
      version
      status
    }
  }
`)

export const recordOwnersMutation = graphql(`
  mutation RecordOwners($division: ID!, $door: String!, $owners: [OwnerInput!]!) {
    recordOwners(division: $division, door: $door, owners: $owners) {
      id
    }
  }
`)

export const callOwnersMutation = graphql(`
  mutation CallOwners($project: ID!, $expectedVersion: Int!, $input: MeetingInput!) {
    callOwners(project: $project, expectedVersion: $expectedVersion, input: $input) {
      id
    }
  }
`)

export const recordLiftAgreementMutation = graphql(`
  mutation RecordLiftAgreement($id: ID!, $expectedVersion: Int!, $input: AgreementInput!) {
    recordLiftAgreement(id: $id, expectedVersion: $expectedVersion, input: $input) {
      id
      version
    }
  }
`)

export const submitApprovalMutation = graphql(`
  mutation SubmitApproval($id: ID!, $expectedVersion: Int!, $input: ApprovalInput!) {
    submitApproval(id: $id, expectedVersion: $expectedVersion, input: $input) {
      id
      version
    }
  }
`)

export const decideApprovalMutation = graphql(`
  mutation DecideApproval($id: ID!, $expectedVersion: Int!, $approval: ID!, $input: ApprovalDecisionInput!) {
    decideApproval(id: $id, expectedVersion: $expectedVersion, approval: $approval, input: $input) {
      id
      version
    }
  }
`)

export type LiftRow = ResultOf<typeof liftsQuery>['buildingProjects']['edges'][number]['node']
export type LiftWhole = NonNullable<ResultOf<typeof liftQuery>['buildingProject']>
export type BuildingStatus = LiftWhole['status']
export type BuildingAction = LiftWhole['offers'][number]['action']
export type Approval = LiftWhole['approvals'][number]
export type ApprovalStage = Approval['stage']
export type OwnerRow = ResultOf<typeof ownersQuery>['owners'][number]
