// An amendment to one article of a draft: proposed on the text as it was read, and stale once that text changed.
import { defineMachine, type ActionOf, type StateOf } from '../shared/machine.ts'
import { text } from '../shared/words.ts'
import * as rule from './amendment.rules.ts'
import type { AmendmentFacts } from './amendment.rules.ts'
import { all } from './guard.rules.ts'

export const amendmentMachine = defineMachine<AmendmentFacts>()({
  name: 'Amendment',
  label: text('修改建议', 'Amendment'),
  initial: 'PROPOSED',
  states: {
    PROPOSED: { label: text('待处理', 'Proposed') },
    STALE: {
      label: text('底稿已变', 'Stale'),
      says: text(
        '条文在提出后有了修改，需要按现行条文重新提出。',
        'The article changed since; it must be written anew on the text as it stands.',
      ),
    },
    ACCEPTED: { label: text('已采纳', 'Accepted'), final: true },
    REJECTED: { label: text('未采纳', 'Rejected'), says: text('提出人可以转为议题。', 'Its author may make it an issue.') },
    CLOSED: { label: text('已终止', 'Closed'), says: text('草案已经撤回。', 'The draft was withdrawn.') },
    WITHDRAWN: { label: text('已撤回', 'Withdrawn'), final: true },
    PROMOTED: { label: text('已转为议题', 'Became an issue'), final: true },
    NOTED: { label: text('提出人已知悉', 'Noted by its author'), final: true },
  },
  actions: {
    ACCEPT: {
      label: text('采纳', 'Accept'),
      from: ['PROPOSED'],
      to: 'ACCEPTED',
      by: ['COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER'],
      carries: true,
      unless: all(rule.notDrafting, rule.staleBase),
    },
    REJECT: {
      label: text('不采纳', 'Reject'),
      from: ['PROPOSED', 'STALE'],
      to: 'REJECTED',
      by: ['COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER'],
      reason: true,
    },
    REBASE: {
      label: text('按现行条文重新提出', 'Write on the current text'),
      from: ['STALE'],
      to: 'PROPOSED',
      by: ['AUTHOR', 'COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER'],
      carries: true,
    },
    OUTDATE: {
      label: text('底稿已变', 'Outdate'),
      from: ['PROPOSED'],
      to: 'STALE',
      by: ['SYSTEM'],
      unless: rule.stillOnBase,
    },
    CLOSE: {
      label: text('随草案终止', 'Close with the draft'),
      from: ['PROPOSED', 'STALE'],
      to: 'CLOSED',
      by: ['SYSTEM'],
      aside: true,
      unless: rule.textStands,
    },
    WITHDRAW: {
      label: text('撤回建议', 'Withdraw'),
      from: ['PROPOSED', 'STALE'],
      to: 'WITHDRAWN',
      by: ['AUTHOR'],
      aside: true,
    },
    PROMOTE: {
      label: text('转为议题', 'Make it an issue'),
      from: ['REJECTED', 'CLOSED'],
      to: 'PROMOTED',
      by: ['AUTHOR'],
      carries: true,
    },
    NOTE: {
      label: text('知道了', 'Note'),
      from: ['REJECTED', 'CLOSED'],
      to: 'NOTED',
      by: ['AUTHOR'],
    },
  },
})

export type AmendmentStatus = StateOf<typeof amendmentMachine>
export type AmendmentAction = ActionOf<typeof amendmentMachine>
