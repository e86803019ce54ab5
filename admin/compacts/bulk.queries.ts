// What may be done with records somebody has picked: one request for up to a hundred.
import { graphql } from '../app/graphql.ts'

export const issuesJudgedQuery = graphql(`
  query IssuesJudged($ids: [ID!]!) {
    issues(filter: { ids: $ids }, first: 100) {
      edges {
        node {
          id
          version
          title
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

export const meetingsJudgedQuery = graphql(`
  query MeetingsJudged($ids: [ID!]!) {
    meetings(filter: { ids: $ids }, first: 100) {
      edges {
        node {
          id
          version
          title
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

export const votesJudgedQuery = graphql(`
  query VotesJudged($ids: [ID!]!) {
    votes(filter: { ids: $ids }, first: 100) {
      edges {
        node {
          id
          version
          title: proposal
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

export const projectsJudgedQuery = graphql(`
  query ProjectsJudged($ids: [ID!]!) {
    projects(filter: { ids: $ids }, first: 100) {
      edges {
        node {
          id
          version
          title
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

export const compactsJudgedQuery = graphql(`
  query CompactsJudged($ids: [ID!]!) {
    compacts(filter: { ids: $ids }, first: 100) {
      edges {
        node {
          id
          version
          title
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
