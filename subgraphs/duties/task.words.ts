// What the history of tasks, objections and certificates tells of a step besides who took it.
import type { DetailWords } from '../shared/acts.ts'
import { text } from '../shared/words.ts'

export const TASK_DETAILS: Readonly<Record<string, DetailWords>> = {
  ground: [text('拒办理由', 'Ground')],
  reply: [text('答复文书', 'Written reply')],
  taskTitle: [text('任务名称', 'Title')],
  taskStandard: [text('任务要求', 'What is asked')],
  dueOn: [text('完成日期', 'Due')],
  report: [text('办理结果', 'Report')],
  departmentAnswer: [text('部门答复', 'Department’s answer')],
  finding: [text('认定意见', 'Decision')],
  effects: [text('处理结果', 'What follows')],
  circular: [text('通报', 'Circular')],
  refusedBecause: [text('不予出具的理由', 'Refused because')],
  referral: [text('办理途径', 'Where to go')],
}
