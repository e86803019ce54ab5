// A sheet of items against a draft: what each row would do, and all of it done.
import { Field, Int, ObjectType } from 'type-graphql'
import { For } from '../shared/access.ts'
import type { Context } from '../shared/context.ts'
import { say, text } from '../shared/words.ts'
import { Department } from './department.entity.ts'
import { columnOf, missingColumns, readRow, type ExchangeKey, type ReadRow } from './exchange.rules.ts'
import { DutyItem } from './item.entity.ts'
import type { DutyItemInput } from './item.inputs.ts'
import { rewrite, writeNew } from './item.write.ts'
import { COMPILERS } from './rights.ts'
import type { DutyListVersion } from './version.entity.ts'
import { enumOf } from './words.ts'

const EFFECTS = { ADD: text('新增', 'Adds'), REVISE: text('修改', 'Revises'), NONE: text('不写入', 'Not written') }
export const SheetEffect = enumOf('DutySheetEffect', 'What a row of a sheet would do.', EFFECTS)

@For(...COMPILERS)
@ObjectType({ description: 'A cell that is wrong.' })
export class DutySheetProblem {
  @Field(() => String) column!: string
  @Field(() => String, { description: "In the caller's language." }) reason!: string
}

@For(...COMPILERS)
@ObjectType({ description: 'A row of a sheet: what it would do, and what is wrong with it.' })
export class DutySheetRow {
  @Field(() => Int, { description: 'As the spreadsheet program numbers it.' }) line!: number
  @Field(() => String, { nullable: true }) code!: string | null
  @Field(() => String, { nullable: true }) name!: string | null
  @Field(() => SheetEffect) effect!: keyof typeof EFFECTS
  @Field(() => [DutySheetProblem]) problems!: DutySheetProblem[]
  input?: DutyItemInput
}

@For(...COMPILERS)
@ObjectType({ description: 'What a sheet would do to a draft.' })
export class DutySheetReport {
  @Field(() => String, { nullable: true, description: 'Why it cannot be read at all.' }) problem!: string | null
  @Field(() => [DutySheetRow]) rows!: DutySheetRow[]
}

const MOST_ROWS = 500

const inputOf = (row: ReadRow, department: string | null): DutyItemInput => {
  const bases = row.bases.map((basis) => ({ ...basis, inForceTo: basis.inForceTo ?? undefined, link: basis.link ?? undefined }))
  const present = Object.entries({ ...row, bases, department }).filter(([, value]) => value !== null)
  return Object.fromEntries(present) as unknown as DutyItemInput
}

/** Reads the rows against the draft; the headings are the first row that names the columns. */
export const checkSheet = async (
  ctx: Context,
  version: DutyListVersion,
  rows: readonly (readonly string[])[],
): Promise<DutySheetReport> => {
  const told = (zh: string, en: string): DutySheetReport => ({ problem: say(text(zh, en), ctx.actor.locale), rows: [] })
  const at = rows.findIndex((row) => row.filter((cell) => columnOf(cell)).length >= 3)
  if (at < 0) return told('没有找到表头，请使用模板或导出的清单。', 'No headings found; use the template or an exported list.')
  const missing = missingColumns(rows[at]!)
  if (missing.length) return told(`缺少列：${missing.join('、')}。`, `Columns are missing: ${missing.join(', ')}.`)
  const columns = rows[at]!.map(columnOf)
  const body = rows.slice(at + 1).map((cells, i) => ({ cells, line: at + i + 2 }))
  const filled = body.filter(({ cells }) => cells.some((cell) => cell.trim()))
  if (!filled.length) return told('表中没有事项。', 'The sheet has no items.')
  if (filled.length > MOST_ROWS) return told(`一次最多导入${MOST_ROWS}行。`, `At most ${MOST_ROWS} rows at once.`)
  const departments = new Map((await ctx.em.find(Department, {})).map((one) => [one.name, one.id]))
  const known = new Map((await ctx.em.find(DutyItem, { listVersion: version.id })).map((item) => [item.code, item]))
  const seen = new Set<string>()
  return {
    problem: null,
    rows: filled.map(({ cells, line }) => {
      const typed = Object.fromEntries(columns.flatMap((key, i) => (key ? [[key, cells[i] ?? '']] : []))) as Record<
        ExchangeKey,
        string
      >
      const { row, problems: found } = readRow(typed)
      const problems = found.map(({ column, reason }) => ({ column, reason: say(reason, ctx.actor.locale) }))
      const wrong = (column: string, zh: string, en: string) =>
        void problems.push({ column, reason: say(text(zh, en), ctx.actor.locale) })
      const code = typed.code?.trim() || null
      const department = typed.department?.trim() || null
      if (department && !departments.has(department)) wrong('责任部门', '没有登记这个部门', 'No such department')
      if (code && seen.has(code)) wrong('事项编号', '表内重复', 'Twice in this sheet')
      if (code) seen.add(code)
      const item = code ? known.get(code) : undefined
      if (item?.origin) wrong('事项编号', '承接自上级清单，不能在本级修改', 'Taken over from the list above; not changed here')
      return {
        line,
        code,
        name: typed.name?.trim() || null,
        effect: problems.length ? 'NONE' : item ? 'REVISE' : 'ADD',
        problems,
        ...(row ? { input: inputOf(row, department ? (departments.get(department) ?? null) : null) } : {}),
      }
    }),
  }
}

/** Writes every row of a sheet that was found right; gives the codes of what was added and revised. */
export const writeSheet = async (ctx: Context, version: DutyListVersion, { rows }: DutySheetReport) => {
  const done = { added: [] as string[], revised: [] as string[] }
  for (const { code, input } of rows) {
    const item = code ? await ctx.em.findOne(DutyItem, { listVersion: version.id, code }) : null
    if (item) done.revised.push((await rewrite(ctx, item, input!)).item.code)
    else done.added.push((await writeNew(ctx, version, input!)).item.code)
  }
  return done
}
