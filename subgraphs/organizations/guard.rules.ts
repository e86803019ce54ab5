// How guards are put together: each is a question with a sentence for an answer.
import type { Subject } from '../shared/machine.ts'
import type { Text } from '../shared/words.ts'

export type Guard<Facts> = (facts: Facts & Subject, now: Date) => Text | null

/** The first sentence that blocks, in the order given. */
export const all =
  <Facts>(...guards: Guard<Facts>[]): Guard<Facts> =>
  (facts, now) => {
    for (const guard of guards) {
      const blocked = guard(facts, now)
      if (blocked) return blocked
    }
    return null
  }
