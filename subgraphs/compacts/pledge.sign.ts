// Signing one version for a household or a person, by app or from paper: the same checks either way.
import { v7 as uuidv7 } from 'uuid'
import type { Party } from '../shared/actor.ts'
import { rule, type Context } from '../shared/context.ts'
import { refused } from '../shared/errors.ts'
import { begin } from '../shared/event.ts'
import { text } from '../shared/words.ts'
import type { Compact } from './compact.entity.ts'
import { Pledge, PledgeBasis } from './pledge.entity.ts'
import { pledgeMachine } from './pledge.machine.ts'
import { signingBlocked, type PledgeChannel, type PledgeRule } from './pledge.rules.ts'
import { onRoll } from './roll.messages.ts'

export const SIGNED_ALREADY = text('已经签署过这一版公约。', 'This version is signed already.')

export interface Signing {
  readonly resident: string
  readonly basis: PledgeBasis
  /** Of the version that was read. */
  readonly shownHash: string
  readonly channel: PledgeChannel
  readonly sheet: string | null
}

export const signFor = async (
  ctx: Context,
  compact: Compact,
  { resident, basis, shownHash, channel, sheet }: Signing,
  as: Party,
): Promise<Pledge> => {
  const { id, status: compactStatus, textHash, division } = compact
  const entry = await onRoll(ctx, resident, division)
  const unit = basis === PledgeBasis.PERSON ? resident : (entry?.household ?? null)
  const [others] = await ctx.em.execute<{ count: number }[]>(
    `select count(*)::int as count from compacts.pledge
      where compact_id = ? and resident = ? and basis = 'HOUSEHOLD' and status = 'SIGNED' and unit is distinct from ?`,
    [id, resident, unit],
  )
  const blocked = signingBlocked({
    compactStatus,
    shownHash,
    textHash,
    basis,
    isOnRoll: !!entry,
    isAdult: entry?.isAdult ?? false,
    otherHouseholds: others!.count,
    mostHouseholds: rule<PledgeRule>(ctx, 'PLEDGE', division).value.households,
  })
  if (blocked) throw refused(blocked)
  if (!unit)
    throw refused(text('没有登记在任何一户，请先联系居委会。', 'Not registered in a household; please ask the committee first.'))
  if (await ctx.em.count(Pledge, { compact: id, unit, status: 'SIGNED' }, { filters: { scope: false } }))
    throw refused(SIGNED_ALREADY)
  const pledge = ctx.em.create(Pledge, {
    id: uuidv7(),
    division,
    compact,
    textHash,
    basis,
    unit,
    resident,
    household: entry!.household,
    channel,
    sheet,
    createdAt: ctx.now,
  })
  await begin(ctx, pledgeMachine, pledge, { title: compact.title, resident, data: { textHash, basis, channel } }, as)
  return pledge
}
