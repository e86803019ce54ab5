// An entry of the opportunity bank: drafted, open to claims, closed or expired.
import { defineMachine, type ActionOf, type StateOf } from '../shared/machine.ts'
import { text } from '../shared/words.ts'
import * as rule from './opportunity.rules.ts'
import type { OpportunityFacts } from './opportunity.rules.ts'

const KEEPERS = ['DISTRICT_CIVIL_AFFAIRS', 'SUBDISTRICT_OFFICER'] as const

export const opportunityMachine = defineMachine<OpportunityFacts>()({
  name: 'Opportunity',
  label: text('项目信息', 'Opportunity'),
  initial: 'DRAFT',
  states: {
    DRAFT: { label: text('草稿', 'Draft') },
    OPEN: { label: text('开放申领', 'Open') },
    CLOSED: { label: text('已结束', 'Closed'), final: true },
    EXPIRED: { label: text('已过期', 'Expired'), final: true },
    WITHDRAWN: { label: text('已撤回', 'Withdrawn'), final: true },
  },
  actions: {
    PUBLISH: {
      label: text('发布', 'Publish'),
      from: ['DRAFT'],
      to: 'OPEN',
      by: ['OWNER', ...KEEPERS],
      seals: true,
      unless: rule.over,
    },
    CLOSE: {
      label: text('结束申领', 'Close'),
      from: ['OPEN'],
      to: 'CLOSED',
      by: ['OWNER', ...KEEPERS],
      aside: true,
      reason: true,
    },
    EXPIRE: { label: text('到期', 'Expire'), from: ['OPEN'], to: 'EXPIRED', by: ['SYSTEM'] },
    WITHDRAW: {
      label: text('撤回', 'Withdraw'),
      from: ['DRAFT', 'OPEN'],
      to: 'WITHDRAWN',
      by: ['OWNER', ...KEEPERS, 'SYSTEM'],
      aside: true,
      reason: true,
    },
  },
})

export type OpportunityStatus = StateOf<typeof opportunityMachine>
export type OpportunityAction = ActionOf<typeof opportunityMachine>
