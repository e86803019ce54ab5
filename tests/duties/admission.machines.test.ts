// Admission and funding: who may do what, and every guard both ways.
import { describe, expect, test } from 'vitest'
import type { Party, Relation } from '../../subgraphs/shared/actor.ts'
import type { AnyMachine } from '../../subgraphs/shared/machine.ts'
import { admissionApplicationMachine } from '../../subgraphs/duties/admission.machine.ts'
import {
  ADMISSION_CHECKS,
  exceeds,
  publicityEnd,
  reaches,
  type AdmissionCheck,
  type AdmissionFacts,
} from '../../subgraphs/duties/admission.rules.ts'
import { ADMISSION_LIMITS } from '../../subgraphs/duties/admissionLimits.rules.ts'
import { fundingCommitmentMachine } from '../../subgraphs/duties/funding.machine.ts'
import { daysOverdue, yuan, type FundingFacts } from '../../subgraphs/duties/funding.rules.ts'
import { opinionMachine, type OpinionFacts } from '../../subgraphs/duties/opinion.machine.ts'
import { isTown, isUnitOf } from '../../subgraphs/duties/unit.rules.ts'
import { matrix } from '../support/machines.ts'
import { as, DISTRICT, DIVISION, TOWN } from './actors.ts'

const NOW = new Date('2026-06-01T10:00:00+08:00')

type Refusal = (action: string, subject: object, actor: unknown, now: Date) => { zh: string } | null

/** The sentence for one action, taken by a party the table names, from the first state it is possible in. */
const ask = (machine: AnyMachine, action: string, facts: object): string | null => {
  const row = machine.actions[action]!
  const party = row.by[0] as Party
  const { actor, relations } = as(party)
  const subject = { ...facts, relations: relations as Relation[], status: row.from[0]!, division: DIVISION }
  return (machine as unknown as { refusal: Refusal }).refusal(action, subject, actor, NOW)?.zh ?? null
}

type Case<Facts> = [action: string, out: Partial<Facts>, sentence: string, inOrder?: Partial<Facts>]

const bothWays = <Facts extends object>(machine: AnyMachine, ready: Facts, cases: Case<Facts>[]) => {
  test.each(cases)('%s is open in order, and blocked with %o', (action, out, sentence, inOrder = {}) => {
    expect(ask(machine, action, { ...ready, ...inOrder })).toBeNull()
    expect(ask(machine, action, { ...ready, ...inOrder, ...out })).toContain(sentence)
  })
  test('every action with a guard is among the cases', () => {
    const guarded = machine.actionNames.filter((a) => machine.actions[a]!.unless ?? machine.actions[a]!.lacks)
    expect(guarded.filter((a) => !cases.some(([action]) => action === a))).toEqual([])
  })
}

const ALL = Object.keys(ADMISSION_CHECKS) as AdmissionCheck[]

