// What is done with applications for admission, as their pages ask it of the API.
import { graphql } from '../app/graphql.ts'

export const createAdmissionMutation = graphql(`
  mutation CreateAdmission($input: AdmissionInput!) {
    createAdmissionApplication(input: $input) {
      id
      name
    }
  }
`)

export const reviseAdmissionMutation = graphql(`
  mutation ReviseAdmission($id: ID!, $expectedVersion: Int!, $input: AdmissionInput!) {
    reviseAdmissionApplication(id: $id, expectedVersion: $expectedVersion, input: $input) {
      id
      version
      status
    }
  }
`)

export const actOnAdmissionMutation = graphql(`
  mutation ActOnAdmission($id: ID!, $action: AdmissionApplicationAction!, $expectedVersion: Int!, $reason: String) {
    actOnAdmissionApplication(id: $id, action: $action, expectedVersion: $expectedVersion, reason: $reason) {
      id
      version
      status
    }
  }
`)

export const returnAdmissionMutation = graphql(`
  mutation ReturnAdmission($id: ID!, $expectedVersion: Int!, $missing: [String!]!) {
    returnAdmissionApplication(id: $id, expectedVersion: $expectedVersion, missing: $missing) {
      id
      version
      status
    }
  }
`)

export const reviewAdmissionMutation = graphql(`
  mutation ReviewAdmission($id: ID!, $expectedVersion: Int!, $passed: [AdmissionCheck!]!, $opinion: String!) {
    reviewAdmissionApplication(id: $id, expectedVersion: $expectedVersion, passed: $passed, opinion: $opinion) {
      id
      version
      status
    }
  }
`)

export const inviteOpinionsMutation = graphql(`
  mutation InviteOpinions($id: ID!, $expectedVersion: Int!, $units: [ID!]!) {
    inviteOpinions(id: $id, expectedVersion: $expectedVersion, units: $units) {
      id
      version
      status
    }
  }
`)

export const conveneMutation = graphql(`
  mutation ConveneJointMeeting($id: ID!, $expectedVersion: Int!, $meetsOn: String!, $members: Int!) {
    conveneJointMeeting(id: $id, expectedVersion: $expectedVersion, meetsOn: $meetsOn, members: $members) {
      id
      version
      status
    }
  }
`)

export const castJointVoteMutation = graphql(`
  mutation CastJointVote($id: ID!, $choice: JointChoice!, $reason: String!) {
    castJointVote(id: $id, choice: $choice, reason: $reason) {
      id
      version
      status
    }
  }
`)

export const concludeMutation = graphql(`
  mutation ConcludeJointMeeting($id: ID!, $expectedVersion: Int!, $minutes: String!, $publicityDays: Int) {
    concludeJointMeeting(id: $id, expectedVersion: $expectedVersion, minutes: $minutes, publicityDays: $publicityDays) {
      id
      version
      status
    }
  }
`)

export const objectMutation = graphql(`
  mutation ObjectToAdmission($id: ID!, $body: String!, $from: String) {
    objectToAdmission(id: $id, body: $body, from: $from) {
      id
      version
      status
    }
  }
`)

export const answerObjectionMutation = graphql(`
  mutation AnswerAdmissionObjection($id: ID!, $answer: String!) {
    answerAdmissionObjection(id: $id, answer: $answer) {
      id
      version
      status
    }
  }
`)

export const admitMutation = graphql(`
  mutation AdmitApplication($id: ID!, $expectedVersion: Int!, $documentNumber: String!) {
    admitApplication(id: $id, expectedVersion: $expectedVersion, documentNumber: $documentNumber) {
      id
      version
      status
    }
  }
`)

export const settleAdjustmentMutation = graphql(`
  mutation SettleAdjustment($id: ID!, $expectedVersion: Int!, $input: AdjustmentInput!) {
    settleAdjustment(id: $id, expectedVersion: $expectedVersion, input: $input) {
      id
      version
      status
    }
  }
`)
