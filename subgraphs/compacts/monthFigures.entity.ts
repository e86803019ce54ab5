// The figures of one subdistrict for one month. A month that has ended is kept as it was counted: appended, never changed.
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, Int, ObjectType } from 'type-graphql'
import { For } from '../shared/access.ts'
import { Scoped } from '../shared/scope.ts'
import { officers, OFFICERS } from './rights.ts'

/** Stands for a division in the row, all zeroes, that says that a month was kept, whatever was in it; a part of none. */
export const MONTH_ITSELF = '0'

@For(...OFFICERS)
@ObjectType({
  description:
    'Figures about the issues of one subdistrict (街镇) for one month in Beijing. They count steps at the moment they were taken, which are added and never changed: those of a month that has ended stay as they are.',
})
@Entity({ tableName: 'month_figures' })
@Scoped(officers)
export class MonthFigures {
  @Field(() => String, { description: '2026-10.' }) @PrimaryKey({ type: 'text' }) month!: string
  /** The subdistrict. */
  @PrimaryKey({ type: 'text' }) division!: string
  @Field(() => Int, { description: 'Issues raised: submitted by their authors, or made by splitting one, in the month.' })
  @Property({ type: 'integer' })
  raised!: number
  @Field(() => Int, {
    description:
      'Issues decided in the month: they left deliberation or voting as adopted or not adopted. Once for each time it happened.',
  })
  @Property({ type: 'integer' })
  decided!: number
  @Field(() => Int, {
    description:
      'Stages with a deadline that issues left in the month, whenever the deadline was: the clock that ran when they left. Not the first reply, not the time of authors and objectors, not a stage that was withdrawn from or suspended.',
  })
  @Property({ type: 'integer' })
  due!: number
  @Field(() => Int, { description: 'Of them, those left by the deadline.' }) @Property({ type: 'integer' }) onTime!: number
  @Field(() => Int, {
    description: 'Projects judged: issues that left evaluation in the month, concluded, written into a compact or to be redone.',
  })
  @Property({ type: 'integer' })
  evaluated!: number
  @Field(() => Int, {
    description:
      'Of them, those with as many satisfied answers as the rule of that day asks for; none that were let stand below it.',
  })
  @Property({ type: 'integer' })
  satisfied!: number
  @Field(() => Date, {
    nullable: true,
    description: 'When they were kept, after the month had ended; null where they were counted just now.',
  })
  @Property({ type: 'datetime' })
  keptAt!: Date
}
