// The arithmetic of grants: totals, means, ranks, draws, instalments and conditions; the same input always gives the same.
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { draw } from '../../subgraphs/organizations/grantDraw.rules.ts'
import { conditionsWrong, monthsBetween, verdicts, type Applicant } from '../../subgraphs/organizations/grantEligibility.rules.ts'
import {
  amendmentWrong,
  committedOf,
  instalmentsOf,
  recoverable,
  replanned,
} from '../../subgraphs/organizations/grantMoney.rules.ts'
import { criteriaWrong, sharesWrong, type Criterion } from '../../subgraphs/organizations/grantRound.rules.ts'
import {
  meanOf,
  rank,
  sheetWrong,
  shown,
  spreadOf,
  totalOf,
  type Scored,
} from '../../subgraphs/organizations/grantScore.rules.ts'
import { binds } from '../../subgraphs/organizations/grantTie.rules.ts'

const lot = (...of: readonly string[]) => createHash('sha256').update(of.join(':')).digest('hex')
const CRITERIA: Criterion[] = [
  { key: 'need', label: '需求', points: 10, weight: 3_000 },
  { key: 'design', label: '设计', points: 30, weight: 4_000 },
  { key: 'budget', label: '预算', points: 7, weight: 3_000 },
]
const points = (need: number | null, design: number | null, budget: number | null) =>
  [need, design, budget].map((p, i) => ({ criterion: CRITERIA[i]!.key, points: p, reason: p === null ? '不适用' : null }))

describe('instalments (edge case 12)', () => {
  test('100001 fen in three: the last takes the residue', () => {
    expect(instalmentsOf(100_001, [3_333, 3_333, 3_334])).toEqual([33_330, 33_330, 33_341])
    expect(instalmentsOf(100_001, [5_000, 3_000, 2_000])).toEqual([50_000, 30_000, 20_001])
    expect(instalmentsOf(1, [5_000, 5_000])).toEqual([0, 1])
  })
  test('sum to the award, none below nothing, for any award and shares', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_000_000_000 }),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 }),
        (award, parts) => {
          const whole = parts.reduce((a, b) => a + b, 0)
          const shares = parts.map((p) => Math.floor((p * 10_000) / whole))
          shares[shares.length - 1]! += 10_000 - shares.reduce((a, b) => a + b, 0)
          const amounts = instalmentsOf(award, shares)
          expect(amounts.reduce((a, b) => a + b, 0)).toBe(award)
          expect(amounts.every((a) => a >= 0)).toBe(true)
        },
      ),
    ))
  test('only planned ones are planned again, and they still sum to the award', () => {
    const parts = [
      { status: 'PAID', amount: 50_000 },
      { status: 'PLANNED', amount: 30_000 },
      { status: 'PLANNED', amount: 20_001 },
    ]
    expect(replanned(parts, 110_000)).toEqual([50_000, 35_999, 24_001])
    expect(replanned(parts, 50_000)).toEqual([50_000, 0, 0])
    expect(committedOf(parts)).toBe(50_000)
  })
})

describe('changing an award', () => {
  const parts = [
    { status: 'PAID', amount: 500_000 },
    { status: 'APPROVED', amount: 300_000 },
    { status: 'PLANNED', amount: 200_000 },
  ]
  test('10: never below what is approved and paid', () => {
    expect(amendmentWrong(1_000_000, parts, 799_999, 0, 1_000_000)?.en).toContain('8,000.00')
    expect(amendmentWrong(1_000_000, parts, 800_000, 0, 1_000_000)).toBeNull()
  })
  test('11: supplements of 5 % and 5 % pass, one fen more does not', () => {
    expect(amendmentWrong(1_000_000, parts, 1_050_000, 1_000_000, 1_000_000)).toBeNull()
    expect(amendmentWrong(1_000_000, parts, 1_100_000, 1_000_000, 1_050_000)).toBeNull()
    expect(amendmentWrong(1_000_000, parts, 1_100_001, 1_000_000, 1_050_000)?.en).toContain('10 %')
  })
  test('and never beyond the pool', () => {
    expect(amendmentWrong(1_000_000, parts, 1_000_010, 9, 1_000_000)?.en).toContain('0.09')
    expect(amendmentWrong(1_000_000, parts, 1_000_010, 10, 1_000_000)).toBeNull()
  })
  test('what must come back', () => expect([recoverable(100, 30, 20), recoverable(100, 130, 0)]).toEqual([50, 0]))
})

