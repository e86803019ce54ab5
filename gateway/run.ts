// Runs the steps of a question: what is at hand is taken at once, what must be waited for is waited for together.
import { getArgumentValues } from 'graphql'
import type { Context } from '../subgraphs/shared/context.ts'
import type { Shape, Step, Steps } from './plan.ts'

export type Variables = Readonly<Record<string, unknown>>
export type Row = Record<string, unknown>

const isToCome = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' && typeof (value as PromiseLike<unknown> | null)?.then === 'function'

/** One question on its way: what it waits for, and how it ends. */
class Run {
  readonly #done: (answer: Row | null) => void
  readonly #answer: Row
  readonly #contextOf: (subgraph: string) => Context
  readonly #variables: ReadonlyMap<string, Variables>
  readonly #args = new Map<Step, Row>()
  #waits = 1
  #over = false

  constructor(
    steps: Steps,
    contextOf: (subgraph: string) => Context,
    variables: ReadonlyMap<string, Variables>,
    done: (answer: Row | null) => void,
  ) {
    this.#contextOf = contextOf
    this.#variables = variables
    this.#done = done
    this.#answer = { ...steps.blank }
    this.#attempt(() => this.#fill(steps, null, this.#answer))
    this.#settle()
  }

  /** Any trouble ends the short way at once; what is still under way is not listened to. */
  #attempt(work: () => void): void {
    try {
      work()
    } catch {
      this.#give(null)
    }
  }

  #give(answer: Row | null): void {
    if (this.#over) return
    this.#over = true
    this.#done(answer)
  }

  #settle(): void {
    this.#waits -= 1
    if (this.#waits === 0) this.#give(this.#answer)
  }

  /** Goes on when the value comes. */
  #wait(value: PromiseLike<unknown>, go: (value: unknown) => void): void {
    this.#waits += 1
    const come = (one: unknown): void => {
      if (!this.#over) this.#attempt(() => go(one))
      this.#settle()
    }
    value.then(come, () => this.#give(null))
  }

  #argsOf(step: Step): Row {
    if (step.args) return step.args
    let args = this.#args.get(step)
    if (!args) this.#args.set(step, (args = getArgumentValues(step.field, step.node, this.#variables.get(step.subgraph) ?? {})))
    return args
  }

  /** The keys stand there already, so that the answer keeps the order of the question whatever comes first. */
  #fill({ here, hops }: Steps, source: unknown, into: Row): void {
    for (const step of here) this.#take(step, source, into)
    for (const { subgraph, type, key, refer, needs, steps } of hops) {
      const reference = { __typename: type, [key]: (source as Row)[key] }
      const entity = refer(reference, this.#contextOf(subgraph), { needs })
      if (isToCome(entity)) this.#wait(entity, (come) => this.#takeAll(steps, come, into))
      else this.#takeAll(steps, entity, into)
    }
  }

  /** Fields of an entity from its own subgraph; all null where it has none such. */
  #takeAll(steps: readonly Step[], entity: unknown, into: Row): void {
    for (const step of steps)
      if (entity === null || entity === undefined) this.#put(step.shape, null, into, step.key)
      else this.#take(step, entity, into)
  }

  #take(step: Step, source: unknown, into: Row): void {
    const { resolve, field, shape, key } = step
    let value: unknown
    if (resolve) value = resolve(source, this.#argsOf(step), this.#contextOf(step.subgraph), step.info)
    else {
      value = (source as Row)[field.name]
      if (typeof value === 'function') value = value.call(source, this.#argsOf(step), this.#contextOf(step.subgraph), step.info)
    }
    if (isToCome(value)) this.#wait(value, (come) => this.#put(shape, come, into, key))
    else this.#put(shape, value, into, key)
  }

  #put(shape: Shape, value: unknown, into: Row | unknown[], at: string | number): void {
    const place = into as Row
    if (value === null || value === undefined) {
      if (shape.required) throw new Error('null')
      place[at] = null
    } else if (value instanceof Error) throw value
    else if (shape.kind === 'leaf') {
      const told = shape.tell(value)
      if (told === null || told === undefined) throw new Error('null')
      place[at] = told
    } else if (shape.kind === 'object') this.#fill(shape.steps, value, (place[at] = { ...shape.steps.blank }))
    else {
      if (!Array.isArray(value)) throw new Error('not a list')
      const { of } = shape
      const list: unknown[] = (place[at] = Array.from({ length: value.length }, () => null))
      for (let i = 0; i < value.length; i += 1) {
        const one: unknown = value[i]
        if (isToCome(one)) this.#wait(one, (come) => this.#put(of, come, list, i))
        else this.#put(of, one, list, i)
      }
    }
  }
}

/** Tells `done` the answer, or null where the short way ends. */
export const run = (...all: ConstructorParameters<typeof Run>): void => void new Run(...all)
