// A difference between our register and another: who says what, and what was found.
import { OptionalProps } from '@mikro-orm/core'
import { Entity, Enum, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Key, SignedIn } from '../shared/access.ts'
import type { Stateful } from '../shared/event.ts'
import { machineTypes } from '../shared/machineTypes.ts'
import { Scoped } from '../shared/scope.ts'
import { registerConflictMachine, type ConflictStatus } from './conflict.machine.ts'
import { Kept } from './guards.ts'
import { officers } from './rights.ts'
import { SAID, type SaidStatus } from './sheet.rules.ts'
import { enumOf } from './words.ts'

export const conflictTypes = machineTypes(registerConflictMachine)
export const SaidName = enumOf('RegistryStatus', 'Where a registry says an organisation stands.', SAID)

@Key()
@SignedIn()
@ObjectType({ description: 'Another register says of an organisation what ours does not (登记信息不一致).' })
@Entity({ tableName: 'register_conflict' })
@Kept('register_conflict', registerConflictMachine)
@Index({
  name: 'register_conflict_open_once',
  expression: `create unique index "register_conflict_open_once" on "organizations"."register_conflict" ("organization") where "status" = 'OPEN'`,
})
@Index({ properties: ['division', 'status', 'createdAt'] })
@Scoped(officers)
export class RegisterConflict implements Stateful {
  declare [OptionalProps]?: 'version' | 'status'
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Field(() => conflictTypes.Status) @Enum({ items: () => conflictTypes.Status }) status: ConflictStatus = 'OPEN'
  @Property({ type: 'text', nullable: true }) previousStatus: string | null = null
  @Property({ type: 'text' }) division!: string
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) dueAt: Date | null = null
  @Property({ type: 'uuid' }) organization!: string
  @Field(() => String, { description: 'Which register says so.' }) @Property({ type: 'text' }) source!: string
  @Field(() => SaidName) @Enum({ items: () => SaidName }) says!: SaidStatus
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) createdAt!: Date
}
