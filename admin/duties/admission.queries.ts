// Applications for admission and the opinions asked on them: what their pages ask of the API.
import { eventParts } from '../app/app.queries.ts'
import { graphql, type ResultOf } from '../app/graphql.ts'

export const admissionsQuery = graphql(`
  query Admissions($filter: AdmissionFilter, $first: Int!, $after: String) {
    admissionApplications(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          name
          status
          dueAt
          decideBy
          validFrom
          validTo
          documentNumber
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

export const admissionQuery = graphql(
  `
    query AdmissionPage($id: ID!) {
      admissionApplication(id: $id) {
        id
        version
        status
        dueAt
        listType
        name
        category
        performer
        partners
        content
        standard
        frequency
        timeLimit
        materials
        staffing
        validFrom
        validTo
        remark
        bases {
          law
          article
          level
          inForceFrom
        }
        submittedAt
        missing
        returnedAt
        acceptedAt
        decideBy
        passed
        legalOpinion
        reviewedBy
        reviewedAt
        meetsOn
        members
        minutes
        decidedAt
        publicityBegunAt
        publicityDays
        documentNumber
        admittedAt
        itemCode
        createdAt
        division {
          code
          name
        }
        department {
          id
          name
        }
        notice {
          until
        }
        opinions {
          id
          status
          stance
          body
          signer
          signedAt
          dueAt
          division {
            code
            name
          }
        }
        votes {
          id
          by
          choice
          reason
          at
        }
        tally {
          members
          votes
          votesFor
          votesAgainst
          abstained
          isQuorate
          isCarried
        }
        objections {
          id
          by
          body
          at
          dueAt
          answer
          answeredAt
        }
        commitments {
          id
          status
          amount
          transferred
          transferBy
          daysOverdue
          division {
            code
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

export const admissionTermsQuery = graphql(`
  query AdmissionTerms($division: ID!) {
    admissionTerms(division: $division) {
      leadDays
      earliestStart
      leastOpinions
      publicityLeast
      publicityMost
      basis
    }
  }
`)

export const findAdmissionsQuery = graphql(`
  query FindAdmissions($text: String!) {
    admissionApplications(first: 6, filter: { text: $text }) {
      edges {
        node {
          id
          name
          documentNumber
          department {
            id
            name
          }
        }
      }
    }
  }
`)

export const admissionSheetQuery = graphql(`
  query AdmissionSheet($id: ID!) {
    admissionApplication(id: $id) {
      id
      name
      status
      category
      performer
      content
      standard
      frequency
      timeLimit
      validFrom
      validTo
      bases {
        law
        article
      }
      department {
        id
        name
      }
      division {
        code
        name
        path
      }
      notice {
        title
        lead
        period
        basis
        appeal
        issuedAt
        until
        workingDays
      }
    }
  }
`)

export const admissionsJudgedQuery = graphql(`
  query AdmissionsJudged($ids: [ID!]!) {
    admissionApplications(filter: { ids: $ids }, first: 100) {
      edges {
        node {
          id
          version
          title: name
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

export type AdmissionRow = NodeOf<ResultOf<typeof admissionsQuery>['admissionApplications']>
export type AdmissionWhole = NonNullable<ResultOf<typeof admissionQuery>['admissionApplication']>
export type AdmissionStatus = AdmissionWhole['status']
export type AdmissionAction = AdmissionWhole['offers'][number]['action']
export type AdmissionCheck = AdmissionWhole['passed'][number]
export type JointChoice = AdmissionWhole['votes'][number]['choice']
export type Objection = AdmissionWhole['objections'][number]
export type BasisLevel = AdmissionWhole['bases'][number]['level']
export type DutyCategory = AdmissionWhole['category']
export type DutyPerformer = AdmissionWhole['performer']
export type SheetWhole = NonNullable<ResultOf<typeof admissionSheetQuery>['admissionApplication']>
