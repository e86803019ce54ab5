// Who opened the list of a frozen roll, and when. Appended only.
import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import type { Rel } from '@mikro-orm/postgresql'
import { Field, ID, ObjectType } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { SignedIn } from '../shared/access.ts'
import { rolesAt } from '../shared/actor.ts'
import type { Context } from '../shared/context.ts'
import { heldBy, Scoped } from '../shared/scope.ts'
import { Electorate } from './electorate.entity.ts'

@SignedIn()
@ObjectType({ description: 'One look at the list of those who may vote.' })
@Entity({ tableName: 'roll_view' })
@Index({ properties: ['electorate', 'at'] })
@Scoped(heldBy(['COMMITTEE_SECRETARY', 'SUPERVISION_MEMBER', 'SUBDISTRICT_OFFICER', 'AUDITOR']))
export class RollView {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @ManyToOne({ entity: () => Electorate }) electorate!: Rel<Electorate>
  @Property({ type: 'text' }) division!: string
  @Field(() => String, { description: 'Who looked.' }) @Property({ type: 'text' }) by!: string
  @Property({ type: 'text', nullable: true }) account!: string | null
  @Field(() => String, { description: 'In which role.' }) @Property({ type: 'text' }) role!: string
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) at!: Date
}

/** Notes that the caller opens the list: a question that leaves a trace. */
export const noteView = (ctx: Context, { id, division }: Electorate, roles: readonly string[]): Promise<unknown> => {
  const role = rolesAt(ctx.actor, division).find((one) => roles.includes(one)) ?? ctx.actor.kind
  return ctx.em.execute(
    'insert into compacts.roll_view (id, electorate_id, division, "by", account, role, "at") values (?, ?, ?, ?, ?, ?, ?)',
    [uuidv7(), id, division, ctx.actor.name, ctx.actor.id, role, ctx.now],
  )
}