describe('scores', () => {
  test('a total is weighted in hundredths of a percent and rounded once', () => {
    expect(totalOf(CRITERIA, points(10, 30, 7))).toBe(10_000)
    expect(totalOf(CRITERIA, points(0, 0, 0))).toBe(0)
    // 3000·5/10 + 4000·10/30 + 3000·3/7 = 1500 + 1333.33… + 1285.71… = 4119.05
    expect(totalOf(CRITERIA, points(5, 10, 3))).toBe(4_119)
  })
  test('17: every criterion has points, or a reason why it does not apply', () => {
    expect(sheetWrong(CRITERIA, points(5, 10, 3))).toBeNull()
    expect(sheetWrong(CRITERIA, points(5, 10, 3).slice(0, 2))?.zh).toContain('“预算”还没有评分')
    expect(
      sheetWrong(CRITERIA, [...points(5, 10, 3).slice(0, 2), { criterion: 'budget', points: null, reason: ' ' }])?.zh,
    ).toContain('请说明理由')
    expect(sheetWrong(CRITERIA, points(5, 10, null))).toBeNull()
    expect(sheetWrong(CRITERIA, points(5, 31, 3))?.zh).toContain('0至30')
    expect(sheetWrong(CRITERIA, points(null, null, null))?.zh).toContain('不能所有指标')
    expect(sheetWrong(CRITERIA, [...points(1, 1, 1), { criterion: 'other', points: 1, reason: null }])?.zh).toContain('不符')
  })
  test('what does not apply is left out of the weights', () => expect(totalOf(CRITERIA, points(10, 15, null))).toBe(7_143))
  test('extremes are left out of five or more only', () => {
    expect(meanOf([1, 2, 3, 4], true)).toEqual({ sum: 10, count: 4 })
    expect(meanOf([9_000, 100, 200, 300, 0], true)).toEqual({ sum: 600, count: 3 })
    expect(shown({ sum: 5, count: 2 })).toBe(3)
    expect(spreadOf([7_000, 2_000, 5_000])).toBe(5_000)
  })
})

describe('ranking', () => {
  const one = (id: string, sum: number, count: number, first: number, at: string, drawn = id): Scored => ({
    id,
    mean: { sum, count },
    first: { sum: first, count: 3 },
    submittedAt: new Date(at),
    lot: drawn,
  })
  test('ties are parted by the first criterion, then by who came earlier, then by lot', () => {
    const ranked = rank([
      one('late', 300, 3, 10, '2026-03-05'),
      one('lot-b', 400, 4, 10, '2026-03-02', 'b'),
      one('lot-a', 200, 2, 10, '2026-03-02', 'a'),
      one('first', 100, 1, 11, '2026-03-09'),
      one('best', 301, 3, 0, '2026-03-09'),
    ])
    expect(ranked).toEqual([
      { id: 'best', rank: 1, tie: null },
      { id: 'first', rank: 2, tie: null },
      { id: 'lot-a', rank: 3, tie: 'FIRST_CRITERION' },
      { id: 'lot-b', rank: 4, tie: 'LOT' },
      { id: 'late', rank: 5, tie: 'EARLIER' },
    ])
  })
  test('does not hang on the order in which it is asked', () =>
    fc.assert(
      fc.property(fc.shuffledSubarray([...'abcdefgh'], { minLength: 8 }), (ids) => {
        const of = (id: string) => one(id, (id.charCodeAt(0) % 3) * 100, 1, id.charCodeAt(0) % 2, '2026-03-02', lot(id))
        expect(rank(ids.map(of)).map((r) => r.id)).toEqual(rank([...'abcdefgh'].map(of)).map((r) => r.id))
      }),
    ))
})

describe('the draw', () => {
  const reviewers = Array.from({ length: 12 }, (_, i) => `r${i}`)
  const applications = Array.from({ length: 30 }, (_, i) => ({ application: `a${i}`, lacks: 5, barred: new Set([`r${i % 12}`]) }))
  const seeded = (seed: string) => draw((...of) => lot(seed, ...of), applications, reviewers, new Map())
  test('the same seed draws the same, another seed another', () => {
    expect(seeded('1')).toEqual(seeded('1'))
    expect(seeded('1').drawn).not.toEqual(seeded('2').drawn)
  })
  test('nobody barred, nobody twice, and burdens differ by little', () => {
    const { drawn, short } = seeded('7')
    expect(short).toEqual([])
    expect(drawn).toHaveLength(150)
    expect(new Set(drawn.map((d) => `${d.application} ${d.reviewer}`)).size).toBe(150)
    for (const { application, reviewer } of drawn) expect(`r${Number(application.slice(1)) % 12}`).not.toBe(reviewer)
    const burdens = reviewers.map((r) => drawn.filter((d) => d.reviewer === r).length)
    expect(Math.max(...burdens) - Math.min(...burdens)).toBeLessThanOrEqual(2)
  })
  test('says where the pool is too small', () => {
    const few = draw(lot, [{ application: 'a', lacks: 3, barred: new Set(['r1']) }], ['r0', 'r1', 'r2'], new Map())
    expect(few.short).toEqual(['a'])
    expect(few.drawn.map((d) => d.reviewer).sort()).toEqual(['r0', 'r2'])
  })
})

