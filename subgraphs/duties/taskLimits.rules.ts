// How long each step of a task, an objection and a certificate takes, as dated rows.
import type { RuleRow } from '../shared/rule.ts'
import { limit, type Limit } from './limits.rules.ts'

export const TASK_LIMITS: readonly RuleRow<Limit>[] = [
  limit('TASK_ANSWER', '接收或者拒绝任务', 'Accepting or refusing a task', 3, 'WORK_DAY'),
  limit('TASK_DUE', '办理任务', 'Carrying out a task', 10, 'WORK_DAY'),
  limit('TASK_CONFIRMATION', '确认任务结果', 'Confirming a task', 5, 'WORK_DAY'),
  limit('TASK_CORRECTION', '更正任务', 'Correcting a task', 5, 'WORK_DAY'),
  limit('OBJECTION_ACCEPTANCE', '受理异议', 'Accepting an objection', 3, 'WORK_DAY'),
  limit('OBJECTION_BEGIN', '开展核查', 'Beginning to examine', 2, 'WORK_DAY'),
  limit('OBJECTION_ANSWER', '部门答复异议', 'The department’s answer', 5, 'WORK_DAY'),
  limit('OBJECTION_DECISION', '认定异议', 'Deciding an objection', 15, 'WORK_DAY'),
  limit('CERTIFICATE', '答复证明申请', 'Answering a request for a certificate', 2, 'WORK_DAY'),
]
