// The directory of qualified organisations: what its pages ask of the API.
import { eventParts } from '../app/app.queries.ts'
import { graphql, type ResultOf } from '../app/graphql.ts'
import { enclosureParts } from './enclosure.queries.ts'

export const entriesQuery = graphql(`
  query QualifiedEntries($filter: QualifiedEntryFilter, $first: Int!, $after: String) {
    qualifiedEntries(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          status
          fields
          publicityAt
          publicityEndsAt
          listedAt
          validUntil
          suspendedUntil
          dueAt
          createdAt
          division {
            code
            name
          }
          organization {
            id
            name
            code
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

export const entryQuery = graphql(
  `
    query QualifiedEntryPage($id: ID!) {
      qualifiedEntry(id: $id) {
        id
        version
        status
        fields
        evidence
        statement
        enclosures {
          ...EnclosureParts
        }
        report
        publicityAt
        publicityEndsAt
        listedAt
        validUntil
        suspendedUntil
        barredUntil
        dueAt
        createdAt
        gaps
        objections {
          id
          by
          body
          at
          answer
          upheld
          answeredAt
        }
        division {
          code
          name
          path
        }
        organization {
          id
          name
          code
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
  [enclosureParts, eventParts],
)

export const entryNoticeQuery = graphql(`
  query EntryNotice($id: ID!) {
    qualifiedEntry(id: $id) {
      id
      status
      fields
      report
      publicityAt
      publicityEndsAt
      division {
        name
        path
      }
      organization {
        name
        code
        gradeToday
      }
    }
  }
`)

export const openDirectoryQuery = graphql(`
  query OpenDirectory($division: ID!, $first: Int!) {
    division(code: $division) {
      code
      name
    }
    qualifiedEntries(filter: { division: $division, status: [PUBLICITY, LISTED, SUSPENDED] }, first: $first) {
      totalCount
      edges {
        node {
          id
          status
          fields
          report
          publicityEndsAt
          validUntil
          organization {
            name
            code
            gradeToday
          }
        }
      }
    }
  }
`)

export const actOnEntryMutation = graphql(`
  mutation ActOnQualifiedEntry($id: ID!, $action: QualifiedEntryAction!, $expectedVersion: Int!, $reason: String) {
    actOnQualifiedEntry(id: $id, action: $action, expectedVersion: $expectedVersion, reason: $reason) {
      id
      version
      status
    }
  }
`)

export const applyMutation = graphql(`
  mutation ApplyForDirectory($input: QualificationInput!) {
    applyForDirectory(input: $input) {
      id
    }
  }
`)

export const completeEntryMutation = graphql(`
  mutation CompleteQualification($id: ID!, $expectedVersion: Int!, $input: QualificationInput!) {
    completeQualification(id: $id, expectedVersion: $expectedVersion, input: $input) {
      id
      version
      status
    }
  }
`)

export const publishEntryMutation = graphql(`
  mutation PublishQualification($id: ID!, $expectedVersion: Int!, $report: String!) {
    publishQualification(id: $id, expectedVersion: $expectedVersion, report: $report) {
      id
      version
      status
    }
  }
`)

export const suspendEntryMutation = graphql(`
  mutation SuspendQualification($id: ID!, $expectedVersion: Int!, $until: String!, $reason: String!) {
    suspendQualification(id: $id, expectedVersion: $expectedVersion, until: $until, reason: $reason) {
      id
      version
      status
    }
  }
`)

export const removeEntryMutation = graphql(`
  mutation RemoveQualification($id: ID!, $expectedVersion: Int!, $reason: String!, $barredUntil: String) {
    removeQualification(id: $id, expectedVersion: $expectedVersion, reason: $reason, barredUntil: $barredUntil) {
      id
      version
      status
    }
  }
`)

export const reconfirmEntryMutation = graphql(`
  mutation ReconfirmQualification($id: ID!, $expectedVersion: Int!, $statement: String!) {
    reconfirmQualification(id: $id, expectedVersion: $expectedVersion, statement: $statement) {
      id
      version
      status
    }
  }
`)

export const objectToEntryMutation = graphql(`
  mutation ObjectToQualification($entry: ID!, $body: String!) {
    objectToQualification(entry: $entry, body: $body) {
      id
    }
  }
`)

export const answerEntryMutation = graphql(`
  mutation AnswerEntryObjection($id: ID!, $expectedVersion: Int!, $objection: ID!, $upheld: Boolean!, $answer: String!) {
    answerEntryObjection(id: $id, expectedVersion: $expectedVersion, objection: $objection, upheld: $upheld, answer: $answer) {
      id
      version
      status
    }
  }
`)

type NodeOf<C extends { edges: readonly { node: unknown }[] }> = C['edges'][number]['node']

export type EntryRow = NodeOf<ResultOf<typeof entriesQuery>['qualifiedEntries']>
export type EntryWhole = NonNullable<ResultOf<typeof entryQuery>['qualifiedEntry']>
export type EntryStatus = EntryRow['status']
export type EntryAction = EntryWhole['offers'][number]['action']
export type Evidence = EntryWhole['evidence'][number]
