// A state of a list that somebody keeps under a name, for themselves or for those they work with.
import { Check, Entity, Enum, Index, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import { OptionalProps } from '@mikro-orm/core'
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { SignedIn } from '../shared/access.ts'
import type { Role } from '../shared/actor.ts'
import type { Recorded } from '../shared/event.ts'
import { allOf, anyOf, heldBy, Scoped } from '../shared/scope.ts'
import { RoleName } from './grant.entity.ts'
import { atAndAbove, AUDIENCES, NAME_LENGTH, STATE_LENGTH, workingGrants, type Audience } from './savedView.rules.ts'

registerEnumType(AUDIENCES, {
  name: 'ViewAudience',
  description: 'Whom a saved view reaches.',
  valuesConfig: {
    MINE: { description: 'Whoever made it.' },
    ROLE: { description: 'Besides, whoever holds its role in its division or below.' },
    EVERYONE: { description: 'Besides, whoever holds a role in its division or below; residents and partners do not.' },
  },
})

@SignedIn()
@ObjectType({ description: 'A state of a list under a name: filters and order.' })
@Entity({ tableName: 'saved_view' })
@Unique({ properties: ['account', 'list', 'name'], name: 'saved_view_name_once' })
@Index({ properties: ['division', 'audience'] })
@Check({ name: 'saved_view_role', expression: `(audience = 'ROLE') = (role is not null)` })
@Check({ name: 'saved_view_name_length', expression: `char_length(name) <= ${NAME_LENGTH}` })
@Check({ name: 'saved_view_state_length', expression: `char_length(state) <= ${STATE_LENGTH}` })
@Scoped((actor) =>
  anyOf(
    actor.id !== null && { account: actor.id },
    ...workingGrants(actor).map(({ role, division }) => ({
      division: { $in: atAndAbove(division) },
      $or: [{ audience: 'EVERYONE' }, { audience: 'ROLE', role }],
    })),
    allOf({ audience: { $ne: 'MINE' } }, heldBy(['SYS_ADMIN'])(actor)),
  ),
)
export class SavedView implements Recorded {
  [OptionalProps]?: 'version'
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Field(() => String, { description: 'Path of the list, such as /issues.' }) @Property({ type: 'text' }) list!: string
  @Field(() => String) @Property({ type: 'text' }) name!: string
  @Field(() => String, { description: 'The query of the list’s address, without its question mark.' })
  @Property({ type: 'text' })
  state!: string
  @Field(() => AUDIENCES) @Enum({ items: () => AUDIENCES }) audience!: Audience
  @Field(() => RoleName, { nullable: true, description: 'The role it is shared with.' })
  @Enum({ items: () => RoleName, nullable: true })
  role: Role | null = null
  /** Where it is shared; while it is not, where its maker works. */
  @Property({ type: 'text' }) division!: string
  @Property({ type: 'uuid' }) account!: string
  @Field(() => String, { description: 'Display name of whoever made it.' }) @Property({ type: 'text' }) by!: string
  @Field(() => Date) @Property({ type: 'datetime' }) createdAt!: Date
}
