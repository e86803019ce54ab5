// Someone who signs in: an officer, an administrator, or a resident.
import { Check, Entity, Enum, Index, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import { OptionalProps } from '@mikro-orm/core'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Key, SignedIn, For } from '../shared/access.ts'
import { machineTypes } from '../shared/machineTypes.ts'
import { anyOf, heldBy, Scoped } from '../shared/scope.ts'
import type { Stateful } from '../shared/event.ts'
import type { StateOf } from '../shared/machine.ts'
import { accountMachine } from './account.machine.ts'

export const accountTypes = machineTypes(accountMachine)

export const ADMINISTRATORS = ['SYS_ADMIN', 'SEC_ADMIN', 'AUDITOR'] as const

@Key()
@SignedIn()
@ObjectType({ description: 'Someone who signs in: an officer, an administrator or a resident.' })
@Entity({ tableName: 'account' })
@Unique({ properties: ['username'], name: 'account_username_unique' })
@Unique({ properties: ['subject'], name: 'account_subject_unique' })
@Check({ name: 'account_failures_counted', expression: 'failures >= 0' })
@Scoped((actor) => anyOf(heldBy(ADMINISTRATORS)(actor), actor.id !== null && { id: actor.id }))
export class Account implements Stateful {
  [OptionalProps]?: 'version' | 'status' | 'failures' | 'signIns' | 'secondFactor'
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Field(() => accountTypes.Status) @Enum({ items: () => accountTypes.Status }) status: StateOf<typeof accountMachine> = 'ACTIVE'
  @Field(() => String, { description: 'The name used to sign in.' }) @Property({ type: 'text' }) username!: string
  @Field(() => String) @Property({ type: 'text' }) name!: string
  @For(...ADMINISTRATORS)
  @Field(() => String, { nullable: true, description: 'The subject by which the city’s own sign-in knows its holder.' })
  @Property({ type: 'text', nullable: true })
  subject: string | null = null
  /** Division of the unit it belongs to. */
  @Index()
  @Property({ type: 'text' })
  division!: string
  @Property({ type: 'text', lazy: true }) password!: string
  @Property({ type: 'uuid', nullable: true }) resident: string | null = null
  @Field(() => ID, { nullable: true, description: 'The department or social organisation it acts for, by its id.' })
  @Property({ type: 'uuid', nullable: true })
  organization: string | null = null
  @Property({ type: 'integer' }) failures: number = 0
  @Property({ type: 'integer' }) signIns: number = 0
  @For(...ADMINISTRATORS)
  @Field(() => Date, { nullable: true, description: 'No sign-in before this moment, after repeated failures.' })
  @Property({ type: 'datetime', nullable: true })
  lockedUntil: Date | null = null
  /** Second factor, sealed; null when none is set up. */
  @Property({ type: 'text', nullable: true, lazy: true }) totp: string | null = null
  @Property({ type: 'boolean' }) secondFactor: boolean = false
  @Property({ type: 'datetime', nullable: true }) notBefore: Date | null = null
  @For(...ADMINISTRATORS)
  @Field(() => Date, { nullable: true })
  @Property({ type: 'datetime', nullable: true })
  lastSignInAt: Date | null = null
  @Field(() => Date) @Property({ type: 'datetime' }) createdAt!: Date
}
