// A dialog is a question that is awaited. One is asked at a time; Shell draws it.
import { shallowRef } from 'vue'
import type { Mistake } from './mistakes.ts'

interface Asked<Kind extends string, Answer> {
  readonly kind: Kind
  readonly title: string
  /** The name of the record it is about; a confirmation always names its object. */
  readonly about: string
  readonly answer: (answer: Answer) => void
}

export type ReasonAsked = Asked<'reason', string | null>
/** One thing to check before it goes out. */
export interface Answer {
  readonly label: string
  readonly value: string
}

export type ConfirmAsked = Asked<'confirm', boolean> & {
  readonly says: string
  readonly typed: string | null
  readonly answers: readonly Answer[]
}
export type ConflictAsked = Asked<'conflict', boolean> & { readonly mistake: Mistake }
export type Question = ReasonAsked | ConfirmAsked | ConflictAsked

export const question = shallowRef<Question | null>(null)

const ask = <Answer>(pose: (answer: (given: Answer) => void) => Question): Promise<Answer> =>
  new Promise((resolve) => {
    question.value = pose((given) => {
      question.value = null
      resolve(given)
    })
  })

/** Asks why; null when the person thinks better of it. */
export const confirmReason = (title: string, about: string): Promise<string | null> =>
  ask((answer) => ({ kind: 'reason', title, about, answer }))

/** Asks whether to go on; with `typed`, the word has to be typed first (publish, sign, disburse), after what goes out has been checked. */
export const confirmAction = (
  title: string,
  about: string,
  says: string,
  typed: string | null = null,
  answers: readonly Answer[] = [],
): Promise<boolean> => ask((answer) => ({ kind: 'confirm', title, about, says, typed, answers, answer }))

/** Shows what others did meanwhile; true when the record should be loaded again. */
export const showConflict = (title: string, about: string, mistake: Mistake): Promise<boolean> =>
  ask((answer) => ({ kind: 'conflict', title, about, mistake, answer }))
