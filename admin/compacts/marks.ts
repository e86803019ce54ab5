// Where two texts differ, by letters and words: what was taken out, what was put in.

export interface Mark {
  readonly kind: 'same' | 'out' | 'in'
  readonly words: string
}

/** Chinese by letters, everything else by words and signs. */
const pieces = (text: string): string[] => text.match(/[A-Za-z0-9]+|\s+|[^]/gu) ?? []

/** The longest common run of pieces stays; the rest is taken out on the left and put in on the right. */
export const marksOf = (before: string, after: string): Mark[] => {
  const [a, b] = [pieces(before), pieces(after)]
  const best = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      best[i]![j] = a[i] === b[j] ? best[i + 1]![j + 1]! + 1 : Math.max(best[i + 1]![j]!, best[i]![j + 1]!)
  const marks: { kind: Mark['kind']; words: string }[] = []
  const push = (kind: Mark['kind'], words: string) => {
    const last = marks.at(-1)
    if (last?.kind === kind) last.words += words
    else marks.push({ kind, words })
  }
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length)
    if (i < a.length && j < b.length && a[i] === b[j]) {
      push('same', a[i]!)
      i += 1
      j += 1
    } else if (j >= b.length || (i < a.length && best[i + 1]![j]! >= best[i]![j + 1]!)) push('out', a[i++]!)
    else push('in', b[j++]!)
  return marks
}
