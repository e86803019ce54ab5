// What is done with organisations of the register.
import { graphql } from '../app/graphql.ts'

export const createOrganizationMutation = graphql(`
  mutation CreateSocialOrganization($division: ID!, $input: SocialOrganizationInput!) {
    createSocialOrganization(division: $division, input: $input) {
      id
    }
  }
`)

export const actOnOrganizationMutation = graphql(`
  mutation ActOnSocialOrganization($id: ID!, $action: SocialOrganizationAction!, $expectedVersion: Int!, $reason: String) {
    actOnSocialOrganization(id: $id, action: $action, expectedVersion: $expectedVersion, reason: $reason) {
      id
      version
      status
    }
  }
`)

export const reviseOrganizationMutation = graphql(`
  mutation ReviseSocialOrganization($id: ID!, $expectedVersion: Int!, $input: SocialOrganizationInput!) {
    reviseSocialOrganization(id: $id, expectedVersion: $expectedVersion, input: $input) {
      id
      version
    }
  }
`)

export const gradeOrganizationMutation = graphql(`
  mutation GradeSocialOrganization($id: ID!, $expectedVersion: Int!, $grade: OrganizationGrade!, $until: String!) {
    gradeSocialOrganization(id: $id, expectedVersion: $expectedVersion, grade: $grade, until: $until) {
      id
      version
    }
  }
`)

export const recordReportMutation = graphql(`
  mutation RecordAnnualReport($id: ID!, $expectedVersion: Int!, $year: Int!, $result: AnnualReportResult!, $filedOn: String) {
    recordAnnualReport(id: $id, expectedVersion: $expectedVersion, year: $year, result: $result, filedOn: $filedOn) {
      id
      version
    }
  }
`)

export const markOrganizationMutation = graphql(`
  mutation MarkSocialOrganization($id: ID!, $expectedVersion: Int!, $input: OrganizationMarkInput!) {
    markSocialOrganization(id: $id, expectedVersion: $expectedVersion, input: $input) {
      id
      version
    }
  }
`)

export const liftMarkMutation = graphql(`
  mutation LiftOrganizationMark($id: ID!, $expectedVersion: Int!, $mark: ID!, $until: String!, $reason: String!) {
    liftOrganizationMark(id: $id, expectedVersion: $expectedVersion, mark: $mark, until: $until, reason: $reason) {
      id
      version
    }
  }
`)

export const addPersonMutation = graphql(`
  mutation AddOrganizationPerson($id: ID!, $expectedVersion: Int!, $input: OrganizationPersonInput!) {
    addOrganizationPerson(id: $id, expectedVersion: $expectedVersion, input: $input) {
      id
      version
    }
  }
`)

export const endPersonMutation = graphql(`
  mutation EndOrganizationPerson($id: ID!, $expectedVersion: Int!, $person: ID!, $until: String!) {
    endOrganizationPerson(id: $id, expectedVersion: $expectedVersion, person: $person, until: $until) {
      id
      version
    }
  }
`)

export const keepBranchMutation = graphql(`
  mutation KeepOrganizationBranch($id: ID!, $expectedVersion: Int!, $name: String!, $since: String!, $until: String) {
    keepOrganizationBranch(id: $id, expectedVersion: $expectedVersion, name: $name, since: $since, until: $until) {
      id
      version
    }
  }
`)

export const keepContactsMutation = graphql(`
  mutation KeepOrganizationContacts($id: ID!, $expectedVersion: Int!, $phone: String, $mail: String, $website: String) {
    keepOrganizationContacts(id: $id, expectedVersion: $expectedVersion, phone: $phone, mail: $mail, website: $website) {
      id
      version
    }
  }
`)

export const mergeOrganizationMutation = graphql(`
  mutation MergeSocialOrganization($id: ID!, $expectedVersion: Int!, $into: ID!, $ground: MergerGround!, $reason: String!) {
    mergeSocialOrganization(id: $id, expectedVersion: $expectedVersion, into: $into, ground: $ground, reason: $reason) {
      id
      version
      status
    }
  }
`)

export const divideOrganizationMutation = graphql(`
  mutation DivideSocialOrganization($id: ID!, $expectedVersion: Int!, $into: [ID!]!, $goesOn: Boolean!, $reason: String!) {
    divideSocialOrganization(id: $id, expectedVersion: $expectedVersion, into: $into, goesOn: $goesOn, reason: $reason) {
      id
      version
      status
    }
  }
`)

export const mergerPreviewQuery = graphql(`
  query MergerPreview($id: ID!, $into: ID!) {
    mergerPreview(id: $id, into: $into) {
      blocked
      moving {
        label
        count
      }
    }
  }
`)

export const organizationSheetQuery = graphql(`
  query OrganizationSheet($division: ID!, $rows: [[String!]!]!, $passes: [SheetPass!]!) {
    organizationSheet(division: $division, rows: $rows, passes: $passes) {
      problem
      rows {
        line
        code
        name
        effect
        problems
        candidates {
          id
          code
          name
          likeness
        }
      }
    }
  }
`)

export const importOrganizationsMutation = graphql(`
  mutation ImportSocialOrganizations($division: ID!, $source: String!, $rows: [[String!]!]!, $passes: [SheetPass!]!) {
    importSocialOrganizations(division: $division, source: $source, rows: $rows, passes: $passes) {
      added
      revised
      disagreed
    }
  }
`)
