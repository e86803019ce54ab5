// What falls due, by day: the deadlines of every record of this subgraph the caller may see.
import { Arg, Ctx, Field, ID, ObjectType, Query, Resolver } from 'type-graphql'
import { SignedIn } from '../shared/access.ts'
import { prefixOf } from '../shared/actor.ts'
import { addDays, dayOf, isWorkingDay, startOf } from '../shared/calendar.ts'
import type { Context } from '../shared/context.ts'
import { badInput } from '../shared/errors.ts'
import { anyOf, inDivision, where } from '../shared/scope.ts'
import { say, text } from '../shared/words.ts'
import { SOURCES } from './calendar.rows.ts'

@SignedIn()
@ObjectType({ description: 'Something that falls due.' })
export class DutyDeadline {
  @Field(() => String, { description: 'Type of the record.' }) type!: string
  @Field(() => ID, { description: 'Id of the record.' }) id!: string
  @Field(() => String) title!: string
  @Field(() => String, { description: 'What falls due, in the reader’s language.' }) what!: string
  @Field(() => Date) dueAt!: Date
}

@SignedIn()
@ObjectType({ description: 'A day of the calendar and what falls due on it.' })
export class DutyDay {
  @Field(() => String, { description: '2026-01-01' }) day!: string
  @Field(() => Boolean) isWorkingDay!: boolean
  @Field(() => [DutyDeadline], { description: 'In the order in which they fall due.' }) deadlines!: DutyDeadline[]
}

/** The months that may be asked for are those of people now alive. */
const MONTH = /^20\d{2}-(0[1-9]|1[0-2])$/

@Resolver()
export class CalendarResolver {
  @SignedIn()
  @Query(() => [DutyDay], { description: 'A month, day by day, with what falls due of the duties the caller may see.' })
  async dutyCalendar(
    @Ctx() ctx: Context,
    @Arg('month', () => String, { description: '2026-01' }) month: string,
    @Arg('division', () => ID, { nullable: true, description: 'Of this division, those below it, and the district it lies in.' })
    division?: string,
  ): Promise<DutyDay[]> {
    if (!MONTH.test(month)) throw badInput(text('月份格式应为 2026-01。', 'A month is written 2026-01.'), { field: 'month' })
    const first = `${month}-01`
    const next = `${addDays(first, 31).slice(0, 7)}-01`
    const around = division && prefixOf(division).length > 6 ? [{ division: `${division.slice(0, 6)}000000` }] : []
    const place = where(division ? anyOf(inDivision(division), ...around) : true)
    const window = { from: startOf(first), to: startOf(next), days: [first, addDays(next, -1)] as const, place }
    const due = (await Promise.all(SOURCES.map((read) => read(ctx, window)))).flat()
    const days: DutyDay[] = []
    for (let day = first; day < next; day = addDays(day, 1))
      days.push({
        day,
        isWorkingDay: isWorkingDay(day),
        deadlines: due
          .filter(({ dueAt }) => dayOf(dueAt) === day)
          .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
          .map(({ what, ...one }) => ({ ...one, what: say(what, ctx.actor.locale) })),
      })
    return days
  }
}
