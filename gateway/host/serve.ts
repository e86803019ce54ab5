// A subgraph at work: boots its ORM, runs operations, handles messages, sweeps.
import type { SqlEntityManager, MikroORM } from '@mikro-orm/postgresql'
import { execute as run, getOperationAST, GraphQLError, type ExecutionResult, type FieldNode } from 'graphql'
import { SYSTEM, type Actor } from '../../subgraphs/shared/actor.ts'
import type { Context, Jobs } from '../../subgraphs/shared/context.ts'
import { isAway, loginOf, openOrm, RECOVERING } from './database.ts'
import { badInput, refused, Told } from '../../subgraphs/shared/errors.ts'
import { answered, digestOf, keep, mustBeKey } from './idempotency.ts'
import { Rule, type RuleRow } from '../../subgraphs/shared/rule.ts'
import { readerOf } from './read.ts'
import { readingOver } from './reading.ts'
import { federated } from './schema.ts'
import { writerOf } from './write.ts'
import { text, type Text } from '../../subgraphs/shared/words.ts'
import type { Operation, Running, Subgraph } from '../../subgraphs/shared/subgraph.ts'

/** How many messages are handled in one transaction. */
const MOST = 200

interface Surroundings {
  readonly ownerUrl: string
  readonly secret: string
  readonly jobs: Jobs
  readonly clock: () => Date
  readonly log: { error: (attrs: object, message: string) => void }
}

