// The life of one version of a residents' compact (居民公约): drafted, commented, studied, voted, filed, in force.
import { defineMachine, type ActionOf, type StateOf } from '../shared/machine.ts'
import { text } from '../shared/words.ts'
import * as rule from './compact.rules.ts'
import type { CompactFacts } from './compact.rules.ts'
import { all } from './guard.rules.ts'

export const compactMachine = defineMachine<CompactFacts>()({
  name: 'Compact',
  label: text('居民公约', 'Compact'),
  initial: 'DRAFTING',
  states: {
    DRAFTING: { label: text('起草中', 'Drafting') },
    COMMENT: { label: text('征求意见中', 'Open for comment'), says: text('居民可以逐条提出意见。', 'Residents comment article by article.') },
    PARTY_REVIEW: { label: text('党组织研究中', 'Under Party study') },
    VOTING: { label: text('待表决', 'Awaiting the vote'), says: text('提交居民会议表决。', "Put to the residents' meeting.") },
    ADOPTED: { label: text('已通过', 'Adopted'), says: text('等待报送备案。', 'Waits to be filed.') },
    FILED: { label: text('已备案', 'Filed'), says: text('公布满十五日后施行。', 'In force once public for fifteen days.') },
    IN_FORCE: { label: text('施行中', 'In force') },
    ORDERED_TO_CORRECT: { label: text('责令改正', 'Ordered to correct'), says: text('相关条文暂停适用。', 'The articles named do not apply for now.') },
    SUPERSEDED: { label: text('已被新版替代', 'Superseded'), final: true },
    REPEALED: { label: text('已废止', 'Repealed'), final: true },
  },
  actions: {
    CHECK_LEGALITY: {
      label: text('合法性审查', 'Check legality'),
      from: ['DRAFTING'], to: 'DRAFTING', by: ['LEGAL_SPECIALIST'], carries: true,
    },
    OPEN_COMMENT: {
      label: text('公开征求意见', 'Open for comment'),
      from: ['DRAFTING'], to: 'COMMENT', by: ['COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER'],
      starts: 'COMPACT_COMMENT',
      unless: all(rule.noArticles, rule.notLawful),
    },
    REDRAFT: {
      label: text('修改文本', 'Redraft'),
      from: ['COMMENT'], to: 'DRAFTING', by: ['COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER'], reason: true, aside: true,
    },
    REQUEST_STUDY: {
      label: text('提请党组织研究', 'Request the Party study'),
      from: ['COMMENT'], to: 'PARTY_REVIEW', by: ['COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER'],
      starts: 'COMPACT_PARTY_REVIEW',
      unless: all(rule.commentRuns, rule.unanswered),
    },
    ENDORSE: {
      label: text('同意提交表决', 'Endorse'),
      from: ['PARTY_REVIEW'], to: 'VOTING', by: ['PARTY_BRANCH'], reason: true,
    },
    SEND_BACK: {
      label: text('退回修改', 'Send back'),
      from: ['PARTY_REVIEW'], to: 'DRAFTING', by: ['PARTY_BRANCH'], reason: true,
    },
    CONVENE: {
      label: text('召集居民会议', "Convene the residents' meeting"),
      from: ['VOTING'], to: 'VOTING', by: ['COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER'], carries: true,
    },
    ADOPT: {
      label: text('表决通过', 'Adopt'),
      from: ['VOTING'], to: 'ADOPTED', by: ['SYSTEM'],
      starts: 'COMPACT_FILING',
      unless: rule.notCarried,
    },
    FAIL: {
      label: text('表决未通过', 'Fail'),
      from: ['VOTING'], to: 'DRAFTING', by: ['SYSTEM'],
      unless: rule.notLost,
    },
    SUBMIT_FILING: {
      label: text('报送备案', 'Submit for filing'),
      from: ['ADOPTED'], to: 'ADOPTED', by: ['COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER'],
      unless: rule.submittedAlready,
    },
    FILE: {
      label: text('接收备案', 'File'),
      from: ['ADOPTED'], to: 'FILED', by: ['SUBDISTRICT_OFFICER', 'SUBDISTRICT_LEAD'], carries: true,
      unless: rule.notSubmitted,
    },
    ANNOUNCE: {
      label: text('公布', 'Announce'),
      from: ['FILED'], to: 'FILED', by: ['COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER'], carries: true,
      unless: rule.announcedAlready,
    },
    TAKE_EFFECT: {
      label: text('施行', 'Take effect'),
      from: ['FILED'], to: 'IN_FORCE', by: ['SYSTEM'],
      unless: all(rule.publicityRuns, rule.notEffective),
    },
    ORDER_CORRECTION: {
      label: text('责令改正', 'Order correction'),
      from: ['FILED', 'IN_FORCE'], to: 'ORDERED_TO_CORRECT',
      by: ['SUBDISTRICT_OFFICER', 'SUBDISTRICT_LEAD', 'DISTRICT_CIVIL_AFFAIRS'], reason: true, carries: true, aside: true,
      starts: 'COMPACT_CORRECTION',
    },
    REVISE: {
      label: text('修订公约', 'Revise'),
      from: ['IN_FORCE'], to: 'IN_FORCE', by: ['COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER'], carries: true, aside: true,
      unless: rule.revisedAlready,
    },
    CORRECT: {
      label: text('起草改正稿', 'Draft the correction'),
      from: ['ORDERED_TO_CORRECT'], to: 'ORDERED_TO_CORRECT', by: ['COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER'], carries: true,
      unless: rule.revisedAlready,
    },
    SUPERSEDE: {
      label: text('由新版替代', 'Supersede'),
      from: ['IN_FORCE', 'ORDERED_TO_CORRECT'], to: 'SUPERSEDED', by: ['SYSTEM'],
      unless: rule.noSuccessor,
    },
    REPEAL: {
      label: text('废止', 'Repeal'),
      from: ['IN_FORCE', 'ORDERED_TO_CORRECT'], to: 'REPEALED', by: ['COMMITTEE_SECRETARY'], reason: true, aside: true,
      unless: rule.notRepealed,
    },
  },
})

export type CompactStatus = StateOf<typeof compactMachine>
export type CompactAction = ActionOf<typeof compactMachine>
