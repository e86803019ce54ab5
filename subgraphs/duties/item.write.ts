// Writing an item and its legal bases into a version that is being compiled.
import { v7 as uuidv7 } from 'uuid'
import type { Context } from '../shared/context.ts'
import { badInput, refused } from '../shared/errors.ts'
import { record } from '../shared/event.ts'
import { text } from '../shared/words.ts'
import { LegalBasis } from './basis.entity.ts'
import { exchangeRow } from './exchange.rules.ts'
import { Department } from './department.entity.ts'
import { DutyItem } from './item.entity.ts'
import type { DutyItemInput, LegalBasisInput } from './item.inputs.ts'
import { DutyList } from './list.entity.ts'
import { CODE_OF } from './list.rules.ts'
import { listLevel, MARK } from './place.rules.ts'
import { LINE, said, TEXT } from './said.ts'
import { titleOf } from './version.acts.ts'
import type { DutyListVersion } from './version.entity.ts'

/** Longest code of an item. */
const CODE = 20

const told = (words: string | null | undefined, field: string, most = TEXT) => (words?.trim() ? said(words, field, most) : null)

/** A day as it is written, 2026-01-01; refused when there is no such day. */
export const dayIn = (words: string, field: string): string => {
  const day = words.trim()
  const date = new Date(`${day}T00:00:00Z`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day)
    throw badInput(text('日期格式应为 2026-01-01。', 'A date is written 2026-01-01.'), { field })
  return day
}
const dayOrNone = (words: string | null | undefined, field: string) => (words?.trim() ? dayIn(words, field) : null)

const linkIn = (link: string | null | undefined): string | null => {
  const typed = told(link, 'bases', 500)
  if (typed && !/^https?:\/\/\S+$/.test(typed))
    throw badInput(text('链接应以 http:// 或 https:// 开头。', 'A link begins with http:// or https://.'), { field: 'bases' })
  return typed
}

const wordsOf = (input: DutyItemInput) => ({
  name: said(input.name, 'name', LINE),
  category: input.category,
  performer: input.performer,
  partners: told(input.partners, 'partners', LINE),
  content: said(input.content, 'content'),
  standard: told(input.standard, 'standard'),
  frequency: told(input.frequency, 'frequency', LINE),
  timeLimit: told(input.timeLimit, 'timeLimit', LINE),
  materials: told(input.materials, 'materials'),
  fundingSource: told(input.fundingSource, 'fundingSource', LINE),
  funding: input.funding ?? null,
  accountingUnit: told(input.accountingUnit, 'accountingUnit', LINE),
  staffing: told(input.staffing, 'staffing'),
  validFrom: dayIn(input.validFrom, 'validFrom'),
  validTo: dayOrNone(input.validTo, 'validTo'),
  admissionDocument: told(input.admissionDocument, 'admissionDocument', LINE),
  remark: told(input.remark, 'remark'),
})

const setBases = (ctx: Context, item: DutyItem, bases: readonly LegalBasisInput[]): LegalBasis[] =>
  bases.map((basis, position) =>
    ctx.em.create(LegalBasis, {
      id: uuidv7(),
      item,
      position: position + 1,
      law: said(basis.law, 'bases', LINE).replace(/^《|》$/g, ''),
      article: said(basis.article, 'bases', LINE),
      level: basis.level,
      inForceFrom: dayIn(basis.inForceFrom, 'bases'),
      inForceTo: dayOrNone(basis.inForceTo, 'bases'),
      link: linkIn(basis.link),
    }),
  )

const departmentIn = async (ctx: Context, id: string | null | undefined): Promise<Department | null> => {
  const found = id ? await ctx.em.findOne(Department, { id }) : null
  if (id && !found) throw badInput(text('没有找到该部门。', 'No such department.'), { field: 'department' })
  return found
}

