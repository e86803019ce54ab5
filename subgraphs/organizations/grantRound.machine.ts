// A round of micro-venture grants (公益微创投): called for, screened, reviewed, deliberated, shown to the public, awarded.
import { defineMachine, type ActionOf, type StateOf } from '../shared/machine.ts'
import { text } from '../shared/words.ts'
import * as rule from './grantRound.rules.ts'
import type { RoundFacts } from './grantRound.rules.ts'
import { all } from './guard.rules.ts'

/** Who runs a round: the district its own and those of its towns, a town its own. */
export const GRANT_OFFICERS = ['DISTRICT_CIVIL_AFFAIRS', 'SUBDISTRICT_OFFICER'] as const
/** Who answers for it. */
export const GRANT_LEADS = ['DISTRICT_CIVIL_AFFAIRS', 'SUBDISTRICT_LEAD'] as const

export const microGrantRoundMachine = defineMachine<RoundFacts>()({
  name: 'MicroGrantRound',
  label: text('创投批次', 'Round of grants'),
  initial: 'DRAFT',
  states: {
    DRAFT: { label: text('筹备中', 'Draft') },
    ANNOUNCED: {
      label: text('已公告', 'Announced'),
      says: text('申报表、评分指标和条件自此不变。', 'Form, criteria and conditions stand from here on.'),
    },
    OPEN: { label: text('征集中', 'Open') },
    CLOSED: { label: text('征集截止', 'Closed') },
    SCREENING: { label: text('资格初审', 'Screening') },
    REVIEWING: { label: text('评审中', 'Reviewing') },
    DELIBERATION: { label: text('评议中', 'Deliberation') },
    PUBLICITY: { label: text('立项公示', 'Publicity') },
    FINAL: { label: text('已立项', 'Awarded') },
    ARCHIVED: { label: text('已归档', 'Archived'), final: true },
    CANCELLED: { label: text('已取消', 'Cancelled'), final: true },
  },
  actions: {
    ANNOUNCE: {
      label: text('发布公告', 'Announce'),
      from: ['DRAFT'],
      to: 'ANNOUNCED',
      by: GRANT_LEADS,
      seals: true,
      unless: all(rule.notReady, rule.noMoney),
    },
    OPEN: { label: text('开始征集', 'Open the call'), from: ['ANNOUNCED'], to: 'OPEN', by: ['SYSTEM'], unless: rule.notYetOpen },
    CLOSE: { label: text('截止征集', 'Close the call'), from: ['OPEN'], to: 'CLOSED', by: ['SYSTEM'], unless: rule.notYetClosed },
    SCREEN: {
      label: text('开始初审', 'Begin the screening'),
      from: ['CLOSED'],
      to: 'SCREENING',
      by: GRANT_OFFICERS,
      starts: 'GRANT_SCREENING',
    },
    REVIEW: {
      label: text('进入评审', 'Begin the review'),
      from: ['SCREENING'],
      to: 'REVIEWING',
      by: GRANT_OFFICERS,
      starts: 'GRANT_REVIEW',
      unless: all(rule.unscreened, rule.nothingToReview),
    },
    DRAW: {
      label: text('抽取评审专家', 'Draw reviewers'),
      from: ['REVIEWING'],
      to: 'REVIEWING',
      by: GRANT_OFFICERS,
      carries: true,
      aside: true,
    },
    DELIBERATE: {
      label: text('锁定评分，进入评议', 'Lock the scores and deliberate'),
      from: ['REVIEWING'],
      to: 'DELIBERATION',
      by: GRANT_OFFICERS,
      unless: all(rule.unscreened, rule.shortOfReviewers, rule.unscored),
    },
    RECOMMEND: {
      label: text('按排名拟定名单', 'Recommend by rank'),
      from: ['DELIBERATION'],
      to: 'DELIBERATION',
      by: GRANT_OFFICERS,
      unless: rule.isTied,
    },
    PUBLISH: {
      label: text('发布立项公示', 'Publish the list'),
      from: ['DELIBERATION'],
      to: 'PUBLICITY',
      by: GRANT_LEADS,
      seals: true,
      starts: 'GRANT_PUBLICITY',
      unless: all(rule.isTied, rule.undecided, rule.nothingRecommended, rule.overPool),
    },
    RECONSIDER: {
      label: text('退回评议', 'Back to deliberation'),
      from: ['PUBLICITY'],
      to: 'DELIBERATION',
      by: GRANT_LEADS,
      reason: true,
      aside: true,
    },
    FINALISE: {
      label: text('确认立项', 'Award'),
      from: ['PUBLICITY'],
      to: 'FINAL',
      by: GRANT_LEADS,
      seals: true,
      unless: all(rule.isTied, rule.stillPublic, rule.openObjections, rule.overPool),
    },
    ARCHIVE: {
      label: text('归档', 'Archive'),
      from: ['FINAL'],
      to: 'ARCHIVED',
      by: GRANT_OFFICERS,
      unless: rule.stillRunning,
    },
    CANCEL: {
      label: text('取消批次', 'Cancel'),
      from: ['DRAFT', 'ANNOUNCED', 'OPEN', 'CLOSED', 'SCREENING', 'REVIEWING', 'DELIBERATION'],
      to: 'CANCELLED',
      by: GRANT_LEADS,
      reason: true,
      aside: true,
    },
  },
})

export type RoundStatus = StateOf<typeof microGrantRoundMachine>
export type RoundAction = ActionOf<typeof microGrantRoundMachine>
