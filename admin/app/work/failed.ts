// Work that cannot go on ends with what went wrong.
import type { Mistake } from '../mistakes.ts'

export class Failed extends Error {
  readonly mistake: Mistake

  constructor(mistake: Mistake) {
    super(mistake.sentence)
    this.mistake = mistake
  }
}
