// A request for a certificate, and what became of it. Seen by the committee and the person it is about; by nobody else.
import { OptionalProps } from '@mikro-orm/core'
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import type { Rel } from '@mikro-orm/postgresql'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Key, SignedIn } from '../shared/access.ts'
import type { Stateful } from '../shared/event.ts'
import { machineTypes } from '../shared/machineTypes.ts'
import { anyOf, heldBy, Scoped } from '../shared/scope.ts'
import { certificateRequestMachine, type CertificateStatus } from './certificate.machine.ts'
import { CERTIFICATE_REFUSALS, type CertificateRefusal } from './certificate.rules.ts'
import { Kept } from './guards.ts'
import { DutyItem } from './item.entity.ts'
import { COMMITTEE } from './rights.ts'
import { CertificateListed } from './task.guards.ts'
import { enumOf } from './words.ts'

export const certificateTypes = machineTypes(certificateRequestMachine)
export const CertificateRefusalName = enumOf('CertificateRefusal', 'Why no certificate is given.', CERTIFICATE_REFUSALS)

@Key()
@SignedIn()
@ObjectType({ description: 'A request for a certificate of the committee (出具证明), and what became of it.' })
@Entity({ tableName: 'certificate_request' })
@Kept('certificate_request', certificateRequestMachine)
@CertificateListed()
@Unique({ properties: ['division', 'number'], name: 'certificate_number_once' })
@Index({ properties: ['division', 'status', 'createdAt'] })
@Index({ properties: ['resident'] })
@Check({
  name: 'certificate_decided',
  expression: `(status in ('ISSUED', 'REFUSED')) = (number is not null and decided_at is not null)
    and (status <> 'ISSUED' or (item_id is not null and facts is not null))
    and (status = 'REFUSED') = (refusal is not null and referral is not null)`,
})
@Scoped((actor) =>
  anyOf(heldBy([...COMMITTEE, 'SUPERVISION_MEMBER'])(actor), actor.resident !== null && { resident: actor.resident }),
)
export class CertificateRequest implements Stateful {
  declare [OptionalProps]?: 'version' | 'status'
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Field(() => certificateTypes.Status) @Enum({ items: () => certificateTypes.Status }) status: CertificateStatus = 'ASKED'
  @Property({ type: 'text', nullable: true }) previousStatus: string | null = null
  @Property({ type: 'text' }) division!: string
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) dueAt: Date | null = null

  /** The matter on the list of certificates; none when it is on none. */
  @ManyToOne({ entity: () => DutyItem, nullable: true, deleteRule: 'no action' }) item: Rel<DutyItem> | null = null
  @Field(() => String, { description: 'What is to be certified, in a few words.' }) @Property({ type: 'text' }) matter!: string
  /** The person it is about; masked for whoever is not the committee or that person. */
  @Property({ type: 'text' }) name!: string
  @Property({ type: 'uuid', nullable: true }) resident: string | null = null
  @Field(() => String, { description: 'The body that wants it.' }) @Property({ type: 'text' }) receiver!: string
  @Field(() => String, { description: 'What it is for.' }) @Property({ type: 'text' }) purpose!: string
  @Field(() => String, { nullable: true, description: '〔2026〕3: unique in its committee and year.' })
  @Property({ type: 'text', nullable: true })
  number: string | null = null
  @Property({ type: 'text', nullable: true }) facts: string | null = null
  @Field(() => CertificateRefusalName, { nullable: true })
  @Enum({ items: () => CertificateRefusalName, nullable: true })
  refusal: CertificateRefusal | null = null
  @Field(() => String, { nullable: true, description: 'Where to go instead.' })
  @Property({ type: 'text', nullable: true })
  referral: string | null = null
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) decidedAt: Date | null = null
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) createdAt!: Date
}
