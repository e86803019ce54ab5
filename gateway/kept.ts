// Answers to whoever has not signed in, kept for a moment: many apps ask the same public question at once. What is kept is
// forgotten as soon as anything is changed through this process, and within a second however it was changed: kept on is only
// what was read since the database last wrote anything at all, and not for long, since an answer may speak of the time.
import { committed } from './host/client.ts'

const KEPT_MS = 1_000
const LONGEST_MS = 30_000
/** How often it is looked whether the database has written, while anybody asks. */
const LOOK_MS = 400
/** How much is kept at most, in bytes. */
const ROOM = 16_000_000

interface Answer<Text> {
  readonly text: Text
  readonly at: number
  readonly changes: number
}

export interface Kept<Text> {
  readonly find: (question: string) => Text | null
  /** Begins to answer a question: what is handed to the function is kept, unless something was changed meanwhile. */
  readonly begin: (question: string) => (text: Text) => void
}

/** `written` says how far the database has written; null where that cannot be known. */
export const keepAnswers = <Text extends { readonly length: number }>(
  clock: () => Date,
  written: () => Promise<string | null>,
): Kept<Text> => {
  const answers = new Map<string, Answer<Text>>()
  let taken = 0
  /** Between these two moments nothing was written. */
  let calm = { mark: null as string | null, from: NaN, to: NaN }
  let looked = -Infinity

  const look = async (now: number): Promise<void> => {
    if (now >= looked && now - looked < LOOK_MS) return
    looked = now
    const mark = await written().catch(() => null)
    calm = mark !== null && mark === calm.mark ? { ...calm, to: now } : { mark, from: clock().getTime(), to: now }
  }
  const find = (question: string): Text | null => {
    const known = answers.get(question)
    if (!known || known.changes !== committed()) return null
    const now = clock().getTime()
    const age = now - known.at
    if (age < 0 || age >= LONGEST_MS) return null
    void look(now)
    const isCalm = calm.mark !== null && known.at >= calm.from && now - calm.to < KEPT_MS
    return age < KEPT_MS || isCalm ? known.text : null
  }
  const begin = (question: string) => {
    const [at, changes] = [clock().getTime(), committed()]
    void look(at)
    return (text: Text): void => {
      const size = question.length + text.length
      if (size > ROOM / 100 || changes !== committed()) return
      const before = answers.get(question)
      if (before) taken -= question.length + before.text.length
      if (taken + size > ROOM) {
        answers.clear()
        taken = 0
      }
      taken += size
      answers.set(question, { text, at, changes })
    }
  }
  return { find, begin }
}
