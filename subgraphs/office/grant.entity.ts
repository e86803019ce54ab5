// A role held by an account over a division, for a time. Revoking ends it; nothing is deleted.
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import type { Rel } from '@mikro-orm/core'
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql'
import { ROLES, type Role } from '../shared/actor.ts'
import { SignedIn } from '../shared/access.ts'
import { anyOf, heldBy, Scoped } from '../shared/scope.ts'
import { Account, ADMINISTRATORS } from './account.entity.ts'

export const RoleName = Object.fromEntries(Object.keys(ROLES).map((r) => [r, r])) as { readonly [R in Role]: R }
registerEnumType(RoleName, {
  name: 'Role',
  description: 'What an account may be; a role holds for a division and everything below it.',
  valuesConfig: Object.fromEntries(
    Object.entries(ROLES).map(([r, words]) => [r, { description: `${words.en} (${words.zh}).` }]),
  ) as never,
})

@SignedIn()
@ObjectType({ description: 'A role held by an account over a division, from one day to another.' })
@Entity({ tableName: 'role_grant' })
@Check({ name: 'role_grant_period', expression: 'valid_to is null or valid_to > valid_from' })
@Index({
  name: 'role_grant_administrators_apart',
  expression: `alter table office.role_grant add constraint role_grant_administrators_apart exclude using gist
    (account_id with =, tstzrange(valid_from, valid_to) with &&) where (role in ('SYS_ADMIN', 'SEC_ADMIN', 'AUDITOR'))`,
})
@Index({
  name: 'role_grant_once',
  expression: `alter table office.role_grant add constraint role_grant_once exclude using gist
    (account_id with =, role with =, division with =, tstzrange(valid_from, valid_to) with &&)`,
})
@Scoped((actor) => anyOf(heldBy(ADMINISTRATORS)(actor), actor.id !== null && { account: actor.id }))
export class RoleGrant {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @ManyToOne({ entity: () => Account, index: true }) account!: Rel<Account>
  @Field(() => RoleName) @Enum({ items: () => RoleName }) role!: Role
  @Property({ type: 'text' }) division!: string
  @Field(() => Date) @Property({ type: 'datetime' }) validFrom!: Date
  @Field(() => Date, { nullable: true, description: 'When it ends or was revoked; null while open.' })
  @Property({ type: 'datetime', nullable: true })
  validTo: Date | null = null
  @Field(() => String) @Property({ type: 'text' }) reason!: string
}
