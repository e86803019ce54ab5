// How the effect of a project is judged: by a survey, by what the supervision committee records, and by rework where too few are satisfied.
import type { ActionRow, Subject } from '../shared/machine.ts'
import { text } from '../shared/words.ts'
import { all } from './guard.rules.ts'
import * as rule from './issue.rules.ts'

export const EVALUATION = {
  OPEN_SURVEY: {
    label: text('发起满意度问卷', 'Open the survey'),
    from: ['EVALUATING'],
    to: 'EVALUATING',
    by: ['COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER', 'SUPERVISION_MEMBER'],
    carries: true,
    unless: all(rule.surveyRuns, rule.judgesOwnProject),
  },
  RECORD_EVALUATION: {
    label: text('登记评估结果', 'Record the evaluation'),
    from: ['EVALUATING'],
    to: 'EVALUATING',
    by: ['SUPERVISION_MEMBER'],
    carries: true,
    unless: all(rule.surveyRuns, rule.judgesOwnProject),
  },
  ALLOW_RESULT: {
    label: text('说明理由予以认可', 'Let the result stand'),
    from: ['EVALUATING'],
    to: 'EVALUATING',
    by: ['SUPERVISION_MEMBER'],
    reason: true,
    aside: true,
    unless: all(rule.judgesOwnProject, rule.notEvaluated, rule.satisfied),
  },
  DEMAND_REWORK: {
    label: text('责成整改', 'Demand rework'),
    from: ['EVALUATING'],
    to: 'REWORK',
    by: ['SUPERVISION_MEMBER'],
    reason: true,
    unless: all(rule.notEvaluated, rule.satisfied, rule.reworkedEnough),
  },
} as const satisfies Record<string, ActionRow<'EVALUATING' | 'REWORK', rule.IssueFacts & Subject>>
