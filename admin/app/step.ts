// An action that carries data, described: which fields it asks for, and how they are sent. Drawn by StepDialog.
import type { FunctionalComponent } from 'vue'
import type { About, Outcome } from './act.ts'
import type { DraftOf } from './draft.ts'
import { halfWidth } from './format.ts'
import { say, t, text } from './i18n.ts'
import { nameIn } from './receipt.ts'

export type FieldValue = string | boolean | string[]

export interface FieldSpec {
  readonly key: string
  readonly label: string
  readonly kind:
    | 'text'
    | 'long'
    | 'number'
    | 'money'
    | 'day'
    | 'moment'
    | 'choice'
    | 'choices'
    | 'yes'
    | 'lines'
    | 'person'
    | 'file'
    | 'files'
  readonly required?: boolean
  readonly hint?: string
  readonly value?: FieldValue
  readonly options?: readonly { readonly value: string; readonly label: string }[]
  /** Something that stands below the field and follows what is written in it. */
  readonly beside?: FunctionalComponent<{ value: FieldValue | undefined }>
  /** Finds people, or records, to choose from; `findBy` says by what, a name unless told. */
  readonly find?: (words: string) => Promise<readonly { readonly value: string; readonly label: string }[]>
  readonly findBy?: string
}

export interface Step {
  readonly fields: readonly FieldSpec[]
  /** Said above the fields: the rule, the article, what follows. */
  readonly says?: string
  /** It publishes or signs: what was filled in is shown once more before it is sent. */
  readonly seals?: boolean
  /** Under this name what is being written is kept until it is sent. */
  readonly draft?: DraftOf
  readonly send: (values: Values, about: About) => Promise<Outcome<unknown>>
}

/** What was filled in a field, in words. */
export const answerOf = ({ kind, options }: FieldSpec, value: FieldValue | undefined): string => {
  const labelOf = (one: string) => options?.find((option) => option.value === one)?.label ?? one
  if (kind === 'yes') return t(value === true ? 'form.yes' : 'form.no')
  if (kind === 'lines' && Array.isArray(value)) return value.map((line, at) => `${at + 1}. ${line}`).join('\n')
  if (kind === 'files' && Array.isArray(value)) return value.map(nameIn).join('\n')
  if (Array.isArray(value)) return value.map(labelOf).join(t('form.and'))
  const words = typeof value === 'string' ? value.trim() : ''
  if (kind === 'file') return words && say(text('已上传', 'Uploaded'))
  if (kind === 'moment') return words.replace('T', ' ').slice(0, 16)
  return kind === 'money' && words ? `${words} ${t('form.yuan')}` : labelOf(words)
}

/** What was filled in, read in the shape the API wants. */
export class Values {
  readonly #given: Readonly<Record<string, FieldValue | undefined>>

  constructor(given: Readonly<Record<string, FieldValue | undefined>>) {
    this.#given = given
  }

  text(key: string): string {
    const value = this.#given[key]
    return typeof value === 'string' ? value.trim() : ''
  }

  textOrNull(key: string): string | null {
    return this.text(key) || null
  }

  /** One of an enum of the API; the field offers only those. */
  choice<Name extends string>(key: string): Name {
    return this.text(key) as Name
  }

  list(key: string): string[] {
    const value = this.#given[key]
    return Array.isArray(value) ? value.map((one) => one.trim()).filter(Boolean) : []
  }

  /** Receipts of files, and what each is for. */
  files<Purpose extends string>(key: string): { readonly purpose: Purpose; readonly file: string }[] {
    return this.list(key).map((one) => ({ purpose: one.split(' ')[0] as Purpose, file: one.split(' ').at(-1)! }))
  }

  yes(key: string): boolean {
    return this.#given[key] === true
  }

  number(key: string): number {
    return Math.round(Number(halfWidth(this.text(key)).replace(/[,，]/g, '')))
  }

  /** Yuan as typed, in fen. */
  fen(key: string): number {
    return Math.round(Number(halfWidth(this.text(key)).replace(/[,，]/g, '')) * 100)
  }

  /** A moment typed in Beijing time. */
  moment(key: string): string {
    return new Date(`${this.text(key)}+08:00`).toISOString()
  }
}

/** A moment of the API as the date field holds it: Beijing time without a zone. */
export const typedMoment = (at: string | Date): string =>
  new Date(new Date(at).getTime() + 8 * 3_600_000).toISOString().slice(0, 19)
