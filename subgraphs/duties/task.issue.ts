// Issuing tasks: each stands on an item in force of the department's own that covers the committee, or is refused and noted down.
import { v7 as uuidv7 } from 'uuid'
import { prefixOf } from '../shared/actor.ts'
import { dayOf, dueAfter, type TimeLimit } from '../shared/calendar.ts'
import { rule, type Context } from '../shared/context.ts'
import { badInput, forbidden } from '../shared/errors.ts'
import { recordAll } from '../shared/event.ts'
import { text } from '../shared/words.ts'
import { OffListAttempt } from './attempt.entity.ts'
import type { Article } from './ground.rules.ts'
import { DutyItem } from './item.entity.ts'
import type { DutyPerformer } from './item.rules.ts'
import { actsFor } from './rights.ts'
import { LINE, said } from './said.ts'
import { DutyTask, TaskDatum, TaskRepeat } from './task.entity.ts'
import { MOST_DATA, type TaskText } from './task.inputs.ts'
import { dutyTaskMachine } from './task.machine.ts'
import { repeatsAmong, type RepeatedData } from './task.repeats.ts'
import { dayAsked, periodAsked } from './period.ts'
import { dataKey, issueRefusal, type CitedItem, type IssueRefusal, type Period } from './task.rules.ts'
import { settle, uuids } from './transaction.ts'

/** What is asked of each committee: read once, then the same for all. */
export interface Wording {
  readonly title: string
  readonly kind: TaskText['kind']
  readonly standard: string
  readonly data: readonly { name: string; caliber: string | null; key: string }[]
  readonly period: Period | null
  readonly dueOn: string
}

export const wordingOf = (ctx: Context, input: TaskText): Wording => {
  const title = said(input.title, 'title', LINE)
  const data = input.data
    .map(({ name, caliber }) => ({ name: said(name, 'data', LINE), caliber: caliber?.trim() || null, key: dataKey(name) }))
    .filter(({ key }, at, all) => all.findIndex((one) => one.key === key) === at)
  if (input.kind === 'DATA' && data.length === 0)
    throw badInput(text('请列出需要报送的数据项。', 'Say which data is asked for.'), { field: 'data' })
  if (data.length > MOST_DATA)
    throw badInput(text(`一项任务最多${MOST_DATA}个数据项。`, `At most ${MOST_DATA} data in a task.`), { field: 'data' })
  const dueOn = dayAsked(input.dueOn, 'dueOn')
  if (dueOn < dayOf(ctx.now))
    throw badInput(text('完成日期不能早于今天。', 'The day by which it is due has passed.'), { field: 'dueOn' })
  const period = periodAsked(input.periodFrom, input.periodTo, data.length > 0 ? 'DATA' : input.kind)
  return { title, kind: input.kind, standard: said(input.standard, 'standard'), data, period, dueOn }
}

/** The department the caller acts for; refused to everyone else, and outside its district. */
export const departmentAt = ({ actor }: Context, divisions: readonly string[]): string => {
  const { organization } = actor
  if (!organization || !divisions.every((division) => actsFor(actor, organization, division)))
    throw forbidden(text('任务由职能部门在本辖区内下达。', 'Tasks are issued by a department, within its own district.'))
  return organization
}

export const mustBeCommittee = (division: string): string => {
  if (!/^\d{9}(?!000)\d{3}$/.test(division))
    throw badInput(text('请填写12位居村代码。', 'Give the 12-digit code of a committee.'), { field: 'divisions' })
  return division
}

interface Cited {
  id: string
  code: string
  division: string
  organization: string | null
  performer: DutyPerformer
  isInForce: boolean
  isAssistance: boolean
}

