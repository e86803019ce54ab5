// A pledge signed on paper: entered by one officer, read again by another; what does not match waits in a queue.
import { defineMachine, type ActionOf, type StateOf } from '../shared/machine.ts'
import { text } from '../shared/words.ts'
import { all } from './guard.rules.ts'
import { readTwiceByOne, unidentified, type PledgePaperFacts } from './pledgePaper.rules.ts'

const COMMITTEE = ['COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER'] as const

export const pledgePaperMachine = defineMachine<PledgePaperFacts>()({
  name: 'PledgePaper',
  label: text('纸质签署单', 'Paper pledge'),
  initial: 'ENTERED',
  states: {
    ENTERED: {
      label: text('待复核', 'Entered'),
      says: text('由另一名人员对照原件复核。', 'Another officer reads the sheet again.'),
    },
    UNMATCHED: {
      label: text('待核对', 'Unmatched'),
      says: text('两次录入不一致，或者名册中没有找到签署人。', 'The two readings differ, or the signer is not on the roll.'),
    },
    CONFIRMED: { label: text('已登记', 'Confirmed'), final: true },
    DISCARDED: { label: text('已作废', 'Discarded'), final: true },
  },
  actions: {
    CONFIRM: {
      label: text('复核', 'Read again'),
      from: ['ENTERED'],
      to: 'CONFIRMED',
      by: COMMITTEE,
      carries: true,
      unless: all(readTwiceByOne, unidentified),
    },
    DIFFER: {
      label: text('两次录入不一致', 'Differ'),
      from: ['ENTERED'],
      to: 'UNMATCHED',
      by: ['SYSTEM'],
    },
    IDENTIFY: {
      label: text('核对签署人', 'Identify the signer'),
      from: ['UNMATCHED'],
      to: 'ENTERED',
      by: COMMITTEE,
      carries: true,
    },
    DISCARD: {
      label: text('作废', 'Discard'),
      from: ['ENTERED', 'UNMATCHED'],
      to: 'DISCARDED',
      by: COMMITTEE,
      reason: true,
      aside: true,
    },
  },
})

export type PledgePaperStatus = StateOf<typeof pledgePaperMachine>
export type PledgePaperAction = ActionOf<typeof pledgePaperMachine>
