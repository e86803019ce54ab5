// Two editions side by side: which article became which, which is new, which is gone. Knows texts, not records.

export interface Paired {
  /** Place of the article in the earlier edition, from 0; null when it is new. */
  readonly before: number | null
  /** Its place in the later one; null when it is gone. */
  readonly after: number | null
}

/** The longest run of pairs in order that `same` allows: places in the one, places in the other. */
const inOrder = (m: number, n: number, same: (i: number, j: number) => number): [number, number][] => {
  const best = Array.from({ length: m + 1 }, () => Array.from({ length: n + 1 }, () => 0))
  for (let i = m - 1; i >= 0; i -= 1)
    for (let j = n - 1; j >= 0; j -= 1) {
      const worth = same(i, j)
      best[i]![j] = Math.max(best[i + 1]![j]!, best[i]![j + 1]!, worth > 0 ? best[i + 1]![j + 1]! + worth : 0)
    }
  const pairs: [number, number][] = []
  for (let i = 0, j = 0; i < m && j < n;) {
    const worth = same(i, j)
    if (worth > 0 && best[i]![j] === best[i + 1]![j + 1]! + worth) pairs.push([i++, j++])
    else if (best[i]![j] === best[i + 1]![j]) i += 1
    else j += 1
  }
  return pairs
}

/** How much of two texts is the same, 0 to 1, by pairs of letters: two common letters are no likeness, a common phrase is. */
export const likeness = (a: string, b: string): number => {
  if (a === b) return 1
  const pairsOf = (words: string) => Array.from({ length: Math.max(words.length - 1, 0) }, (_, i) => words.slice(i, i + 2))
  const [left, right] = [pairsOf(a), pairsOf(b)]
  const free = new Map<string, number>()
  for (const pair of right) free.set(pair, (free.get(pair) ?? 0) + 1)
  let common = 0
  for (const pair of left) {
    const n = free.get(pair) ?? 0
    if (n === 0) continue
    common += 1
    free.set(pair, n - 1)
  }
  return left.length + right.length === 0 ? 0 : (2 * common) / (left.length + right.length)
}

const LIKE = 0.4

/** Articles paired in order: like with like; between two pairs, what is gone stands before what is new. */
export const pairArticles = (before: readonly string[], after: readonly string[]): Paired[] => {
  const pairs = inOrder(before.length, after.length, (i, j) => {
    const alike = likeness(before[i]!, after[j]!)
    return alike >= LIKE ? alike : 0
  })
  const rows: Paired[] = []
  let [i, j] = [0, 0]
  for (const [toBefore, toAfter] of [...pairs, [before.length, after.length] as const]) {
    while (i < toBefore) rows.push({ before: i++, after: null })
    while (j < toAfter) rows.push({ before: null, after: j++ })
    if (i < before.length && j < after.length) rows.push({ before: i++, after: j++ })
  }
  return rows
}
