// The agreement on an award: signed by both, run, evaluated midway and at the end, closed; or terminated, with its money called back.
import { defineMachine, type ActionOf, type StateOf } from '../shared/machine.ts'
import { text } from '../shared/words.ts'
import * as rule from './grantAgreement.rules.ts'
import type { AgreementFacts } from './grantAgreement.rules.ts'
import { GRANT_LEADS, GRANT_OFFICERS } from './grantRound.machine.ts'
import { all } from './guard.rules.ts'

const ALIVE = ['RUNNING', 'MIDTERM', 'RECTIFYING', 'CONTINUING', 'FINAL'] as const

export const grantAgreementMachine = defineMachine<AgreementFacts>()({
  name: 'GrantAgreement',
  label: text('创投协议', 'Grant agreement'),
  initial: 'DRAFT',
  states: {
    DRAFT: { label: text('待签订', 'To be signed') },
    SIGNED: { label: text('单位已签', 'Signed by the organisation') },
    RUNNING: { label: text('实施中', 'Running') },
    MIDTERM: { label: text('中期评估', 'Mid-term evaluation') },
    RECTIFYING: { label: text('整改中', 'Rectifying') },
    CONTINUING: { label: text('中期通过', 'Passed mid-term') },
    FINAL: { label: text('末期评估', 'Final evaluation') },
    SETTLING: { label: text('结算中', 'Settling') },
    CLOSED: { label: text('已结项', 'Closed'), final: true },
    SUSPENDED: { label: text('已中止', 'Suspended') },
    TERMINATED: {
      label: text('已终止', 'Terminated'),
      says: text('剩余拨款取消，未用资金追回。', 'What is left is cancelled, what is unspent called back.'),
    },
    WOUND_UP: { label: text('已清算', 'Wound up'), final: true },
    DECLINED: { label: text('已放弃', 'Declined'), final: true },
  },
  actions: {
    SIGN: { label: text('签订协议', 'Sign'), from: ['DRAFT'], to: 'SIGNED', by: ['OWNER'], seals: true, starts: 'GRANT_SIGNING' },
    DECLINE: { label: text('放弃立项', 'Decline'), from: ['DRAFT'], to: 'DECLINED', by: ['OWNER'], reason: true, aside: true },
    FORFEIT: {
      label: text('逾期未签', 'Not signed in time'),
      from: ['DRAFT'],
      to: 'DECLINED',
      by: ['SYSTEM'],
      aside: true,
      reason: true,
    },
    COUNTERSIGN: {
      label: text('盖章生效', 'Countersign'),
      from: ['SIGNED'],
      to: 'RUNNING',
      by: GRANT_LEADS,
      seals: true,
      starts: 'GRANT_REPORT',
      unless: rule.isTied,
    },
    REPORT_MIDTERM: {
      label: text('提交中期报告', 'Report at mid-term'),
      from: ['RUNNING'],
      to: 'MIDTERM',
      by: ['OWNER'],
      carries: true,
      starts: 'GRANT_EVALUATION',
    },
    REPORT_AGAIN: {
      label: text('提交整改报告', 'Report what was rectified'),
      from: ['RECTIFYING'],
      to: 'MIDTERM',
      by: ['OWNER'],
      carries: true,
      starts: 'GRANT_EVALUATION',
    },
    PASS_MIDTERM: {
      label: text('中期评估通过', 'Pass the mid-term'),
      from: ['MIDTERM'],
      to: 'CONTINUING',
      by: GRANT_OFFICERS,
      starts: 'GRANT_REPORT',
      unless: rule.isTied,
    },
    RECTIFY: {
      label: text('责令整改', 'Have it rectified'),
      from: ['MIDTERM'],
      to: 'RECTIFYING',
      by: GRANT_OFFICERS,
      reason: true,
      starts: 'GRANT_RECTIFICATION',
      unless: rule.isTied,
    },
    FAIL_MIDTERM: {
      label: text('中期评估不通过', 'Fail the mid-term'),
      from: ['MIDTERM'],
      to: 'TERMINATED',
      by: GRANT_OFFICERS,
      reason: true,
      unless: rule.isTied,
    },
    REPORT_FINAL: {
      label: text('提交结项报告', 'Report at the end'),
      from: ['CONTINUING'],
      to: 'FINAL',
      by: ['OWNER'],
      carries: true,
      starts: 'GRANT_EVALUATION',
    },
    PASS_FINAL: {
      label: text('末期评估通过', 'Pass the final evaluation'),
      from: ['FINAL'],
      to: 'SETTLING',
      by: GRANT_OFFICERS,
      carries: true,
      unless: rule.isTied,
    },
    FAIL_FINAL: {
      label: text('末期评估不合格', 'Fail the final evaluation'),
      from: ['FINAL'],
      to: 'TERMINATED',
      by: GRANT_OFFICERS,
      reason: true,
      unless: rule.isTied,
    },
    LAPSE: {
      label: text('逾期未报告', 'Report not handed in'),
      from: ['RUNNING', 'RECTIFYING', 'CONTINUING'],
      to: 'TERMINATED',
      by: ['SYSTEM'],
      unless: rule.notLate,
    },
    CLOSE: {
      label: text('结项', 'Close'),
      from: ['SETTLING'],
      to: 'CLOSED',
      by: GRANT_OFFICERS,
      unless: all(rule.stillOutstanding, rule.notReturned),
    },
    RETURN: {
      label: text('登记退回结余', 'Record a return'),
      from: ['SETTLING'],
      to: 'SETTLING',
      by: ['DISTRICT_FINANCE'],
      carries: true,
      aside: true,
    },
    CLAW_BACK: {
      label: text('登记追回', 'Record what was clawed back'),
      from: ['TERMINATED'],
      to: 'TERMINATED',
      by: ['DISTRICT_FINANCE'],
      carries: true,
    },
    WIND_UP: {
      label: text('清算完毕', 'Wind up'),
      from: ['TERMINATED'],
      to: 'WOUND_UP',
      by: GRANT_OFFICERS,
      unless: rule.notReturned,
    },
    TERMINATE: {
      label: text('终止协议', 'Terminate'),
      from: [...ALIVE, 'SUSPENDED'],
      to: 'TERMINATED',
      by: GRANT_LEADS,
      reason: true,
      aside: true,
      unless: rule.isTied,
    },
    SUSPEND: {
      label: text('中止', 'Suspend'),
      from: ALIVE,
      to: 'SUSPENDED',
      by: [...GRANT_OFFICERS, 'SYSTEM'],
      reason: true,
      aside: true,
    },
    RESUME: {
      label: text('恢复', 'Resume'),
      from: ['SUSPENDED'],
      to: 'PREVIOUS',
      by: GRANT_LEADS,
      reason: true,
      unless: rule.isTied,
    },
  },
})

export type AgreementStatus = StateOf<typeof grantAgreementMachine>
export type AgreementAction = ActionOf<typeof grantAgreementMachine>
