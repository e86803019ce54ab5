// A file that hangs on a record. The office keeps its bytes; here stands what it is called and who hung it there.
import { OptionalProps, raw } from '@mikro-orm/core'
import { Entity, Index, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { SignedIn } from '../shared/access.ts'
import type { Actor } from '../shared/actor.ts'
import { anyOf, Scoped } from '../shared/scope.ts'
import { neighbours, officers } from './rights.ts'

/** How many files may hang on one record. */
export const MOST_FILES = 20

/** What hangs on an issue referred to a department, for its accounts. */
const isReferred = ({ organization }: Actor) =>
  organization !== null &&
  /^[0-9a-f-]{36}$/.test(organization) && {
    [raw((file) => `${file}.record in (select id from compacts.issue where organization = ?)`, [organization])]: [],
  }

@SignedIn()
@ObjectType({ description: 'A file that hangs on a record.' })
@Entity({ tableName: 'attachment' })
@Unique({ properties: ['file'], name: 'attachment_file_once' })
@Index({ properties: ['record', 'at'] })
@Scoped((actor) => anyOf(officers(actor), neighbours(actor), isReferred(actor), actor.id !== null && { account: actor.id }))
export class Attachment {
  declare [OptionalProps]?: 'hiddenFor'
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  /** The id of the record it hangs on. */
  @Property({ type: 'uuid' }) record!: string
  @Property({ type: 'text' }) division!: string
  /** The office's id of it. */
  @Property({ type: 'uuid' }) file!: string
  @Field(() => String) @Property({ type: 'text' }) name!: string
  @Field(() => String, { description: 'What it really is, as found in its bytes: `image/jpeg`.' })
  @Property({ type: 'text' })
  type!: string
  @Field(() => Int, { description: 'In bytes.' }) @Property({ type: 'integer' }) size!: number
  @Property({ type: 'text' }) account!: string
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) at!: Date
  @Field(() => String, { nullable: true, description: 'Why it is hidden, as everybody reads it; the file itself is kept.' })
  @Property({ type: 'text', nullable: true })
  hiddenFor: string | null = null
}
