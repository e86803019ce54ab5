// A public-benefit service shop: prepared, checked, open, paused, closed for good.
import { defineMachine, type ActionOf, type StateOf } from '../shared/machine.ts'
import { text, type Text } from '../shared/words.ts'

export interface ShopFacts {
  readonly organizationStatus: string
  readonly isInvolved: boolean
}

const notRegistered = ({ organizationStatus }: ShopFacts): Text | null =>
  organizationStatus === 'REGISTERED' ? null : text('该组织已不是正常登记状态。', 'The organisation is not in being.')

const involved = (facts: ShopFacts): Text | null =>
  facts.isInvolved ? text('您在该组织任职，由其他人审核。', 'You work there; someone else checks it.') : notRegistered(facts)

const CHECKERS = ['DISTRICT_CIVIL_AFFAIRS', 'SUBDISTRICT_OFFICER'] as const

export const serviceShopMachine = defineMachine<ShopFacts>()({
  name: 'ServiceShop',
  label: text('公益服务店铺', 'Service shop'),
  initial: 'DRAFT',
  states: {
    DRAFT: { label: text('筹备中', 'Being prepared') },
    IN_REVIEW: { label: text('审核中', 'Being checked') },
    OPEN: { label: text('营业中', 'Open') },
    PAUSED: { label: text('暂停营业', 'Paused') },
    CLOSED: { label: text('已关闭', 'Closed'), final: true },
  },
  actions: {
    SUBMIT: {
      label: text('申请上线', 'Ask to open'),
      from: ['DRAFT'],
      to: 'IN_REVIEW',
      by: ['OWNER'],
      starts: 'SHOP_CHECK',
      unless: notRegistered,
    },
    OPEN: { label: text('同意上线', 'Open'), from: ['IN_REVIEW'], to: 'OPEN', by: [...CHECKERS], seals: true, unless: involved },
    RETURN: { label: text('退回修改', 'Give back'), from: ['IN_REVIEW'], to: 'DRAFT', by: [...CHECKERS], reason: true },
    PAUSE: {
      label: text('暂停营业', 'Pause'),
      from: ['OPEN'],
      to: 'PAUSED',
      by: ['OWNER', ...CHECKERS, 'SYSTEM'],
      reason: true,
      aside: true,
    },
    RESUME: {
      label: text('恢复营业', 'Resume'),
      from: ['PAUSED'],
      to: 'OPEN',
      by: ['OWNER', ...CHECKERS],
      unless: notRegistered,
    },
    REWORK: {
      label: text('下线修改', 'Take down to change'),
      from: ['OPEN', 'PAUSED'],
      to: 'DRAFT',
      by: ['OWNER'],
      reason: true,
      aside: true,
      unless: notRegistered,
    },
    CLOSE: {
      label: text('关闭店铺', 'Close for good'),
      from: ['DRAFT', 'IN_REVIEW', 'OPEN', 'PAUSED'],
      to: 'CLOSED',
      by: ['OWNER', ...CHECKERS, 'SYSTEM'],
      reason: true,
      aside: true,
    },
  },
})

export type ShopStatus = StateOf<typeof serviceShopMachine>
export type ShopAction = ActionOf<typeof serviceShopMachine>
