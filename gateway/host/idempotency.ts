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

/** The answer given the first time, or null; refuses when the key stood for something else, or the answer was for one pair of eyes. */
export const answered = async (em: SqlEntityManager, { subgraph, actor, key, digest }: Once): Promise<ExecutionResult | null> => {
  const [first] = await em.execute<{ digest: string; answer: ExecutionResult | null }[]>(
    `select digest, answer from ${subgraph}.reply where caller = ? and key = ?`,
    [actor.id ?? '', key],
  )
  if (!first) return null
  if (first.digest !== digest)
    throw badInput(text('这个 Idempotency-Key 已用于另一项请求。', 'This Idempotency-Key was used for another request.'))
  if (!first.answer)
    throw badInput(text('这项请求已经办理，内容不再重复显示。', 'This was done already; its answer is not shown twice.'))
  return first.answer
}

/** Throws when the key cannot be one. */
export const mustBeKey = (key: string): void => {
  if (key.length > 200)
    throw badInput(text('Idempotency-Key 不超过 200 个字符。', 'An Idempotency-Key has 200 characters at most.'))
}

/**
 * Keeps the answer under the key, as the last thing the transaction does. The work was done before it is known whether the
 * key is free: when it is not, the transaction fails and all of it is undone.
 */
export const keep = (
  em: SqlEntityManager,
  { subgraph, actor, key, digest, unkept }: Once,
  now: Date,
  result: ExecutionResult,
): Promise<unknown> =>
  em.execute(`insert into ${subgraph}.reply (caller, key, digest, "at", answer) values (?, ?, ?, ?, ?)`, [
    actor.id ?? '',
    key,
    digest,
    now,
    unkept || !result.data ? null : JSON.stringify(result),
  ])
