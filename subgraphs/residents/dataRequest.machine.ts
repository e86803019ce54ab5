// A person asks what is known about them, or has it corrected or deleted (个人信息保护法 §44-50). Fifteen working days.
import { defineMachine } from '../shared/machine.ts'
import { text, type Text } from '../shared/words.ts'

export interface DataRequestFacts {
  /** What was asked for. */
  readonly kind: string
  /** Refused by the same person who would now review it. */
  readonly isOwnRefusal: boolean
  /** What still needs the person's data. */
  readonly heldBy: Text | null
}

const stillHeld = ({ kind, heldBy }: DataRequestFacts) =>
  kind === 'DELETE' && heldBy
    ? text(`${heldBy.zh}尚未结束，暂不能删除。`, `Cannot be deleted yet: ${heldBy.en} has not ended.`)
    : null

const someoneElse = ({ isOwnRefusal }: DataRequestFacts) =>
  isOwnRefusal ? text('复核人不能是原办理人。', 'Whoever refused it cannot review it.') : null

const OFFICERS = ['COMMITTEE_SECRETARY', 'SUBDISTRICT_OFFICER'] as const

export const dataRequestMachine = defineMachine<DataRequestFacts>()({
  name: 'DataRequest',
  label: text('个人信息请求', 'Data request'),
  initial: 'SUBMITTED',
  states: {
    SUBMITTED: { label: text('已提交', 'Submitted') },
    PROCESSING: { label: text('办理中', 'In hand') },
    REFUSED: {
      label: text('不予办理', 'Refused'),
      says: text('申请人可以申请复核，也可以向法院起诉。', 'The person may ask for a review, or go to court (§50).'),
    },
    REVIEWING: { label: text('复核中', 'Under review') },
    FULFILLED: { label: text('已办结', 'Fulfilled'), final: true },
    UPHELD: { label: text('维持原决定', 'Refusal upheld'), final: true },
    WITHDRAWN: { label: text('已撤回', 'Withdrawn'), final: true },
  },
  actions: {
    ACCEPT: { label: text('受理', 'Accept'), from: ['SUBMITTED'], to: 'PROCESSING', by: OFFICERS },
    FULFIL: { label: text('办结', 'Fulfil'), from: ['PROCESSING'], to: 'FULFILLED', by: OFFICERS, unless: stillHeld },
    REFUSE: { label: text('不予办理', 'Refuse'), from: ['SUBMITTED', 'PROCESSING'], to: 'REFUSED', by: OFFICERS, reason: true },
    OBJECT: {
      label: text('申请复核', 'Ask for a review'),
      from: ['REFUSED'],
      to: 'REVIEWING',
      by: ['AUTHOR'],
      reason: true,
      aside: true,
    },
    REVERSE: {
      label: text('责成办理', 'Order it to be done'),
      from: ['REVIEWING'],
      to: 'PROCESSING',
      by: ['SUBDISTRICT_LEAD'],
      reason: true,
      unless: someoneElse,
    },
    UPHOLD: {
      label: text('维持原决定', 'Uphold'),
      from: ['REVIEWING'],
      to: 'UPHELD',
      by: ['SUBDISTRICT_LEAD'],
      reason: true,
      unless: someoneElse,
    },
    WITHDRAW: {
      label: text('撤回', 'Withdraw'),
      from: ['SUBMITTED', 'PROCESSING', 'REFUSED', 'REVIEWING'],
      to: 'WITHDRAWN',
      by: ['AUTHOR'],
      aside: true,
    },
  },
})
