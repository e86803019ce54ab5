// Projects: what their pages ask of the API.
import { eventParts } from '../app/app.queries.ts'
import { graphql, type ResultOf } from '../app/graphql.ts'

export const projectsQuery = graphql(`
  query Projects($filter: ProjectFilter, $first: Int!, $after: String) {
    projects(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          title
          status
          owner
          budget
          spent
          dueAt
          division {
            code
            name
          }
          issue {
            id
            number
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

export const projectQuery = graphql(
  `
    query ProjectPage($id: ID!) {
      project(id: $id) {
        id
        version
        status
        dueAt
        title
        owner
        organization
        budget
        spent
        overspent
        deliveredAt
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
        milestones {
          id
          position
          title
          dueOn
          isMandatory
          evidence
          evidencedAt
          daysLate
          alerts
        }
        funds {
          id
          source
          amount
          spent
        }
        supervisors {
          id
          isLead
          resident {
            id
            name
          }
        }
        inspections {
          id
          kind
          finding
          isProblem
          at
          answer
          answeredAt
          resident {
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

export const createProjectMutation = graphql(`
  mutation CreateProject($issue: ID!, $expectedVersion: Int!, $input: ProjectInput!) {
    createProject(issue: $issue, expectedVersion: $expectedVersion, input: $input) {
      id
      title
    }
  }
`)

export const reviseProjectMutation = graphql(`
  mutation ReviseProject($id: ID!, $expectedVersion: Int!, $input: ProjectInput!) {
    reviseProject(id: $id, expectedVersion: $expectedVersion, input: $input) {
      id
      version
      status
    }
  }
`)

export const actOnProjectMutation = graphql(`
  mutation ActOnProject($id: ID!, $action: ProjectAction!, $expectedVersion: Int!, $reason: String) {
    actOnProject(id: $id, action: $action, expectedVersion: $expectedVersion, reason: $reason) {
      id
      version
      status
    }
  }
`)

export const addEvidenceMutation = graphql(`
  mutation AddMilestoneEvidence($project: ID!, $expectedVersion: Int!, $milestone: ID!, $evidence: String!) {
    addMilestoneEvidence(project: $project, expectedVersion: $expectedVersion, milestone: $milestone, evidence: $evidence) {
      id
      version
      status
    }
  }
`)

export const addMilestoneMutation = graphql(`
  mutation AddMilestone($project: ID!, $expectedVersion: Int!, $input: MilestoneInput!) {
    addMilestone(project: $project, expectedVersion: $expectedVersion, input: $input) {
      id
      version
      status
    }
  }
`)

export const moveMilestoneMutation = graphql(`
  mutation MoveMilestone($project: ID!, $expectedVersion: Int!, $milestone: ID!, $dueOn: String!, $reason: String!) {
    moveMilestone(project: $project, expectedVersion: $expectedVersion, milestone: $milestone, dueOn: $dueOn, reason: $reason) {
      id
      version
      status
    }
  }
`)

export const setSupervisorsMutation = graphql(`
  mutation SetProjectSupervisors($project: ID!, $expectedVersion: Int!, $residents: [ID!]!) {
    setProjectSupervisors(project: $project, expectedVersion: $expectedVersion, residents: $residents) {
      id
      version
      status
    }
  }
`)

export const recordInspectionMutation = graphql(`
  mutation RecordInspection($project: ID!, $expectedVersion: Int!, $input: InspectionInput!) {
    recordInspection(project: $project, expectedVersion: $expectedVersion, input: $input) {
      id
      version
      status
    }
  }
`)

export const answerInspectionMutation = graphql(`
  mutation AnswerInspection($project: ID!, $expectedVersion: Int!, $inspection: ID!, $answer: String!) {
    answerInspection(project: $project, expectedVersion: $expectedVersion, inspection: $inspection, answer: $answer) {
      id
      version
      status
    }
  }
`)

export const settleProjectMutation = graphql(`
  mutation SettleProject($id: ID!, $expectedVersion: Int!, $funds: [FundSpent!]!, $overspent: String) {
    settleProject(id: $id, expectedVersion: $expectedVersion, funds: $funds, overspent: $overspent) {
      id
      version
      status
    }
  }
`)

export const ownersToChooseQuery = graphql(`
  query OwnersToChoose {
    departments(first: 100) {
      edges {
        node {
          id
          name
        }
      }
    }
  }
`)

type NodeOf<C extends { edges: readonly { node: unknown }[] }> = C['edges'][number]['node']

export type ProjectRow = NodeOf<ResultOf<typeof projectsQuery>['projects']>
export type ProjectWhole = NonNullable<ResultOf<typeof projectQuery>['project']>
export type ProjectStatus = ProjectWhole['status']
export type ProjectAction = ProjectWhole['offers'][number]['action']
export type FundSource = ProjectWhole['funds'][number]['source']
export type InspectionKind = ProjectWhole['inspections'][number]['kind']