test('ties: work binds for three years after it ended, kin for good', () => {
  const tie = (kind: 'EMPLOYED' | 'KIN', until: string | null) => binds({ kind, until }, '2026-06-01')
  expect([tie('EMPLOYED', null), tie('EMPLOYED', '2023-06-01'), tie('EMPLOYED', '2023-05-31')]).toEqual([true, true, false])
  expect(tie('KIN', '2001-01-01')).toBe(true)
})

describe('conditions', () => {
  const fit: Applicant = {
    isRegistered: true,
    standing: { zh: '正常', en: 'Registered' },
    hasReported: true,
    grade: 3,
    isListed: false,
    failedLastYear: 0,
    barredUntil: null,
    awardsThisYear: 0,
    asked: 6_000_000,
    cap: 6_000_000,
    months: 8,
  }
  const all = [
    ['REGISTERED', null, { isRegistered: false, standing: { zh: '已注销', en: 'Deregistered' } }, '已注销'],
    ['REPORTED', null, { hasReported: null }, '没有上年度'],
    ['REPORTED', null, { hasReported: false }, '不合格'],
    ['MIN_GRADE', 2, { grade: 1 }, '1A，应不低于2A'],
    ['MIN_GRADE', 2, { grade: 0 }, '没有有效的评估等级'],
    ['NOT_LISTED', null, { isListed: true }, '活动异常名录'],
    ['NO_FAILED_PROJECT', null, { failedLastYear: 1 }, '被终止'],
    ['NOT_BARRED', null, { barredUntil: '2029-01-01' }, '2029-01-01'],
    ['MAX_AWARDS', 1, { awardsThisYear: 1 }, '最多1个'],
    ['CAP', null, { asked: 6_000_001 }, '60000.01'],
    ['MIN_MONTHS', 8, { months: 7 }, '应不少于8个月'],
  ] as const
  test.each(all)('%s %s is met, and not by %o', (code, value, out, sentence) => {
    const [met] = verdicts([{ code, value }], fit)
    expect(met).toMatchObject({ code, isMet: true })
    const [wrong] = verdicts([{ code, value }], { ...fit, ...out })
    expect(wrong!.isMet).toBe(false)
    expect(wrong!.says.zh).toContain(sentence)
  })
  test('those with a number need one', () => {
    expect(conditionsWrong([{ code: 'MIN_GRADE', value: null }])?.en).toContain('number')
    expect(conditionsWrong([{ code: 'MIN_GRADE', value: 6 }])?.en).toContain('5A')
    expect(
      conditionsWrong([
        { code: 'CAP', value: null },
        { code: 'CAP', value: null },
      ])?.en,
    ).toContain('twice')
    expect(conditionsWrong([{ code: 'MIN_MONTHS', value: 8 }])).toBeNull()
  })
  test('months are whole', () =>
    expect([
      monthsBetween('2026-01-01', '2026-08-31'),
      monthsBetween('2026-01-01', '2026-08-30'),
      monthsBetween('2026-01-15', '2026-09-14'),
      monthsBetween('2026-05-01', '2026-05-02'),
    ]).toEqual([8, 7, 8, 0]))
})

test('weights and shares sum to a hundred percent', () => {
  expect(criteriaWrong(CRITERIA)).toBeNull()
  expect(criteriaWrong(CRITERIA.slice(1))?.zh).toContain('70%')
  expect(criteriaWrong([])?.en).toContain('At least one')
  expect(criteriaWrong([CRITERIA[0]!, CRITERIA[0]!])?.en).toContain('twice')
  expect(criteriaWrong([{ ...CRITERIA[0]!, points: 0 }])?.en).toContain('1 to 100')
  expect(sharesWrong([5_000, 3_000, 2_000])).toBeNull()
  expect(sharesWrong([5_000, 5_001])?.en).toContain('100 %')
})
