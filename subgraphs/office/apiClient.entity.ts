// A partner's program: signs in with client credentials and holds scopes over a division.
import { Entity, Index, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import { OptionalProps } from '@mikro-orm/core'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { For } from '../shared/access.ts'
import { heldBy, Scoped } from '../shared/scope.ts'
import type { Recorded } from '../shared/event.ts'

@For('SYS_ADMIN', 'SEC_ADMIN', 'AUDITOR')
@ObjectType({ description: "A partner's program. It signs in with client credentials; its secret is shown once." })
@Entity({ tableName: 'api_client' })
@Unique({ properties: ['clientId'], name: 'api_client_id_unique' })
@Scoped(heldBy(['SYS_ADMIN', 'SEC_ADMIN', 'AUDITOR']))
export class ApiClient implements Recorded {
  [OptionalProps]?: 'version'
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Field(() => String) @Property({ type: 'text' }) clientId!: string
  @Property({ type: 'text', lazy: true }) secretHash!: string
  @Field(() => String) @Property({ type: 'text' }) name!: string
  @Index() @Property({ type: 'text' }) division!: string
  @Field(() => ID, { nullable: true, description: 'The department or social organisation it acts for, by its id.' })
  @Property({ type: 'uuid', nullable: true })
  organization: string | null = null
  @Field(() => [String], { description: '`<subgraph>:read` or `<subgraph>:write`.' })
  @Property({ type: 'text[]' })
  scopes!: string[]
  @Field(() => Date) @Property({ type: 'datetime' }) createdAt!: Date
  @Field(() => Date, { nullable: true, description: 'From then on its tokens are refused.' })
  @Property({ type: 'datetime', nullable: true })
  revokedAt: Date | null = null
}
