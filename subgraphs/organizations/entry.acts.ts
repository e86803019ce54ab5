// Taking an action on an entry of the directory, what the clock does with it, and what follows when its organisation ends.
import { LockMode } from '@mikro-orm/postgresql'
import { dueAfter, type TimeLimit } from '../shared/calendar.ts'
import { rule, type Context } from '../shared/context.ts'
import { act } from '../shared/event.ts'
import { entryFacts } from './entry.facts.ts'
import { QualifiedEntry } from './entry.entity.ts'
import { LIVE, qualifiedEntryMachine as machine, type EntryAction } from './entry.machine.ts'
import { SocialOrganization } from './organization.entity.ts'
import type { Follower } from './organization.followers.ts'
import { bySystem, settle } from './transaction.ts'

interface Told {
  readonly reason?: string | undefined
  readonly data?: unknown
  readonly dueAt?: Date
}

export const limitEnd = (ctx: Context, code: string, division: string): Date =>
  dueAfter(ctx.now, rule<TimeLimit>(ctx, code, division).value)

export const actEntry = async (
  ctx: Context,
  entry: QualifiedEntry,
  action: EntryAction,
  told: Told = {},
): Promise<QualifiedEntry> => {
  const organization = await ctx.em.findOneOrFail(SocialOrganization, { id: entry.organization })
  await act(ctx, machine, entry, action, await entryFacts(ctx, entry), { title: organization.name, ...told })
  return entry
}

/** A moment far enough away for what ends with something else than time. */
const WHILE = new Date('9999-12-31T00:00:00Z')
export const isOpenEnded = (until: Date | null): boolean => until !== null && until.getTime() === WHILE.getTime()

export const suspend = (ctx: Context, entry: QualifiedEntry, reason: string, until = WHILE): Promise<QualifiedEntry> => {
  entry.suspendedUntil = until
  return actEntry(ctx, entry, 'SUSPEND', { reason, data: { suspendedUntil: isOpenEnded(until) ? null : until } })
}

/** Back on the list: the next reconfirmation is due as it was, or a year from now. */
export const lift = async (ctx: Context, entry: QualifiedEntry, reason: string): Promise<QualifiedEntry> => {
  await actEntry(ctx, entry, 'LIFT', { reason, dueAt: limitEnd(ctx, 'DIRECTORY_RECONFIRMATION', entry.division) })
  entry.suspendedUntil = null
  return entry
}

const remove = async (ctx: Context, entry: QualifiedEntry, reason: string): Promise<void> => {
  await actEntry(ctx, entry, 'REMOVE', { reason })
  entry.suspendedUntil = null
}

/** Entries of an organisation follow it: held while it winds up or something is held against it, gone with it. */
export const followEntries: Follower = async (ctx, organization, turn) => {
  const entries = await ctx.em.find(
    QualifiedEntry,
    { organization: organization.id, status: { $in: [...LIVE] } },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' }, filters: { scope: false } },
  )
  let touched = 0
  for (const entry of entries) {
    const isListed = entry.status === 'LISTED' || entry.status === 'SUSPENDED'
    if (turn === 'ENDED' && isListed) await remove(ctx, entry, '组织登记终止，自动出库。')
    else if (turn === 'ENDED') await actEntry(ctx, entry, 'WITHDRAW', { reason: '组织登记终止，申请自动终止。' })
    else if (turn === 'LIQUIDATING' && entry.status === 'LISTED') await suspend(ctx, entry, '组织进入清算，暂停资质。')
    else if (turn === 'MARKED' && entry.status === 'LISTED') await suspend(ctx, entry, '组织被列入名录或受到处罚，暂停资质。')
    else continue
    touched += 1
  }
  return touched
}

const BATCH = 200
const dueEntries = (ctx: Context, at: object) =>
  ctx.em.find(QualifiedEntry, at as never, {
    lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE,
    limit: BATCH,
    orderBy: { id: 'asc' },
    filters: { scope: false },
  })

const isPossible = async (ctx: Context, entry: QualifiedEntry, action: EntryAction): Promise<boolean> => {
  const { status, division } = entry
  return machine.refusal(action, { ...(await entryFacts(ctx, entry)), status, division }, ctx.actor, ctx.now) === null
}

/** Suspensions whose time is over lift themselves, unless something stands against the organisation anew. */
export const liftSuspensions = async (ctx: Context): Promise<void> => {
  for (const entry of await dueEntries(ctx, { status: 'SUSPENDED', suspendedUntil: { $lte: ctx.now } }))
    if (await isPossible(ctx, entry, 'LIFT')) await lift(bySystem(ctx), entry, '暂停期限届满，自动恢复。')
}

/** Entries whose term is over leave the list. */
export const expireEntries = async (ctx: Context): Promise<void> => {
  for (const entry of await dueEntries(ctx, { status: { $in: ['LISTED', 'SUSPENDED'] }, validUntil: { $lte: ctx.now } })) {
    await actEntry(ctx, entry, 'EXPIRE')
    entry.suspendedUntil = null
  }
  await settle(ctx)
}

/** Whoever has not reconfirmed in time is suspended until it has been looked into. */
export const suspendUnconfirmed = async (ctx: Context): Promise<void> => {
  for (const entry of await dueEntries(ctx, { status: 'LISTED', dueAt: { $lte: ctx.now } }))
    await suspend(ctx, entry, '逾期没有完成年度确认，暂停资质。')
}
