// The work behind an import: checking the file, then entering it a thousand rows at a time, so that progress shows.
import { LockMode } from '@mikro-orm/core'
import { addDays, dayOf, startOf, type TimeLimit } from '../shared/calendar.ts'
import { rule, type Context } from '../shared/context.ts'
import { act } from '../shared/event.ts'
import { text } from '../shared/words.ts'
import {
  COLUMNS,
  readRow,
  missingColumns,
  repeated,
  type CellProblem,
  type Column,
  type ColumnName,
  type Entry,
} from './import.rules.ts'
import { enterRows, inTheWay, knownBy } from './import.write.ts'
import { ImportPart, ImportRow, ImportRun } from './importRun.entity.ts'
import { importRunMachine } from './importRun.machine.ts'
import { childAge, idIndexOf, vaultOf } from './persons.ts'
import { readSheet, Unreadable, type Sheet } from './sheet.ts'

const BATCH = 1_000

export interface KeptRow {
  readonly values: readonly string[]
  readonly entry: Entry | null
}

export const factsOf = ({ parts, received, valid }: ImportRun) => ({ parts, received, valid })

const locked = (ctx: Context, id: string) =>
  ctx.em.findOne(ImportRun, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true, populate: ['key'] as never })

const sealRow = (ctx: Context, run: ImportRun, line: number, row: KeptRow) =>
  vaultOf(ctx).seal(run.key, run.id, `row:${line}`, JSON.stringify(row))
export const openRow = (ctx: Context, run: ImportRun, { line, sealed }: ImportRow): KeptRow =>
  JSON.parse(vaultOf(ctx).open(run.key, run.id, `row:${line}`, sealed)) as KeptRow

const fileOf = async (ctx: Context, run: ImportRun): Promise<Buffer> => {
  const parts = await ctx.em.find(ImportPart, { run: run.id }, { orderBy: { place: 'asc' } })
  return Buffer.concat(parts.map((p) => Buffer.from(vaultOf(ctx).open(run.key, run.id, `part:${p.place}`, p.sealed), 'base64')))
}

const NEEDED = COLUMNS.filter((column: Column) => column.required).length

/** The sheet; or what it lacks, with its headings when they may be matched by hand. */
const sheetIn = async (ctx: Context, run: ImportRun): Promise<Sheet | { problem: string; headings: readonly string[] }> => {
  try {
    const sheet = await readSheet(await fileOf(ctx, run), run.matched)
    const missing = missingColumns(sheet.headings, run.matched)
    if (!missing.length) return sheet
    const headings = sheet.headings.filter(Boolean)
    return { problem: `缺少列：${missing.join('、')}。请使用模板。`, headings: headings.length >= NEEDED ? headings : [] }
  } catch (error) {
    if (error instanceof Unreadable) return { problem: error.message, headings: [] }
    throw error
  }
}

