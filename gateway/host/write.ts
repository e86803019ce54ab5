// Writing in a transaction: rows are read as they are, by statements the database knows already, and become entities of the
// ORM that watches them for changes. It stands in for `find`, `findOne`, `count` and `execute` of the entity manager it is given. The
// scope is the same condition, from the same function; what this file cannot say in SQL, the ORM says as before.
import { LockMode, Utils, type EntityMetadata, type EntityProperty } from '@mikro-orm/core'
import type { MikroORM, SqlEntityManager } from '@mikro-orm/postgresql'
import type { Actor } from '../../subgraphs/shared/actor.ts'
import { scopeOf } from '../../subgraphs/shared/scope.ts'
import { BEYOND, columnOf, conditionOf, Values } from './condition.ts'
import { ask } from './driver.ts'

interface How {
  readonly orderBy?: Readonly<Record<string, string>>
  readonly limit?: number
  readonly lockMode?: LockMode
  readonly refresh?: boolean
  readonly filters?: { readonly scope: false }
}

const KNOWN = new Set(['orderBy', 'limit', 'lockMode', 'refresh', 'filters'])
const LOCKS: Partial<Record<LockMode, string>> = {
  [LockMode.NONE]: '',
  [LockMode.PESSIMISTIC_READ]: ' for share',
  [LockMode.PESSIMISTIC_WRITE]: ' for update',
}

const isKnown = ({ filters, lockMode, ...how }: How): boolean =>
  Object.keys(how).every((key) => KNOWN.has(key)) &&
  (filters === undefined || filters.scope === false) &&
  (lockMode === undefined || LOCKS[lockMode] !== undefined)

/** Makes writers of one subgraph. */
export const writerOf = (orm: MikroORM, schema: string) => {
  const columns = new Map<EntityMetadata, string | null>()
  const comparator = orm.em.getComparator()

  /** The columns of a whole row; null where a row is more than its table. */
  const columnsOf = (meta: EntityMetadata): string | null => {
    let known = columns.get(meta)
    if (known === undefined) {
      const props = (Object.values(meta.properties) as EntityProperty[]).filter((p) => p.persist !== false && !p.lazy)
      const isPlainTable =
        !meta.virtual &&
        !meta.discriminatorColumn &&
        !meta.orderBy &&
        props.every((p) => !p.formula && !p.eager && p.fieldNames?.length === 1)
      known = isPlainTable ? props.map(({ fieldNames }) => `"${fieldNames[0]}"`).join(', ') : null
      columns.set(meta, known)
    }
    return known
  }

  /** Where the rows are that are asked for and that the actor may reach. */
  const rowsOf = (meta: EntityMetadata, actor: Actor, where: unknown, { filters }: How, to: Values): string => {
    const asked = conditionOf(meta, where, to)
    const scope = filters ? 'true' : conditionOf(meta, scopeOf(meta.className, actor), to)
    return `"${schema}"."${meta.tableName}" where (${asked}) and (${scope})`
  }

  const count = async (em: SqlEntityManager, actor: Actor, meta: EntityMetadata, where: unknown, how: How): Promise<number> => {
    const to = new Values()
    const text = `select count(*)::int as n from ${rowsOf(meta, actor, where, how, to)}`
    if (em.getUnitOfWork().shouldAutoFlush(meta)) await em.tryFlush(meta.class, {})
    const [row] = await rowsFor(em, text, to.values)
    return row!['n'] as number
  }

  const find = async (em: SqlEntityManager, actor: Actor, meta: EntityMetadata, where: unknown, how: How): Promise<object[]> => {
    const to = new Values()
    const rows = rowsOf(meta, actor, where, how, to)
    const order = Object.entries(how.orderBy ?? {}).map(([name, direction]) => {
      if (!/^(asc( nulls last)?|desc)$/.test(direction)) throw BEYOND
      return `${columnOf(meta, name)} ${direction}`
    })
    const text = [
      `select ${columnsOf(meta)} from ${rows}`,
      ...(order.length ? [`order by ${order.join(', ')}`] : []),
      ...(how.limit === undefined ? [] : [`limit ${Number(how.limit)}`]),
    ].join(' ')
    if (em.getUnitOfWork().shouldAutoFlush(meta)) await em.tryFlush(meta.class, {})
    const found = await rowsFor(em, text + LOCKS[how.lockMode ?? LockMode.NONE], to.values)
    const factory = em.getEntityFactory()
    const made = found.map((row) =>
      factory.create(meta.class, comparator.mapResult(meta, row)!, {
        merge: true,
        refresh: !!how.refresh,
        convertCustomTypes: true,
      }),
    )
    return Utils.unique(made)
  }

  const logger = orm.config.getLogger()

  const rowsFor = async (em: SqlEntityManager, text: string, values: unknown[]): Promise<Record<string, unknown>[]> => {
    if (logger.isEnabled('query')) logger.logQuery({ query: text, params: values, level: 'info' })
    return (await ask(em, text, values)).rows as never
  }

  /** The manager of a transaction, reading as this file does. */
  const writing = <Manager extends SqlEntityManager>(em: Manager, actor: Actor): Manager => {
    const { find: findWhole, findOne: findOneWhole, count: countWhole, execute: asWhole } = em
    const line = em.getConnection()
    const plainly = async (
      entity: unknown,
      how: How,
      whole: () => Promise<unknown>,
      here: (meta: EntityMetadata) => Promise<unknown>,
    ) => {
      const meta = orm.getMetadata().get(entity as never) as EntityMetadata
      if (!columnsOf(meta) || !isKnown(how)) return whole()
      try {
        return await here(meta)
      } catch (error) {
        if (error === BEYOND) return whole()
        throw error
      }
    }
    return Object.assign(em, {
      execute: (statement: unknown, values: unknown[] = [], ...more: unknown[]) =>
        more.length
          ? asWhole.apply(em, [statement, values, ...more] as never)
          : line.execute(statement as string, values, 'all', em.getTransactionContext()),
      find: (entity: unknown, where: unknown, how: How = {}) =>
        plainly(
          entity,
          how,
          () => findWhole.call(em, entity as never, where as never, how as never),
          (meta) => find(em, actor, meta, where, how),
        ),
      count: (entity: unknown, where: unknown = {}, how: How = {}) =>
        plainly(
          entity,
          how,
          () => countWhole.call(em, entity as never, where as never, how as never),
          (meta) => count(em, actor, meta, where, how),
        ),
      findOne: (entity: unknown, where: unknown, how: How = {}) =>
        plainly(
          entity,
          how,
          () => findOneWhole.call(em, entity as never, where as never, how as never),
          async (meta) => {
            // What was read before and is not to be read again is at hand.
            const isAtHand = !how.refresh && !how.lockMode && em.getUnitOfWork().tryGetById(meta.class, where as never)
            if (isAtHand) throw BEYOND
            return (await find(em, actor, meta, where, { ...how, limit: 1 }))[0] ?? null
          },
        ),
    })
  }

  return { writing }
}