describe('admission', () => {
  const ready: AdmissionFacts = {
    missing: [],
    bases: 1,
    commitments: 1,
    validFrom: '2026-09-01',
    validTo: null,
    submittedAt: null,
    leadDays: 30,
    isReturned: false,
    isCorrected: true,
    passed: ALL,
    opinions: 3,
    leastOpinions: 3,
    members: 3,
    votes: 2,
    votesFor: 2,
    hasVoted: false,
    quorum: [2, 3],
    majority: [1, 2],
    publicityBegunAt: new Date('2026-05-20T10:00:00+08:00'),
    publicityDays: 5,
    openObjections: 0,
    isListPending: false,
    isListed: true,
  }
  const submitting: Case<AdmissionFacts>[] = ['SUBMIT', 'RESUBMIT'].flatMap((action): Case<AdmissionFacts>[] => [
    [action, { missing: [{ zh: '工作标准', en: 'Standard' }] }, '工作标准'],
    [action, { bases: 0 }, '至少列明一项法律依据'],
    [action, { commitments: 0 }, '第四十三条'],
    [action, { validFrom: '2026-07-13' }, '最早可以从2026-07-14开始', { validFrom: '2026-07-14' }],
    [action, { validTo: '2026-09-01' }, '截止日期应当晚于开始日期', { validTo: '2026-09-02' }],
  ])
  bothWays(admissionApplicationMachine as unknown as AnyMachine, ready, [
    ...submitting,
    ['RESUBMIT', { isCorrected: false }, '补正申报材料'],
    // What was submitted in time stays in time, however long its correction took.
    [
      'RESUBMIT',
      { submittedAt: null },
      '提前30个工作日申报'.slice(2),
      { validFrom: '2026-06-20', submittedAt: new Date('2026-04-01T10:00:00+08:00') },
    ],
    ['RETURN', { isReturned: true }, '一次告知'],
    ['CLEAR', { passed: ALL.slice(1) }, '上海市居民委员会工作条例第二十七条'],
    ['CLEAR', { passed: ALL.slice(0, 3) }, '经费和工作条件'],
    ['DISMISS', { passed: ALL }, '均已通过', { passed: [] }],
    ['CONVENE', { opinions: 2 }, '至少需要3家'],
    ['VOTE', { hasVoted: true }, '您已经表决'],
    ['VOTE', { votes: 3 }, '均已表决'],
    ['CARRY', { votes: 1, votesFor: 1 }, '不足3分之2'],
    ['CARRY', { votesFor: 1 }, '未超过全体成员的半数'],
    ['CARRY', { members: 4, votes: 3, votesFor: 2 }, '未超过全体成员的半数'],
    ['DECLINE', { votesFor: 2 }, '应当公示', { votesFor: 1 }],
    ['DECLINE', { votes: 1 }, '不足3分之2', { votesFor: 1 }],
    ['ADMIT', { publicityBegunAt: new Date('2026-05-26T10:00:00+08:00') }, '至2026-06-02届满'],
    ['ADMIT', { openObjections: 1 }, '1件异议没有答复'],
    ['ADMIT', { isListPending: true }, '退回编制'],
    ['SETTLE_ADJUSTMENT', { isListPending: true }, '退回编制'],
    ['TAKE_EFFECT', { isListed: false }, '尚未施行', { validFrom: '2026-06-01' }],
    ['TAKE_EFFECT', { validFrom: '2026-06-02' }, '自2026-06-02起施行', { validFrom: '2026-06-01' }],
    ['RESUME', { validTo: '2026-05-31' }, '到期', { validTo: '2026-06-01' }],
    ['KEEP', { validTo: '2026-05-31' }, '到期'],
    ['EXPIRE', { validTo: '2026-06-01' }, '没有到期', { validTo: '2026-05-31' }],
  ])

  test('the steps after acceptance fit into the time of the whole', () => {
    const days = (code: string) => (ADMISSION_LIMITS.find((row) => row.code === code)!.value as { value: number }).value
    const steps = ['ADMISSION_LEGAL_REVIEW', 'ADMISSION_CONSULTATION', 'ADMISSION_JOINT_MEETING'].map(days)
    expect(steps.reduce((sum, n) => sum + n, 0)).toBeLessThanOrEqual(days('ADMISSION_TOTAL'))
  })

  test('every number has its source', () => {
    for (const { code, basis, validFrom } of ADMISSION_LIMITS) {
      expect([code, basis.length > 4]).toEqual([code, true])
      expect(validFrom).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    }
  })

  test('two thirds include the number itself, more than half does not', () => {
    expect([reaches(2, 3, [2, 3]), reaches(3, 5, [2, 3]), reaches(0, 0, [2, 3])]).toEqual([true, false, true])
    expect([exceeds(2, 4, [1, 2]), exceeds(3, 4, [1, 2]), exceeds(1, 2, [1, 2])]).toEqual([false, true, false])
  })

  test('publicity is counted in working days, over a holiday and its make-up day', () => {
    expect(publicityEnd(new Date('2026-04-30T10:00:00+08:00'), 5)).toBe('2026-05-11')
    expect(publicityEnd(new Date('2026-06-05T23:59:00+08:00'), 5)).toBe('2026-06-12')
  })
})

describe('opinions', () => {
  bothWays<OpinionFacts>(opinionMachine as unknown as AnyMachine, { isOfUnit: true }, [
    ['GIVE', { isOfUnit: false }, '自己签署'],
    ['REPLACE', { isOfUnit: false }, '自己签署'],
  ])
  test('are asked of towns and committees of the district', () => {
    expect([TOWN, DIVISION, DISTRICT, '320585100000', '310113', ''].map((unit) => isUnitOf(unit, DISTRICT))).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ])
    expect([isTown(TOWN), isTown(DIVISION)]).toEqual([true, false])
  })
})

