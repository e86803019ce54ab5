// Rounds of grants and what they are made from: the changes their pages send.
import { graphql } from '../app/graphql.ts'

export const createFundMutation = graphql(`
  mutation CreateGrantFund($input: GrantFundInput!) {
    createGrantFund(input: $input) {
      id
      version
    }
  }
`)

export const createTemplateMutation = graphql(`
  mutation CreateGrantTemplate($input: GrantTemplateInput!) {
    createGrantTemplate(input: $input) {
      id
      version
    }
  }
`)

export const reviseFundMutation = graphql(`
  mutation ReviseGrantFund($id: ID!, $expectedVersion: Int!, $amount: Int!) {
    reviseGrantFund(id: $id, expectedVersion: $expectedVersion, amount: $amount) {
      id
      version
      amount
    }
  }
`)

export const reviseTemplateMutation = graphql(`
  mutation ReviseGrantTemplate($id: ID!, $expectedVersion: Int!, $input: GrantTemplateInput!) {
    reviseGrantTemplate(id: $id, expectedVersion: $expectedVersion, input: $input) {
      id
      version
    }
  }
`)

export const reviseRoundMutation = graphql(`
  mutation ReviseGrantRound($id: ID!, $expectedVersion: Int!, $input: GrantRoundInput!) {
    reviseMicroGrantRound(id: $id, expectedVersion: $expectedVersion, input: $input) {
      id
      version
      status
    }
  }
`)

export const createRoundMutation = graphql(`
  mutation CreateGrantRound($input: GrantRoundInput!) {
    createMicroGrantRound(input: $input) {
      id
      version
      status
    }
  }
`)

export const actOnRoundMutation = graphql(`
  mutation ActOnGrantRound($id: ID!, $action: MicroGrantRoundAction!, $expectedVersion: Int!, $reason: String) {
    actOnMicroGrantRound(id: $id, action: $action, expectedVersion: $expectedVersion, reason: $reason) {
      id
      version
      status
    }
  }
`)

export const drawMutation = graphql(`
  mutation DrawGrantReviewers($id: ID!, $expectedVersion: Int!, $seed: String) {
    drawGrantReviewers(id: $id, expectedVersion: $expectedVersion, seed: $seed) {
      id
      version
      status
    }
  }
`)
