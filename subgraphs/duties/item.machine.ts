// What may befall an item while its list is in force: suspended, adjusted, withdrawn.
import { defineMachine, type ActionOf, type StateOf } from '../shared/machine.ts'
import { text } from '../shared/words.ts'
import { all } from './guard.rules.ts'
import * as rule from './item.rules.ts'
import type { ItemFacts } from './item.rules.ts'

export const dutyItemMachine = defineMachine<ItemFacts>()({
  name: 'DutyItem',
  label: text('清单事项', 'Item of a list'),
  initial: 'LISTED',
  states: {
    LISTED: { label: text('在列', 'Listed') },
    SUSPENDED: { label: text('已暂停', 'Suspended'), says: text('暂停期间不得下达任务。', 'No task may be issued meanwhile.') },
    ADJUSTING: { label: text('调整中', 'Adjusting'), says: text('调整期间不得下达任务。', 'No task may be issued meanwhile.') },
    WITHDRAWN: { label: text('已退出', 'Withdrawn'), final: true },
  },
  actions: {
    SUSPEND: {
      label: text('暂停', 'Suspend'),
      from: ['LISTED'],
      to: 'SUSPENDED',
      by: ['DISTRICT_JOINT_MEETING', 'SYSTEM'],
      reason: true,
      aside: true,
      unless: all(rule.notListed, rule.follower),
    },
    RESUME: {
      label: text('恢复', 'Resume'),
      from: ['SUSPENDED'],
      to: 'LISTED',
      by: ['DISTRICT_JOINT_MEETING', 'SYSTEM'],
      unless: all(rule.notListed, rule.follower),
    },
    ADJUST: {
      label: text('调整', 'Adjust'),
      from: ['LISTED', 'SUSPENDED'],
      to: 'ADJUSTING',
      by: ['DISTRICT_JOINT_MEETING', 'SYSTEM'],
      reason: true,
      aside: true,
      unless: all(rule.notListed, rule.follower),
    },
    CONCLUDE_ADJUSTMENT: {
      label: text('结束调整', 'Conclude the adjustment'),
      from: ['ADJUSTING'],
      to: 'LISTED',
      by: ['DISTRICT_JOINT_MEETING', 'SYSTEM'],
      reason: true,
      unless: all(rule.notListed, rule.follower),
    },
    WITHDRAW: {
      label: text('退出', 'Withdraw'),
      from: ['LISTED', 'SUSPENDED', 'ADJUSTING'],
      to: 'WITHDRAWN',
      by: ['DISTRICT_JOINT_MEETING', 'SYSTEM'],
      reason: true,
      aside: true,
      unless: all(rule.notListed, rule.follower),
    },
    EXPIRE: {
      label: text('到期退出', 'Expire'),
      from: ['LISTED', 'SUSPENDED', 'ADJUSTING'],
      to: 'WITHDRAWN',
      by: ['SYSTEM'],
      aside: true,
      unless: all(rule.notListed, rule.notOver),
    },
  },
})

export type ItemStatus = StateOf<typeof dutyItemMachine>
export type ItemAction = ActionOf<typeof dutyItemMachine>
