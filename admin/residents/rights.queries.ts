// What a person, and whoever acts for them, asks of the API about their own data.
import { graphql, type ResultOf } from '../app/graphql.ts'

export const myselfQuery = graphql(`
  query Myself {
    myself {
      id
      name
      idNumber
      phone
      birthDate
      address
      division {
        name
      }
      guardians {
        id
        name
        endedOn
      }
    }
  }
`)

export const consentsQuery = graphql(`
  query Consents($resident: ID!) {
    consents(resident: $resident) {
      id
      version
      purpose
      noticeVersion
      channel
      givenAt
      withdrawnAt
    }
  }
`)

export const accessLogQuery = graphql(`
  query AccessLog($resident: ID!, $first: Int!) {
    accessLog(resident: $resident, first: $first) {
      edges {
        node {
          id
          field
          reason
          by
          role
          at
        }
      }
      totalCount
    }
  }
`)

export const revealFieldMutation = graphql(`
  mutation RevealField($resident: ID!, $field: PersonalField!, $reason: String!, $approval: ID) {
    revealField(resident: $resident, field: $field, reason: $reason, approval: $approval) {
      field
      value
    }
  }
`)

export const requestRevealMutation = graphql(`
  mutation RequestReveal($resident: ID!, $field: PersonalField!, $reason: String!) {
    requestReveal(resident: $resident, field: $field, reason: $reason) {
      id
      status
    }
  }
`)

export const giveConsentMutation = graphql(`
  mutation GiveConsent($resident: ID!, $purpose: ConsentPurpose!, $noticeVersion: String!, $guardian: ID) {
    giveConsent(resident: $resident, purpose: $purpose, noticeVersion: $noticeVersion, guardian: $guardian) {
      id
      version
    }
  }
`)

export const withdrawConsentMutation = graphql(`
  mutation WithdrawConsent($id: ID!, $expectedVersion: Int!) {
    withdrawConsent(id: $id, expectedVersion: $expectedVersion) {
      id
      version
    }
  }
`)

export type Consent = ResultOf<typeof consentsQuery>['consents'][number]
export type ConsentPurpose = Consent['purpose']
export type PersonalField = ResultOf<typeof revealFieldMutation>['revealField']['field']