describe('funding', () => {
  const ready: FundingFacts = { amount: 100, transferred: 0, received: 0, transferBy: '2026-05-31', application: null }
  bothWays(fundingCommitmentMachine as unknown as AnyMachine, ready, [
    ['PROMISE', { application: 'DRAFT' }, '随申报一并提交', { application: 'SUBMITTED' }],
    ['COMPLETE', { transferred: 99 }, '还有0.01元', { transferred: 100 }],
    ['URGE', { transferBy: '2026-06-01' }, '还没有逾期'],
    ['URGE_BUDGET', { transferBy: '2026-06-01' }, '还没有逾期'],
    ['RECONCILE', { received: 99 }, '不符', { transferred: 100, received: 100 }],
    ['REVOKE', { application: 'SUBMITTED' }, '不得撤销', { application: 'RETURNED' }],
    ['LAPSE', { application: 'SUBMITTED' }, '没有终止', { application: 'REJECTED' }],
    ['LAPSE', { transferred: 1 }, '对账结清', { application: 'WITHDRAWN' }],
  ])
  test('amounts are written in yuan, and lateness in days', () => {
    expect([0, 5, 123_456_789, -1_050].map(yuan)).toEqual(['0.00', '0.05', '1,234,567.89', '-10.50'])
    expect(['2026-06-02', '2026-06-01', '2026-05-30'].map((day) => daysOverdue(day, NOW))).toEqual([0, 0, 2])
  })
})

describe('who may do what', () => {
  test('applications', () =>
    expect(matrix(admissionApplicationMachine)).toMatchInlineSnapshot(`
    [
      "DRAFT | OWNER: SUBMIT RETRACT",
      "SUBMITTED | DISTRICT_CIVIL_AFFAIRS: ACCEPT RETURN REJECT | OWNER: RETRACT",
      "RETURNED | OWNER: RESUBMIT RETRACT",
      "LEGAL_REVIEW | DISTRICT_JUSTICE: CLEAR DISMISS | LEGAL_SPECIALIST: CLEAR DISMISS | OWNER: RETRACT",
      "CONSULTING | DISTRICT_CIVIL_AFFAIRS: INVITE CONVENE | OWNER: RETRACT",
      "JOINT_MEETING | DISTRICT_CIVIL_AFFAIRS: CARRY DECLINE | DISTRICT_JOINT_MEETING: VOTE | OWNER: RETRACT",
      "PUBLICITY | DISTRICT_CIVIL_AFFAIRS: ADMIT REJECT",
      "ADMITTED | DISTRICT_JOINT_MEETING: WITHDRAW | SYSTEM: TAKE_EFFECT EXPIRE",
      "IN_FORCE | DISTRICT_JOINT_MEETING: SUSPEND BEGIN_ADJUSTMENT WITHDRAW | SYSTEM: EXPIRE",
      "SUSPENDED | DISTRICT_JOINT_MEETING: RESUME BEGIN_ADJUSTMENT WITHDRAW | SYSTEM: EXPIRE",
      "ADJUSTING | DISTRICT_CIVIL_AFFAIRS: SETTLE_ADJUSTMENT | DISTRICT_JOINT_MEETING: KEEP WITHDRAW | SYSTEM: EXPIRE",
      "REJECTED | -",
      "WITHDRAWN | -",
    ]
  `))
  test('opinions', () =>
    expect(matrix(opinionMachine)).toMatchInlineSnapshot(`
    [
      "AWAITED | SUBDISTRICT_LEAD: GIVE | SUBDISTRICT_OFFICER: GIVE | COMMITTEE_SECRETARY: GIVE | COMMITTEE_MEMBER: GIVE | SYSTEM: CLOSE",
      "GIVEN | SUBDISTRICT_LEAD: REPLACE | SUBDISTRICT_OFFICER: REPLACE | COMMITTEE_SECRETARY: REPLACE | COMMITTEE_MEMBER: REPLACE | SYSTEM: CLOSE",
      "CLOSED | -",
    ]
  `))
  test('funding', () =>
    expect(matrix(fundingCommitmentMachine)).toMatchInlineSnapshot(`
    [
      "PLANNED | OWNER: PROMISE REVOKE | SYSTEM: LAPSE",
      "PROMISED | DISTRICT_FINANCE: BUDGET | SUBDISTRICT_LEAD: URGE_BUDGET | SUBDISTRICT_OFFICER: URGE_BUDGET | COMMITTEE_SECRETARY: URGE_BUDGET | COMMITTEE_MEMBER: URGE_BUDGET | OWNER: BUDGET REVOKE | SYSTEM: LAPSE",
      "BUDGETED | SUBDISTRICT_LEAD: URGE | SUBDISTRICT_OFFICER: URGE | COMMITTEE_SECRETARY: URGE | COMMITTEE_MEMBER: URGE | OWNER: TRANSFER | SYSTEM: COMPLETE LAPSE",
      "TRANSFERRED | SUBDISTRICT_LEAD: RECONCILE SEND_BACK | SUBDISTRICT_OFFICER: RECONCILE SEND_BACK | COMMITTEE_SECRETARY: RECONCILE SEND_BACK | COMMITTEE_MEMBER: RECONCILE SEND_BACK",
      "RECONCILED | -",
      "LAPSED | -",
    ]
  `))
})