/** The items cited, held until the transaction ends: none of them is stopped meanwhile. The version first, as whoever replaces it. */
const holdItems = async (ctx: Context, ids: readonly string[]): Promise<Map<string, Cited>> => {
  if (ids.length === 0) return new Map()
  await ctx.em.execute(
    `select 1 from duties.duty_list_version v where v.id in (select list_version_id from duties.duty_item where id = any(?::uuid[]))
      order by v.id for share`,
    [uuids(ids)],
  )
  const today = dayOf(ctx.now)
  const rows = await ctx.em.execute<Cited[]>(
    `select i.id, i.code, i.division, i.organization, i.performer, l.type = 'ASSIST_GOVERNMENT' as "isAssistance",
            'IN_FORCE' = v.status and i.status = 'LISTED' and i.valid_from <= ?::date and coalesce(i.valid_to, ?::date) >= ?::date as "isInForce"
       from duties.duty_item i join duties.duty_list_version v on v.id = i.list_version_id join duties.duty_list l on l.id = v.list_id
      where i.id = any(?::uuid[]) order by i.id for share of i`,
    [today, today, today, uuids(ids)],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** Committees of villagers are numbered from 200 on. */
const isOf = (performer: DutyPerformer, division: string): boolean =>
  performer === 'EITHER' || (performer !== 'TOWN' && (performer === 'VILLAGERS_COMMITTEE') === division.slice(9) >= '200')

const citedBy = (item: Cited, division: string): CitedItem => ({
  organization: item.organization,
  isInForce: item.isInForce,
  covers: item.isAssistance && division.startsWith(prefixOf(item.division)) && isOf(item.performer, division),
})

export interface Request {
  readonly item: string | null
  readonly division: string
  readonly wording: Wording
}

export interface Issued {
  readonly division: string
  readonly task: DutyTask | null
  readonly refusal: IssueRefusal | null
  readonly article: Article
  readonly repeats: readonly RepeatedData[]
}

const offList = (ctx: Context, division: string): Article => rule<Article>(ctx, 'ARTICLE_OFF_LIST', division).value

const repeatsFor = async (ctx: Context, requests: readonly Request[]): Promise<RepeatedData[]> => {
  const { data, period } = requests[0]!.wording
  if (!period || data.length === 0) return []
  return repeatsAmong(
    ctx,
    requests.map(({ division }) => division),
    data.map(({ key }) => key),
    period,
  )
}

/** Issues one wording to many committees; what the lists do not allow is refused row by row, and noted down. */
export const issueTasks = async (ctx: Context, batch: string, requests: readonly Request[]): Promise<Issued[]> => {
  const organization = departmentAt(
    ctx,
    requests.map(({ division }) => division),
  )
  await ctx.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`tasks:${batch}`])
  const done = await ctx.em.find(DutyTask, { batch, organization })
  const known = new Map(done.map((task) => [task.division, task]))
  const items = await holdItems(ctx, [...new Set(requests.flatMap(({ item }) => item ?? []))])
  const repeats = await repeatsFor(ctx, requests)
  const issued = requests.map((request): Issued => {
    const { item, division } = request
    const cited = item === null ? null : (items.get(item) ?? null)
    const found = repeats.filter((one) => one.division.code === division)
    const row = { division, article: offList(ctx, division), repeats: found }
    const before = known.get(division)
    if (before) return { ...row, repeats: found.filter(({ task }) => task !== before.id), task: before, refusal: null }
    const refusal = issueRefusal(cited && citedBy(cited, division), organization)
    if (refusal) return { ...row, repeats: [], task: null, refusal: attempt(ctx, organization, request, refusal) }
    return { ...row, task: create(ctx, organization, batch, request, found), refusal: null }
  })
  await settle(ctx)
  const awaits = dutyTaskMachine.awaits('ISSUED')
  await recordAll(
    ctx,
    issued.flatMap(({ task }) => {
      if (!task || known.has(task.division)) return []
      const { title, dueAt } = task
      return [
        [task, { type: 'DutyTask', action: 'CREATE', to: 'ISSUED', as: 'OWNER', title, awaits, dueAt, organization }],
      ] as const
    }),
  )
  return issued
}

const attempt = (
  ctx: Context,
  organization: string,
  { item, division, wording }: Request,
  refusal: IssueRefusal,
): IssueRefusal => {
  const { id: account, name: by } = ctx.actor
  ctx.em.create(OffListAttempt, {
    id: uuidv7(),
    division,
    organization,
    item,
    title: wording.title,
    refusal,
    by,
    account,
    at: ctx.now,
  })
  return refusal
}

const create = (
  ctx: Context,
  organization: string,
  batch: string,
  { item, division, wording }: Request,
  repeats: readonly RepeatedData[],
) => {
  const { title, kind, standard, period, dueOn } = wording
  const task = ctx.em.create(DutyTask, {
    id: uuidv7(),
    division,
    organization,
    batch,
    item: ctx.em.getReference(DutyItem, item!),
    title,
    kind,
    standard,
    periodFrom: period?.from ?? null,
    periodTo: period?.to ?? null,
    dueOn,
    dueAt: dueAfter(ctx.now, rule<TimeLimit>(ctx, 'TASK_ANSWER', division).value),
    issuedBy: ctx.actor.id!,
    createdAt: ctx.now,
  })
  putData(ctx, task, wording, repeats)
  return task
}

/** Writes down what data a task asks for, and what of it was asked for before. */
export const putData = (ctx: Context, task: DutyTask, { data }: Wording, repeats: readonly RepeatedData[]): void => {
  data.forEach((datum, at) => ctx.em.create(TaskDatum, { id: uuidv7(), task, position: at + 1, ...datum }))
  for (const { task: earlier, data: shared } of repeats)
    ctx.em.create(TaskRepeat, {
      task,
      earlier: ctx.em.getReference(DutyTask, earlier),
      organization: task.organization,
      names: shared.map(({ name }) => name),
    })
}
