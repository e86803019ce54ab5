// A mutation sent again with the same key gets the first answer; nothing happens twice. The answer is kept in the
// transaction of the change, so that neither can exist without the other.
import { createHmac } from 'node:crypto'
import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { valueFromASTUntyped, type ExecutionResult, type FieldNode } from 'graphql'
import type { Actor } from '../../subgraphs/shared/actor.ts'
import { badInput } from '../../subgraphs/shared/errors.ts'
import { Scoped } from '../../subgraphs/shared/scope.ts'
import { text } from '../../subgraphs/shared/words.ts'

@Entity({ tableName: 'reply' })
@Index({ properties: ['at'] })
@Scoped(() => true)
export class Reply {
  @PrimaryKey({ type: 'text' }) caller!: string
  @PrimaryKey({ type: 'text' }) key!: string
  @Property({ type: 'text' }) digest!: string
  @Property({ type: 'json', nullable: true }) answer!: unknown
  @Property({ type: 'datetime' }) at!: Date
}

/** The keys of an object in one order, so that the same question has one spelling. */
const inOrder = (_key: string, value: unknown) =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value

/**
 * What was asked: the mutation and its arguments, however the way to us has spelt and ordered them. Keyed, so that nobody
 * who sees the table can try out what was asked: a secret ballot has only three choices.
 */
export const digestOf = (secret: string, field: FieldNode, variables: Record<string, unknown> | undefined): string => {
  const args = Object.fromEntries(
    (field.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value, variables)]),
  )
  return createHmac('sha256', secret)
    .update(JSON.stringify([field.name.value, args], inOrder))
    .digest('base64url')
}

interface Once {
  readonly subgraph: string
  readonly actor: Actor
  readonly key: string
  readonly digest: string
  /** Keep only that it happened, not what was answered. */
  readonly unkept: boolean
}

/** Thrown when the key was used before, so that what was begun is undone. */
export class Answered extends Error {}

/** The answer given the first time; refuses when the key stood for something else, or the answer was for one pair of eyes. */
export const answered = async (em: SqlEntityManager, { subgraph, actor, key, digest }: Once): Promise<ExecutionResult> => {
  const [first] = await em.execute<{ digest: string; answer: ExecutionResult | null }[]>(
    `select digest, answer from ${subgraph}.reply where caller = ? and key = ?`,
    [actor.id ?? '', key],
  )
  if (first?.digest !== digest)
    throw badInput(text('这个 Idempotency-Key 已用于另一项请求。', 'This Idempotency-Key was used for another request.'))
  if (!first.answer)
    throw badInput(text('这项请求已经办理，内容不再重复显示。', 'This was done already; its answer is not shown twice.'))
  return first.answer
}

/** Runs the work, and keeps its answer under the key; throws `Answered` when there is one. A failure leaves no trace. */
export const once = async (
  em: SqlEntityManager,
  { subgraph, actor, key, digest, unkept }: Once,
  now: Date,
  work: () => Promise<ExecutionResult>,
): Promise<ExecutionResult> => {
  if (key.length > 200)
    throw badInput(text('Idempotency-Key 不超过 200 个字符。', 'An Idempotency-Key has 200 characters at most.'))
  const caller = actor.id ?? ''
  // The work begins before it is known whether the key is free: whatever it did is undone when it is not.
  const isFree = em
    .execute<{ taken: number }[]>(
      `insert into ${subgraph}.reply (caller, key, digest, "at") values (?, ?, ?, ?) on conflict do nothing returning 1 as taken`,
      [caller, key, digest, now],
    )
    .then((rows) => rows.length > 0)
  isFree.catch(() => {})
  const tried = await work().then(
    (result) => ({ result }),
    (error: Error) => ({ error }),
  )
  if (!(await isFree)) throw new Answered()
  if ('error' in tried) throw tried.error
  const { result } = tried
  if (!unkept && result.data)
    await em.execute(`update ${subgraph}.reply set answer = ? where caller = ? and key = ?`, [
      JSON.stringify(result),
      caller,
      key,
    ])
  return result
}
