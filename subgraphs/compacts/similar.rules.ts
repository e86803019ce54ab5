// How alike two titles are: by the pairs of characters they share, which needs no dictionary.

const pairsOf = (words: string): string[] => {
  const plain = words.toLowerCase().replace(/[\s\p{P}\p{S}]/gu, '')
  return [...new Set(Array.from({ length: Math.max(0, plain.length - 1) }, (_, at) => plain.slice(at, at + 2)))]
}

/** From 0, nothing in common, to 1, the same pairs. */
export const likeness = (one: string, other: string): number => {
  const [left, right] = [pairsOf(one), pairsOf(other)]
  const shared = left.filter((pair) => right.includes(pair)).length
  return left.length && right.length ? (2 * shared) / (left.length + right.length) : 0
}

/** As alike as this, a reader is shown it. */
export const ALIKE = 0.3

/** The ones most like the words, best first. */
export const mostAlike = <One extends { readonly title: string }>(all: readonly One[], words: string, most: number): One[] =>
  all
    .map((one) => ({ one, score: likeness(one.title, words) }))
    .filter(({ score }) => score >= ALIKE)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ one }) => one)
