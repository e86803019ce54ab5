// Who lives where, as the residents' subgraph tells it: the least that an electorate needs. Never shown.
import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Scoped } from '../shared/scope.ts'

@Entity({ tableName: 'roll_entry' })
@Index({ properties: ['division', 'household'] })
@Scoped(() => true)
export class RollEntry {
  @PrimaryKey({ type: 'uuid' }) resident!: string
  @Property({ type: 'uuid', nullable: true }) household!: string | null
  /** The committee's code. */
  @Property({ type: 'text' }) division!: string
  /** The eighteenth birthday, 2026-01-01. */
  @Property({ type: 'date' }) adultSince!: string
  @Property({ type: 'boolean' }) isHouseholdRepresentative: boolean = false
  @Property({ type: 'boolean' }) isRepresentative: boolean = false
  /** Known of representatives only. */
  @Property({ type: 'boolean', default: false }) isWomanRepresentative: boolean = false
  /** Version of the resident's record this came from; an older message changes nothing. */
  @Property({ type: 'integer' }) version!: number
  /** Has moved away or died; kept so that a late message cannot bring them back. */
  @Property({ type: 'boolean' }) hasLeft: boolean = false
}
