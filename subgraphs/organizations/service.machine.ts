// A service of the directory: drafted, checked, offered, closed for a time, ended. What is offered changes only once it was checked.
import { defineMachine, type ActionOf, type StateOf } from '../shared/machine.ts'
import { text } from '../shared/words.ts'
import { all } from './guard.rules.ts'
import * as rule from './service.rules.ts'
import type { ServiceFacts } from './service.rules.ts'

const CHECKERS = ['DISTRICT_CIVIL_AFFAIRS', 'SUBDISTRICT_OFFICER'] as const

export const serviceListingMachine = defineMachine<ServiceFacts>()({
  name: 'ServiceListing',
  label: text('服务', 'Service'),
  initial: 'DRAFT',
  states: {
    DRAFT: { label: text('草稿', 'Draft') },
    IN_REVIEW: { label: text('审核中', 'Being checked') },
    ACTIVE: { label: text('服务中', 'Offered') },
    TEMPORARILY_CLOSED: { label: text('暂停服务', 'Closed for a time') },
    INACTIVE: { label: text('已停止', 'No longer offered') },
    DEFUNCT: {
      label: text('已注销', 'Defunct'),
      says: text('继续公开一段时间，便于转载方更新。', 'Shown for a while, so that those who copied it learn.'),
      final: true,
    },
  },
  actions: {
    SUBMIT: {
      label: text('提交审核', 'Hand in'),
      from: ['DRAFT'],
      to: 'IN_REVIEW',
      by: ['OWNER', 'DISTRICT_CIVIL_AFFAIRS', 'SUBDISTRICT_OFFICER'],
      starts: 'SERVICE_CHECK',
      unless: all(rule.notRegistered, rule.unfinished),
    },
    RETURN: {
      label: text('退回修改', 'Give back'),
      from: ['IN_REVIEW'],
      to: 'DRAFT',
      by: [...CHECKERS],
      reason: true,
    },
    PUBLISH: {
      label: text('审核通过', 'Publish'),
      from: ['IN_REVIEW'],
      to: 'ACTIVE',
      by: [...CHECKERS],
      seals: true,
      starts: 'SERVICE_FRESH',
      unless: all(rule.notRegistered, rule.unfinished, rule.involved, rule.doubled),
    },
    PROPOSE: {
      label: text('提出修改', 'Propose a change'),
      from: ['ACTIVE'],
      to: 'ACTIVE',
      by: ['OWNER'],
      carries: true,
      aside: true,
    },
    APPLY: {
      label: text('采纳修改', 'Apply the change'),
      from: ['ACTIVE'],
      to: 'ACTIVE',
      by: [...CHECKERS],
      aside: true,
      unless: all(rule.nothingProposed, rule.involved),
    },
    DECLINE: {
      label: text('不采纳修改', 'Decline the change'),
      from: ['ACTIVE'],
      to: 'ACTIVE',
      by: [...CHECKERS],
      reason: true,
      aside: true,
      unless: rule.nothingProposed,
    },
    ASSURE: {
      label: text('核实无误', 'Assure'),
      from: ['ACTIVE'],
      to: 'ACTIVE',
      by: ['OWNER', ...CHECKERS],
      reason: true,
      starts: 'SERVICE_FRESH',
    },
    CLOSE_FOR_A_TIME: {
      label: text('暂停服务', 'Close for a time'),
      from: ['ACTIVE'],
      to: 'TEMPORARILY_CLOSED',
      by: ['OWNER', ...CHECKERS],
      carries: true,
      reason: true,
      aside: true,
    },
    REOPEN: {
      label: text('恢复服务', 'Open again'),
      from: ['TEMPORARILY_CLOSED'],
      to: 'ACTIVE',
      by: ['OWNER', ...CHECKERS, 'SYSTEM'],
      starts: 'SERVICE_FRESH',
      unless: rule.notRegistered,
    },
    STOP: {
      label: text('停止服务', 'Stop'),
      from: ['DRAFT', 'IN_REVIEW', 'ACTIVE', 'TEMPORARILY_CLOSED'],
      to: 'INACTIVE',
      by: ['OWNER', ...CHECKERS, 'SYSTEM'],
      reason: true,
      aside: true,
    },
    REVIVE: {
      label: text('重新申报', 'Take up again'),
      from: ['INACTIVE'],
      to: 'DRAFT',
      by: ['OWNER'],
      aside: true,
      unless: rule.notRegistered,
    },
    END: {
      label: text('注销', 'Declare defunct'),
      from: ['INACTIVE'],
      to: 'DEFUNCT',
      by: [...CHECKERS],
      reason: true,
      aside: true,
    },
  },
})

export type ServiceStatus = StateOf<typeof serviceListingMachine>
export type ServiceAction = ActionOf<typeof serviceListingMachine>

/** What anyone may see. */
export const SHOWN = ['ACTIVE', 'TEMPORARILY_CLOSED', 'INACTIVE', 'DEFUNCT'] as const satisfies readonly ServiceStatus[]
