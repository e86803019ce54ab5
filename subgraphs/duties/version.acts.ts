// Taking an action on a version, and what follows: the one that takes effect replaces the one in force.
import { LockMode } from '@mikro-orm/postgresql'
import type { Context } from '../shared/context.ts'
import { act } from '../shared/event.ts'
import { say } from '../shared/words.ts'
import { actItem } from './item.acts.ts'
import { DutyItem } from './item.entity.ts'
import { LIST_TYPES } from './list.rules.ts'
import { DutyList } from './list.entity.ts'
import { stopTasks } from './task.acts.ts'
import { bySystem, settle } from './transaction.ts'
import { DutyListVersion } from './version.entity.ts'
import { versionFacts } from './version.facts.ts'
import { dutyListVersionMachine, type VersionAction } from './version.machine.ts'

type Effect = (version: DutyListVersion, ctx: Context, reason: string | null) => void

const EFFECTS: Partial<Record<VersionAction, Effect>> = {
  SOLICIT: (version, { now }) => void (version.solicitedAt = now),
  RECOMPILE: (version) => void Object.assign(version, { solicitedAt: null, deliberatedAt: null, deliberation: null }),
  DELIBERATE: (version, { now }, reason) => void Object.assign(version, { deliberatedAt: now, deliberation: reason!.trim() }),
  PUBLISH: (version, { now }) => void (version.publishedAt = now),
  TAKE_EFFECT: (version, { now }) => void (version.inForceAt = now),
  SUPERSEDE: (version, { now }) => void (version.endedAt = now),
  REPEAL: (version, { now }) => void (version.endedAt = now),
}

/** What a version is called in histories and to-dos. */
export const titleOf = async (ctx: Context, version: DutyListVersion): Promise<string> => {
  const { type } = await ctx.em.findOneOrFail(DutyList, { id: version.list.id })
  return `${version.year}年${say(LIST_TYPES[type], 'zh')}清单（第${version.number}版）`
}

/** The version of the same list that is in force ends first, so that at no moment two are. */
const supersede = async (ctx: Context, list: string): Promise<DutyListVersion | null> => {
  const before = await ctx.em.findOne(DutyListVersion, { list, status: 'IN_FORCE' }, { lockMode: LockMode.PESSIMISTIC_WRITE })
  if (!before) return null
  await actVersion(bySystem(ctx), before, 'SUPERSEDE')
  await settle(ctx)
  return before
}

/** What was suspended or withdrawn since the version was compiled does not come back with it. */
const carryOver = async (ctx: Context, before: DutyListVersion, version: DutyListVersion): Promise<void> => {
  const system = bySystem(ctx)
  const all = { filters: { scope: false } } as const
  const fallen = await ctx.em.find(
    DutyItem,
    { listVersion: before.id, origin: null, status: { $in: ['SUSPENDED', 'WITHDRAWN'] } },
    { ...all, orderBy: { id: 'asc' } },
  )
  const codes = fallen.map(({ code }) => code)
  const again = await ctx.em.find(
    DutyItem,
    { listVersion: version.id, origin: null, status: 'LISTED', code: { $in: codes } },
    all,
  )
  for (const item of again) {
    const isSuspended = fallen.find(({ code }) => code === item.code)!.status === 'SUSPENDED'
    const reason = isSuspended ? '前一版本施行期间已暂停。' : '前一版本施行期间已退出。'
    await actItem(system, item, isSuspended ? 'SUSPEND' : 'WITHDRAW', { reason })
  }
}

interface Said {
  readonly reason?: string | null | undefined
  readonly data?: unknown
}

export const actVersion = async (
  ctx: Context,
  version: DutyListVersion,
  action: VersionAction,
  { reason, data }: Said = {},
): Promise<DutyListVersion> => {
  const facts = await versionFacts(ctx, version)
  let before: DutyListVersion | null = null
  if (action === 'TAKE_EFFECT') {
    const { status, division, previousStatus } = version
    dutyListVersionMachine.next(action, { ...facts, status, division, previousStatus }, ctx.actor, ctx.now)
    before = await supersede(ctx, version.list.id)
  }
  await act(ctx, dutyListVersionMachine, version, action, facts, { title: await titleOf(ctx, version), reason, data })
  EFFECTS[action]?.(version, ctx, reason ?? null)
  if (before) {
    await settle(ctx)
    await carryOver(ctx, before, version)
  }
  if (action === 'TAKE_EFFECT' || action === 'REPEAL') await stopTasks(ctx)
  return version
}
