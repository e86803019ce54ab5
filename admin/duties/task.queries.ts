// Tasks: what their pages ask of the API.
import { eventParts } from '../app/app.queries.ts'
import { graphql, type ResultOf } from '../app/graphql.ts'

export const tasksQuery = graphql(`
  query DutyTasks($filter: TaskFilter, $first: Int!, $after: String) {
    dutyTasks(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          title
          kind
          status
          dueOn
          dueAt
          createdAt
          division {
            code
            name
          }
          department {
            id
            name
          }
          item {
            id
            code
            name
          }
          repeats {
            task
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

export const repeatParts = graphql(`
  fragment RepeatParts on RepeatedData {
    task
    title
    department
    status
    createdAt
    division {
      code
      name
    }
    data {
      name
      caliber
      answer
    }
  }
`)

export const taskQuery = graphql(
  `
    query DutyTaskPage($id: ID!) {
      dutyTask(id: $id) {
        id
        version
        status
        kind
        title
        standard
        periodFrom
        periodTo
        dueOn
        dueAt
        report
        submittedAt
        createdAt
        division {
          code
          name
          path
        }
        department {
          id
          name
        }
        item {
          id
          code
          name
          status
          bases {
            law
            article
          }
        }
        data {
          id
          position
          name
          caliber
          answer
        }
        repeats {
          ...RepeatParts
        }
        objections {
          id
          status
          ground
          article
          says
          statement
          replyNumber
          effects
          decision
          createdAt
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
  [eventParts, repeatParts],
)

export const attemptsQuery = graphql(`
  query OffListAttempts($filter: AttemptFilter, $first: Int!, $after: String) {
    offListAttempts(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          title
          refusal
          by
          at
          division {
            code
            name
          }
          department {
            id
            name
          }
          item {
            id
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

export const departmentsQuery = graphql(`
  query DutyDepartments {
    departments(first: 100) {
      edges {
        node {
          id
          name
        }
      }
    }
    myDepartment {
      id
      name
    }
  }
`)

export const ownItemsQuery = graphql(`
  query OwnItemsInForce($division: ID!, $department: ID!) {
    dutyItems(filter: { holdsIn: $division, department: $department }, first: 100) {
      edges {
        node {
          id
          code
          name
          content
          standard
          division {
            code
            name
          }
        }
      }
    }
  }
`)

export const repeatedDataQuery = graphql(
  `
    query RepeatedDataAmong($divisions: [ID!]!, $names: [String!]!, $from: String!, $to: String!) {
      repeatedData(divisions: $divisions, names: $names, periodFrom: $from, periodTo: $to) {
        ...RepeatParts
      }
    }
  `,
  [repeatParts],
)

export const tasksJudgedQuery = graphql(`
  query DutyTasksJudged($ids: [ID!]!) {
    dutyTasks(filter: { ids: $ids }, first: 100) {
      edges {
        node {
          id
          version
          title
          offers {
            action
            label
            needsReason
            carries
            seals
            blocked
          }
        }
      }
    }
  }
`)

type NodeOf<C extends { edges: readonly { node: unknown }[] }> = C['edges'][number]['node']

export type TaskRow = NodeOf<ResultOf<typeof tasksQuery>['dutyTasks']>
export type TaskWhole = NonNullable<ResultOf<typeof taskQuery>['dutyTask']>
export type TaskStatus = TaskWhole['status']
export type TaskKind = TaskWhole['kind']
export type TaskAction = TaskWhole['offers'][number]['action']
export type Ground = TaskWhole['objections'][number]['ground']
export type Repeat = ResultOf<typeof repeatParts>
export type AttemptRow = NodeOf<ResultOf<typeof attemptsQuery>['offListAttempts']>
export type OwnItem = NodeOf<ResultOf<typeof ownItemsQuery>['dutyItems']>
