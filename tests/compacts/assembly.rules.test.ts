import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ASSEMBLY_ROWS } from '../../subgraphs/compacts/assembly.rows.ts'
import {
  isCarried,
  isComposed,
  isQuorate,
  needed,
  reaches,
  type AssemblyRule,
  type RuleCode,
  type Threshold,
} from '../../subgraphs/compacts/assembly.rules.ts'
import {
  afterClose,
  countSheet,
  effective,
  isInTime,
  tally,
  type CastBallot,
  type Choice,
} from '../../subgraphs/compacts/ballot.rules.ts'
import { daysBetween, hasCome } from '../../subgraphs/compacts/day.rules.ts'
import { endOfDays } from '../../subgraphs/shared/notice.ts'
import { daysLate } from '../../subgraphs/compacts/project.rules.ts'
import { ruleAt } from '../../subgraphs/shared/rule.ts'

const rule = (code: RuleCode, day: string): AssemblyRule =>
  ruleAt<AssemblyRule>(ASSEMBLY_ROWS, code, new Date(`${day}T12:00:00+08:00`)).value
const [R1, R2, R5] = [rule('R1', '2026-06-01'), rule('R2', '2026-06-01'), rule('R5', '2026-06-01')]

describe('the rule of the day', () => {
  test('the law of 2025 holds from the first minute of 2026 in Beijing', () => {
    expect(ruleAt<AssemblyRule>(ASSEMBLY_ROWS, 'R1', new Date('2025-12-31T23:59:59+08:00')).value).toMatchObject({
      validFrom: '1990-01-01',
      noticeDays: 0,
    })
    expect(ruleAt<AssemblyRule>(ASSEMBLY_ROWS, 'R1', new Date('2026-01-01T00:00:00+08:00')).value).toMatchObject({
      validFrom: '2026-01-01',
      noticeDays: 10,
    })
  })

  test('representatives needed more than half before 2026 and need two thirds since', () => {
    expect(isQuorate(rule('R2', '2025-06-01'), 51, 100)).toBe(true)
    expect(isQuorate(R2, 51, 100)).toBe(false)
    expect(isQuorate(R2, 67, 100)).toBe(true)
  })

  test('every row names its law and article', () =>
    expect(ASSEMBLY_ROWS.filter(({ basis }) => !/《.+》.*第.+条/.test(basis))).toEqual([]))
})

describe('V13: exactly at the share', () => {
  const share = (num: number, den: number, more: boolean): Threshold => ({ num, den, more })
  test.each([
    ['过半数: exactly 1/2 is not enough', 50, 100, share(1, 2, true), false],
    ['过半数: one more is', 51, 100, share(1, 2, true), true],
    ['过半数 of an odd number', 50, 99, share(1, 2, true), true],
    ['三分之二以上: exactly 2/3 is enough', 20, 30, share(2, 3, false), true],
    ['三分之二以上: one fewer is not', 19, 30, share(2, 3, false), false],
    ['三分之二以上 of a number thirds do not divide', 66, 100, share(2, 3, false), false],
    ['四分之三以上: exactly 3/4 is enough', 75, 100, share(3, 4, false), true],
    ['超过四分之三: exactly 3/4 is not', 75, 100, share(3, 4, true), false],
    ['nobody present', 0, 100, share(1, 2, true), false],
    ['nobody of nobody', 0, 0, share(2, 3, false), false],
    ['one of one', 1, 1, share(1, 2, true), true],
    ['odd areas in cm²', 2_000_000_001, 3_000_000_001, share(2, 3, false), true],
    ['odd areas in cm², one less', 2_000_000_000, 3_000_000_001, share(2, 3, false), false],
  ])('%s', (_, part, whole, threshold, expected) => expect(reaches(part, whole, threshold)).toBe(expected))

  test('a residents’ meeting with exactly half present is not quorate', () => {
    expect(isQuorate(R1, 500, 1000)).toBe(false)
    expect(isQuorate(R1, 501, 1000)).toBe(true)
  })
  test('a tie fails', () => {
    expect(isCarried(R1, 300, 600, 1000)).toBe(false)
    expect(isCarried(R1, 301, 600, 1000)).toBe(true)
  })
  test('agreement without a quorum carries nothing', () => expect(isCarried(R1, 500, 500, 1000)).toBe(false))
  test('representatives make up four fifths or the meeting is not one', () => {
    expect(isComposed(R2, 40, 50)).toBe(true)
    expect(isComposed(R2, 39, 50)).toBe(false)
  })
  test('a consultation asks for no quorum but for somebody', () => {
    expect(isQuorate(R5, 1, 1000)).toBe(true)
    expect(isQuorate(R5, 0, 1000)).toBe(false)
    expect(R5.binding).toBe(false)
  })

  test('what is needed is the fewest that reach the share', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.constantFrom(R1.quorum!, R2.quorum!, R2.composition!),
        (whole, threshold) => {
          const fewest = needed(whole, threshold)
          expect(reaches(fewest, whole, threshold)).toBe(true)
          expect(reaches(fewest - 1, whole, threshold)).toBe(false)
        },
      ),
    ))
})

