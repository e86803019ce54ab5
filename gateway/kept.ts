// Answers to whoever has not signed in, kept for a moment: many apps ask the same public question at once. What is kept is
// forgotten as soon as anything is changed through this process, and after a second however it was changed.
import { committed } from './host/client.ts'

const KEPT_MS = 1_000
/** How much is kept at most, in characters. */
const ROOM = 16_000_000

interface Answer {
  readonly text: string
  readonly at: number
  readonly changes: number
}

export interface Kept {
  readonly find: (question: string) => string | null
  /** Begins to answer a question: what is handed to the function is kept, unless something was changed meanwhile. */
  readonly begin: (question: string) => (text: string) => void
}

export const keepAnswers = (clock: () => Date): Kept => {
  const answers = new Map<string, Answer>()
  let taken = 0
  const find = (question: string): string | null => {
    const known = answers.get(question)
    if (!known) return null
    const age = clock().getTime() - known.at
    return known.changes === committed() && age >= 0 && age < KEPT_MS ? known.text : null
  }
  const begin = (question: string) => {
    const [at, changes] = [clock().getTime(), committed()]
    return (text: string): void => {
      const size = question.length + text.length
      if (size > ROOM / 100 || changes !== committed()) return
      if (taken + size > ROOM) {
        answers.clear()
        taken = 0
      }
      // One that is replaced is counted twice: the room only looks fuller than it is.
      taken += size
      answers.set(question, { text, at, changes })
    }
  }
  return { find, begin }
}
