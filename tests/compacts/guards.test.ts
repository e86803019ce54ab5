// Every guard both ways: open with facts in order, blocked with one fact out of order.
import { describe, expect, test } from 'vitest'
import { ASSEMBLY_RULES } from '../../subgraphs/compacts/assembly.rows.ts'
import { meetingMachine } from '../../subgraphs/compacts/meeting.machine.ts'
import type { MeetingFacts } from '../../subgraphs/compacts/meeting.rules.ts'
import { buildingProjectMachine } from '../../subgraphs/compacts/building.machine.ts'
import type { BuildingFacts } from '../../subgraphs/compacts/building.rules.ts'
import { electorateObjectionMachine } from '../../subgraphs/compacts/electorateObjection.machine.ts'
import type { ElectorateObjectionFacts } from '../../subgraphs/compacts/electorateObjection.rules.ts'
import { voteMachine } from '../../subgraphs/compacts/vote.machine.ts'
import type { VotingFacts } from '../../subgraphs/compacts/vote.rules.ts'
import { ask, at, bothWays, NOW } from './bothWays.ts'

describe('meetings', () => {
  const ready: MeetingFacts = {
    startsAt: at('2026-06-30T09:00:00'),
    place: '居委会会议室',
    agenda: 2,
    rule: ASSEMBLY_RULES.find((r) => r.code === 'R1' && r.validFrom === '2026-01-01')!,
    exception: null,
    isExceptionApproved: false,
    hasBasis: true,
    isBinding: true,
    isChairPresent: true,
    hasOpenVoteAtMeeting: false,
    unrecorded: 0,
    dueAt: at('2026-06-20T09:59:59'),
  }
  bothWays<MeetingFacts>(meetingMachine, ready, [
    ['NOTICE', { agenda: 0 }, '议程和地点'],
    ['NOTICE', { place: ' ' }, '议程和地点'],
    ['NOTICE', { hasBasis: false }, '按人还是按户'],
    ['NOTICE', { startsAt: NOW }, '时间已过'],
    ['NOTICE', { startsAt: at('2026-06-29T23:59:59') }, '提前10日'],
    [
      'NOTICE',
      { isExceptionApproved: false },
      '党组织同意',
      { startsAt: at('2026-06-25T09:00:00'), exception: '汛期抢险', isExceptionApproved: true },
    ],
    ['APPROVE_SHORT_NOTICE', { exception: '' }, '特殊情况', { exception: '汛期抢险' }],
    ['APPROVE_SHORT_NOTICE', { isExceptionApproved: true }, '已经同意', { exception: '汛期抢险' }],
    ['OPEN', { startsAt: at('2026-06-20T10:00:01') }, '开会时间', { startsAt: NOW }],
    ['OPEN', { isChairPresent: false }, '尚未签到', { startsAt: NOW }],
    ['ADJOURN', { hasOpenVoteAtMeeting: true }, '没有结束'],
    ['CLOSE', { hasOpenVoteAtMeeting: true }, '没有结束'],
    ['RECORD_MINUTES', { unrecorded: 1 }, '还有1项议程'],
    ['PUBLISH_UNSIGNED', { dueAt: NOW }, '会签的期限'],
  ])
})

