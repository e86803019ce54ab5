// A moral review by a panel of residents (道德评议会): proposed, convened, reviewed, and published without names.
import { defineMachine, type ActionOf, type StateOf } from '../shared/machine.ts'
import { text } from '../shared/words.ts'
import { all } from './guard.rules.ts'
import { namesTheBad, notAgreed, type MoralFacts } from './moral.rules.ts'

const COMMITTEE = ['COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER'] as const

export const moralReviewMachine = defineMachine<MoralFacts>()({
  name: 'MoralReview',
  label: text('道德评议', 'Moral review'),
  initial: 'PROPOSED',
  states: {
    PROPOSED: { label: text('待召集', 'Proposed') },
    CONVENED: { label: text('待评议', 'Convened'), says: text('评议员已经确定。', 'The panel is named.') },
    REVIEWED: { label: text('已评议', 'Reviewed') },
    PUBLISHED: { label: text('已公布', 'Published'), final: true },
    CLOSED: {
      label: text('已办结', 'Closed'),
      says: text('不公布，留存评议记录。', 'Kept on record, not published.'),
      final: true,
    },
    DECLINED: { label: text('不予评议', 'Declined'), final: true },
  },
  actions: {
    CONVENE: {
      label: text('召集评议会', 'Convene the panel'),
      from: ['PROPOSED'],
      to: 'CONVENED',
      by: COMMITTEE,
      carries: true,
    },
    DECLINE: {
      label: text('不予评议', 'Decline'),
      from: ['PROPOSED', 'CONVENED'],
      to: 'DECLINED',
      by: ['COMMITTEE_SECRETARY'],
      reason: true,
      aside: true,
    },
    REVIEW: {
      label: text('登记评议意见', 'Record the opinion'),
      from: ['CONVENED'],
      to: 'REVIEWED',
      by: [...COMMITTEE, 'MEETING_CHAIR'],
      carries: true,
    },
    PUBLISH: {
      label: text('公布', 'Publish'),
      from: ['REVIEWED'],
      to: 'PUBLISHED',
      by: ['COMMITTEE_SECRETARY'],
      seals: true,
      unless: all(notAgreed, namesTheBad),
    },
    CLOSE: {
      label: text('办结不公布', 'Close without publishing'),
      from: ['REVIEWED'],
      to: 'CLOSED',
      by: COMMITTEE,
      reason: true,
    },
  },
})

export type MoralStatus = StateOf<typeof moralReviewMachine>
export type MoralAction = ActionOf<typeof moralReviewMachine>
