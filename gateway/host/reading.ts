// What a question reads with: it stands in for the manager of the ORM, which is made only when something is asked that
// nobody else can do, and answers that as before.
import type { MikroORM, SqlEntityManager } from '@mikro-orm/postgresql'
import type { Actor } from '../../subgraphs/shared/actor.ts'
import { BEYOND } from './condition.ts'
import type { Class, How, readerOf } from './read.ts'

const KNOWN = new Set(['fields', 'orderBy', 'limit', 'filters'])
const isPlain = (how: How): boolean =>
  Object.keys(how).every((key) => KNOWN.has(key)) && (how.filters === undefined || how.filters.scope === false)

/** As the reader says it, or as the ORM does. */
const said = async <Answer>(how: How, here: () => Promise<Answer>, beyondUs: () => Promise<unknown>): Promise<Answer> => {
  if (!isPlain(how)) return beyondUs() as Promise<Answer>
  try {
    return await here()
  } catch (error) {
    if (error === BEYOND) return beyondUs() as Promise<Answer>
    throw error
  }
}

/** Makes what the questions of one subgraph read with. */
export const readingOver = (
  orm: MikroORM,
  { rowsOf, count, execute }: ReturnType<typeof readerOf>,
  managerFor: (actor: Actor) => SqlEntityManager,
) => {
  class Reading {
    readonly #actor: Actor
    #whole: SqlEntityManager | null = null

    constructor(actor: Actor) {
      this.#actor = actor
    }

    get whole(): SqlEntityManager {
      return (this.#whole ??= managerFor(this.#actor))
    }

    getMetadata() {
      return orm.getMetadata()
    }

    find(entity: Class, where: unknown, how: How = {}) {
      return said(
        how,
        async () => (await rowsOf(this.#actor, entity, where, how, false))[0],
        () => this.whole.find(entity as never, where as never, how as never),
      )
    }

    findOne(entity: Class, where: unknown, how: How = {}) {
      return said(
        how,
        async () => (await rowsOf(this.#actor, entity, where, { ...how, limit: 1 }, false))[0][0] ?? null,
        () => this.whole.findOne(entity as never, where as never, how as never),
      )
    }

    findAndCount(entity: Class, where: unknown, how: How = {}) {
      return said(
        how,
        () => rowsOf(this.#actor, entity, where, how, true),
        () => this.whole.findAndCount(entity as never, where as never, how as never),
      )
    }

    count(entity: Class, where: unknown, how: How = {}) {
      return said(
        how,
        () => count(this.#actor, entity, where, how),
        () => this.whole.count(entity as never, where as never, how as never),
      )
    }

    execute(statement: unknown, values: unknown[] = [], ...more: unknown[]) {
      return typeof statement === 'string' && more.length === 0 && values.every((v) => !Array.isArray(v))
        ? execute(statement, values)
        : this.whole.execute(...([statement, values, ...more] as Parameters<SqlEntityManager['execute']>))
    }
  }
  // Whatever else is asked of it, the ORM's manager answers.
  Object.setPrototypeOf(
    Reading.prototype,
    new Proxy(Object.prototype, {
      get: (_, key, { whole }: Reading) => {
        const value: unknown = whole[key as keyof SqlEntityManager]
        return typeof value === 'function' ? value.bind(whole) : value
      },
    }),
  )

  return (actor: Actor): SqlEntityManager => new Reading(actor) as unknown as SqlEntityManager
}
