// A household's word on one version of a compact. It may be taken back at any time, and it touches no service.
import { OptionalProps } from '@mikro-orm/core'
import { Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import type { Rel } from '@mikro-orm/postgresql'
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Key, SignedIn } from '../shared/access.ts'
import type { Stateful } from '../shared/event.ts'
import { machineTypes } from '../shared/machineTypes.ts'
import { anyOf, heldBy, Scoped } from '../shared/scope.ts'
import { Compact } from './compact.entity.ts'
import { pledgeMachine, type PledgeStatus } from './pledge.machine.ts'
import { PLEDGE_CHANNELS, type PledgeChannel } from './pledge.rules.ts'
import { Kept, PledgeBound } from './guards.ts'
import { enumOf } from './words.ts'

export const pledgeTypes = machineTypes(pledgeMachine)
export const PledgeChannelName = enumOf('PledgeChannel', 'How a pledge came in.', PLEDGE_CHANNELS)

export enum PledgeBasis {
  HOUSEHOLD = 'HOUSEHOLD',
  PERSON = 'PERSON',
}
registerEnumType(PledgeBasis, {
  name: 'PledgeBasis',
  description: 'For whom a pledge is given.',
  valuesConfig: {
    HOUSEHOLD: { description: 'The household (按户签署).' },
    PERSON: { description: 'The person alone (个人签署).' },
  },
})

@Key()
@SignedIn()
@ObjectType({ description: 'A pledge to one version of a compact (文明公约签署). Voluntary; never an approval.' })
@Entity({ tableName: 'pledge' })
@Kept('pledge', pledgeMachine)
@PledgeBound()
@Index({
  name: 'pledge_active_once',
  expression: `create unique index "pledge_active_once" on "compacts"."pledge" ("compact_id", "unit") where "status" = 'SIGNED'`,
})
@Index({ properties: ['compact', 'status', 'createdAt'] })
@Index({ properties: ['resident'] })
@Scoped((actor) =>
  anyOf(
    heldBy(['COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER', 'SUPERVISION_MEMBER'])(actor),
    actor.resident !== null && { resident: actor.resident },
  ),
)
export class Pledge implements Stateful {
  declare [OptionalProps]?: 'version' | 'status' | 'channel'
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Field(() => pledgeTypes.Status) @Enum({ items: () => pledgeTypes.Status }) status: PledgeStatus = 'SIGNED'
  @Property({ type: 'text', nullable: true }) previousStatus: string | null = null
  @Property({ type: 'text' }) division!: string
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) dueAt: Date | null = null

  @ManyToOne({ entity: () => Compact }) compact!: Rel<Compact>
  @Field(() => String, { description: 'The version that was read and signed.' }) @Property({ type: 'text' }) textHash!: string
  @Field(() => PledgeBasis) @Enum({ items: () => PledgeBasis }) basis!: PledgeBasis
  /** The household or the person. */
  @Property({ type: 'uuid' }) unit!: string
  /** The signer. */
  @Property({ type: 'uuid' }) resident!: string
  @Property({ type: 'uuid', nullable: true }) household: string | null = null
  @Field(() => PledgeChannelName) @Enum({ items: () => Object.keys(PLEDGE_CHANNELS) }) channel: PledgeChannel = 'APP'
  @Field(() => String, { nullable: true, description: 'The number of the paper it was signed on.' })
  @Property({ type: 'text', nullable: true })
  sheet: string | null = null
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) createdAt!: Date
}
