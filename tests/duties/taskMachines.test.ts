// The tables of tasks, objections and certificates: who may do what, every guard both ways, and when two ask for the same.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Party, Relation } from '../../subgraphs/shared/actor.ts'
import type { AnyMachine } from '../../subgraphs/shared/machine.ts'
import { certificateRequestMachine } from '../../subgraphs/duties/certificate.machine.ts'
import { refusalWrong } from '../../subgraphs/duties/certificate.rules.ts'
import { dutyObjectionMachine } from '../../subgraphs/duties/objection.machine.ts'
import { effectsIn, effectsWrong } from '../../subgraphs/duties/objection.rules.ts'
import { dutyTaskMachine } from '../../subgraphs/duties/task.machine.ts'
import { dataKey, issueRefusal, overlaps } from '../../subgraphs/duties/task.rules.ts'
import { text } from '../../subgraphs/shared/words.ts'
import { matrix } from '../support/machines.ts'
import { as, departmentId, DIVISION } from './actors.ts'

describe('who may do what', () => {
  test('tasks', () =>
    expect(matrix(dutyTaskMachine)).toMatchInlineSnapshot(`
    [
      "ISSUED | COMMITTEE_SECRETARY: ACCEPT REFUSE | COMMITTEE_MEMBER: ACCEPT | OWNER: WITHDRAW | SYSTEM: ORDER_CORRECTION ANNUL STOP",
      "ACCEPTED | COMMITTEE_SECRETARY: REFUSE START | COMMITTEE_MEMBER: START | OWNER: WITHDRAW | SYSTEM: ORDER_CORRECTION ANNUL STOP",
      "DOING | COMMITTEE_SECRETARY: SUBMIT | COMMITTEE_MEMBER: SUBMIT | OWNER: WITHDRAW | SYSTEM: ORDER_CORRECTION ANNUL STOP",
      "SUBMITTED | OWNER: CONFIRM SEND_BACK WITHDRAW | SYSTEM: ORDER_CORRECTION ANNUL STOP",
      "REFUSED | OWNER: WITHDRAW | SYSTEM: ORDER_CORRECTION ANNUL RESTORE STOP",
      "CORRECTING | OWNER: CORRECT WITHDRAW | SYSTEM: ANNUL STOP",
      "CONFIRMED | -",
      "WITHDRAWN | -",
      "STOPPED | -",
    ]
  `))
  test('objections', () =>
    expect(matrix(dutyObjectionMachine)).toMatchInlineSnapshot(`
    [
      "RAISED | DISTRICT_CIVIL_AFFAIRS: ACCEPT | AUTHOR: WITHDRAW",
      "ACCEPTED | DISTRICT_CIVIL_AFFAIRS: INVESTIGATE | AUTHOR: WITHDRAW",
      "INVESTIGATING | DISTRICT_CIVIL_AFFAIRS: UPHOLD DISMISS | AUTHOR: WITHDRAW | OWNER: ANSWER",
      "UPHELD | -",
      "DISMISSED | -",
      "WITHDRAWN | -",
    ]
  `))
  test('certificates', () =>
    expect(matrix(certificateRequestMachine)).toMatchInlineSnapshot(`
    [
      "ASKED | COMMITTEE_SECRETARY: ISSUE REFUSE WITHDRAW | COMMITTEE_MEMBER: ISSUE REFUSE WITHDRAW | AUTHOR: WITHDRAW",
      "ISSUED | -",
      "REFUSED | -",
      "WITHDRAWN | -",
    ]
  `))
})

const NOW = new Date('2026-06-20T10:00:00+08:00')
const ARTICLE = text('第二十八条', 'art. 28')

interface Asked {
  refusal: (action: string, subject: object, actor: object, now: Date) => { zh: string } | null
}
const ask = (machine: AnyMachine, action: string, facts: object): string | null => {
  const row = machine.actions[action]!
  const { actor, relations } = as(row.by[0] as Party)
  const subject = { relations: relations as Relation[], ...facts, status: row.from[0]!, division: DIVISION }
  return (machine as unknown as Asked).refusal(action, subject, actor, NOW)?.zh ?? null
}

type Case = [action: string, out: object, sentence: string, inOrder?: object]
const bothWays = (machine: AnyMachine, ready: object, cases: Case[]) => {
  test.each(cases)('%s is open in order, and blocked with %o', (action, out, sentence, inOrder = {}) => {
    expect(ask(machine, action, { ...ready, ...inOrder })).toBeNull()
    expect(ask(machine, action, { ...ready, ...inOrder, ...out })).toContain(sentence)
  })
  test('every action with a guard is among the cases', () => {
    const guarded = machine.actionNames.filter((a) => machine.actions[a]!.unless ?? machine.actions[a]!.lacks)
    expect(guarded.filter((a) => !cases.some(([action]) => action === a))).toEqual([])
  })
}

