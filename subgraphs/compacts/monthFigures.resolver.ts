// Figures by subdistrict for one month: what is kept of a month that has ended, else counted now. One statement either way.
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import { For, Needs } from '../shared/access.ts'
import { prefixOf, reach } from '../shared/actor.ts'
import type { Context } from '../shared/context.ts'
import { badInput } from '../shared/errors.ts'
import { inDivision } from '../shared/scope.ts'
import { text } from '../shared/words.ts'
import { Division } from './division.stub.ts'
import { COUNT_MONTH } from './monthFigures.count.ts'
import { MONTH_ITSELF, MonthFigures } from './monthFigures.entity.ts'
import { isMonth, lastEnded, spanOfMonth } from './monthFigures.rules.ts'
import { OFFICERS } from './rights.ts'
import { uuids } from './transaction.ts'

const isSubdistrict = (code: string) => prefixOf(code).length === 9

const subdistrictsOnly = (): never => {
  throw badInput(text('按街镇统计：请选择街镇或者它的上级。', 'Figures are by subdistrict: name one, or what is above it.'), {
    field: 'division',
  })
}

/** The prefixes of whole subdistricts, or more, that were asked for and that the caller may see. */
const within = (ctx: Context, asked: readonly string[]): string[] => {
  const mine = reach(ctx.actor, OFFICERS).filter((prefix) => prefix.length <= 9)
  const both = asked
    .map(prefixOf)
    .flatMap((one) => mine.flatMap((own) => (one.startsWith(own) ? one : own.startsWith(one) ? own : [])))
  return [...new Set(both)].filter((one) => !both.some((other) => other !== one && one.startsWith(other)))
}

/** What the figures are read by: the first and the last division of each prefix, and what is read besides. */
const rangesOf = (prefixes: readonly string[], ...besides: string[]) => [
  uuids([...prefixes.map((prefix) => prefix.padEnd(12, '0')), ...besides]),
  uuids([...prefixes.map((prefix) => prefix.padEnd(12, '9')), ...besides]),
]

const KEPT = `select k.division, k.raised, k.decided, k.due, k.on_time as "onTime", k.evaluated, k.satisfied, to_json(k.kept_at) #>> '{}' as "keptAt"
  from compacts.month_figures k join unnest(?::text[], ?::text[]) as own(first, last) on k.month = ? and k.division between own.first and own.last order by k.division`

@Resolver(() => MonthFigures)
export class MonthFiguresResolver {
  @For(...OFFICERS)
  @Query(() => [MonthFigures], {
    description: 'Figures for one month of the subdistricts at or below a division; those where nothing happened are left out.',
  })
  async monthFigures(
    @Ctx() ctx: Context,
    @Arg('division', () => ID, { description: 'A subdistrict, or what is above it.' }) division: string,
    @Arg('month', () => String, { description: 'In Beijing: 2026-10.' }) month: string,
    @Arg('subdistricts', () => [ID], { nullable: true, description: 'Only these of them.' }) subdistricts?: string[] | null,
  ): Promise<Partial<MonthFigures>[]> {
    inDivision(division)
    if (!isMonth(month)) throw badInput(text('月份请写成 2026-10 的形式。', 'Write the month like 2026-10.'), { field: 'month' })
    const [from, to] = spanOfMonth(month)
    const above = prefixOf(division)
    const asked = subdistricts ?? [division]
    if (above.length > 9 || (subdistricts && !asked.every((one) => isSubdistrict(one) && one.startsWith(above))))
      subdistrictsOnly()
    const prefixes = within(ctx, asked)
    const isOver = month <= lastEnded(ctx.now)
    const kept = isOver ? await ctx.em.execute<MonthFigures[]>(KEPT, [...rangesOf(prefixes, MONTH_ITSELF), month]) : []
    const rows = kept.length
      ? kept.filter((row) => row.division !== MONTH_ITSELF)
      : await ctx.em.execute<MonthFigures[]>(COUNT_MONTH, [...rangesOf(prefixes), from, to, from, to])
    return rows.map((row) => ({ ...row, month }))
  }

  @Needs('division')
  @FieldResolver(() => Division, { description: 'The subdistrict.' })
  division(@Root() { division }: MonthFigures) {
    return { code: division }
  }
}