/** Refuses unless the version is being compiled. */
export const mustCompile = ({ status }: DutyListVersion): void => {
  if (status !== 'COMPILING')
    throw refused(text('只有编制中的清单才能修改事项。', 'Items are changed only while their list is being compiled.'), {
      rule: 'DutyListVersion.COMPILING',
    })
}

/** What is taken over from above is not changed below. */
export const mustBeLocal = ({ origin, code }: DutyItem): void => {
  if (origin)
    throw refused(
      text(`“${code}”承接自上级清单，不能在本级修改。`, `${code} is taken over from the list above and is not changed here.`),
    )
}

/** The next code of the list: one that no version of it has ever given to another matter. */
const nextCode = async (ctx: Context, version: DutyListVersion): Promise<string> => {
  const { type } = await ctx.em.findOneOrFail(DutyList, { id: version.list.id })
  const start = `${CODE_OF[type]}-${MARK[listLevel(version.division) ?? 'DISTRICT']}`
  const given = await ctx.em.execute<{ code: string }[]>(
    `select distinct i.code from duties.duty_item i join duties.duty_list_version v on v.id = i.list_version_id where v.list_id = ?`,
    [version.list.id],
  )
  const numbers = given.filter(({ code }) => code.startsWith(start)).map(({ code }) => Number(code.slice(start.length)) || 0)
  return `${start}${String(Math.max(0, ...numbers) + 1).padStart(2, '0')}`
}

const cellsOf = (item: DutyItem, bases: readonly LegalBasis[], department: Department | null) =>
  exchangeRow(item, bases, department?.name ?? null, 'zh')

/** What was changed in a version, as its history tells it. */
export const recordChange = async (ctx: Context, version: DutyListVersion, action: string, data: object): Promise<void> =>
  record(ctx, version, {
    type: 'DutyListVersion',
    action,
    from: version.status,
    to: version.status,
    title: await titleOf(ctx, version),
    data,
  })

/** An item with what its row in the exchange sheet says, before and now. */
interface Written {
  readonly item: DutyItem
  readonly before: object
  readonly after: object
}

export const writeNew = async (ctx: Context, version: DutyListVersion, input: DutyItemInput): Promise<Written> => {
  const department = await departmentIn(ctx, input.department)
  const [last] = await ctx.em.find(DutyItem, { listVersion: version.id }, { orderBy: { position: 'desc' }, limit: 1 })
  const item = ctx.em.create(DutyItem, {
    ...wordsOf(input),
    id: uuidv7(),
    division: version.division,
    listVersion: version,
    position: (last?.position ?? 0) + 1,
    code: input.code?.trim() ? said(input.code, 'code', CODE) : await nextCode(ctx, version),
    organization: department?.id ?? null,
  })
  const bases = setBases(ctx, item, input.bases)
  await ctx.em.flush()
  return { item, before: {}, after: cellsOf(item, bases, department) }
}

export const rewrite = async (ctx: Context, item: DutyItem, input: DutyItemInput): Promise<Written> => {
  const old = await ctx.em.find(LegalBasis, { item: item.id }, { orderBy: { position: 'asc' } })
  const before = cellsOf(item, old, await departmentIn(ctx, item.organization))
  const department = await departmentIn(ctx, input.department)
  await ctx.em.nativeDelete(LegalBasis, { item: item.id })
  for (const basis of old) ctx.em.getUnitOfWork().unsetIdentity(basis)
  Object.assign(item, wordsOf(input), {
    organization: department?.id ?? null,
    ...(input.code?.trim() ? { code: said(input.code, 'code', CODE) } : {}),
  })
  const bases = setBases(ctx, item, input.bases)
  await ctx.em.flush()
  return { item, before, after: { ...cellsOf(item, bases, department), item: item.code } }
}

export const erase = async (ctx: Context, item: DutyItem): Promise<void> => {
  await ctx.em.nativeDelete(LegalBasis, { item: item.id })
  await ctx.em.nativeDelete(DutyItem, { id: item.id }, { filters: { scope: false } })
  ctx.em.getUnitOfWork().unsetIdentity(item)
}
