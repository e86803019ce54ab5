// An entry of the directory of qualified organisations: applied for, checked, shown to the public, listed, suspended, ended.
import { defineMachine, type ActionOf, type StateOf } from '../shared/machine.ts'
import { text } from '../shared/words.ts'
import * as rule from './entry.rules.ts'
import type { EntryFacts } from './entry.rules.ts'
import { all } from './guard.rules.ts'

export const qualifiedEntryMachine = defineMachine<EntryFacts>()({
  name: 'QualifiedEntry',
  label: text('承接资质', 'Qualification'),
  initial: 'APPLIED',
  states: {
    APPLIED: { label: text('已申报', 'Applied for') },
    UNDER_REVIEW: { label: text('审核中', 'Being checked') },
    NEEDS_INFO: { label: text('待补正', 'To be completed') },
    PUBLICITY: { label: text('公示中', 'Shown to the public'), says: text('任何人可以提出异议。', 'Anyone may object.') },
    LISTED: { label: text('在库', 'Listed') },
    SUSPENDED: {
      label: text('已暂停', 'Suspended'),
      says: text('不得承接新项目，已签约的项目继续履行。', 'No new work; what was agreed goes on.'),
    },
    REMOVED: { label: text('已出库', 'Removed'), final: true },
    EXPIRED: { label: text('已到期', 'Expired'), final: true },
    REJECTED: { label: text('未通过', 'Rejected'), final: true },
    WITHDRAWN: { label: text('已撤回', 'Withdrawn'), final: true },
  },
  actions: {
    BEGIN_REVIEW: {
      label: text('开始审核', 'Begin to check'),
      from: ['APPLIED'],
      to: 'UNDER_REVIEW',
      by: ['DISTRICT_CIVIL_AFFAIRS'],
      starts: 'DIRECTORY_REVIEW',
      unless: rule.involved,
    },
    ASK: {
      label: text('要求补正', 'Ask for more'),
      from: ['UNDER_REVIEW'],
      to: 'NEEDS_INFO',
      by: ['DISTRICT_CIVIL_AFFAIRS'],
      reason: true,
      starts: 'DIRECTORY_CORRECTION',
      unless: rule.involved,
    },
    COMPLETE: {
      label: text('提交补正', 'Complete'),
      from: ['NEEDS_INFO'],
      to: 'UNDER_REVIEW',
      by: ['OWNER'],
      carries: true,
      starts: 'DIRECTORY_REVIEW',
    },
    PUBLISH: {
      label: text('公示', 'Show to the public'),
      from: ['UNDER_REVIEW'],
      to: 'PUBLICITY',
      by: ['DISTRICT_CIVIL_AFFAIRS'],
      carries: true,
      seals: true,
      unless: all(rule.involved, rule.notRegistered, rule.lacking),
      lacks: rule.notReported,
    },
    REJECT: {
      label: text('不予通过', 'Reject'),
      from: ['UNDER_REVIEW', 'NEEDS_INFO', 'PUBLICITY'],
      to: 'REJECTED',
      by: ['DISTRICT_CIVIL_AFFAIRS'],
      reason: true,
      aside: true,
      unless: rule.involved,
    },
    LIST: {
      label: text('入库', 'List'),
      from: ['PUBLICITY'],
      to: 'LISTED',
      by: ['DISTRICT_CIVIL_AFFAIRS'],
      seals: true,
      unless: all(rule.involved, rule.notRegistered, rule.stillPublic, rule.objected, rule.marked),
    },
    RECONFIRM: {
      label: text('年度确认', 'Reconfirm for the year'),
      from: ['LISTED'],
      to: 'LISTED',
      by: ['OWNER'],
      carries: true,
    },
    SUSPEND: {
      label: text('暂停资质', 'Suspend'),
      from: ['LISTED'],
      to: 'SUSPENDED',
      by: ['DISTRICT_CIVIL_AFFAIRS', 'SYSTEM'],
      carries: true,
      reason: true,
      aside: true,
    },
    LIFT: {
      label: text('恢复资质', 'Lift the suspension'),
      from: ['SUSPENDED'],
      to: 'LISTED',
      by: ['DISTRICT_CIVIL_AFFAIRS', 'SYSTEM'],
      reason: true,
      unless: all(rule.notRegistered, rule.marked),
    },
    REMOVE: {
      label: text('出库', 'Remove'),
      from: ['LISTED', 'SUSPENDED'],
      to: 'REMOVED',
      by: ['DISTRICT_CIVIL_AFFAIRS', 'SYSTEM'],
      carries: true,
      reason: true,
      seals: true,
      aside: true,
    },
    EXPIRE: {
      label: text('到期', 'Expire'),
      from: ['LISTED', 'SUSPENDED'],
      to: 'EXPIRED',
      by: ['SYSTEM'],
      unless: rule.stillValid,
    },
    WITHDRAW: {
      label: text('撤回', 'Withdraw'),
      from: ['APPLIED', 'UNDER_REVIEW', 'NEEDS_INFO', 'PUBLICITY'],
      to: 'WITHDRAWN',
      by: ['OWNER', 'SYSTEM'],
      reason: true,
      aside: true,
    },
  },
})

export type EntryStatus = StateOf<typeof qualifiedEntryMachine>
export type EntryAction = ActionOf<typeof qualifiedEntryMachine>

/** States in which an application is under way or the entry stands: one of them per code. */
export const LIVE = [
  'APPLIED',
  'UNDER_REVIEW',
  'NEEDS_INFO',
  'PUBLICITY',
  'LISTED',
  'SUSPENDED',
] as const satisfies readonly EntryStatus[]
/** What anyone may see of the directory. */
export const OPEN = ['PUBLICITY', 'LISTED', 'SUSPENDED', 'REMOVED', 'EXPIRED'] as const satisfies readonly EntryStatus[]
