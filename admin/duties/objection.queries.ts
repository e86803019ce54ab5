// Objections: what their pages ask of the API.
import { eventParts } from '../app/app.queries.ts'
import { graphql, type ResultOf } from '../app/graphql.ts'

export const objectionsQuery = graphql(`
  query DutyObjections($filter: ObjectionFilter, $first: Int!, $after: String) {
    dutyObjections(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          status
          ground
          side
          dueAt
          createdAt
          effects
          division {
            code
            name
          }
          department {
            id
            name
          }
          task {
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

export const objectionQuery = graphql(
  `
    query DutyObjectionPage($id: ID!) {
      dutyObjection(id: $id) {
        id
        version
        status
        side
        ground
        article
        says
        statement
        replyNumber
        answer
        answeredAt
        answerUntil
        decision
        effects
        circular
        decidedAt
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
        task {
          id
          title
          status
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

export const decisionsQuery = graphql(`
  query DutyDecisions($first: Int!, $after: String) {
    dutyDecisions(first: $first, after: $after) {
      edges {
        node {
          id
          status
          side
          ground
          article
          decision
          effects
          circular
          decidedAt
          division {
            code
            name
            path
          }
          department {
            id
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

export const raiseObjectionMutation = graphql(`
  mutation RaiseDutyObjection($input: ObjectionInput!) {
    raiseDutyObjection(input: $input) {
      id
    }
  }
`)

export const actOnObjectionMutation = graphql(`
  mutation ActOnDutyObjection($id: ID!, $action: DutyObjectionAction!, $expectedVersion: Int!, $reason: String) {
    actOnDutyObjection(id: $id, action: $action, expectedVersion: $expectedVersion, reason: $reason) {
      id
      version
      status
    }
  }
`)

export const answerObjectionMutation = graphql(`
  mutation AnswerDutyObjection($id: ID!, $expectedVersion: Int!, $answer: String!) {
    answerDutyObjection(id: $id, expectedVersion: $expectedVersion, answer: $answer) {
      id
      version
      status
    }
  }
`)

export const upholdObjectionMutation = graphql(`
  mutation UpholdDutyObjection($id: ID!, $expectedVersion: Int!, $input: DecisionInput!) {
    upholdDutyObjection(id: $id, expectedVersion: $expectedVersion, input: $input) {
      id
      version
      status
    }
  }
`)

export const dismissObjectionMutation = graphql(`
  mutation DismissDutyObjection($id: ID!, $expectedVersion: Int!, $decision: String!) {
    dismissDutyObjection(id: $id, expectedVersion: $expectedVersion, decision: $decision) {
      id
      version
      status
    }
  }
`)

type NodeOf<C extends { edges: readonly { node: unknown }[] }> = C['edges'][number]['node']

export type ObjectionRow = NodeOf<ResultOf<typeof objectionsQuery>['dutyObjections']>
export type ObjectionWhole = NonNullable<ResultOf<typeof objectionQuery>['dutyObjection']>
export type ObjectionStatus = ObjectionWhole['status']
export type ObjectionAction = ObjectionWhole['offers'][number]['action']
export type Effect = ObjectionWhole['effects'][number]
export type DecisionRow = NodeOf<ResultOf<typeof decisionsQuery>['dutyDecisions']>
