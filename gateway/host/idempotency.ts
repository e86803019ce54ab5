// A mutation sent again with the same key gets the first answer; nothing happens twice. The answer is kept in the
// transaction of the change, so that neither can exist without the other.
import { createHash } from 'node:crypto'
import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import type { SqlEntityManager } from '@mikro-orm/postgresql'
import type { ExecutionResult } from 'graphql'
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

export const digestOf = (query: string, variables: unknown): string =>
  createHash('sha256')
    .update(query)
    .update('\n')
    .update(JSON.stringify(variables ?? {}))
    .digest('base64url')

interface Once {
  readonly subgraph: string
  readonly actor: Actor
  readonly key: string
  readonly digest: string
  readonly now: Date
  /** Keep only that it happened, not what was answered. */
  readonly unkept: boolean
}

/** Runs the work unless the key was used before; then gives the answer of that time. A failure leaves no trace. */
export const once = async (
  em: SqlEntityManager,
  { subgraph, actor, key, digest, now, unkept }: Once,
  work: () => Promise<ExecutionResult>,
): Promise<ExecutionResult> => {
  if (key.length > 200)
    throw badInput(text('Idempotency-Key 不超过 200 个字符。', 'An Idempotency-Key has 200 characters at most.'))
  const caller = actor.id ?? ''
  const [taken] = await em.execute<{ taken: number }[]>(
    `insert into ${subgraph}.reply (caller, key, digest, "at") values (?, ?, ?, ?) on conflict do nothing returning 1 as taken`,
    [caller, key, digest, now],
  )
  if (!taken) {
    const [first] = await em.execute<{ digest: string; answer: ExecutionResult | null }[]>(
      `select digest, answer from ${subgraph}.reply where caller = ? and key = ?`,
      [caller, key],
    )
    if (first?.digest !== digest)
      throw badInput(text('这个 Idempotency-Key 已用于另一项请求。', 'This Idempotency-Key was used for another request.'))
    if (!first.answer)
      throw badInput(text('这项请求已经办理，内容不再重复显示。', 'This was done already; its answer is not shown twice.'))
    return first.answer
  }
  const result = await work()
  if (!unkept && result.data)
    await em.execute(`update ${subgraph}.reply set answer = ? where caller = ? and key = ?`, [
      JSON.stringify(result),
      caller,
      key,
    ])
  return result
}
