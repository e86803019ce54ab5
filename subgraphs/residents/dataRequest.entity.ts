// A request of a person about their own data.
import { raw } from '@mikro-orm/core'
import { Entity, Enum, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { SignedIn } from '../shared/access.ts'
import type { Stateful } from '../shared/event.ts'
import type { StateOf } from '../shared/machine.ts'
import { machineTypes } from '../shared/machineTypes.ts'
import { anyOf, heldBy, Scoped } from '../shared/scope.ts'
import { text, type Text } from '../shared/words.ts'
import { dataRequestMachine } from './dataRequest.machine.ts'
import { enumOf } from './resident.entity.ts'

export const dataRequestTypes = machineTypes(dataRequestMachine)

export const REQUEST_KINDS = {
  READ: text('查阅', 'Read (§45)'),
  COPY: text('复制', 'Copy (§45)'),
  CORRECT: text('更正', 'Correct (§46)'),
  DELETE: text('删除', 'Delete (§47)'),
  EXPLAIN: text('说明处理规则', 'Explain (§48)'),
} satisfies Record<string, Text>
export type RequestKind = keyof typeof REQUEST_KINDS
export const RequestKindName = enumOf(REQUEST_KINDS, 'DataRequestKind', 'What a person may ask for (个人信息保护法 §44-50).')

@SignedIn()
@ObjectType({ description: 'A request of a person about their own data (个人信息请求).' })
@Entity({ tableName: 'data_request' })
@Scoped((actor) =>
  anyOf(
    heldBy(['COMMITTEE_SECRETARY', 'SUBDISTRICT_OFFICER', 'SUBDISTRICT_LEAD'])(actor),
    actor.resident !== null && {
      $or: [
        { resident: actor.resident },
        {
          resident: raw(
            'any(array(select g.ward from residents.guardian g where g.guardian_resident = ? and g.ended_on is null))',
            [actor.resident],
          ),
        },
      ],
    },
  ),
)
@Index({ properties: ['division', 'status', 'id'] })
@Index({ properties: ['resident'] })
export class DataRequest implements Stateful {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Field(() => dataRequestTypes.Status) @Enum({ items: () => dataRequestTypes.Status }) status: StateOf<
    typeof dataRequestMachine
  > = 'SUBMITTED'
  @Property({ type: 'text', nullable: true }) previousStatus: string | null = null
  @Property({ type: 'text' }) division!: string
  @Property({ type: 'uuid' }) resident!: string
  @Field(() => RequestKindName) @Enum({ items: () => RequestKindName }) kind!: RequestKind

  @Field(() => String, {
    nullable: true,
    description: 'What is wrong and what is right, in the words of the person; for a correction.',
  })
  @Property({ type: 'text', nullable: true })
  wording: string | null = null

  @Field(() => Boolean, { description: 'Entered by an officer for someone who asked on paper.' })
  @Property({ type: 'boolean' })
  onBehalf: boolean = false
  @Property({ type: 'text', nullable: true }) refusedBy: string | null = null
  @Field(() => String, { description: 'The rule the deadline comes from.' }) @Property({ type: 'text' }) basis!: string
  @Field(() => Date, { nullable: true, description: 'To be answered before.' })
  @Property({ type: 'datetime', nullable: true })
  dueAt: Date | null = null
  @Field(() => Date) @Property({ type: 'datetime' }) createdAt!: Date
}
