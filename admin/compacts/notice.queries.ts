// Notices: what the sheet to print and the page without sign-in ask of the API.
import { graphql, type ResultOf } from '../app/graphql.ts'

const noticeParts = graphql(`
  fragment NoticeParts on Notice {
    code
    kind
    number
    title
    lead
    period
    basis
    appeal
    since
    issuedAt
    division {
      code
      name
      path
    }
    compact {
      id
      articles {
        number
        body
      }
    }
    meeting {
      startsAt
      place
      agenda
      attendees
    }
    result {
      proposal
      ruleText
      basis
      eligible
      issued
      present
      received
      proxies
      agree
      disagree
      abstain
      quorate
      carried
    }
    disclosure {
      id
      body
      period
      sums {
        label
        amount
      }
      corrections {
        body
        at
      }
    }
    review {
      id
      title
      body
      measure
      opinion
      named
    }
    lift {
      door
      agreement
      cost
      ruleText
      eligible
      present
      agree
    }
  }
`)

export const noticeQuery = graphql(
  `
    query NoticeByCode($code: String!) {
      notice(code: $code) {
        ...NoticeParts
      }
    }
  `,
  [noticeParts],
)

export const sheetQuery = graphql(
  `
    query Sheet(
      $id: ID!
      $ofCompact: Boolean!
      $ofVote: Boolean!
      $ofMeeting: Boolean!
      $ofDisclosure: Boolean!
      $ofMoral: Boolean!
      $ofLift: Boolean!
    ) {
      compact(id: $id) @include(if: $ofCompact) {
        id
        status
        notice {
          ...NoticeParts
        }
      }
      vote(id: $id) @include(if: $ofVote) {
        id
        status
        notice {
          ...NoticeParts
        }
      }
      disclosure: affairsDisclosure(id: $id) @include(if: $ofDisclosure) {
        id
        status
        notice {
          ...NoticeParts
        }
      }
      moral: moralReview(id: $id) @include(if: $ofMoral) {
        id
        status
        notice {
          ...NoticeParts
        }
      }
      lift: buildingProject(id: $id) @include(if: $ofLift) {
        id
        status
        notice {
          ...NoticeParts
        }
      }
      meeting(id: $id) @include(if: $ofMeeting) {
        id
        status
        notice {
          ...NoticeParts
        }
      }
    }
  `,
  [noticeParts],
)

export type NoticeWhole = ResultOf<typeof noticeParts>
