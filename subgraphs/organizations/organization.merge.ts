// Merging one organisation into another and dividing one: what moves, what stands in the way, and what remains of the old id.
import { v7 as uuidv7 } from 'uuid'
import { LockMode } from '@mikro-orm/postgresql'
import type { Context } from '../shared/context.ts'
import { badInput, refused } from '../shared/errors.ts'
import { record } from '../shared/event.ts'
import { text, type Text } from '../shared/words.ts'
import { recuseTied } from './grantReferences.ts'
import { actOrganization } from './organization.acts.ts'
import { mustBeRegistered } from './organization.find.ts'
import { SocialOrganization } from './organization.entity.ts'
import { follow } from './organization.followers.ts'
import { REFERENCES } from './organization.references.ts'
import { OrganizationLink } from './standing.entity.ts'
import { LINKS, type MergerGround } from './standing.rules.ts'
import { settle } from './transaction.ts'

/** Tables that name an organisation and of which nobody has said what becomes of them. */
export const unknownReferences = async (ctx: Context): Promise<string[]> => {
  const rows = await ctx.em.execute<{ table: string }[]>(
    `select distinct c.relname as "table" from pg_attribute a join pg_class c on c.oid = a.attrelid and c.relkind = 'r'
       join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'organizations' and not a.attisdropped and c.relname <> 'social_organization'
        and (a.attname = 'organization' or exists (select 1 from pg_constraint k where k.conrelid = c.oid and k.contype = 'f'
             and k.confrelid = 'organizations.social_organization'::regclass and a.attnum = any (k.conkey)))
      order by 1`,
  )
  return rows.map(({ table }) => table).filter((table) => !REFERENCES.some((known) => known.table === table))
}

export interface Moving {
  readonly words: Text
  readonly count: number
}

/** What a merger would move, and the sentence that stands in its way. */
export const mergerOf = async (ctx: Context, from: string, into: string): Promise<{ moving: Moving[]; blocked: Text | null }> => {
  const moving: Moving[] = []
  let blocked: Text | null = null
  for (const { table, column = 'organization', words, stays, clash } of REFERENCES) {
    const [found] = await ctx.em.execute<{ count: number }[]>(
      `select count(*)::int as count from organizations.${table} r where ${column} = ?${stays ? ` and not ${stays}` : ''}`,
      [from, ...(stays ? [into] : [])],
    )
    if (found!.count) moving.push({ words, count: found!.count })
    if (clash && !blocked && (await ctx.em.execute<object[]>(clash.sql, [from, into])).length) blocked = clash.words
  }
  const unknown = await unknownReferences(ctx)
  if (unknown.length)
    blocked = text(`以下数据尚未规定如何承继：${unknown.join('、')}。`, `Nobody has said what becomes of: ${unknown.join(', ')}.`)
  return { moving, blocked }
}

/** Both rows locked, in one order whichever is named first. */
const lockBoth = (ctx: Context, ids: readonly string[]) =>
  ctx.em.find(
    SocialOrganization,
    { id: { $in: [...ids] } },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' }, refresh: true },
  )

const link = (ctx: Context, before: string, after: string, kind: keyof typeof LINKS) =>
  ctx.em.create(OrganizationLink, { id: uuidv7(), before, after, kind, at: ctx.now })

/** Merges an organisation into another: nothing is deleted, the old id leads to the new one. */
export const merge = async (
  ctx: Context,
  organization: SocialOrganization,
  into: string,
  ground: MergerGround,
  reason: string,
): Promise<SocialOrganization> => {
  if (organization.id === into) throw badInput(text('不能并入自身。', 'It cannot be merged into itself.'), { field: 'into' })
  await lockBoth(ctx, [organization.id, into])
  const survivor = await mustBeRegistered(ctx, into)
  const { moving, blocked } = await mergerOf(ctx, organization.id, into)
  if (blocked) throw refused(blocked, { rule: 'MERGER' })
  const moved = moving.map(({ words, count }) => `${words.zh} ${count}`)
  const what = moved.length ? { moved } : {}
  organization.successor = into
  await actOrganization(ctx, organization, 'MERGE', reason, { into: survivor.name, ground: LINKS[ground].zh, ...what })
  link(ctx, organization.id, into, ground)
  // Two that were one all along go on as one; a body that ends in a merger ends with everything that hung on it.
  if (ground === 'MERGER') await follow(ctx, organization, 'ENDED')
  await settle(ctx)
  for (const { table, column = 'organization', stays, also } of REFERENCES)
    await ctx.em.execute(
      `update organizations.${table} r set ${column} = ?${also ? `, ${also}` : ''} where ${column} = ?${stays ? ` and not ${stays}` : ''}`,
      [into, ...(also ? [into] : []), organization.id, ...(stays ? [into] : [])],
    )
  await settle(ctx)
  await recuseTied(ctx, into)
  const told = { from: organization.name, ground: LINKS[ground].zh, ...what }
  await record(ctx, survivor, { type: 'SocialOrganization', action: 'TAKE_IN', title: survivor.name, reason, data: told })
  await ctx.jobs.publish(ctx, 'OrganizationMerged', { from: organization.id, into })
  return organization
}

/** Divides an organisation into others that are in the register already; it goes on, or ends. */
export const divide = async (
  ctx: Context,
  organization: SocialOrganization,
  into: readonly string[],
  goesOn: boolean,
  reason: string,
): Promise<SocialOrganization> => {
  const ids = [...new Set(into)].filter((id) => id !== organization.id)
  if (ids.length !== into.length || ids.length < (goesOn ? 1 : 2) || ids.length > 10)
    throw badInput(
      text(
        goesOn ? '请指定分立出的组织。' : '解散分立应当指定两个以上分立出的组织。',
        goesOn ? 'Name the organisations that were spun off.' : 'Name at least two organisations it was divided into.',
      ),
      { field: 'into' },
    )
  await lockBoth(ctx, [organization.id, ...ids])
  const names: string[] = []
  for (const id of ids) {
    const one = await mustBeRegistered(ctx, id)
    names.push(one.name)
    link(ctx, organization.id, id, goesOn ? 'SPIN_OFF' : 'DIVISION')
    const told = { from: organization.name, ground: LINKS[goesOn ? 'SPIN_OFF' : 'DIVISION'].zh }
    await record(ctx, one, { type: 'SocialOrganization', action: 'BEGIN_FROM', title: one.name, reason, data: told })
  }
  return actOrganization(ctx, organization, goesOn ? 'SPIN_OFF' : 'DIVIDE', reason, { into: names })
}
