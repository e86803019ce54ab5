// What is done with lists, as documents of the API.
import { graphql } from '../app/graphql.ts'

export const startListMutation = graphql(`
  mutation StartDutyListVersion($division: ID!, $type: DutyListType!, $year: Int!) {
    startDutyListVersion(division: $division, type: $type, year: $year) {
      id
    }
  }
`)

export const actOnListMutation = graphql(`
  mutation ActOnDutyListVersion($id: ID!, $action: DutyListVersionAction!, $expectedVersion: Int!, $reason: String) {
    actOnDutyListVersion(id: $id, action: $action, expectedVersion: $expectedVersion, reason: $reason) {
      id
      version
      status
    }
  }
`)

export const publishListMutation = graphql(`
  mutation PublishDutyListVersion($id: ID!, $expectedVersion: Int!, $documentNumber: String!, $effectiveOn: String!) {
    publishDutyListVersion(
      id: $id
      expectedVersion: $expectedVersion
      documentNumber: $documentNumber
      effectiveOn: $effectiveOn
    ) {
      id
      version
      status
    }
  }
`)

export const takeOverMutation = graphql(`
  mutation TakeOverDutyItems($id: ID!, $expectedVersion: Int!) {
    takeOverDutyItems(id: $id, expectedVersion: $expectedVersion) {
      id
      version
    }
  }
`)

export const addItemMutation = graphql(`
  mutation AddDutyItem($listVersion: ID!, $expectedVersion: Int!, $input: DutyItemInput!) {
    addDutyItem(listVersion: $listVersion, expectedVersion: $expectedVersion, input: $input) {
      id
      code
    }
  }
`)

export const reviseItemMutation = graphql(`
  mutation ReviseDutyItem($id: ID!, $expectedVersion: Int!, $input: DutyItemInput!) {
    reviseDutyItem(id: $id, expectedVersion: $expectedVersion, input: $input) {
      id
      code
    }
  }
`)

export const removeItemMutation = graphql(`
  mutation RemoveDutyItem($id: ID!, $expectedVersion: Int!) {
    removeDutyItem(id: $id, expectedVersion: $expectedVersion) {
      id
      version
    }
  }
`)

export const giveOpinionMutation = graphql(`
  mutation GiveListOpinion($listVersion: ID!, $body: String!, $itemCode: String) {
    giveListOpinion(listVersion: $listVersion, body: $body, itemCode: $itemCode) {
      id
    }
  }
`)

export const answerOpinionMutation = graphql(`
  mutation AnswerListOpinion($id: ID!, $answer: String!) {
    answerListOpinion(id: $id, answer: $answer) {
      id
      answer
      answeredAt
    }
  }
`)

export const importItemsMutation = graphql(`
  mutation ImportDutyItems($listVersion: ID!, $expectedVersion: Int!, $rows: [[String!]!]!) {
    importDutyItems(listVersion: $listVersion, expectedVersion: $expectedVersion, rows: $rows) {
      id
      version
    }
  }
`)