export const startSubgraph = async (
  subgraph: Subgraph,
  { ownerUrl, secret, jobs, clock, log }: Surroundings,
): Promise<Running> => {
  const { name } = subgraph
  const { schema, sdl } = await federated(subgraph)
  const orm = await openOrm(subgraph, loginOf(ownerUrl, name, secret))
  const reader = readerOf(orm, name)
  const reading = readingOver(orm, reader, (actor) => forActor(orm, actor))
  const { writing } = writerOf(orm, name)
  const rules = (await forActor(orm, SYSTEM).find(Rule, {})).map((r): RuleRow => r)

  const contextOf = (em: SqlEntityManager, actor: Actor, requestId: string, now = clock()): Context => ({
    em,
    actor,
    now,
    requestId,
    subgraph: name,
    secret,
    jobs,
    rules,
    loaders: new Map(),
  })

  const answer = async (operation: Operation, ctx: Context): Promise<ExecutionResult> => {
    const { document, variables, operationName } = operation
    return run({ schema, document, contextValue: ctx, variableValues: variables ?? null, operationName: operationName ?? null })
  }

  /** One transaction: what the work did stands when it succeeds, and nothing of it when it does not. */
  const inTransaction = async <T>(actor: Actor, work: (em: SqlEntityManager) => Promise<T>): Promise<T> => {
    const em = forActor(orm, actor)
    await em.begin()
    try {
      const result = await work(writing(em, actor))
      await em.getConnection().commit(em.getTransactionContext()!)
      return result
    } catch (error) {
      await em.rollback()
      throw error
    }
  }

  /** One transaction for the one mutation field of the request; any refusal of that field undoes it all. */
  const mutate = async (operation: Operation, field: FieldNode): Promise<ExecutionResult> => {
    const { actor, requestId, idempotencyKey: key } = operation.caller
    const unkept = schema.getMutationType()?.getFields()[field.name.value]?.extensions.unkept ?? false
    const kept = key && { subgraph: name, actor, key, digest: digestOf(secret, field, operation.variables), unkept }
    const tried = async (): Promise<ExecutionResult> => {
      if (kept) mustBeKey(kept.key)
      return inTransaction(actor, async (em) => {
        const ctx = contextOf(em, actor, requestId)
        const result = await answer(operation, ctx)
        const failed = result.errors?.find((e) => (e.path?.length ?? 0) <= 1)
        if (failed) throw new Undone(result)
        // Told before it is kept: whoever asks again hears the same words.
        const whole = result.errors ? { ...result, errors: result.errors.map((e) => told(e, actor, requestId)) } : result
        if (kept) await keep(em, kept, ctx.now, whole)
        return whole
      })
    }
    return tried()
      .catch(async (error: Error) => {
        // What cannot be done a second time may have been done already, under this key.
        const first = kept && (await answered(forActor(orm, SYSTEM), kept))
        if (first) return first
        throw error
      })
      .catch((error: Error): ExecutionResult => {
        if (error instanceof Undone) return { ...error.result, data: null }
        return { data: null, errors: [new GraphQLError(error.message, { originalError: error })] }
      })
  }

  const told = (error: GraphQLError, actor: Actor, requestId: string): GraphQLError => {
    const cause = error.originalError
    const known = cause instanceof Told ? cause : fromDatabase(cause, subgraph.constraints ?? {})
    if (known) {
      const { message, extensions } = known.toGraphQL(actor.locale)
      return new GraphQLError(message, { path: error.path ?? null, extensions: { ...extensions } })
    }
    if (!cause) return error
    log.error({ requestId, subgraph: name, path: error.path, error: cause.stack ?? cause.message }, 'A resolver failed')
    const words = text('系统出错了，已记录，编号', 'Something went wrong and has been recorded, number')
    return new GraphQLError(`${words[actor.locale]} ${requestId}`, {
      path: error.path ?? null,
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
    })
  }

  const contextFor: Running['contextFor'] = ({ actor, requestId }) => contextOf(reading(actor), actor, requestId)

  const execute = async (operation: Operation): Promise<ExecutionResult> => {
    const { actor, requestId } = operation.caller
    const node = getOperationAST(operation.document, operation.operationName)
    const field = node?.operation === 'mutation' ? node.selectionSet.selections : null
    const only = field?.[0]
    const result = field
      ? field.length === 1 && only?.kind === 'Field'
        ? await mutate(operation, only)
        : {
            data: null,
            errors: [badInput(text('一次请求只办理一件事。', 'A request carries one mutation field.')).toGraphQL(actor.locale)],
          }
      : await answer(operation, contextFor(operation.caller))
    return result.errors ? { ...result, errors: result.errors.map((e) => told(e, actor, requestId)) } : result
  }

  const asSystem: Running['asSystem'] = (work, now) =>
    inTransaction(SYSTEM, async (em) => {
      const result = await work(contextOf(em, SYSTEM, `system:${name}`, now))
      await em.flush()
      return result
    })

  const sweep = async () => {
    for (const work of subgraph.sweeps ?? [])
      await asSystem(async (ctx) => {
        // What has fallen due is a range: how much it holds decides which index serves.
        await ctx.em.execute('set local plan_cache_mode = auto')
        return work(ctx)
      })
  }

  for (const [message, handle] of Object.entries(subgraph.messages ?? {}))
    await jobs.work(name, message, 1, ([data]) => asSystem((ctx) => handle(ctx, data as never)))
  for (const [message, handle] of Object.entries(subgraph.manyMessages ?? {}))
    await jobs.work(name, message, MOST, (all) => asSystem((ctx) => handle(ctx, all)))
  if (subgraph.sweeps?.length) await jobs.every(name, sweep)

  return { name, schema, sdl, orm, execute, contextFor, asSystem, sweep, stop: () => reader.stop().then(() => orm.close(true)) }
}

class Undone extends Error {
  readonly result: ExecutionResult
  constructor(result: ExecutionResult) {
    super('undone')
    this.result = result
  }
}

const forActor = (orm: MikroORM, actor: Actor): SqlEntityManager => {
  const em = orm.em.fork() as SqlEntityManager
  em.setFilterParams('scope', { actor })
  return em
}

const fromDatabase = (cause: Error | undefined, constraints: Readonly<Record<string, Text>>): Told | null => {
  const { code, constraint } = (cause ?? {}) as { code?: string; constraint?: string }
  if (isAway(cause)) return new Told('UNAVAILABLE', RECOVERING)
  if (constraint && constraints[constraint]) return refused(constraints[constraint], { rule: constraint })
  if (code === '22P02') return badInput(text('编号格式不正确。', 'The id is not well formed.'))
  if (code === '40001' || code === '40P01' || constraint === 'event_stream_version_unique')
    return new Told('VERSION_CONFLICT', text('多人同时操作，请重试。', 'Several people acted at once; please try again.'))
  return null
}
