// The survey of the households a project concerns (满意度问卷). Nobody reads its answers before it closes.
import { defineMachine, type ActionOf, type StateOf } from '../shared/machine.ts'
import { text } from '../shared/words.ts'
import { all } from './guard.rules.ts'
import { judgesOwnWork, stillOpen, type SurveyFacts } from './survey.rules.ts'

export const surveyMachine = defineMachine<SurveyFacts>()({
  name: 'Survey',
  label: text('满意度问卷', 'Survey'),
  initial: 'OPEN',
  states: {
    OPEN: { label: text('征集中', 'Open'), says: text('截止前不显示结果。', 'No result is shown before it closes.') },
    CLOSED: { label: text('已结束', 'Closed'), final: true },
  },
  actions: {
    CLOSE: {
      label: text('结束问卷并登记结果', 'Close the survey'),
      from: ['OPEN'],
      to: 'CLOSED',
      by: ['SUPERVISION_MEMBER'],
      unless: all(judgesOwnWork, stillOpen),
    },
  },
})

export type SurveyStatus = StateOf<typeof surveyMachine>
export type SurveyAction = ActionOf<typeof surveyMachine>
