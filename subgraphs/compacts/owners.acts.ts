// Taking an action on an owners' committee, and what the clock asks of it.
import { LockMode } from '@mikro-orm/postgresql'
import { addDays, dayOf, startOf, type TimeLimit } from '../shared/calendar.ts'
import { many, rule, type Context } from '../shared/context.ts'
import { act, record } from '../shared/event.ts'
import { OwnersCommittee } from './owners.entity.ts'
import { ownersCommitteeMachine, type OwnersAction } from './owners.machine.ts'
import { renewalDay, type OwnersFacts, type OwnersRule } from './owners.rules.ts'
import { COMMITTEE } from './rights.ts'
import { uuids } from './transaction.ts'

export const ownersRule = (ctx: Context, division: string): OwnersRule =>
  rule<OwnersRule>(ctx, 'OWNERS_COMMITTEE', division).value

const hasSuccessor = async (ctx: Context, id: string): Promise<boolean> =>
  (await many(ctx, 'owners.successor', id, async (ids) => {
    const rows = await ctx.em.execute<{ id: string }[]>(
      `select renews_id as id from compacts.owners_committee where renews_id = any(?::uuid[]) and status <> 'STOPPED'`,
      [uuids(ids)],
    )
    return new Map(rows.map((row) => [row.id, true]))
  })) ?? false

/** The columns the guards read, and with them the offers. */
export const OWNERS_FACTS = [
  'id',
  'status',
  'division',
  'group',
  'groupAnnouncedAt',
  'postedAt',
  'meetingOn',
  'termEndsOn',
] as const satisfies readonly (keyof OwnersCommittee)[]

export const ownersFacts = async (
  ctx: Context,
  owners: Pick<OwnersCommittee, (typeof OWNERS_FACTS)[number]>,
): Promise<OwnersFacts> => ({
  group: owners.group,
  isGroupAnnounced: owners.groupAnnouncedAt !== null,
  postedAt: owners.postedAt,
  postingDays: rule<TimeLimit>(ctx, 'OWNERS_POSTING', owners.division).value.value,
  meetingOn: owners.meetingOn,
  termEndsOn: owners.termEndsOn,
  hasSuccessor: await hasSuccessor(ctx, owners.id),
  rule: ownersRule(ctx, owners.division),
})

interface Said {
  readonly reason?: string | null | undefined
  readonly data?: unknown
}

export const actOwners = async (
  ctx: Context,
  owners: OwnersCommittee,
  action: OwnersAction,
  said: Said = {},
): Promise<OwnersCommittee> => {
  await act(ctx, ownersCommitteeMachine, owners, action, await ownersFacts(ctx, owners), { title: owners.compound, ...said })
  if (action === 'ANNOUNCE_GROUP') Object.assign(owners, { groupAnnouncedAt: ctx.now, dueAt: null })
  if (action === 'FAIL') Object.assign(owners, { postedAt: null, meetingOn: null })
  return owners
}

const BATCH = 100
const AHEAD = 31

/** Asks for the renewal when the day on which it must be reported is near, once; ends terms that are over. */
export const watchTerms = async (ctx: Context): Promise<void> => {
  const today = dayOf(ctx.now)
  const sitting = await ctx.em.find(
    OwnersCommittee,
    { status: 'FILED', termEndsOn: { $lt: addDays(today, 366) }, $or: [{ dueAt: null }, { termEndsOn: { $lt: today } }] },
    { lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE, limit: BATCH, orderBy: { termEndsOn: 'asc' } },
  )
  for (const owners of sitting) {
    if (owners.termEndsOn! < today) {
      await actOwners(ctx, owners, 'END')
      continue
    }
    const day = renewalDay(owners.termEndsOn!, ownersRule(ctx, owners.division))
    if (addDays(today, AHEAD) < day) continue
    owners.dueAt = startOf(addDays(day, 1))
    await record(ctx, owners, {
      type: 'OwnersCommittee',
      action: 'CALL_RENEWAL',
      from: 'FILED',
      to: 'FILED',
      as: 'SYSTEM',
      title: owners.compound,
      awaits: [...COMMITTEE],
      dueAt: owners.dueAt,
    })
  }
}