describe('votes', () => {
  const R1 = ASSEMBLY_RULES.find((r) => r.code === 'R1' && r.validFrom === '2026-01-01')!
  const R2 = ASSEMBLY_RULES.find((r) => r.code === 'R2' && r.validFrom === '2026-01-01')!
  const R5 = ASSEMBLY_RULES.find((r) => r.code === 'R5')!
  const R3 = ASSEMBLY_RULES.find((r) => r.code === 'R3' && r.validFrom === '2021-01-01')!
  const ready: VotingFacts = {
    rule: R1,
    basis: 'HOUSEHOLD',
    objections: 0,
    isSecret: false,
    meetingStatus: 'OPEN',
    electors: 10,
    representatives: 0,
    attending: 6,
    manner: 'AT_MEETING',
    proposal: '同意在三号楼前增设电动车充电棚。',
    opensAt: NOW,
    closesAt: at('2026-06-20T10:00:00'),
    isTextCurrent: true,
    isCompactReady: true,
    needsDelegation: false,
    hasDelegation: false,
    isExtended: false,
    isSignedByChair: true,
    isSigner: false,
  }
  const before = { closesAt: at('2026-06-20T11:00:00') }
  bothWays<VotingFacts>(voteMachine, ready, [
    ['ARM', { rule: R5 }, '协商会议不能', before],
    ['ARM', { meetingStatus: 'PLANNED' }, '尚未通知', before],
    ['ARM', { electors: 0 }, '尚未锁定', before],
    ['ARM', { representatives: 7 }, '五分之四', { ...before, rule: R2, representatives: 8 }],
    ['ARM', { proposal: '增设充电棚' }, '不少于10字', before],
    ['ARM', { closesAt: NOW }, '晚于开始', before],
    ['ARM', { isTextCurrent: false }, '已有修改', before],
    ['ARM', { isCompactReady: false }, '党组织研究', before],
    ['OPEN', { isCompactReady: false }, '党组织研究', before],
    ['ARM', { hasDelegation: false }, '第三十条', { ...before, needsDelegation: true, hasDelegation: true }],
    ['ARM', { isSecret: true }, '不能无记名', { ...before, rule: R3 }],
    ['OPEN', { objections: 2 }, '还有2件名册异议', before],
    ['OPEN', { meetingStatus: 'NOTICED' }, '尚未召开', before],
    ['OPEN', { opensAt: at('2026-06-20T10:00:01') }, '2026-06-20 10:00开始', before],
    ['OPEN', { closesAt: at('2026-06-20T09:59:59') }, '截止时间已过'],
    ['OPEN', { attending: 5 }, '法定人数6', before],
    ['OPEN', { isTextCurrent: false }, '已有修改', before],
    ['EXTEND', { isExtended: true }, '一次', before],
    ['EXTEND', { closesAt: at('2026-06-20T09:59:59') }, '截止时间已过', before],
    ['CLOSE', { closesAt: NOW }, '不得提前', { closesAt: at('2026-06-20T09:59:59') }],
    ['SIGN_COUNT', { isSignedByChair: true }, '已经签字', { isSignedByChair: false }],
    ['CERTIFY', { isSignedByChair: false }, '主持人'],
    ['CERTIFY', { isSigner: true }, '两名不同'],
  ])

  test('a vote over a period needs no quorum in the room', () =>
    expect(ask(voteMachine, 'OPEN', { ...ready, ...before, attending: 0, manner: 'OVER_PERIOD' })).toBeNull())
})

describe('objections to a roll', () => {
  const ready: ElectorateObjectionFacts = { isOwn: false, isVoteBegun: false }
  bothWays<ElectorateObjectionFacts>(electorateObjectionMachine, ready, [
    ['UPHOLD', { isOwn: true }, '自己提出'],
    ['DISMISS', { isOwn: true }, '自己提出'],
    ['UPHOLD', { isVoteBegun: true }, '不再更正'],
  ])
})

describe('lifts', () => {
  const LIFT = ASSEMBLY_RULES.find((r) => r.code === 'LIFT' && r.validFrom === '2021-01-01')!
  const ready: BuildingFacts = {
    rule: { ...LIFT, compound: { num: 2, den: 3, more: false } },
    owners: 12,
    isCalled: false,
    isCarried: true,
    hasAgreement: true,
    compoundOwners: 300,
    compoundAgree: 200,
    approvals: 1,
    missing: [],
    isCoordinated: true,
    posting: { begunAt: at('2026-06-09T23:59:59'), days: 10 },
  }
  bothWays<BuildingFacts>(buildingProjectMachine, ready, [
    ['SURVEY', { owners: 0 }, '业主和专有部分面积'],
    ['CONVENE', { isCalled: true }, '正在进行'],
    ['CARRY', { isCarried: false }, '没有通过'],
    ['PUBLICISE', { hasAgreement: false }, '业主协议'],
    ['PUBLICISE', { compoundAgree: 199 }, '未达到3分之2'],
    ['FILE_PLAN', { posting: { begunAt: at('2026-06-10T00:00:00'), days: 10 } }, '不少于10日'],
    ...(['SEEK_PLANNING', 'PROVE_STRUCTURE', 'SEEK_PERMIT', 'BUILD', 'ACCEPT', 'OPERATE'] as const).flatMap(
      (action): [typeof action, Partial<BuildingFacts>, string][] => [
        [action, { approvals: 0 }, '审批事项'],
        [action, { missing: ['示例规划部门'] }, '示例规划部门'],
      ],
    ),
    ['COORDINATE', { isCoordinated: false }, '协调会'],
  ])
})
