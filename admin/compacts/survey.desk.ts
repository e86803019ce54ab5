import { defineDesk } from '../app/desk.ts'
import { surveyBadge } from './badges.ts'
import { surveyQuery } from './survey.queries.ts'
import SurveyDesk from './SurveyDesk.vue'

export default defineDesk({
  query: surveyQuery,
  pick: ({ survey }) => survey,
  standing: (survey) => ({
    name: survey.issue?.title ?? survey.concerns,
    about: survey.division.name,
    dueAt: survey.status === 'OPEN' ? survey.closesAt : null,
    waiting: null,
    ...surveyBadge(survey),
  }),
  view: SurveyDesk,
})
