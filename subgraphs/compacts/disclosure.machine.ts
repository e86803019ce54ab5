// The disclosure of a committee's affairs (居务公开): drafted, reviewed by the supervision committee, public, open to questions.
import { defineMachine, type ActionOf, type StateOf } from '../shared/machine.ts'
import { text } from '../shared/words.ts'
import * as rule from './disclosure.rules.ts'
import type { DisclosureFacts } from './disclosure.rules.ts'
import { all } from './guard.rules.ts'

const COMMITTEE = ['COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER'] as const

export const affairsDisclosureMachine = defineMachine<DisclosureFacts>()({
  name: 'AffairsDisclosure',
  label: text('居务公开', 'Affairs disclosure'),
  initial: 'DRAFT',
  states: {
    DRAFT: { label: text('拟稿', 'Draft') },
    REVIEWING: {
      label: text('待审核', 'Under review'),
      says: text('由居务监督委员会审核。', 'The supervision committee reviews it.'),
    },
    REVIEWED: { label: text('待公布', 'Reviewed') },
    PUBLISHED: {
      label: text('公布中', 'Published'),
      says: text('公布不少于十五日，接受居民查询。', 'Public for at least fifteen days and open to questions.'),
    },
    QUERIED: { label: text('待答复查询', 'Queried') },
    ANSWERED: { label: text('已答复', 'Answered') },
    ORDERED: {
      label: text('责令更正', 'Ordered to correct'),
      says: text('公布不真实或者不完整，须更正后重新公布。', 'Untrue or incomplete; to be corrected and published again.'),
    },
    ARCHIVED: { label: text('已归档', 'Archived'), final: true },
    DISCARDED: { label: text('已作废', 'Discarded'), final: true },
  },
  actions: {
    SUBMIT: {
      label: text('送审', 'Submit for review'),
      from: ['DRAFT'],
      to: 'REVIEWING',
      by: COMMITTEE,
      starts: 'DISCLOSURE_REVIEW',
      unless: rule.empty,
    },
    DISCARD: { label: text('作废', 'Discard'), from: ['DRAFT'], to: 'DISCARDED', by: COMMITTEE, reason: true, aside: true },
    PASS: {
      label: text('审核通过', 'Pass'),
      from: ['REVIEWING'],
      to: 'REVIEWED',
      by: ['SUPERVISION_MEMBER'],
      reason: true,
    },
    SEND_BACK: {
      label: text('退回修改', 'Send back'),
      from: ['REVIEWING'],
      to: 'DRAFT',
      by: ['SUPERVISION_MEMBER'],
      reason: true,
    },
    PUBLISH: {
      label: text('公布', 'Publish'),
      from: ['REVIEWED'],
      to: 'PUBLISHED',
      by: COMMITTEE,
      seals: true,
    },
    ANSWER: {
      label: text('答复查询', 'Answer'),
      from: ['QUERIED'],
      to: 'QUERIED',
      by: COMMITTEE,
      carries: true,
    },
    ARCHIVE: {
      label: text('归档', 'Archive'),
      from: ['PUBLISHED', 'ANSWERED'],
      to: 'ARCHIVED',
      by: COMMITTEE,
      aside: true,
      unless: all(rule.publicityRuns, rule.unanswered),
    },
    SETTLE: {
      label: text('查询全部答复', 'All answered'),
      from: ['QUERIED'],
      to: 'ANSWERED',
      by: ['SYSTEM'],
      aside: true,
      unless: rule.unanswered,
    },
    CORRECT: {
      label: text('更正', 'Correct'),
      from: ['PUBLISHED', 'ANSWERED', 'ORDERED'],
      to: 'PUBLISHED',
      by: COMMITTEE,
      carries: true,
      seals: true,
    },
    QUERY: {
      label: text('查询', 'Ask'),
      from: ['PUBLISHED', 'QUERIED', 'ANSWERED'],
      to: 'QUERIED',
      by: ['RESIDENT', ...COMMITTEE],
      carries: true,
      aside: true,
      starts: 'DISCLOSURE_ANSWER',
    },
    ORDER: {
      label: text('责令更正', 'Order a correction'),
      from: ['PUBLISHED', 'QUERIED', 'ANSWERED'],
      to: 'ORDERED',
      by: ['SUBDISTRICT_OFFICER', 'SUBDISTRICT_LEAD', 'DISTRICT_CIVIL_AFFAIRS'],
      reason: true,
      aside: true,
      starts: 'DISCLOSURE_CORRECTION',
    },
  },
})

export type DisclosureStatus = StateOf<typeof affairsDisclosureMachine>
export type DisclosureAction = ActionOf<typeof affairsDisclosureMachine>
