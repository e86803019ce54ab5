// Tasks: what is done with them.
import { graphql, type ResultOf } from '../app/graphql.ts'

export const issueTasksMutation = graphql(`
  mutation IssueDutyTasks($input: TaskInput!) {
    issueDutyTasks(input: $input) {
      division {
        code
        name
      }
      task {
        id
      }
      refusal
      sentence
      repeats {
        task
      }
    }
  }
`)

export const actOnTaskMutation = graphql(`
  mutation ActOnDutyTask($id: ID!, $action: DutyTaskAction!, $expectedVersion: Int!, $reason: String) {
    actOnDutyTask(id: $id, action: $action, expectedVersion: $expectedVersion, reason: $reason) {
      id
      version
      status
    }
  }
`)

export const refuseTaskMutation = graphql(`
  mutation RefuseDutyTask($id: ID!, $expectedVersion: Int!, $ground: DutyGround!, $statement: String!) {
    refuseDutyTask(id: $id, expectedVersion: $expectedVersion, ground: $ground, statement: $statement) {
      id
      version
      status
    }
  }
`)

export const submitTaskMutation = graphql(`
  mutation SubmitDutyTask($id: ID!, $expectedVersion: Int!, $report: String!, $answers: [DatumAnswer!]!) {
    submitDutyTask(id: $id, expectedVersion: $expectedVersion, report: $report, answers: $answers) {
      id
      version
      status
    }
  }
`)

export const correctTaskMutation = graphql(`
  mutation CorrectDutyTask($id: ID!, $expectedVersion: Int!, $input: TaskText!) {
    correctDutyTask(id: $id, expectedVersion: $expectedVersion, input: $input) {
      id
      version
      status
    }
  }
`)

export type IssuedRow = ResultOf<typeof issueTasksMutation>['issueDutyTasks'][number]
