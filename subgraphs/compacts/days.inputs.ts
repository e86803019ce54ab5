// Days somebody asks about, and the moments they begin and end in Beijing.
import { Field, InputType } from 'type-graphql'
import { startOf } from '../shared/calendar.ts'
import { dayAfter } from './figures.rules.ts'
import { dayGiven } from './project.acts.ts'

@InputType({ description: 'Some days, both ends included.' })
export class Days {
  @Field(() => String, { description: 'First day: 2026-01-01.' }) from!: string
  @Field(() => String, { description: 'Last day.' }) to!: string
}

/** From the beginning of the first day to the end of the last, in Beijing. */
export const spanOf = ({ from, to }: Days): [Date, Date] => [
  startOf(dayGiven(from, 'from')),
  startOf(dayAfter(dayGiven(to, 'to'))),
]

export const within = (days: Days) => {
  const [$gte, $lt] = spanOf(days)
  return { $gte, $lt }
}
