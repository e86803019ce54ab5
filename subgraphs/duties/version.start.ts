// How a version begins: from the one in force, with what the list above hands down. Inherited items are copies that name their origin.
import { v7 as uuidv7 } from 'uuid'
import { dayOf } from '../shared/calendar.ts'
import type { Context } from '../shared/context.ts'
import { refused } from '../shared/errors.ts'
import { begin } from '../shared/event.ts'
import { text } from '../shared/words.ts'
import { LegalBasis } from './basis.entity.ts'
import { DutyItem } from './item.entity.ts'
import { BASIS_TEXT, ITEM_TEXT } from './item.text.ts'
import { DutyList } from './list.entity.ts'
import type { DutyListType } from './list.rules.ts'
import { above } from './place.rules.ts'
import { settle } from './transaction.ts'
import { titleOf } from './version.acts.ts'
import { DutyListVersion } from './version.entity.ts'
import { dutyListVersionMachine } from './version.machine.ts'

/** The version of a kind of list that is in force in a division. */
export const inForceAt = async (ctx: Context, division: string, type: DutyListType): Promise<DutyListVersion | null> => {
  const list = await ctx.em.findOne(DutyList, { division, type })
  return list && ctx.em.findOne(DutyListVersion, { list: list.id, status: 'IN_FORCE' }, { filters: { scope: false } })
}

/** The version in force of the nearest list of the kind above a division. */
export const parentOf = async (ctx: Context, division: string, type: DutyListType): Promise<DutyListVersion | null> => {
  for (const higher of above(division)) {
    const found = await inForceAt(ctx, higher, type)
    if (found) return found
  }
  return null
}

const lasting = async (ctx: Context, version: DutyListVersion, more: object = {}): Promise<DutyItem[]> =>
  ctx.em.find(
    DutyItem,
    {
      listVersion: version.id,
      status: { $ne: 'WITHDRAWN' },
      $or: [{ validTo: null }, { validTo: { $gte: dayOf(ctx.now) } }],
      ...more,
    } as never,
    { orderBy: { position: 'asc', code: 'asc' }, filters: { scope: false } },
  )

/** Copies items with their bases into a version. */
const copy = async (ctx: Context, items: readonly DutyItem[], version: DutyListVersion, isInherited: boolean): Promise<void> => {
  const bases = await ctx.em.find(LegalBasis, { item: { $in: items.map(({ id }) => id) } }, { orderBy: { position: 'asc' } })
  for (const item of items) {
    const made = ctx.em.create(DutyItem, {
      ...ITEM_TEXT.of(item),
      id: uuidv7(),
      division: version.division,
      organization: item.organization,
      listVersion: version,
      origin: isInherited ? item : null,
      position: item.position,
    })
    for (const basis of bases.filter((one) => one.item.id === item.id))
      ctx.em.create(LegalBasis, { ...BASIS_TEXT.of(basis), id: uuidv7(), item: made, position: basis.position })
  }
}

/** Takes over what the list above hands down, in place of what was taken over before; gives the codes before and after. */
export const takeOver = async (ctx: Context, version: DutyListVersion) => {
  const { type } = await ctx.em.findOneOrFail(DutyList, { id: version.list.id })
  const mine = await ctx.em.find(DutyItem, { listVersion: version.id })
  const parent = await parentOf(ctx, version.division, type)
  const theirs = parent ? await lasting(ctx, parent) : []
  const [inherited, local] = [mine.filter(({ origin }) => origin), mine.filter(({ origin }) => !origin)]
  const clash = local.find(({ code }) => theirs.some((one) => one.code === code))
  if (clash)
    throw refused(
      text(
        `本级增加的事项编号“${clash.code}”与上级清单相同，请先改编号。`,
        `The code ${clash.code} of an item added here is also one of the list above; change it first.`,
      ),
    )
  await ctx.em.nativeDelete(LegalBasis, { item: { $in: inherited.map(({ id }) => id) } })
  await ctx.em.nativeDelete(DutyItem, { id: { $in: inherited.map(({ id }) => id) } }, { filters: { scope: false } })
  for (const item of inherited) ctx.em.getUnitOfWork().unsetIdentity(item)
  await copy(ctx, theirs, version, true)
  await settle(ctx)
  return { before: inherited.map(({ code }) => code), after: theirs.map(({ code }) => code) }
}

/** Begins the next version of a list; the list itself, where it is the first. */
export const startVersion = async (
  ctx: Context,
  division: string,
  type: DutyListType,
  year: number,
): Promise<DutyListVersion> => {
  const list = (await ctx.em.findOne(DutyList, { division, type })) ?? ctx.em.create(DutyList, { id: uuidv7(), division, type })
  await ctx.em.flush()
  const [last] = await ctx.em.find(
    DutyListVersion,
    { list: list.id },
    { orderBy: { number: 'desc' }, limit: 1, filters: { scope: false } },
  )
  const basedOn = await inForceAt(ctx, division, type)
  const version = ctx.em.create(DutyListVersion, {
    id: uuidv7(),
    division,
    list,
    year,
    number: (last?.number ?? 0) + 1,
    basedOn,
    createdAt: ctx.now,
  })
  await ctx.em.flush()
  if (basedOn) await copy(ctx, await lasting(ctx, basedOn, { origin: null }), version, false)
  await ctx.em.flush()
  await takeOver(ctx, version)
  await begin(ctx, dutyListVersionMachine, version, { title: await titleOf(ctx, version), data: { year } })
  return version
}