describe('counting', () => {
  const closesAt = new Date('2026-06-20T18:00:00+08:00')
  const units = fc.integer({ min: 0, max: 9 }).map((n) => `unit-${n}`)
  const ballot = fc.record({
    unit: units,
    choice: fc.constantFrom<Choice>('AGREE', 'DISAGREE', 'ABSTAIN'),
    seconds: fc.integer({ min: -60, max: 60 }),
  })
  const ballots = fc.array(ballot, { maxLength: 60 }).map((rows) =>
    rows.map(({ unit, choice, seconds }, i): CastBallot => ({
      id: `b${i}`,
      unit,
      choice,
      castAt: new Date(closesAt.getTime() + seconds * 1000),
      sequence: i + 1,
    })),
  )
  const electorate = fc.uniqueArray(units).map((list) => new Set(list))

  test('V3, V5: counts units, never more than there are, and the parts make the whole', () =>
    fc.assert(
      fc.property(ballots, electorate, electorate, (cast, roll, attended) => {
        const { eligible, present, agree, disagree, abstain } = tally(R1, roll, attended, cast, closesAt)
        expect(present).toBeLessThanOrEqual(eligible)
        expect(agree + disagree + abstain).toBeLessThanOrEqual(present)
        expect(agree + disagree + abstain).toBe(effective(cast, roll, closesAt).length)
      }),
    ))

  test('V13: owners decide by heads and by area, both, exactly at the share and in whole cm²', () => {
    const owners = fc.array(
      fc.record({
        area: fc.integer({ min: 1, max: 3_000_000_001 }),
        choice: fc.constantFrom<Choice | null>('AGREE', 'DISAGREE', null),
      }),
      { minLength: 1, maxLength: 40 },
    )
    const at = (part: bigint, whole: bigint, num: bigint, den: bigint, more = false) =>
      more ? part * den > whole * num : part * den >= whole * num
    fc.assert(
      fc.property(owners, fc.constantFrom<RuleCode>('R3', 'R4', 'LIFT'), (rows, code) => {
        const unit = (n: number) => `unit-${n}`
        const cast = rows.flatMap(({ choice }, n): CastBallot[] =>
          choice ? [{ id: `b${n}`, unit: unit(n), choice, castAt: closesAt, sequence: 1 }] : [],
        )
        const areas = new Map(rows.map(({ area }, n) => [unit(n), area]))
        const result = tally(rule(code, '2026-06-01'), new Set(areas.keys()), new Set(), cast, closesAt, {
          basis: 'OWNER',
          areas,
        })
        const sum = (of: readonly { area: number }[]) => of.reduce((all, { area }) => all + BigInt(area), 0n)
        const [took, agreed] = [rows.filter(({ choice }) => choice), rows.filter(({ choice }) => choice === 'AGREE')]
        const [num, den] = code === 'R3' ? [1n, 2n] : [3n, 4n]
        const n = (of: readonly unknown[]) => BigInt(of.length)
        const quorate = at(n(took), n(rows), 2n, 3n) && at(sum(took), sum(rows), 2n, 3n)
        expect(result.quorate).toBe(quorate)
        expect(result.carried).toBe(
          quorate && at(n(agreed), n(took), num, den, code === 'R3') && at(sum(agreed), sum(took), num, den, code === 'R3'),
        )
      }),
    )
  })

  test('V3: the latest ballot before the close is the one that counts', () =>
    fc.assert(
      fc.property(ballots, electorate, (cast, roll) => {
        for (const counted of effective(cast, roll, closesAt)) {
          const own = cast.filter((b) => b.unit === counted.unit && b.castAt < afterClose(closesAt))
          expect(counted.sequence).toBe(Math.max(...own.map((b) => b.sequence)))
        }
      }),
    ))

  test('a recount of the same ballots in any order gives the same bytes', () =>
    fc.assert(
      fc.property(ballots, electorate, fc.func(fc.integer()), (cast, roll, order) => {
        const again = [...cast].sort((a, b) => order(a.id) - order(b.id))
        const sheet = (list: CastBallot[]) =>
          countSheet(R1, tally(R1, roll, new Set(), list, closesAt), effective(list, roll, closesAt))
        expect(sheet(again)).toBe(sheet(cast))
      }),
    ))

  test('V14: an abstention never helps a motion', () =>
    fc.assert(
      fc.property(ballots, electorate, units, (cast, roll, unit) => {
        fc.pre(roll.has(unit) && !cast.some((b) => b.unit === unit))
        const before = tally(R1, roll, new Set([unit]), cast, closesAt)
        const abstained = [...cast, { id: 'x', unit, choice: 'ABSTAIN' as const, castAt: closesAt, sequence: 999 }]
        const after = tally(R1, roll, new Set([unit]), abstained, closesAt)
        expect(after.carried).toBe(before.carried)
        expect(after.agree).toBe(before.agree)
      }),
    ))

  test('V6: a ballot of someone who is not on the frozen roll counts nowhere', () =>
    expect(
      tally(
        R1,
        new Set(['a']),
        new Set(['b']),
        [{ id: '1', unit: 'b', choice: 'AGREE', castAt: closesAt, sequence: 1 }],
        closesAt,
      ),
    ).toEqual({
      eligible: 1,
      present: 0,
      agree: 0,
      disagree: 0,
      abstain: 0,
      quorate: false,
      carried: false,
    }))

  test('V9: the closing second belongs to the vote, the next one does not', () => {
    const opensAt = new Date('2026-06-20T09:00:00+08:00')
    expect(isInTime(new Date('2026-06-20T18:00:00.999+08:00'), opensAt, closesAt)).toBe(true)
    expect(isInTime(new Date('2026-06-20T18:00:01+08:00'), opensAt, closesAt)).toBe(false)
    expect(isInTime(new Date('2026-06-20T08:59:59.999+08:00'), opensAt, closesAt)).toBe(false)
    expect(isInTime(opensAt, opensAt, closesAt)).toBe(true)
  })
})

describe('days', () => {
  const at = (beijing: string) => new Date(`${beijing}+08:00`)
  test('the first day is not counted, whatever the hour', () => {
    expect(daysBetween(at('2026-06-01T23:59:59'), at('2026-06-11T00:00:00'))).toBe(10)
    expect(daysBetween(at('2026-06-01T00:00:00'), at('2026-06-10T23:59:59'))).toBe(9)
  })
  test('a period ends at midnight of its last day', () =>
    expect(endOfDays(at('2026-06-01T08:00:00'), 15)).toEqual(at('2026-06-17T00:00:00')))
  test('a day comes at midnight in Beijing', () => {
    expect(hasCome('2026-07-01', at('2026-06-30T23:59:59'))).toBe(false)
    expect(hasCome('2026-07-01', at('2026-07-01T00:00:00'))).toBe(true)
  })
  test('a milestone is late from the day after it was due', () => {
    expect(daysLate('2026-06-10', false, '2026-06-10')).toBe(0)
    expect(daysLate('2026-06-10', false, '2026-06-17')).toBe(7)
    expect(daysLate('2026-06-10', true, '2026-06-17')).toBe(0)
  })
})
