// A pledge (文明公约签署): one household's or person's word on one version of a compact. Never an approval.
import { defineMachine, type ActionOf, type StateOf } from '../shared/machine.ts'
import { text } from '../shared/words.ts'
import { notOver, type PledgeFacts } from './pledge.rules.ts'

export const pledgeMachine = defineMachine<PledgeFacts>()({
  name: 'Pledge',
  label: text('签署', 'Pledge'),
  initial: 'SIGNED',
  states: {
    SIGNED: { label: text('已签署', 'Signed') },
    WITHDRAWN: { label: text('已撤回', 'Withdrawn'), final: true },
    LAPSED: {
      label: text('已失效', 'Lapsed'),
      says: text('版本更新或者已经迁出。', 'A new version, or the signer has moved away.'),
      final: true,
    },
    VOID: { label: text('已作废', 'Void'), says: text('冒签或者重复签署。', 'Signed falsely or twice.'), final: true },
  },
  actions: {
    WITHDRAW: {
      label: text('撤回签署', 'Withdraw'),
      from: ['SIGNED'],
      to: 'WITHDRAWN',
      by: ['AUTHOR'],
      aside: true,
    },
    WITHDRAW_FOR: {
      label: text('按书面申请代为撤回', 'Withdraw on written request'),
      from: ['SIGNED'],
      to: 'WITHDRAWN',
      by: ['COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER'],
      reason: true,
      aside: true,
    },
    LAPSE: {
      label: text('签署失效', 'Lapse'),
      from: ['SIGNED'],
      to: 'LAPSED',
      by: ['SYSTEM'],
      aside: true,
      unless: notOver,
    },
    ANNUL: {
      label: text('作废', 'Annul'),
      from: ['SIGNED'],
      to: 'VOID',
      by: ['SUPERVISION_MEMBER'],
      reason: true,
      aside: true,
    },
  },
})

export type PledgeStatus = StateOf<typeof pledgeMachine>
export type PledgeAction = ActionOf<typeof pledgeMachine>
