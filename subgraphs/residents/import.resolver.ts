// Importing residents: hand the file over in parts, look at what the check says, then import the valid rows.
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Info,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql'
import { LockMode, type FilterQuery } from '@mikro-orm/postgresql'
import type { GraphQLResolveInfo } from 'graphql'
import { v7 as uuidv7 } from 'uuid'
import { For, Needs } from '../shared/access.ts'
import { find, take, type Context } from '../shared/context.ts'
import { badInput, notFound, refused } from '../shared/errors.ts'
import { act, begin, Event, EventsArgs, eventsOf } from '../shared/event.ts'
import { connection, page, PageArgs, type Connection } from '../shared/page.ts'
import { inDivision, where } from '../shared/scope.ts'
import { say, text } from '../shared/words.ts'
import { factsOf, openRow } from './import.jobs.ts'
import { COLUMNS, likelyHeading, wrongMatch, type Matched } from './import.rules.ts'
import { CellError, ImportPart, ImportRow, ImportRun, importRunTypes } from './importRun.entity.ts'
import { importRunMachine } from './importRun.machine.ts'
import { vaultOf } from './persons.ts'
import { COMMITTEE_STAFF } from './resident.rules.ts'
import { mustBeCommittee, mustHold } from './rights.ts'
import { errorBook, templateBook } from './sheet.ts'
import { Division } from './territory.stub.ts'

const ImportRunConnection = connection(ImportRun, 'ImportRun')
const RUN = text('导入', 'Import')
const PART_BYTES = 128 * 1024

@InputType()
export class ImportRunInput {
  @Field(() => ID, { description: 'The committee whose roll it is.' }) division!: string
  @Field(() => String) fileName!: string
  @Field(() => Int, { description: `How many parts of at most ${PART_BYTES / 1024} KiB it is cut into.` }) parts!: number
}

@For(...COMMITTEE_STAFF)
@ObjectType({ description: 'What is wrong with one row of the sheet.' })
export class RowError {
  @Field(() => Int, { description: 'As the spreadsheet program numbers it.' }) line!: number
  @Field(() => [CellError]) errors!: CellError[]
}

@For(...COMMITTEE_STAFF)
@ObjectType({ description: 'A column of the form, and the heading of the sheet that stands for it.' })
export class ImportColumn {
  @Field(() => String) name!: string
  @Field(() => Boolean) required!: boolean
  @Field(() => String, { description: 'How it is filled in.' }) hint!: string
  @Field(() => String, { nullable: true, description: 'What was matched, or what most likely matches.' })
  heading!: string | null
}

@InputType()
export class MatchedColumn {
  @Field(() => String, { description: 'Column of the form.' }) name!: string
  @Field(() => String, { description: 'Heading of the sheet.' }) heading!: string
}

@For(...COMMITTEE_STAFF)
@ObjectType({ description: 'A spreadsheet to save.' })
export class Workbook {
  @Field(() => String) fileName!: string
  @Field(() => String, { description: 'The .xlsx file in base64.' }) content!: string
}

const withKey = async (ctx: Context, id: string, lockMode = LockMode.NONE): Promise<ImportRun> => {
  const run = await ctx.em.findOne(ImportRun, { id }, { populate: ['key'] as never, lockMode })
  if (!run) throw notFound(RUN)
  return run
}

@Resolver(() => CellError)
export class CellErrorResolver {
  @Needs('reason')
  @FieldResolver(() => String)
  reason(@Ctx() ctx: Context, @Root() { reason }: CellError): string {
    return say(reason, ctx.actor.locale)
  }
}

@Resolver(() => ImportRun)
export class ImportResolver {
  @For(...COMMITTEE_STAFF)
  @Query(() => Workbook, { description: 'The empty form, with drop-downs and text cells.' })
  async residentImportTemplate(): Promise<Workbook> {
    return { fileName: '居民信息导入模板.xlsx', content: (await templateBook()).toString('base64') }
  }

