// One vote of a residents' or representatives' meeting, from draft to published result.
import { defineMachine, type ActionOf, type StateOf } from '../shared/machine.ts'
import { text } from '../shared/words.ts'
import { all } from './guard.rules.ts'
import * as rule from './vote.rules.ts'
import type { VotingFacts } from './vote.rules.ts'

export const voteMachine = defineMachine<VotingFacts>()({
  name: 'Vote',
  label: text('表决', 'Vote'),
  initial: 'DRAFT',
  states: {
    DRAFT: { label: text('拟定中', 'Draft') },
    ARMED: { label: text('待开始', 'Armed'), says: text('事项、规则和名册已锁定。', 'Text, rule and electorate are fixed.') },
    OPEN: { label: text('投票中', 'Open'), says: text('截止前不公布任何结果。', 'No result is shown before it closes.') },
    CLOSED: { label: text('已截止', 'Closed'), says: text('等待计票。', 'Waits to be counted.') },
    COUNTED: { label: text('待核签', 'Counted'), says: text('计票单等待两人核签。', 'The count waits for two signatures.') },
    CERTIFIED: { label: text('已核签', 'Certified'), says: text('等待公布结果。', 'Waits to be published.') },
    CONTESTED: {
      label: text('异议处理中', 'Contested'),
      says: text('暂停投票和计票，由街镇决定。', 'Nothing is cast or counted until the subdistrict decides.'),
    },
    PUBLISHED: {
      label: text('已公布', 'Published'),
      says: text('公布不少于十五日。', 'Public for at least fifteen days.'),
      final: true,
    },
    CANCELLED: { label: text('已取消', 'Cancelled'), final: true },
    VOIDED: {
      label: text('已作废', 'Voided'),
      says: text('选票保留，不计结果。', 'The ballots are kept and do not count.'),
      final: true,
    },
  },
  actions: {
    ARM: {
      label: text('锁定表决事项', 'Arm'),
      from: ['DRAFT'],
      to: 'ARMED',
      by: ['MEETING_CHAIR', 'COMMITTEE_SECRETARY'],
      unless: all(
        rule.notBinding,
        rule.notNoticed,
        rule.notFrozen,
        rule.notComposed,
        rule.noProposal,
        rule.badPeriod,
        rule.compactNotReady,
        rule.textMoved,
        rule.notDelegated,
        rule.secretByArea,
      ),
    },
    OPEN: {
      label: text('开始投票', 'Open'),
      from: ['ARMED'],
      to: 'OPEN',
      by: ['MEETING_CHAIR'],
      unless: all(
        rule.meetingNotOpen,
        rule.beforeOpening,
        rule.afterClosing,
        rule.objectionsPending,
        rule.quorumMissing,
        rule.compactNotReady,
        rule.textMoved,
      ),
    },
    EXTEND: {
      label: text('延长投票', 'Extend'),
      from: ['OPEN'],
      to: 'OPEN',
      by: ['MEETING_CHAIR'],
      reason: true,
      carries: true,
      aside: true,
      unless: all(rule.extendedOnce, rule.afterClosing),
    },
    CLOSE: {
      label: text('截止投票', 'Close'),
      from: ['OPEN'],
      to: 'CLOSED',
      by: ['SYSTEM'],
      unless: rule.stillOpen,
    },
    COUNT: {
      label: text('计票', 'Count'),
      from: ['CLOSED'],
      to: 'COUNTED',
      by: ['SYSTEM'],
      starts: 'VOTE_COUNT',
    },
    SIGN_COUNT: {
      label: text('主持人核签', 'Sign the count'),
      from: ['COUNTED'],
      to: 'COUNTED',
      by: ['MEETING_CHAIR'],
      seals: true,
      unless: rule.signedAlready,
    },
    CERTIFY: {
      label: text('监督核签', 'Certify'),
      from: ['COUNTED'],
      to: 'CERTIFIED',
      by: ['SUPERVISION_MEMBER'],
      seals: true,
      starts: 'VOTE_PUBLICATION',
      unless: all(rule.chairUnsigned, rule.samePerson),
    },
    PUBLISH: {
      label: text('公布结果', 'Publish'),
      from: ['CERTIFIED'],
      to: 'PUBLISHED',
      by: ['COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER'],
      seals: true,
    },
    CANCEL: {
      label: text('取消表决', 'Cancel'),
      from: ['DRAFT', 'ARMED'],
      to: 'CANCELLED',
      by: ['MEETING_CHAIR', 'COMMITTEE_SECRETARY'],
      reason: true,
      aside: true,
    },
    CONTEST: {
      label: text('提请作废', 'Contest'),
      from: ['OPEN', 'CLOSED', 'COUNTED'],
      to: 'CONTESTED',
      by: ['SUPERVISION_MEMBER'],
      reason: true,
      aside: true,
    },
    VOID: {
      label: text('决定作废', 'Void'),
      from: ['CONTESTED'],
      to: 'VOIDED',
      by: ['SUBDISTRICT_OFFICER', 'SUBDISTRICT_LEAD'],
      reason: true,
    },
    UPHOLD: {
      label: text('维持表决', 'Uphold'),
      from: ['CONTESTED'],
      to: 'PREVIOUS',
      by: ['SUBDISTRICT_OFFICER', 'SUBDISTRICT_LEAD'],
      reason: true,
    },
  },
})

export type VoteStatus = StateOf<typeof voteMachine>
export type VoteAction = ActionOf<typeof voteMachine>
