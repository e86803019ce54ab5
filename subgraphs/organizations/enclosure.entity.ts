// A file that was handed in with an application, a report or an entry of the directory. The office keeps its bytes; here stands
// what it is called, and in which revisions it belongs. Who handed it in is told to nobody.
import { Entity, Enum, Index, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { SignedIn } from '../shared/access.ts'
import { Scoped } from '../shared/scope.ts'
import { EvidenceName } from './entry.entity.ts'
import type { Evidence } from './entry.rules.ts'
import { EnclosureKept } from './enclosure.guards.ts'

/** How many files may go with one record. */
export const MOST_FILES = 20

/** Reached through the record it goes with, and seen by whoever reads that. */
@SignedIn()
@ObjectType({ description: 'A file handed in with an application, a report or an entry of the directory (附件).' })
@Entity({ tableName: 'enclosure' })
@EnclosureKept()
@Unique({ properties: ['file'], name: 'enclosure_once' })
@Index({ properties: ['record', 'at'] })
@Scoped(() => true)
export class Enclosure {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  /** The id of the record it goes with. */
  @Property({ type: 'uuid' }) record!: string
  /** The office's id of it. */
  @Property({ type: 'uuid' }) file!: string
  @Field(() => String) @Property({ type: 'text' }) name!: string
  @Field(() => String, { description: 'What it really is, as found in its bytes: `application/pdf`.' })
  @Property({ type: 'text' })
  type!: string
  @Field(() => Int, { description: 'In bytes.' }) @Property({ type: 'integer' }) size!: number
  @Field(() => EvidenceName, { nullable: true, description: 'What it proves, in an entry of the directory.' })
  @Enum({ items: () => EvidenceName, nullable: true })
  evidence: Evidence | null = null
  @Property({ type: 'uuid' }) account!: string
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) at!: Date
  /** The first revision of an application it belongs to, and the last; 0 elsewhere, and none while it stays. */
  @Property({ type: 'integer' }) since!: number
  @Property({ type: 'integer', nullable: true }) until: number | null = null
}