  @For(...COMMITTEE_STAFF)
  @Query(() => ImportRun, { nullable: true })
  importRun(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<ImportRun | null> {
    return find(ctx, ImportRun, id)
  }

  @For(...COMMITTEE_STAFF)
  @Query(() => ImportRunConnection, { description: 'Imports, latest first.' })
  importRuns(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('division', () => ID, { nullable: true }) division: string | undefined,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<ImportRun>> {
    return page(ctx, ImportRun, {
      where: division ? (where(inDivision(division)) as FilterQuery<ImportRun>) : {},
      orderBy: { createdAt: 'desc' },
      first,
      after,
      info,
    })
  }

  @For(...COMMITTEE_STAFF)
  @Query(() => Workbook, {
    nullable: true,
    description: 'The rows that were refused, as they stood, with the reasons; null when there are none or they were deleted.',
  })
  async importErrors(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<Workbook | null> {
    const run = await withKey(ctx, id)
    const [header, ...rows] = await ctx.em.find(
      ImportRow,
      { run: id, $or: [{ hasErrors: true }, { line: 0 }] },
      { orderBy: { line: 'asc' } },
    )
    if (!header || !rows.length) return null
    const refusedRows = rows.map((row) => ({
      values: openRow(ctx, run, row).values,
      errors: row.errors.map((e) => ({ column: e.column, reason: say(e.reason, ctx.actor.locale) })),
    }))
    const book = await errorBook(openRow(ctx, run, header).values, refusedRows)
    return { fileName: `${run.fileName.replace(/\.\w+$/, '')}-错误.xlsx`, content: book.toString('base64') }
  }

  @For(...COMMITTEE_STAFF)
  @Mutation(() => ImportRun, { description: 'Begins an import; the parts follow with addImportPart.' })
  async createImportRun(
    @Ctx() ctx: Context,
    @Arg('input', () => ImportRunInput) { division, fileName, parts }: ImportRunInput,
  ): Promise<ImportRun> {
    mustHold(ctx, COMMITTEE_STAFF, mustBeCommittee(division))
    if (parts < 1 || parts > 64)
      throw badInput(text('文件过大，请分成几个文件导入。', 'The file is too large; import it as several files.'), {
        field: 'parts',
      })
    const id = uuidv7()
    const run = ctx.em.create(ImportRun, {
      id,
      version: 0,
      status: 'UPLOADING',
      previousStatus: null,
      division,
      fileName: fileName.slice(0, 200),
      parts,
      received: 0,
      rows: 0,
      done: 0,
      valid: 0,
      invalid: 0,
      created: 0,
      updated: 0,
      unchanged: 0,
      problem: null,
      headings: [],
      matched: {},
      key: vaultOf(ctx).newKey(id),
      reached: 0,
      movedAt: null,
      dueAt: null,
      endedAt: null,
      createdAt: ctx.now,
    })
    await begin(ctx, importRunMachine, run, { title: run.fileName })
    return run
  }

  @For(...COMMITTEE_STAFF)
  @Mutation(() => ImportRun, { description: 'Hands over one part; sending it again replaces it.' })
  async addImportPart(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('place', () => Int, { description: 'From 0.' }) place: number,
    @Arg('content', () => String, { description: 'Base64.' }) content: string,
  ): Promise<ImportRun> {
    const run = await withKey(ctx, id, LockMode.PESSIMISTIC_WRITE)
    mustHold(ctx, COMMITTEE_STAFF, run.division)
    if (run.status !== 'UPLOADING') throw refused(text('文件已经提交。', 'The file has been handed over already.'))
    if (place < 0 || place >= run.parts) throw badInput(text('没有这一段。', 'There is no such part.'), { field: 'place' })
    if (content.length > (PART_BYTES * 4) / 3 + 4 || !/^[A-Za-z0-9+/]*={0,2}$/.test(content))
      throw badInput(text('该段内容过长或编码不正确。', 'The part is too long or not base64.'), { field: 'content' })
    await ctx.em.upsert(
      ImportPart,
      { run: id, place, sealed: vaultOf(ctx).seal(run.key, id, `part:${place}`, content) },
      { onConflictMergeFields: ['sealed'] },
    )
    run.received = await ctx.em.count(ImportPart, { run: id })
    return run
  }

  @For(...COMMITTEE_STAFF)
  @Mutation(() => ImportRun, {
    description: 'CHECK looks without writing anything, RUN imports the valid rows; both go on in the background.',
  })
  async actOnImportRun(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('action', () => importRunTypes.Action) action: keyof typeof importRunTypes.Action,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
  ): Promise<ImportRun> {
    if (action === 'MATCH_COLUMNS')
      throw refused(text('此项需要填写内容，请使用对应的办理入口。', 'This action carries data; use its own mutation.'))
    const run = await take(ctx, ImportRun, RUN, id, expectedVersion)
    await act(ctx, importRunMachine, run, action, factsOf(run), { title: run.fileName })
    if (action === 'CHECK' || action === 'RUN') Object.assign(run, { done: 0, movedAt: ctx.now })
    if (action === 'DISCARD') run.endedAt = ctx.now
    if (action === 'CHECK') await ctx.jobs.publish(ctx, 'ImportToCheck', { run: id })
    if (action === 'RUN') await ctx.jobs.publish(ctx, 'ImportToRun', { run: id, after: 0 })
    return run
  }

  @For(...COMMITTEE_STAFF)
  @Mutation(() => ImportRun, { description: 'Says which heading stands for which column of the form, and checks again.' })
  async matchImportColumns(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('columns', () => [MatchedColumn]) columns: MatchedColumn[],
  ): Promise<ImportRun> {
    const run = await take(ctx, ImportRun, RUN, id, expectedVersion)
    const known = new Set(COLUMNS.map((column) => column.name as string))
    const matched: Matched = Object.fromEntries(
      columns.filter(({ name }) => known.has(name)).map(({ name, heading }) => [name, heading]),
    )
    const wrong = wrongMatch(matched, run.headings)
    if (run.status === 'MAPPING' && wrong) throw badInput(wrong, { field: 'columns' })
    await act(ctx, importRunMachine, run, 'MATCH_COLUMNS', factsOf(run), { title: run.fileName, data: { matched } })
    Object.assign(run, { matched, done: 0, movedAt: ctx.now })
    await ctx.jobs.publish(ctx, 'ImportToCheck', { run: id })
    return run
  }

  @Needs('headings', 'matched')
  @FieldResolver(() => [ImportColumn], { description: 'The columns of the form, matched to the headings of the sheet.' })
  columns(@Root() { headings, matched }: ImportRun): ImportColumn[] {
    return COLUMNS.map(({ name, hint, ...column }) => ({
      name,
      hint,
      required: 'required' in column,
      heading: matched[name] ?? likelyHeading(name, headings),
    }))
  }

  @Needs('id')
  @FieldResolver(() => [RowError], { description: 'The first refused rows, by line.' })
  async errors(
    @Ctx() ctx: Context,
    @Root() { id }: ImportRun,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => Int, { defaultValue: 0, description: 'After this line.' }) after: number,
  ): Promise<RowError[]> {
    const rows = await ctx.em.find(
      ImportRow,
      { run: id, hasErrors: true, line: { $gt: after } },
      { orderBy: { line: 'asc' }, limit: Math.min(Math.max(first, 1), 100) },
    )
    return rows.map(({ line, errors }) => ({ line, errors }))
  }

  @Needs('division')
  @FieldResolver(() => Division)
  division(@Root() { division }: ImportRun): Division {
    return { code: division }
  }

  @Needs('status', 'division', 'previousStatus', 'parts', 'received', 'valid')
  @FieldResolver(() => [importRunTypes.Offer])
  offers(@Ctx() ctx: Context, @Root() run: ImportRun): object[] {
    return importRunMachine.offers(run, ctx.actor, ctx.now)
  }

  @Needs('id')
  @FieldResolver(() => [Event])
  events(@Ctx() ctx: Context, @Root() { id }: ImportRun, @Args(() => EventsArgs) { last }: EventsArgs): Promise<Event[]> {
    return eventsOf(ctx, id, last)
  }
}
