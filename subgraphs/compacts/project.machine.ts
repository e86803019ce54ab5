// The work an adopted issue asks for, from plan to acceptance.
import { defineMachine, type ActionOf, type StateOf } from '../shared/machine.ts'
import { text } from '../shared/words.ts'
import * as rule from './project.rules.ts'
import type { ProjectFacts } from './project.rules.ts'
import { all } from './guard.rules.ts'

export const projectMachine = defineMachine<ProjectFacts>()({
  name: 'Project',
  label: text('项目', 'Project'),
  initial: 'PLANNED',
  states: {
    PLANNED: { label: text('待启动', 'Planned') },
    IN_PROGRESS: { label: text('推进中', 'In progress') },
    DELIVERED: { label: text('待验收', 'Delivered'), says: text('责任单位已报完工。', 'The owner reports it finished.') },
    REWORK: {
      label: text('返工中', 'Rework'),
      says: text('验收或者评估未通过。', 'It was not accepted, or too few were satisfied.'),
    },
    ACCEPTED: { label: text('已验收', 'Accepted') },
    DONE: { label: text('已结项', 'Done'), final: true },
    STOPPED: { label: text('已停止', 'Stopped'), final: true },
  },
  actions: {
    START: {
      label: text('启动', 'Start'),
      from: ['PLANNED'],
      to: 'IN_PROGRESS',
      by: ['OWNER', 'COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER'],
      unless: all(rule.notPlanned, rule.notWatched),
    },
    DELIVER: {
      label: text('报完工', 'Deliver'),
      from: ['IN_PROGRESS', 'REWORK'],
      to: 'DELIVERED',
      by: ['OWNER', 'COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER'],
      starts: 'PROJECT_ACCEPTANCE',
      unless: rule.notProven,
    },
    ACCEPT: {
      label: text('验收通过', 'Accept'),
      from: ['DELIVERED'],
      to: 'ACCEPTED',
      by: ['SUPERVISION_MEMBER'],
      unless: all(rule.judgesOwnWork, rule.notAgreed),
    },
    SEND_BACK: {
      label: text('验收不通过', 'Send back'),
      from: ['DELIVERED'],
      to: 'REWORK',
      by: ['SUPERVISION_MEMBER'],
      reason: true,
      unless: rule.judgesOwnWork,
    },
    REOPEN: {
      label: text('退回返工', 'Reopen for rework'),
      from: ['DELIVERED', 'ACCEPTED'],
      to: 'REWORK',
      by: ['SYSTEM'],
    },
    SETTLE: {
      label: text('登记决算', 'Record what was spent'),
      from: ['ACCEPTED'],
      to: 'ACCEPTED',
      by: ['OWNER', 'COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER'],
      carries: true,
    },
    FINISH: {
      label: text('结项', 'Finish'),
      from: ['ACCEPTED'],
      to: 'DONE',
      by: ['COMMITTEE_SECRETARY'],
      unless: all(rule.notSettled, rule.notEvaluated),
    },
    STOP: {
      label: text('停止项目', 'Stop'),
      from: ['PLANNED', 'IN_PROGRESS', 'REWORK'],
      to: 'STOPPED',
      by: ['COMMITTEE_SECRETARY'],
      reason: true,
      aside: true,
      unless: rule.stopNotDecided,
    },
  },
})

export type ProjectStatus = StateOf<typeof projectMachine>
export type ProjectAction = ActionOf<typeof projectMachine>