/** Reads the file and looks at every row; writes no resident. */
export const checkImport = async (ctx: Context, { run: id }: { run: string }): Promise<void> => {
  const run = await locked(ctx, id)
  if (run?.status !== 'CHECKING') return
  const sheet = await sheetIn(ctx, run)
  if ('problem' in sheet && sheet.headings.length) {
    run.headings = [...new Set(sheet.headings)]
    return act(ctx, importRunMachine, run, 'ASK_COLUMNS', factsOf(run), { title: run.fileName })
  }
  await ctx.em.nativeDelete(ImportPart, { run: id })
  if ('problem' in sheet) {
    Object.assign(run, { problem: sheet.problem, endedAt: ctx.now })
    return act(ctx, importRunMachine, run, 'REJECT', factsOf(run), { title: run.fileName, reason: sheet.problem })
  }
  const read = sheet.rows.map((row) => ({ line: row.line, values: row.values, ...readRow(row, childAge(ctx), ctx.now) }))
  const again = repeated(read)
  const header: KeptRow = { values: sheet.headings, entry: null }
  await ctx.em.insertMany(ImportRow, [{ run: id, line: 0, sealed: sealRow(ctx, run, 0, header), errors: [], hasErrors: false }])
  for (let from = 0; from < read.length; from += BATCH) {
    const batch = read.slice(from, from + BATCH)
    const known = await knownBy(
      ctx,
      batch.flatMap(({ entry }) => (entry ? [idIndexOf(ctx, entry.paper, entry.idNumber)] : [])),
    )
    const rows = batch.map(({ line, values, entry, errors }) => {
      const first = again.get(line)
      const blocked = entry && inTheWay(known.get(idIndexOf(ctx, entry.paper, entry.idNumber)), run.division)
      const all: CellProblem[] = [
        ...errors,
        ...(first === undefined ? [] : [{ column: '证件号码', reason: text(`与第${first}行重复`, `Repeats line ${first}`) }]),
        ...(blocked ? [blocked] : []),
      ]
      return {
        run: id,
        line,
        sealed: sealRow(ctx, run, line, { values, entry: all.length ? null : entry }),
        // Said by the heading that stands in the file.
        errors: all.map(({ column, reason }) => ({ column: run.matched[column as ColumnName] ?? column, reason })),
        hasErrors: all.length > 0,
      }
    })
    await ctx.em.insertMany(ImportRow, rows)
    run.invalid += rows.filter((r) => r.hasErrors).length
  }
  Object.assign(run, { rows: read.length, done: read.length, valid: read.length - run.invalid, movedAt: ctx.now })
  await act(ctx, importRunMachine, run, 'REPORT', factsOf(run), { title: run.fileName })
}

/** Enters the next thousand rows, and asks for the thousand after them. */
export const runImport = async (ctx: Context, { run: id, after }: { run: string; after: number }): Promise<void> => {
  const run = await locked(ctx, id)
  if (run?.status !== 'RUNNING' || run.reached !== after) return
  const rows = await ctx.em.find(
    ImportRow,
    { run: id, hasErrors: false, line: { $gt: after } },
    { orderBy: { line: 'asc' }, limit: BATCH },
  )
  const lines = rows.flatMap((row) => {
    const { entry } = openRow(ctx, run, row)
    return entry ? [{ line: row.line, entry }] : []
  })
  const { created, updated, unchanged, refused } = await enterRows(ctx, run.division, lines, id)
  for (const row of rows) {
    const problem = refused.get(row.line)
    if (problem) Object.assign(row, { errors: [problem], hasErrors: true })
  }
  run.created += created
  run.updated += updated
  run.unchanged += unchanged
  run.invalid += refused.size
  run.done += lines.length
  Object.assign(run, { reached: rows.at(-1)?.line ?? after, movedAt: ctx.now })
  if (rows.length === BATCH) return ctx.jobs.publish(ctx, 'ImportToRun', { run: id, after: run.reached })
  run.endedAt = ctx.now
  await act(ctx, importRunMachine, run, 'FINISH', factsOf(run), {
    title: run.fileName,
    data: { created: run.created, updated: run.updated, unchanged: run.unchanged, invalid: run.invalid },
  })
}

const STILL_MS = 5 * 60_000

/** Takes up imports whose message was lost. */
export const resumeImports = async (ctx: Context): Promise<void> => {
  const still = await ctx.em.find(
    ImportRun,
    { status: { $in: ['CHECKING', 'RUNNING'] }, movedAt: { $lt: new Date(ctx.now.getTime() - STILL_MS) } },
    { limit: 20 },
  )
  for (const run of still)
    await ctx.jobs.publish(ctx, run.status === 'CHECKING' ? 'ImportToCheck' : 'ImportToRun', { run: run.id, after: run.reached })
}

/** Deletes what was handed over, when its time is over; the counts stay. */
export const purgeImports = async (ctx: Context): Promise<void> => {
  const before = startOf(addDays(dayOf(ctx.now), -rule<TimeLimit>(ctx, 'IMPORT_ROWS_KEPT').value.value))
  await ctx.em.execute(
    `with old as (select id from residents.import_run where coalesce(ended_at, created_at) < ?), parts as (delete from residents.import_part where run in (select id from old))
     delete from residents.import_row where run in (select id from old)`,
    [before],
  )
}
