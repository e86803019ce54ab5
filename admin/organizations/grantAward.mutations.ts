// Awards: what their pages change through the API.
import { graphql } from '../app/graphql.ts'

export const actOnAgreementMutation = graphql(`
  mutation ActOnGrantAgreement($id: ID!, $action: GrantAgreementAction!, $expectedVersion: Int!, $reason: String) {
    actOnGrantAgreement(id: $id, action: $action, expectedVersion: $expectedVersion, reason: $reason) {
      id
      version
      status
    }
  }
`)

export const reportMutation = graphql(`
  mutation ReportOnGrant($id: ID!, $expectedVersion: Int!, $input: GrantReportInput!) {
    reportOnGrant(id: $id, expectedVersion: $expectedVersion, input: $input) {
      id
      version
      status
    }
  }
`)

export const passMutation = graphql(`
  mutation PassGrant($id: ID!, $expectedVersion: Int!, $result: GrantEvaluationResult!) {
    passGrant(id: $id, expectedVersion: $expectedVersion, result: $result) {
      id
      version
      status
    }
  }
`)

export const returnMutation = graphql(`
  mutation RecordGrantReturn($id: ID!, $expectedVersion: Int!, $input: GrantReturnInput!) {
    recordGrantReturn(id: $id, expectedVersion: $expectedVersion, input: $input) {
      id
      version
      status
    }
  }
`)

export const actOnInstalmentMutation = graphql(`
  mutation ActOnGrantInstalment($id: ID!, $action: GrantInstalmentAction!, $expectedVersion: Int!, $reason: String) {
    actOnGrantInstalment(id: $id, action: $action, expectedVersion: $expectedVersion, reason: $reason) {
      id
      version
      status
    }
  }
`)

export const payMutation = graphql(`
  mutation PayGrantInstalment($id: ID!, $expectedVersion: Int!, $voucher: String!, $paidOn: String!) {
    payGrantInstalment(id: $id, expectedVersion: $expectedVersion, voucher: $voucher, paidOn: $paidOn) {
      id
      version
      status
    }
  }
`)

export const actOnObjectionMutation = graphql(`
  mutation ActOnGrantObjection($id: ID!, $action: GrantObjectionAction!, $expectedVersion: Int!, $reason: String) {
    actOnGrantObjection(id: $id, action: $action, expectedVersion: $expectedVersion, reason: $reason) {
      id
      version
      status
    }
  }
`)

export const askChangeMutation = graphql(`
  mutation AskGrantChange($agreement: ID!, $input: GrantChangeInput!) {
    askGrantChange(agreement: $agreement, input: $input) {
      id
      version
      status
    }
  }
`)

export const actOnChangeMutation = graphql(`
  mutation ActOnGrantChange($id: ID!, $action: GrantChangeAction!, $expectedVersion: Int!, $reason: String) {
    actOnGrantChange(id: $id, action: $action, expectedVersion: $expectedVersion, reason: $reason) {
      id
      version
      status
    }
  }
`)
