// To see the data of a child an officer needs the approval of someone in charge (未成年人网络保护条例 §36): once, within a day.
import { defineMachine } from '../shared/machine.ts'
import { text } from '../shared/words.ts'
import { APPROVERS } from './resident.rules.ts'

export interface RevealRequestFacts {
  /** The actor asked for it. */
  readonly isOwn: boolean
}

const notOneself = ({ isOwn }: RevealRequestFacts) =>
  isOwn ? text('不能审批自己的申请。', 'You cannot decide your own request.') : null

export const revealRequestMachine = defineMachine<RevealRequestFacts>()({
  name: 'RevealRequest',
  label: text('未成年人信息查看申请', 'Request to see data of a child'),
  initial: 'REQUESTED',
  states: {
    REQUESTED: { label: text('待审批', 'Awaiting approval') },
    APPROVED: { label: text('已同意', 'Approved'), says: text('限申请人查看一次。', 'The person who asked may look once.') },
    USED: { label: text('已查看', 'Used'), final: true },
    REFUSED: { label: text('未同意', 'Refused'), final: true },
    LAPSED: { label: text('已失效', 'Lapsed'), final: true },
  },
  actions: {
    APPROVE: {
      label: text('同意', 'Approve'),
      from: ['REQUESTED'],
      to: 'APPROVED',
      by: APPROVERS,
      unless: notOneself,
      starts: 'CHILD_REVEAL_USE',
    },
    REFUSE: {
      label: text('不同意', 'Refuse'),
      from: ['REQUESTED'],
      to: 'REFUSED',
      by: APPROVERS,
      reason: true,
      unless: notOneself,
    },
    USE: { label: text('查看', 'Look'), from: ['APPROVED'], to: 'USED', by: ['AUTHOR'], carries: true },
    LAPSE: { label: text('失效', 'Lapse'), from: ['REQUESTED', 'APPROVED'], to: 'LAPSED', by: ['SYSTEM'], aside: true },
  },
})
