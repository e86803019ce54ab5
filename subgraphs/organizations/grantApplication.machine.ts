// An application for a grant: filled in, handed in, screened with one correction, reviewed, decided.
import { defineMachine, type ActionOf, type StateOf } from '../shared/machine.ts'
import { text } from '../shared/words.ts'
import * as rule from './grantApplication.rules.ts'
import type { ApplicationFacts } from './grantApplication.rules.ts'
import { GRANT_OFFICERS } from './grantRound.machine.ts'
import { all } from './guard.rules.ts'

/** Begun and not decided: of these an organisation has one in a round. */
export const COMPETING = ['DRAFT', 'SUBMITTED', 'MORE_INFO', 'ELIGIBLE', 'IN_REVIEW', 'SCORED', 'RECOMMENDED', 'RESERVE'] as const

export const grantApplicationMachine = defineMachine<ApplicationFacts>()({
  name: 'GrantApplication',
  label: text('创投申报', 'Grant application'),
  initial: 'DRAFT',
  states: {
    DRAFT: { label: text('填报中', 'Draft'), says: text('只有申报单位能看到。', 'Only the applicant sees it.') },
    SUBMITTED: { label: text('已申报', 'Submitted') },
    MORE_INFO: { label: text('待补正', 'To be corrected') },
    ELIGIBLE: { label: text('初审通过', 'Eligible') },
    INELIGIBLE: { label: text('不予受理', 'Ineligible'), final: true },
    IN_REVIEW: { label: text('评审中', 'In review') },
    SCORED: { label: text('已评分', 'Scored') },
    RECOMMENDED: { label: text('拟立项', 'Recommended') },
    RESERVE: { label: text('备选', 'Reserve') },
    REJECTED: { label: text('未立项', 'Rejected') },
    AWARDED: { label: text('已立项', 'Awarded') },
    DECLINED: { label: text('放弃立项', 'Declined'), final: true },
    WITHDRAWN: { label: text('已撤回', 'Withdrawn'), final: true },
    STOPPED: { label: text('已终止', 'Stopped'), final: true },
    CONCLUDED: { label: text('评审结束', 'Concluded'), final: true },
  },
  actions: {
    SUBMIT: {
      label: text('提交申报', 'Submit'),
      from: ['DRAFT'],
      to: 'SUBMITTED',
      by: ['OWNER'],
      seals: true,
      unless: all(rule.isClosed, rule.isIncomplete, rule.isNotEligible),
    },
    RECALL: {
      label: text('撤回修改', 'Take back to change'),
      from: ['SUBMITTED'],
      to: 'DRAFT',
      by: ['OWNER'],
      aside: true,
      unless: rule.isClosed,
    },
    ASK_MORE: {
      label: text('要求补正', 'Ask for a correction'),
      from: ['SUBMITTED', 'IN_REVIEW'],
      to: 'MORE_INFO',
      by: GRANT_OFFICERS,
      reason: true,
      starts: 'GRANT_CORRECTION',
      aside: true,
      unless: all(rule.isTied, rule.wasCorrected),
    },
    RESUBMIT: {
      label: text('提交补正', 'Submit the correction'),
      from: ['MORE_INFO'],
      to: 'PREVIOUS',
      by: ['OWNER'],
      unless: all(rule.isIncomplete, rule.isNotEligible),
    },
    ACCEPT: {
      label: text('初审通过', 'Accept'),
      from: ['SUBMITTED'],
      to: 'ELIGIBLE',
      by: GRANT_OFFICERS,
      unless: all(rule.notScreening, rule.isTied, rule.isNotEligible),
    },
    TURN_DOWN: {
      label: text('不予受理', 'Turn down'),
      from: ['SUBMITTED'],
      to: 'INELIGIBLE',
      by: GRANT_OFFICERS,
      reason: true,
      unless: all(rule.notScreening, rule.isTied),
    },
    LAPSE: {
      label: text('逾期未补正', 'Not corrected in time'),
      from: ['MORE_INFO'],
      to: 'INELIGIBLE',
      by: ['SYSTEM'],
    },
    ENTER_REVIEW: { label: text('进入评审', 'Enter the review'), from: ['ELIGIBLE'], to: 'IN_REVIEW', by: ['SYSTEM'] },
    SCORE: { label: text('计分', 'Score'), from: ['IN_REVIEW'], to: 'SCORED', by: ['SYSTEM'] },
    RECOMMEND: {
      label: text('拟立项', 'Recommend'),
      from: ['SCORED', 'RESERVE', 'REJECTED', 'RECOMMENDED'],
      to: 'RECOMMENDED',
      by: GRANT_OFFICERS,
      aside: true,
      carries: true,
      unless: all(rule.notDeliberating, rule.isTied),
      lacks: rule.notEnough,
    },
    PUT_ON_RESERVE: {
      label: text('列为备选', 'Put on the reserve list'),
      from: ['SCORED', 'RECOMMENDED', 'REJECTED'],
      to: 'RESERVE',
      by: GRANT_OFFICERS,
      aside: true,
      unless: all(rule.notDeliberating, rule.isTied),
    },
    REJECT: {
      label: text('不予立项', 'Reject'),
      from: ['SCORED', 'RECOMMENDED', 'RESERVE'],
      to: 'REJECTED',
      by: GRANT_OFFICERS,
      aside: true,
      reason: true,
      unless: all(rule.notDeliberating, rule.isTied),
    },
    AWARD: {
      label: text('立项', 'Award'),
      from: ['RECOMMENDED', 'RESERVE'],
      to: 'AWARDED',
      by: ['SYSTEM'],
      unless: all(rule.hasEnough, rule.notEnough),
    },
    CONCLUDE: {
      label: text('评审结束', 'Conclude'),
      from: ['REJECTED', 'RESERVE'],
      to: 'CONCLUDED',
      by: ['SYSTEM'],
    },
    DECLINE: { label: text('放弃立项', 'Decline'), from: ['AWARDED'], to: 'DECLINED', by: ['SYSTEM'], aside: true },
    WITHDRAW: {
      label: text('撤回申报', 'Withdraw'),
      from: [...COMPETING, 'REJECTED'],
      to: 'WITHDRAWN',
      by: ['OWNER'],
      reason: true,
      aside: true,
    },
    STOP: {
      label: text('终止申报', 'Stop'),
      from: [...COMPETING, 'REJECTED'],
      to: 'STOPPED',
      by: ['SYSTEM', ...GRANT_OFFICERS],
      reason: true,
      aside: true,
    },
  },
})

export type ApplicationStatus = StateOf<typeof grantApplicationMachine>
export type ApplicationAction = ActionOf<typeof grantApplicationMachine>

/** Out of the competition. */
export const GONE = ['INELIGIBLE', 'WITHDRAWN', 'STOPPED', 'DECLINED'] as const satisfies readonly ApplicationStatus[]
