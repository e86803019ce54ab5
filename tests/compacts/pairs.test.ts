// Two editions of a compact, article beside article.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { likeness, pairArticles } from '../../subgraphs/compacts/compare.rules.ts'

describe('two editions side by side', () => {
  const text = fc.array(fc.string({ unit: fc.constantFrom(...'楼道不堆放杂物电动车进'), minLength: 1, maxLength: 12 }), {
    maxLength: 8,
  })

  test('every article of both stands there once, in its order', () =>
    fc.assert(
      fc.property(text, text, (before, after) => {
        const rows = pairArticles(before, after)
        expect(rows.flatMap((row) => (row.before === null ? [] : [row.before]))).toEqual(before.map((_, i) => i))
        expect(rows.flatMap((row) => (row.after === null ? [] : [row.after]))).toEqual(after.map((_, i) => i))
      }),
    ))

  test('the same text has nothing new and nothing gone', () =>
    fc.assert(fc.property(text, (same) => pairArticles(same, same).every(({ before, after }) => before === after))))

  test('an article that was rewritten stands beside what it was, one in between is new', () => {
    expect(
      pairArticles(['楼道不堆放杂物。', '电动车不进楼。'], ['楼道不堆放任何杂物。', '爱护绿化。', '电动车不进楼。']),
    ).toEqual([
      { before: 0, after: 0 },
      { before: null, after: 1 },
      { before: 1, after: 2 },
    ])
    expect(likeness('楼道', '绿化')).toBe(0)
  })
})
