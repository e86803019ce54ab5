// A sheet of organisations against the register: what each row would do, and all of it done.
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { For } from '../shared/access.ts'
import type { Context } from '../shared/context.ts'
import { begin, record } from '../shared/event.ts'
import { inDivision, where } from '../shared/scope.ts'
import { say, text } from '../shared/words.ts'
import { RegisterConflict } from './conflict.entity.ts'
import { registerConflictMachine } from './conflict.machine.ts'
import { phoneAsked } from './contact.ts'
import { enter } from './organization.acts.ts'
import { SocialOrganization } from './organization.entity.ts'
import { finderOf, SAME } from './organization.rules.ts'
import { REGISTRARS } from './rights.ts'
import { columnOf, missingColumns, readRow, SAID, type OrganizationRow, type SheetKey } from './sheet.rules.ts'
import { enumOf } from './words.ts'

const EFFECTS = {
  ADD: text('新增', 'Adds'),
  REVISE: text('更新', 'Updates'),
  CONFLICT: text('不一致', 'Disagrees'),
  DOUBTFUL: text('待核对', 'To be checked'),
  NONE: text('有误', 'Wrong'),
}
type Effect = keyof typeof EFFECTS
export const SheetEffectName = enumOf('OrganizationSheetEffect', 'What a row of a sheet would do to the register.', EFFECTS)

@InputType({ description: 'A doubtful row that is right all the same.' })
export class SheetPass {
  @Field(() => Int) line!: number
  @Field(() => String, { description: 'Why: it is kept with the entry.' }) reason!: string
}

@For(...REGISTRARS)
@ObjectType({ description: 'An entry that is perhaps the same organisation.' })
export class SheetCandidate {
  @Field(() => ID) id!: string
  @Field(() => String) code!: string
  @Field(() => String) name!: string
  @Field(() => Int, { description: 'How alike they are, 0 to 100.' }) likeness!: number
}

@For(...REGISTRARS)
@ObjectType({ description: 'A row of a sheet: what it would do, and what is wrong or doubtful about it.' })
export class OrganizationSheetRow {
  @Field(() => Int, { description: 'As the spreadsheet program numbers it.' }) line!: number
  @Field(() => String, { nullable: true }) code!: string | null
  @Field(() => String, { nullable: true }) name!: string | null
  @Field(() => SheetEffectName) effect!: Effect
  @Field(() => [String], { description: "Sentences in the caller's language." }) problems!: string[]
  @Field(() => [SheetCandidate]) candidates!: SheetCandidate[]
  row?: OrganizationRow
  reason?: string | undefined
}

@For(...REGISTRARS)
@ObjectType({ description: 'What a sheet would do to the register.' })
export class OrganizationSheetReport {
  @Field(() => String, { nullable: true, description: 'Why it cannot be read at all.' }) problem!: string | null
  @Field(() => [OrganizationSheetRow]) rows!: OrganizationSheetRow[]
}

const MOST_ROWS = 500

/** Reads the rows against the register; the headings are the first row that names the columns. */
export const checkSheet = async (
  ctx: Context,
  division: string,
  rows: readonly (readonly string[])[],
  passes: readonly SheetPass[],
): Promise<OrganizationSheetReport> => {
  const { locale } = ctx.actor
  const told = (zh: string, en: string): OrganizationSheetReport => ({ problem: say(text(zh, en), locale), rows: [] })
  const at = rows.findIndex((row) => row.filter((cell) => columnOf(cell)).length >= 2)
  if (at < 0) return told('没有找到表头，请使用模板。', 'No headings found; use the template.')
  const missing = missingColumns(rows[at]!)
  if (missing.length)
    return told(
      `缺少列：${missing.map((w) => w.zh).join('、')}。`,
      `Columns are missing: ${missing.map((w) => w.en).join(', ')}.`,
    )
  const columns = rows[at]!.map(columnOf)
  const filled = rows
    .slice(at + 1)
    .map((cells, i) => ({ cells, line: at + i + 2 }))
    .filter(({ cells }) => cells.some((cell) => cell.trim()))
  if (!filled.length) return told('表中没有组织。', 'The sheet has no organisations.')
  if (filled.length > MOST_ROWS) return told(`一次最多导入${MOST_ROWS}行。`, `At most ${MOST_ROWS} rows at once.`)
  const district = where(inDivision(division.slice(0, 6))) as object
  const all = await ctx.em.find(SocialOrganization, district, { orderBy: { id: 'asc' } })
  const [known, find] = [new Map(all.map((one) => [one.code, one])), finderOf(all.filter(({ successor }) => !successor))]
  const seen = new Set<string>()
  return {
    problem: null,
    rows: filled.map(({ cells, line }): OrganizationSheetRow => {
      const typed = Object.fromEntries(columns.flatMap((key, i) => (key ? [[key, cells[i] ?? '']] : []))) as Record<
        SheetKey,
        string
      >
      const { row, problems: found } = readRow(typed)
      const problems = found.map(({ column, reason }) => {
        const [named, sentence] = [say(column, locale), say(reason, locale)]
        return sentence.startsWith(named) ? sentence : `${named}${locale === 'zh' ? '：' : ': '}${sentence}`
      })
      const shown = {
        line,
        code: row?.code ?? (typed.code?.trim() || null),
        name: row?.name ?? (typed.name?.trim() || null),
        problems,
      }
      const none = (zh?: string, en?: string) => {
        if (zh && en) problems.push(say(text(zh, en), locale))
        return { ...shown, effect: 'NONE' as const, candidates: [] }
      }
      if (!row) return none()
      if (seen.has(row.code)) return none('表内重复。', 'Twice in this sheet.')
      seen.add(row.code)
      if (row.phone && phoneProblem(row.phone)) return none('联系电话格式不正确。', 'The phone number is not one.')
      const ours = known.get(row.code)
      if (ours && !ours.division.startsWith(division.slice(0, 6)))
        return none('已由其他区登记。', 'It is registered in another district.')
      const candidates = ours ? [] : find(row).map(({ one: { id, code, name }, likeness }) => ({ id, code, name, likeness }))
      const pass = passes.find((one) => one.line === line && one.reason.trim())?.reason.trim()
      const isDoubtful = !ours && (found.length > 0 || candidates.some(({ likeness }) => likeness >= SAME))
      const effect = isDoubtful && !pass ? 'DOUBTFUL' : effectOn(ours, row)
      return { ...shown, effect, candidates, row, reason: found.length ? pass : undefined }
    }),
  }
}

