// What ties residents to each other and to their committee: guardians, and residents' representatives.
import { raw } from '@mikro-orm/core'
import { Check, Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { SignedIn } from '../shared/access.ts'
import { anyOf, heldBy, Scoped } from '../shared/scope.ts'
import { COMMITTEE_STAFF, ROW_STAFF } from './resident.rules.ts'

@SignedIn()
@ObjectType({ description: 'Who decides for a child (监护人).' })
@Entity({ tableName: 'guardian' })
@Scoped((actor) =>
  anyOf(
    heldBy(COMMITTEE_STAFF)(actor),
    actor.resident !== null && { guardianResident: actor.resident },
    actor.resident !== null && {
      ward: raw(
        'any(array(select r.id from residents.resident r where r.household_id = (select own.household_id from residents.resident own where own.id = ?)))',
        [actor.resident],
      ),
    },
  ),
)
@Index({ properties: ['ward'] })
@Index({ properties: ['guardianResident'] })
export class Guardian {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Property({ type: 'text' }) division!: string
  @Property({ type: 'uuid' }) ward!: string
  /** Null when the guardian is not on the roll. */
  @Property({ type: 'uuid', nullable: true }) guardianResident: string | null = null
  @Field(() => String) @Property({ type: 'text' }) name!: string
  @Property({ type: 'text', nullable: true }) phoneSealed: string | null = null
  @Field(() => Date) @Property({ type: 'datetime' }) createdAt!: Date
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) endedOn: string | null = null
}

@SignedIn()
@ObjectType({ description: "A residents' representative (居民代表), one for 20 to 50 households (城市居民委员会组织法 §13)." })
@Entity({ tableName: 'representative' })
@Scoped((actor) =>
  anyOf(
    heldBy([...ROW_STAFF, 'SUPERVISION_MEMBER', 'MEETING_CHAIR', 'PARTY_BRANCH'])(actor),
    actor.resident !== null && { resident: actor.resident },
  ),
)
@Index({ properties: ['division', 'validTo'] })
@Index({ properties: ['resident'] })
@Check({ name: 'representative_term_order', expression: 'valid_to >= valid_from' })
export class ResidentsRepresentative {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Property({ type: 'text' }) division!: string
  @Property({ type: 'uuid' }) resident!: string
  @Field(() => String, { description: 'The residents’ group that chose them.' }) @Property({ type: 'text' }) group!: string
  @Field(() => String, { description: 'First day of the term, YYYY-MM-DD.' }) @Property({ type: 'text' }) validFrom!: string
  @Field(() => String, { description: 'Last day of the term.' }) @Property({ type: 'text' }) validTo!: string
  /** Whether the roll of the meetings was told that the term began, or ended. */
  @Property({ type: 'text' }) told: 'NOTHING' | 'BEGUN' | 'ENDED' = 'NOTHING'
  @Field(() => Date) @Property({ type: 'datetime' }) createdAt!: Date
}
