// The first accounts of a new installation: the three administrators, each a person of their own, with passwords shown once.
import { randomBytes } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import type { Context } from '../shared/context.ts'
import { refused } from '../shared/errors.ts'
import { begin, record } from '../shared/event.ts'
import { ROLES } from '../shared/actor.ts'
import { text } from '../shared/words.ts'
import { Account, ADMINISTRATORS } from './account.entity.ts'
import { accountMachine } from './account.machine.ts'
import { RoleGrant } from './grant.entity.ts'
import { hashPassword } from './password.ts'

/** Opens them over the division; refuses once there is any account. Gives a line for each. */
export const firstAdministrators = async (ctx: Context, division: string): Promise<string[]> => {
  if (await ctx.em.count(Account, {}))
    throw refused(text('已有账号，请由系统管理员开设。', 'There are accounts already; the system administrator opens more.'))
  const lines: string[] = []
  for (const role of ADMINISTRATORS) {
    const username = role.toLowerCase().replace('_', '')
    const password = `${randomBytes(12).toString('base64url')}-Aa1`
    const account = ctx.em.create(Account, {
      id: uuidv7(),
      username,
      name: ROLES[role].zh,
      division,
      password: await hashPassword(password),
      createdAt: ctx.now,
    })
    await begin(ctx, accountMachine, account, { title: account.name })
    ctx.em.create(RoleGrant, { id: uuidv7(), account, role, division, validFrom: ctx.now, validTo: null, reason: '首次安装' })
    await record(ctx, account, { type: 'Account', action: 'GRANT', title: account.name, data: { role, division } })
    lines.push(`${username}  ${password}`)
  }
  return lines
}
