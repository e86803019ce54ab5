// A meeting that must be called (应当召集的会议): because enough have asked for it, or because the law's time has come.
import { defineMachine, type ActionOf, type StateOf } from '../shared/machine.ts'
import { text } from '../shared/words.ts'
import { notReached, stillGathering, type ConveningFacts } from './convening.rules.ts'

export const conveningMachine = defineMachine<ConveningFacts>()({
  name: 'Convening',
  label: text('应召会议', 'Meeting to be called'),
  initial: 'GATHERING',
  states: {
    GATHERING: { label: text('联名中', 'Gathering'), says: text('居民联名提请召集。', 'Residents ask for it by name.') },
    DUE: { label: text('应当召集', 'Due'), says: text('居委会应当召集会议。', 'The committee must call it.') },
    CALLED: { label: text('已召集', 'Called'), says: text('会议已经通知。', 'Notice of the meeting is given.') },
    HELD: { label: text('已召开', 'Held'), final: true },
    WITHDRAWN: { label: text('已撤回', 'Withdrawn'), final: true },
    LAPSED: {
      label: text('逾期未达', 'Lapsed'),
      says: text('期限内联名人数未达到法定比例。', 'Too few asked in time.'),
      final: true,
    },
  },
  actions: {
    REACH: {
      label: text('达到法定比例', 'Enough have asked'),
      from: ['GATHERING'],
      to: 'DUE',
      by: ['SYSTEM'],
      starts: 'CONVENING_CALL',
      unless: notReached,
    },
    CONVENE: {
      label: text('召集会议', 'Call the meeting'),
      from: ['DUE'],
      to: 'DUE',
      by: ['COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER'],
      carries: true,
    },
    CALL: { label: text('会议已通知', 'Notice given'), from: ['DUE'], to: 'CALLED', by: ['SYSTEM'], aside: true },
    REVIVE: {
      label: text('会议取消，重新召集', 'Its meeting was cancelled'),
      from: ['CALLED'],
      to: 'DUE',
      by: ['SYSTEM'],
      aside: true,
    },
    HOLD: { label: text('会议已召开', 'Meeting held'), from: ['CALLED'], to: 'HELD', by: ['SYSTEM'], aside: true },
    WITHDRAW: { label: text('撤回提请', 'Withdraw'), from: ['GATHERING'], to: 'WITHDRAWN', by: ['AUTHOR'], aside: true },
    LAPSE: {
      label: text('逾期终止', 'Let lapse'),
      from: ['GATHERING'],
      to: 'LAPSED',
      by: ['SYSTEM'],
      aside: true,
      unless: stillGathering,
    },
  },
})

export type ConveningStatus = StateOf<typeof conveningMachine>
export type ConveningAction = ActionOf<typeof conveningMachine>
