// One instalment of an award: its condition met, asked for, checked, approved and paid by three different people; or withheld.
import { defineMachine, type ActionOf, type StateOf } from '../shared/machine.ts'
import { text } from '../shared/words.ts'
import * as rule from './grantAgreement.rules.ts'
import type { InstalmentFacts } from './grantAgreement.rules.ts'
import { GRANT_LEADS, GRANT_OFFICERS } from './grantRound.machine.ts'
import { all } from './guard.rules.ts'

const OPEN = ['PLANNED', 'CONDITION_MET', 'REQUESTED', 'CHECKED', 'APPROVED'] as const

export const grantInstalmentMachine = defineMachine<InstalmentFacts>()({
  name: 'GrantInstalment',
  label: text('创投拨款', 'Grant instalment'),
  initial: 'PLANNED',
  states: {
    PLANNED: { label: text('未到期', 'Planned') },
    CONDITION_MET: { label: text('可申请', 'May be asked for') },
    REQUESTED: { label: text('待核对', 'To be checked') },
    CHECKED: { label: text('待审批', 'To be approved') },
    APPROVED: { label: text('待支付', 'To be paid') },
    PAID: { label: text('已支付', 'Paid'), final: true },
    WITHHELD: { label: text('已暂扣', 'Withheld') },
    CANCELLED: { label: text('已取消', 'Cancelled'), final: true },
  },
  actions: {
    RELEASE: {
      label: text('达到拨款条件', 'Condition met'),
      from: ['PLANNED'],
      to: 'CONDITION_MET',
      by: ['SYSTEM'],
      unless: rule.notSigned,
    },
    REQUEST: {
      label: text('申请拨款', 'Ask for it'),
      from: ['CONDITION_MET'],
      to: 'REQUESTED',
      by: ['OWNER'],
      unless: all(rule.notSigned, rule.earlierUnpaid),
    },
    CHECK: {
      label: text('核对', 'Check'),
      from: ['REQUESTED'],
      to: 'CHECKED',
      by: GRANT_OFFICERS,
      unless: all(rule.notSigned, rule.tiedToPayee),
    },
    APPROVE: {
      label: text('审批', 'Approve'),
      from: ['CHECKED'],
      to: 'APPROVED',
      by: GRANT_LEADS,
      seals: true,
      unless: all(rule.notSigned, rule.hadHand, rule.tiedToPayee),
    },
    PAY: {
      label: text('登记支付', 'Record the payment'),
      from: ['APPROVED'],
      to: 'PAID',
      by: ['DISTRICT_FINANCE'],
      carries: true,
      seals: true,
      unless: all(rule.notSigned, rule.hadHand, rule.tiedToPayee),
    },
    SEND_BACK: {
      label: text('退回', 'Send back'),
      from: ['REQUESTED', 'CHECKED', 'APPROVED'],
      to: 'CONDITION_MET',
      by: [...GRANT_OFFICERS, 'SUBDISTRICT_LEAD', 'DISTRICT_FINANCE'],
      reason: true,
      aside: true,
    },
    WITHHOLD: {
      label: text('暂扣', 'Withhold'),
      from: OPEN,
      to: 'WITHHELD',
      by: [...GRANT_OFFICERS, 'SYSTEM'],
      reason: true,
      aside: true,
    },
    LET_GO: {
      label: text('解除暂扣', 'Let go'),
      from: ['WITHHELD'],
      to: 'PREVIOUS',
      by: GRANT_LEADS,
      reason: true,
      aside: true,
      unless: rule.notSigned,
    },
    CANCEL: { label: text('取消', 'Cancel'), from: [...OPEN, 'WITHHELD'], to: 'CANCELLED', by: ['SYSTEM'], aside: true },
  },
})

export type InstalmentStatus = StateOf<typeof grantInstalmentMachine>
export type InstalmentAction = ActionOf<typeof grantInstalmentMachine>
