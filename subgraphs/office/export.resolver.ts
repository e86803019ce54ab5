// Exports: written down before the first row is read, so that no sheet leaves without a record of who took it and what for.
import type { FilterQuery } from '@mikro-orm/postgresql'
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Query, Resolver, Root } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { For, Needs, SignedIn } from '../shared/access.ts'
import { prefixOf, ROLES, type Role } from '../shared/actor.ts'
import { dayOf } from '../shared/calendar.ts'
import type { Context } from '../shared/context.ts'
import { badInput } from '../shared/errors.ts'
import { record } from '../shared/event.ts'
import { connection, page, PageArgs } from '../shared/page.ts'
import { allOf, inDivision, where } from '../shared/scope.ts'
import { text } from '../shared/words.ts'
import { Division } from './division.stub.ts'
import { ExportRecord, MOST_ROWS } from './export.entity.ts'
import { misrecorded } from './export.rules.ts'
import { ExportFilter, ExportInput } from './office.inputs.ts'

const ExportRecordConnection = connection(ExportRecord, 'ExportRecord')
const OFFICERS: readonly Role[] = (Object.keys(ROLES) as Role[]).filter(
  (role) => role !== 'RESIDENT' && role !== 'PARTNER_ORGANIZATION',
)

/** The next number of the year: DC2026-0001. Whoever asks at the same moment waits for it. */
const nextNumber = async (ctx: Context): Promise<string> => {
  const year = Number(dayOf(ctx.now).slice(0, 4))
  const [counter] = await ctx.em.execute<{ last: number }[]>(
    `insert into office.export_counter as c (year, last) values (?, 1) on conflict (year) do update set last = c.last + 1 returning last`,
    [year],
  )
  return `DC${year}-${String(counter!.last).padStart(4, '0')}`
}

/** The division it is recorded at: the one asked for when the actor holds a role there, else the actor's own. */
const placeOf = ({ actor }: Context, division: string | undefined): string => {
  const grants = actor.grants.filter(({ role }) => OFFICERS.includes(role))
  const isHeld = division !== undefined && grants.some((grant) => division.startsWith(prefixOf(grant.division)))
  return isHeld ? division : grants[0]!.division
}

@Resolver(() => ExportRecord)
export class ExportRecordResolver {
  @SignedIn()
  @Query(() => ExportRecordConnection, { description: 'Exports, newest first: all within reach for auditors, else the own.' })
  exportRecords(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Info() info: GraphQLResolveInfo,
    @Arg('filter', () => ExportFilter, { nullable: true }) filter?: ExportFilter,
  ) {
    const like = { $ilike: `%${filter?.text?.trim().replace(/[\\%_]/g, '\\$&')}%` }
    const asked = allOf(
      filter?.division ? inDivision(filter.division) : true,
      filter?.text?.trim() ? { $or: [{ number: like }, { title: like }, { by: like }] } : true,
    )
    const order = { at: 'desc' } as const
    return page(ctx, ExportRecord, { where: where(asked) as FilterQuery<ExportRecord>, orderBy: order, first, after, info })
  }

  @Needs('division')
  @FieldResolver(() => Division)
  division(@Root() { division }: ExportRecord) {
    return { code: division }
  }

  @For(...OFFICERS)
  @Mutation(() => ExportRecord, {
    description: 'Records that the caller takes a list out of the platform, before the first row is read.',
  })
  async recordExport(@Ctx() ctx: Context, @Arg('input', () => ExportInput) input: ExportInput): Promise<ExportRecord> {
    const purpose = input.purpose?.trim() || null
    const { list, filters, fields, rows } = input
    const wrong = misrecorded({ list, title: input.title, filters, fields, purpose })
    if (wrong) throw badInput(wrong.words, { field: wrong.field })
    if (rows < 0 || rows > MOST_ROWS)
      throw badInput(text(`一次最多导出${MOST_ROWS}行，请缩小范围。`, `One export holds ${MOST_ROWS} rows at most; narrow it.`), {
        field: 'rows',
      })
    const title = input.title.trim()
    const made = ctx.em.create(ExportRecord, {
      id: uuidv7(),
      number: await nextNumber(ctx),
      list,
      title,
      filters,
      fields,
      rows,
      purpose,
      division: placeOf(ctx, input.division),
      account: ctx.actor.id!,
      by: ctx.actor.name,
      at: ctx.now,
    })
    await record(ctx, made, {
      type: 'ExportRecord',
      action: 'CREATE',
      title: `${made.number} ${title}（${rows}行）`,
      reason: purpose,
      data: { list, filters, fields, rows },
    })
    return made
  }
}
