// Which reviewer opened which application's file, and when. Appended only.
import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { SignedIn } from '../shared/access.ts'
import { grouped, many, type Context } from '../shared/context.ts'
import { Scoped } from '../shared/scope.ts'
import { watchers } from './grantRound.entity.ts'

@SignedIn()
@ObjectType({ description: "A reviewer's look at the file of an application." })
@Entity({ tableName: 'grant_look' })
@Index({ properties: ['assignment', 'at'] })
@Scoped(watchers)
export class GrantLook {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Property({ type: 'uuid' }) assignment!: string
  @Property({ type: 'text' }) division!: string
  @Property({ type: 'uuid' }) account!: string
  @Field(() => Int, { description: 'The revision that was read.' }) @Property({ type: 'integer' }) revision!: number
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) at!: Date
}

/** Notes that the caller opens the file: a question that leaves a trace. */
export const noteLook = (ctx: Context, assignment: string, division: string, revision: number): Promise<unknown> =>
  ctx.em.execute(
    `insert into ${ctx.subgraph}.grant_look (id, assignment, division, account, revision, "at") values (?, ?, ?, ?, ?, ?)`,
    [uuidv7(), assignment, division, ctx.actor.id, revision, ctx.now],
  )

/** The looks of one assignment as far as the caller may know of them, latest first; batched. */
export const looksOf = async (ctx: Context, assignment: string): Promise<GrantLook[]> =>
  (await many(ctx, 'assignment.looks', assignment, async (ids) =>
    grouped(await ctx.em.find(GrantLook, { assignment: { $in: ids } }, { orderBy: { at: 'desc' } }), (look) => look.assignment),
  )) ?? []
