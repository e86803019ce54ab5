// The opinion of one invited town or committee on a matter; the latest stands until the consultation closes.
import { defineMachine, type ActionOf, type StateOf } from '../shared/machine.ts'
import { text, type Text } from '../shared/words.ts'
import type { Guard } from './guard.rules.ts'

export const STANCES = {
  AGREE: text('同意', 'Agrees'),
  AGREE_WITH_CHANGES: text('修改后同意', 'Agrees with changes'),
  DISAGREE: text('不同意', 'Disagrees'),
} satisfies Record<string, Text>

export type Stance = keyof typeof STANCES

export interface OpinionFacts {
  /** The actor may sign for the unit. */
  readonly isOfUnit: boolean
}

const notOfUnit: Guard<OpinionFacts> = ({ isOfUnit }) =>
  isOfUnit ? null : text('意见由受邀单位自己签署。', 'The unit that was invited signs for itself.')

export const opinionMachine = defineMachine<OpinionFacts>()({
  name: 'Opinion',
  label: text('征求意见', 'Opinion'),
  initial: 'AWAITED',
  states: {
    AWAITED: { label: text('待反馈', 'Awaited') },
    GIVEN: { label: text('已签署', 'Signed') },
    CLOSED: { label: text('已截止', 'Closed'), final: true },
  },
  actions: {
    GIVE: {
      label: text('签署意见', 'Sign an opinion'),
      from: ['AWAITED'],
      to: 'GIVEN',
      by: ['SUBDISTRICT_OFFICER', 'SUBDISTRICT_LEAD', 'COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER'],
      carries: true,
      seals: true,
      unless: notOfUnit,
    },
    REPLACE: {
      label: text('重新签署', 'Sign another'),
      from: ['GIVEN'],
      to: 'GIVEN',
      by: ['SUBDISTRICT_OFFICER', 'SUBDISTRICT_LEAD', 'COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER'],
      carries: true,
      seals: true,
      aside: true,
      unless: notOfUnit,
    },
    CLOSE: {
      label: text('截止', 'Close'),
      from: ['AWAITED', 'GIVEN'],
      to: 'CLOSED',
      by: ['SYSTEM'],
      aside: true,
    },
  },
})

export type OpinionStatus = StateOf<typeof opinionMachine>
export type OpinionAction = ActionOf<typeof opinionMachine>
