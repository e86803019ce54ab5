// A file somebody handed in: what it is. Its bytes lie on the drive under its id; who may fetch it is for the record it hangs on.
import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Scoped } from '../../shared/scope.ts'

/** Read by the platform alone: a caller reaches a file through the record it hangs on. */
@Entity({ tableName: 'stored_file' })
@Index({ properties: ['at'] })
@Scoped(() => false)
export class StoredFile {
  @PrimaryKey({ type: 'uuid' }) id!: string
  @Property({ type: 'text' }) name!: string
  /** As found in its bytes: `image/jpeg`. */
  @Property({ type: 'text' }) type!: string
  @Property({ type: 'integer' }) size!: number
  @Property({ type: 'text' }) sha256!: string
  @Property({ type: 'text' }) account!: string
  @Property({ type: 'datetime', length: 3 }) at!: Date
  /** When it was hung on a record; what never is goes after a day. */
  @Property({ type: 'datetime', nullable: true }) keptAt: Date | null = null
}
