// What follows for grants when an organisation winds up or ends: its open applications stop, and no money goes to it any more.
import { LockMode } from '@mikro-orm/postgresql'
import type { Context } from '../shared/context.ts'
import { actApplication } from './grantApplication.acts.ts'
import { GrantApplication } from './grantApplication.entity.ts'
import { grantApplicationMachine } from './grantApplication.machine.ts'
import { actAgreement, actInstalment } from './grantAward.acts.ts'
import { GrantAgreement, GrantInstalment } from './grantAward.entity.ts'
import { grantAgreementMachine } from './grantAgreement.machine.ts'
import { grantInstalmentMachine } from './grantInstalment.machine.ts'
import { text } from '../shared/words.ts'
import type { SocialOrganization } from './organization.entity.ts'
import type { Turn } from './organization.followers.ts'

const locked = { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' }, filters: { scope: false } } as const
const ENDED = text('单位登记终止。', 'The organisation has ended.').zh
const LIQUIDATING = text('单位进入清算。', 'The organisation is in liquidation.').zh

export const followGrants = async (ctx: Context, { id: organization }: SocialOrganization, turn: Turn): Promise<number> => {
  if (turn !== 'ENDED' && turn !== 'LIQUIDATING') return 0
  const reason = turn === 'ENDED' ? ENDED : LIQUIDATING
  const running = { organization, status: { $in: [...grantAgreementMachine.row('SUSPEND').from] } }
  const agreements = await ctx.em.find(GrantAgreement, running, locked)
  for (const one of agreements) await actAgreement(ctx, one, 'SUSPEND', { reason })
  const open = { organization, status: { $in: [...grantInstalmentMachine.row('WITHHOLD').from] } }
  const instalments = turn === 'ENDED' ? await ctx.em.find(GrantInstalment, open, locked) : []
  for (const one of instalments) await actInstalment(ctx, one, 'WITHHOLD', { reason })
  const pending = { organization, status: { $in: [...grantApplicationMachine.row('STOP').from] } }
  const applications = turn === 'ENDED' ? await ctx.em.find(GrantApplication, pending, locked) : []
  for (const one of applications) await actApplication(ctx, one, 'STOP', { reason })
  return agreements.length + instalments.length + applications.length
}