const phoneProblem = (phone: string): boolean => {
  try {
    return phoneAsked(phone) === null
  } catch {
    return true
  }
}

/** Ours has the last word on where an organisation stands: what others say against it is a task, not a change. */
const effectOn = (ours: SocialOrganization | undefined, { status }: OrganizationRow): Effect => {
  if (!ours) return status === 'REGISTERED' ? 'ADD' : 'CONFLICT'
  return status === ours.status ? 'REVISE' : 'CONFLICT'
}

const TOLD = ['name', 'kind', 'registeredOn', 'address', 'purpose', 'phone', 'grade', 'gradeUntil'] as const

/** Writes what a row says over ours; what it leaves out stays. */
const rewrite = async (ctx: Context, ours: SocialOrganization, row: OrganizationRow): Promise<boolean> => {
  const said = Object.fromEntries(
    TOLD.flatMap((key) => (row[key] === null ? [] : [[key, key === 'phone' ? phoneAsked(row.phone) : row[key]]])),
  )
  const before = Object.fromEntries(Object.keys(said).map((key) => [key, ours[key as 'name']]))
  const changed = Object.keys(said).filter((key) => before[key] !== said[key])
  if (!changed.length) return false
  Object.assign(ours, said)
  await record(ctx, ours, { type: 'SocialOrganization', action: 'IMPORT', title: ours.name, data: { before, after: said } })
  return true
}

/** A difference becomes a task for civil affairs; the same difference only one. */
const disagree = async (
  ctx: Context,
  ours: SocialOrganization,
  source: string,
  says: OrganizationRow['status'],
): Promise<void> => {
  if (await ctx.em.count(RegisterConflict, { organization: ours.id, status: 'OPEN' })) return
  const { id: organization, division, name } = ours
  const conflict = ctx.em.create(RegisterConflict, { id: uuidv7(), organization, division, source, says, createdAt: ctx.now })
  await begin(ctx, registerConflictMachine, conflict, {
    title: `${name}：${SAID[says].zh}`,
    data: { source, says: SAID[says].zh },
  })
}

/** Writes every row of a sheet that was found right; gives how many of each kind. */
export const writeSheet = async (ctx: Context, division: string, source: string, report: OrganizationSheetReport) => {
  const done = { added: 0, revised: 0, disagreed: 0 }
  for (const { row, reason, effect } of report.rows) {
    if (!row) continue
    const { registeredOn, address, purpose, status, grade, gradeUntil, phone, ...told } = row
    let ours = await ctx.em.findOne(SocialOrganization, { code: row.code })
    if (ours) done.revised += (await rewrite(ctx, ours, row)) ? 1 : 0
    else {
      const more = { registeredOn: registeredOn ?? undefined, address: address ?? undefined, purpose: purpose ?? undefined }
      ours = await enter(ctx, division, { ...told, ...more, codeReason: reason })
      Object.assign(ours, { grade, gradeUntil, phone: phoneAsked(phone) })
      done.added += 1
    }
    if (effect !== 'CONFLICT') continue
    await disagree(ctx, ours, source, status)
    done.disagreed += 1
  }
  return done
}
