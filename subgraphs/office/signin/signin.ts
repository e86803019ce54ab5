// Checking who signs in: password, second factor, lock after failures. Every attempt leaves an event.
import { TOTP, Secret } from 'otpauth'
import { v5 as uuidv5 } from 'uuid'
import { LockMode } from '@mikro-orm/postgresql'
import type { Context } from '../../shared/context.ts'
import { record } from '../../shared/event.ts'
import type { Running } from '../../shared/subgraph.ts'
import { text, type Text } from '../../shared/words.ts'
import { Account, ADMINISTRATORS } from '../account.entity.ts'
import { lockAfter } from '../account.rules.ts'
import { RoleGrant } from '../grant.entity.ts'
import { hashPassword, verifyPassword } from '../password.ts'
import { seal, unseal } from './keys.ts'

export type Outcome =
  | { readonly account: string }
  | { readonly refused: Text }
  /** The password was right; a code is asked for, or a second factor has to be set up first. */
  | { readonly second: 'ask' | 'enrol'; readonly account: string; readonly username: string }

const WRONG = text('账号或密码不正确。', 'The account name or the password is not right.')
const CODE = text('验证码不正确。', 'The code is not right.')
const locked = (until: Date) => {
  const time = until.toLocaleTimeString('zh-CN', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hour12: false })
  return text(`连续输错次数过多，请在 ${time} 之后再试。`, `Too many failures; try again after ${time}.`)
}

const SIGN_INS = '6e0c1a52-3b5e-5d0b-8a38-0b64c0a51e77'

/** Sign-ins are a stream of their own, so that they do not change the version officers work with. */
const remember = async (ctx: Context, account: Account, action: 'SIGN_IN' | 'SIGN_IN_FAILED') => {
  const stream = { id: uuidv5(account.id, SIGN_INS), version: account.signIns, division: account.division }
  await record({ ...ctx, actor: { ...ctx.actor, kind: 'PERSON', id: account.id, name: account.name } }, stream, {
    type: 'SignIn',
    action,
    title: account.name,
  })
  account.signIns = stream.version
}

const totpOf = (sealed: string, username: string, secret: string) =>
  new TOTP({ issuer: 'Linli', label: username, secret: Secret.fromBase32(unseal(sealed, secret)) })

/** A fixed cost for unknown names, so that time does not tell which names exist. */
const NOBODY = hashPassword('nobody has this password')

interface Options {
  readonly secret: string
  /** Administrators must have a second factor. */
  readonly strict: boolean
}

export const signInDesk = ({ asSystem }: Pick<Running, 'asSystem'>, { secret, strict }: Options) => {
  const locate = (ctx: Context, where: object) =>
    ctx.em.findOne(Account, where, { populate: ['password', 'totp'], lockMode: LockMode.PESSIMISTIC_WRITE })

  const failed = async (ctx: Context, account: Account, why: Text): Promise<Outcome> => {
    account.failures += 1
    account.lockedUntil = lockAfter(account.failures, ctx.now) ?? account.lockedUntil
    await remember(ctx, account, 'SIGN_IN_FAILED')
    return { refused: why }
  }

  const admitted = async (ctx: Context, account: Account): Promise<Outcome> => {
    Object.assign(account, { failures: 0, lockedUntil: null, lastSignInAt: ctx.now })
    await remember(ctx, account, 'SIGN_IN')
    return { account: account.id }
  }

  return {
    password: (username: string, password: string): Promise<Outcome> =>
      asSystem(async (ctx) => {
        const account = await locate(ctx, { username: username.trim().toLowerCase() })
        if (!account || account.status !== 'ACTIVE') {
          await verifyPassword(password, await NOBODY)
          return { refused: WRONG }
        }
        if (account.lockedUntil && account.lockedUntil > ctx.now) return { refused: locked(account.lockedUntil) }
        if (!(await verifyPassword(password, account.password))) return failed(ctx, account, WRONG)
        if (account.totp && account.secondFactor) return { second: 'ask', account: account.id, username: account.username }
        const isAdministrator = await ctx.em.count(RoleGrant, {
          account: account.id,
          role: { $in: [...ADMINISTRATORS] },
          $or: [{ validTo: null }, { validTo: { $gt: ctx.now } }],
        })
        if (strict && isAdministrator) return { second: 'enrol', account: account.id, username: account.username }
        return admitted(ctx, account)
      }),

    /** A new second factor for the account, as the address an authenticator app reads. */
    enrol: (id: string): Promise<{ address: string; base32: string }> =>
      asSystem(async (ctx) => {
        const account = (await locate(ctx, { id }))!
        if (!account.totp) account.totp = seal(new Secret().base32, secret)
        const totp = totpOf(account.totp, account.username, secret)
        return { address: totp.toString(), base32: totp.secret.base32 }
      }),

    code: (id: string, code: string): Promise<Outcome> =>
      asSystem(async (ctx) => {
        const account = await locate(ctx, { id })
        if (!account?.totp || account.status !== 'ACTIVE') return { refused: WRONG }
        if (account.lockedUntil && account.lockedUntil > ctx.now) return { refused: locked(account.lockedUntil) }
        const valid =
          totpOf(account.totp, account.username, secret).validate({ token: code.replace(/\s/g, ''), window: 1 }) !== null
        if (!valid) return failed(ctx, account, CODE)
        account.secondFactor = true
        return admitted(ctx, account)
      }),
  }
}
