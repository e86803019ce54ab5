// A task (协助任务) that a department gives to a committee under an item in force: taken on or refused, done, confirmed.
import { defineMachine, type ActionOf, type StateOf } from '../shared/machine.ts'
import { text } from '../shared/words.ts'
import * as rule from './task.rules.ts'
import type { TaskFacts } from './task.rules.ts'

const COMMITTEE = ['COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER'] as const

export const dutyTaskMachine = defineMachine<TaskFacts>()({
  name: 'DutyTask',
  label: text('协助任务', 'Task'),
  initial: 'ISSUED',
  states: {
    ISSUED: { label: text('待接收', 'Issued') },
    ACCEPTED: { label: text('已接收', 'Accepted') },
    DOING: { label: text('办理中', 'Under way') },
    SUBMITTED: { label: text('待确认', 'Submitted') },
    REFUSED: {
      label: text('已拒办', 'Refused'),
      says: text('异议处理期间不办理。', 'Not carried out while the objection is open.'),
    },
    CORRECTING: {
      label: text('待更正', 'To be corrected'),
      says: text('异议成立，由下达部门更正。', 'An objection was upheld.'),
    },
    CONFIRMED: { label: text('已确认', 'Confirmed'), final: true },
    WITHDRAWN: { label: text('已撤回', 'Withdrawn'), final: true },
    STOPPED: {
      label: text('已停办', 'Stopped'),
      says: text('所依据的事项不再有效。', 'Its item is no longer in force.'),
      final: true,
    },
  },
  actions: {
    ACCEPT: {
      label: text('接收', 'Accept'),
      from: ['ISSUED'],
      to: 'ACCEPTED',
      by: COMMITTEE,
      starts: 'TASK_DUE',
      unless: rule.notInForce,
    },
    REFUSE: {
      label: text('拒绝办理', 'Refuse'),
      from: ['ISSUED', 'ACCEPTED'],
      to: 'REFUSED',
      by: ['COMMITTEE_SECRETARY'],
      carries: true,
    },
    START: {
      label: text('开始办理', 'Start'),
      from: ['ACCEPTED'],
      to: 'DOING',
      by: COMMITTEE,
      starts: 'TASK_DUE',
      unless: rule.notInForce,
    },
    SUBMIT: {
      label: text('提交结果', 'Submit'),
      from: ['DOING'],
      to: 'SUBMITTED',
      by: COMMITTEE,
      carries: true,
      starts: 'TASK_CONFIRMATION',
      lacks: rule.notAnswered,
    },
    CONFIRM: { label: text('确认办结', 'Confirm'), from: ['SUBMITTED'], to: 'CONFIRMED', by: ['OWNER'] },
    SEND_BACK: {
      label: text('退回补充', 'Send back'),
      from: ['SUBMITTED'],
      to: 'DOING',
      by: ['OWNER'],
      reason: true,
      starts: 'TASK_DUE',
    },
    CORRECT: {
      label: text('更正后下达', 'Correct and issue again'),
      from: ['CORRECTING'],
      to: 'ISSUED',
      by: ['OWNER'],
      carries: true,
      starts: 'TASK_ANSWER',
      unless: rule.notInForce,
    },
    WITHDRAW: {
      label: text('撤回任务', 'Withdraw'),
      from: ['ISSUED', 'ACCEPTED', 'REFUSED', 'DOING', 'SUBMITTED', 'CORRECTING'],
      to: 'WITHDRAWN',
      by: ['OWNER'],
      reason: true,
      aside: true,
    },
    ORDER_CORRECTION: {
      label: text('责令更正', 'Order a correction'),
      from: ['ISSUED', 'ACCEPTED', 'REFUSED', 'DOING', 'SUBMITTED'],
      to: 'CORRECTING',
      by: ['SYSTEM'],
      aside: true,
      starts: 'TASK_CORRECTION',
    },
    ANNUL: {
      label: text('责令撤回', 'Order the withdrawal'),
      from: ['ISSUED', 'ACCEPTED', 'REFUSED', 'DOING', 'SUBMITTED', 'CORRECTING'],
      to: 'WITHDRAWN',
      by: ['SYSTEM'],
      aside: true,
    },
    RESTORE: {
      label: text('恢复办理', 'Restore'),
      from: ['REFUSED'],
      to: 'ISSUED',
      by: ['SYSTEM'],
      aside: true,
      starts: 'TASK_ANSWER',
    },
    STOP: {
      label: text('停办', 'Stop'),
      from: ['ISSUED', 'ACCEPTED', 'REFUSED', 'DOING', 'SUBMITTED', 'CORRECTING'],
      to: 'STOPPED',
      by: ['SYSTEM'],
      aside: true,
      unless: rule.stillInForce,
    },
  },
})

export type TaskStatus = StateOf<typeof dutyTaskMachine>
export type TaskAction = ActionOf<typeof dutyTaskMachine>

/** Tasks of which something is still expected. */
export const OPEN_TASKS: readonly TaskStatus[] = dutyTaskMachine.actions.STOP.from
