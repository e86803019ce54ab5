// The opportunity bank: what is offered with how many places, and who claimed one.
import { OptionalProps } from '@mikro-orm/core'
import { Check, Entity, Enum, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Key, Public, SignedIn } from '../shared/access.ts'
import type { Stateful } from '../shared/event.ts'
import { machineTypes } from '../shared/machineTypes.ts'
import { anyOf, Scoped } from '../shared/scope.ts'
import { HELD, opportunityClaimMachine, type ClaimStatus } from './claim.machine.ts'
import { Kept, listed } from './guards.ts'
import { opportunityMachine, type OpportunityStatus } from './opportunity.machine.ts'
import { OPPORTUNITY_KINDS, type OpportunityKind } from './opportunity.rules.ts'
import { officers, ownOrganization } from './rights.ts'
import { enumOf } from './words.ts'

export const opportunityTypes = machineTypes(opportunityMachine)
export const claimTypes = machineTypes(opportunityClaimMachine)
export const OpportunityKindName = enumOf('OpportunityKind', 'What an opportunity is.', OPPORTUNITY_KINDS)

@Key()
@Public()
@ObjectType({ description: 'An entry of the opportunity bank (项目信息库). Public once it was published.' })
@Entity({ tableName: 'opportunity' })
@Kept('opportunity', opportunityMachine)
@Index({ properties: ['division', 'status', 'createdAt'] })
@Index({ properties: ['organization'] })
@Check({ name: 'opportunity_places', expression: 'places > 0 and taken >= 0 and taken <= places' })
@Scoped((actor) => anyOf({ status: { $ne: 'DRAFT' } }, officers(actor), ownOrganization(actor)))
export class Opportunity implements Stateful {
  declare [OptionalProps]?: 'version' | 'status' | 'taken'
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Field(() => opportunityTypes.Status)
  @Enum({ items: () => opportunityTypes.Status })
  status: OpportunityStatus = 'DRAFT'
  @Property({ type: 'text', nullable: true }) previousStatus: string | null = null
  @Property({ type: 'text' }) division!: string
  @Property({ type: 'datetime', nullable: true }) dueAt: Date | null = null
  /** The organisation that offers it; none when an office does. */
  @Property({ type: 'uuid', nullable: true }) organization: string | null = null
  @Field(() => OpportunityKindName) @Enum({ items: () => OpportunityKindName }) kind!: OpportunityKind
  @Field(() => String) @Property({ type: 'text' }) title!: string
  @Field(() => String) @Property({ type: 'text' }) body!: string
  @Field(() => Int, { description: 'How many places there are.' }) @Property({ type: 'integer' }) places!: number
  @Field(() => Int, { description: 'How many of them are held.' }) @Property({ type: 'integer' }) taken: number = 0
  @Field(() => Boolean, { description: 'Only organisations of the directory may claim it.' })
  @Property({ type: 'boolean' })
  forListed!: boolean
  @Field(() => String, { description: 'Last day.' }) @Property({ type: 'date' }) until!: string
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) createdAt!: Date
}

@Key()
@SignedIn()
@ObjectType({ description: 'A claim on an opportunity. For whoever made it, whoever offers it, and the officers.' })
@Entity({ tableName: 'opportunity_claim' })
@Kept('opportunity_claim', opportunityClaimMachine)
@Index({
  name: 'claim_held_once',
  expression: `create unique index "claim_held_once" on "organizations"."opportunity_claim" ("opportunity", coalesce("claimant", "resident")) where "status" in ${listed(HELD)}`,
})
@Index({ properties: ['opportunity', 'createdAt'] })
@Index({ properties: ['organization'] })
@Check({ name: 'claim_claimant', expression: '(claimant is null) <> (resident is null)' })
@Scoped((actor) =>
  anyOf(
    officers(actor),
    ownOrganization(actor),
    ownOrganization(actor, 'claimant'),
    actor.resident !== null && { resident: actor.resident },
  ),
)
export class OpportunityClaim implements Stateful {
  declare [OptionalProps]?: 'version' | 'status'
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Field(() => claimTypes.Status) @Enum({ items: () => claimTypes.Status }) status: ClaimStatus = 'REQUESTED'
  @Property({ type: 'text', nullable: true }) previousStatus: string | null = null
  @Property({ type: 'text' }) division!: string
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) dueAt: Date | null = null
  /** The organisation that offers the opportunity. */
  @Property({ type: 'uuid', nullable: true }) organization: string | null = null
  @Property({ type: 'uuid' }) opportunity!: string
  /** The organisation that claims it, or the resident. */
  @Property({ type: 'uuid', nullable: true }) claimant: string | null = null
  @Property({ type: 'uuid', nullable: true }) resident: string | null = null
  @Property({ type: 'text' }) name!: string
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) note: string | null = null
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) createdAt!: Date
}
