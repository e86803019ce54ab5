// What follows for everything that hangs on an organisation when it winds up, ends or is put on a list: in the same transaction, once.
import type { Context } from '../shared/context.ts'
import { text, type Text } from '../shared/words.ts'
import { followEntries } from './entry.acts.ts'
import { followGrants } from './grantFollower.ts'
import { followOpportunities } from './opportunity.acts.ts'
import type { SocialOrganization } from './organization.entity.ts'
import { followServices } from './service.acts.ts'
import { followShops } from './shop.acts.ts'
import { bySystem, settle } from './transaction.ts'

/** What happened to it: liquidation entered, stopped, the organisation gone, or held against it on a list. */
export type Turn = 'LIQUIDATING' | 'RESUMED' | 'ENDED' | 'MARKED'

/** Does what follows for one kind of record, acting as the system; says how many of them there were. */
export type Follower = (ctx: Context, organization: SocialOrganization, turn: Turn) => Promise<number>

export const FOLLOWERS: readonly Follower[] = [followEntries, followServices, followShops, followOpportunities, followGrants]

/** Lets everything follow; gives how many records that touched. */
export const follow = async (ctx: Context, organization: SocialOrganization, turn: Turn): Promise<number> => {
  await settle(ctx)
  let touched = 0
  for (const follower of FOLLOWERS) touched += await follower(bySystem(ctx), organization, turn)
  await settle(ctx)
  if (touched) await tell(ctx, organization, turn, touched)
  return touched
}

const TOLD: Record<Turn, (name: string, n: number) => Text> = {
  LIQUIDATING: (name, n) =>
    text(
      `“${name}”进入清算，${n}项关联事项已暂停或停止，请查看。`,
      `${name} is in liquidation; ${n} records were held or stopped.`,
    ),
  RESUMED: (name, n) =>
    text(`“${name}”终止清算，${n}项关联事项有变化。`, `The liquidation of ${name} was stopped; ${n} records changed.`),
  ENDED: (name, n) =>
    text(`“${name}”登记终止，${n}项关联事项已一并终止，请查看。`, `${name} has ended, and with it ${n} records.`),
  MARKED: (name, n) =>
    text(`“${name}”被列入名录或受到处罚，承接资质已暂停。`, `Something is held against ${name}; ${n} entries were suspended.`),
}

/** Officers of its place are told what followed. */
const tell = (ctx: Context, { id, division, name, version }: SocialOrganization, turn: Turn, touched: number): Promise<void> =>
  ctx.jobs.publish(ctx, 'PeopleTold', {
    type: 'SocialOrganization',
    stream: id,
    division,
    cause: `${turn}:${version}`,
    words: TOLD[turn](name, touched),
    residents: [],
    roles: ['DISTRICT_CIVIL_AFFAIRS', 'SUBDISTRICT_OFFICER'],
    at: ctx.now,
  })
