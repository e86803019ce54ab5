// Surveys: what their pages ask of the API.
import { eventParts } from '../app/app.queries.ts'
import { graphql, type ResultOf } from '../app/graphql.ts'

export const surveyQuery = graphql(
  `
    query SurveyPage($id: ID!) {
      survey(id: $id) {
        id
        version
        status
        dueAt
        concerns
        households
        closesAt
        answers
        byApp: answers(channel: APP)
        onPaper: answers(channel: PAPER)
        figures {
          answers
          satisfied
          marks
          remarks
        }
        division {
          code
          name
        }
        issue {
          id
          title
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

export const openSurveyMutation = graphql(`
  mutation OpenSurvey($issue: ID!, $expectedVersion: Int!, $input: SurveyInput!) {
    openSurvey(issue: $issue, expectedVersion: $expectedVersion, input: $input) {
      id
    }
  }
`)

export const enterPaperAnswersMutation = graphql(`
  mutation EnterPaperAnswers($survey: ID!, $answers: [PaperAnswer!]!) {
    enterPaperAnswers(survey: $survey, answers: $answers) {
      id
      answers
    }
  }
`)

export const closeSurveyMutation = graphql(`
  mutation CloseSurvey($id: ID!, $expectedVersion: Int!) {
    closeSurvey(id: $id, expectedVersion: $expectedVersion) {
      id
      version
      status
    }
  }
`)

export type SurveyWhole = NonNullable<ResultOf<typeof surveyQuery>['survey']>
export type SurveyStatus = SurveyWhole['status']