describe('tasks', () => {
  bothWays(dutyTaskMachine, { isItemInForce: true, unanswered: [] }, [
    ['ACCEPT', { isItemInForce: false }, '不再有效'],
    ['START', { isItemInForce: false }, '不再有效'],
    ['CORRECT', { isItemInForce: false }, '不再有效'],
    ['SUBMIT', { unanswered: ['户数', '人数'] }, '户数、人数'],
    ['STOP', { isItemInForce: true }, '仍然有效', { isItemInForce: false }],
  ])
})

describe('objections', () => {
  bothWays(dutyObjectionMachine, { isInvolved: false, hasAnswer: true, answerUntil: null }, [
    ['ACCEPT', { isInvolved: true }, '应当回避'],
    ['INVESTIGATE', { isInvolved: true }, '应当回避'],
    ['ANSWER', { hasAnswer: true }, '已经答复', { hasAnswer: false }],
    ['UPHOLD', { isInvolved: true }, '应当回避'],
    ['UPHOLD', { hasAnswer: false }, '尚未答复'],
    ['UPHOLD', { answerUntil: new Date(NOW.getTime() + 1) }, '尚未答复', { hasAnswer: false, answerUntil: NOW }],
    ['DISMISS', { isInvolved: true }, '应当回避'],
    ['DISMISS', { hasAnswer: false }, '尚未答复'],
  ])
})

describe('certificates', () => {
  bothWays(certificateRequestMachine, { isListed: true, article: ARTICLE }, [
    ['ISSUE', { isListed: false }, '有权拒绝出具（第二十八条）'],
  ])
})

test('why a task is not issued: the first reason counts', () => {
  const [own, other] = [departmentId(1), departmentId(2)]
  const item = { organization: own, isInForce: true, covers: true }
  expect(issueRefusal(item, own)).toBeNull()
  expect(issueRefusal(null, own)).toBe('NO_ITEM')
  expect(issueRefusal({ ...item, isInForce: false, covers: false }, other)).toBe('NOT_IN_FORCE')
  expect(issueRefusal({ ...item, covers: false }, other)).toBe('OTHER_DEPARTMENT')
  expect(issueRefusal({ ...item, organization: null }, own)).toBe('OTHER_DEPARTMENT')
  expect(issueRefusal({ ...item, covers: false }, own)).toBe('NOT_COVERED')
})

test('what an upheld objection leads to', () => {
  expect(effectsIn(['CIRCULAR', 'WITHDRAW', 'CIRCULAR'])).toEqual(['WITHDRAW', 'CIRCULAR'])
  expect(effectsWrong(['WITHDRAW', 'CIRCULAR'], 'REFUSED')).toBeNull()
  expect(effectsWrong(['CIRCULAR'], 'OPEN')).toBeNull()
  expect(effectsWrong(['CIRCULAR'], 'NONE')).toBeNull()
  expect(effectsWrong([], 'OPEN')?.en).toContain('what follows')
  expect(effectsWrong(['CORRECT', 'WITHDRAW'], 'OPEN')?.en).toContain('not both')
  expect(effectsWrong(['CORRECT'], 'NONE')?.en).toContain('only a circular')
  expect(effectsWrong(['CIRCULAR'], 'REFUSED')?.en).toContain('corrected or withdrawn')
})

test('why a certificate is refused fits whether it is listed', () => {
  expect([refusalWrong('OFF_LIST', false), refusalWrong('UNVERIFIED', true)]).toEqual([null, null])
  expect(refusalWrong('OFF_LIST', true)?.en).toContain('on the list')
  expect(refusalWrong('UNVERIFIED', false)?.en).toContain('not on the list')
})

describe('the same data', () => {
  test.each([
    ['60周岁以上老年人数', '６０周岁以上 老年人（数量）', true],
    ['空置房屋情况', '空置房屋', true],
    ['独居老人数', '失独老人数', false],
  ])('%s and %s: %s', (a, b, same) => expect(dataKey(a) === dataKey(b)).toBe(same))

  test('a name has one spelling, which is not empty and its own', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }).filter((name) => name.trim() !== ''),
        (name) => {
          expect(dataKey(name)).not.toBe('')
          expect(dataKey(dataKey(name))).toBe(dataKey(name))
        },
      ),
    )
  })

  test('periods share a day either way round', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-02-${String(n).padStart(2, '0')}`)
    const period = fc.tuple(day, day).map(([a, b]) => (a <= b ? { from: a, to: b } : { from: b, to: a }))
    fc.assert(fc.property(period, period, (a, b) => void expect(overlaps(a, b)).toBe(overlaps(b, a))))
    expect(overlaps({ from: '2026-01-01', to: '2026-03-31' }, { from: '2026-03-31', to: '2026-04-01' })).toBe(true)
    expect(overlaps({ from: '2026-01-01', to: '2026-03-31' }, { from: '2026-04-01', to: '2026-04-01' })).toBe(false)
  })
})
