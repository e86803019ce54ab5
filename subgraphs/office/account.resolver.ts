// Accounts and the roles they hold.
import type { FilterQuery } from '@mikro-orm/postgresql'
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { For, Needs, SignedIn } from '../shared/access.ts'
import { say } from '../shared/words.ts'
import { ROLES, type Role } from '../shared/actor.ts'
import { find, grouped, hold, many, take, type Context } from '../shared/context.ts'
import { badInput, notFound, refused } from '../shared/errors.ts'
import { act, begin, Event, EventsArgs, eventsOf, record } from '../shared/event.ts'
import { connection, page, PageArgs } from '../shared/page.ts'
import { allOf, inDivision, where } from '../shared/scope.ts'
import { text } from '../shared/words.ts'
import { Account, accountTypes, ADMINISTRATORS } from './account.entity.ts'
import { accountMachine } from './account.machine.ts'
import { misnamed, weakness } from './account.rules.ts'
import { among } from './among.ts'
import { Division } from './division.stub.ts'
import { RoleGrant } from './grant.entity.ts'
import { AccountFilter, AccountInput, GrantInput } from './office.inputs.ts'
import { hashPassword, verifyPassword } from './password.ts'

const AccountConnection = connection(Account, 'Account')
const what = accountMachine.label
const factsFor = (account: Account, ctx: Context) => ({ isOwn: account.id === ctx.actor.id })

/** Accounts that hold the role now. */
const holdersOf = async (ctx: Context, role: Role): Promise<string[]> => {
  const inForce = { validFrom: { $lte: ctx.now }, $or: [{ validTo: null }, { validTo: { $gt: ctx.now } }] }
  return (await ctx.em.find(RoleGrant, { role, ...inForce })).map(({ account }) => account.id)
}

@Resolver(() => Account)
export class AccountResolver {
  @SignedIn()
  @Query(() => Account, { nullable: true, description: "The caller's own account; null for API clients." })
  me(@Ctx() ctx: Context) {
    return ctx.actor.kind === 'PERSON' ? find(ctx, Account, ctx.actor.id!) : null
  }

  @For(...ADMINISTRATORS)
  @Query(() => Account, { nullable: true })
  account(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return find(ctx, Account, id)
  }

  @For(...ADMINISTRATORS)
  @Query(() => AccountConnection, { description: 'Accounts, by name.' })
  async accounts(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Info() info: GraphQLResolveInfo,
    @Arg('filter', () => AccountFilter, { nullable: true }) filter?: AccountFilter,
  ) {
    const like = filter?.text
      ? { $or: [{ username: { $ilike: `%${filter.text}%` } }, { name: { $ilike: `%${filter.text}%` } }] }
      : true
    const asked = allOf(
      among(filter?.ids),
      like,
      filter?.division ? inDivision(filter.division) : true,
      filter?.role ? { id: { $in: await holdersOf(ctx, filter.role) } } : true,
    )
    return page(ctx, Account, { where: where(asked) as FilterQuery<Account>, orderBy: { username: 'asc' }, first, after, info })
  }

  @Needs('division')
  @FieldResolver(() => Division)
  division(@Root() account: Account) {
    return { code: account.division }
  }

  @Needs('id')
  @FieldResolver(() => [RoleGrant], { description: 'Roles held now or later; ended ones are in its history.' })
  async grants(@Root() account: Account, @Ctx() ctx: Context) {
    const held = await many(ctx, 'grants', account.id, async (ids) => {
      const rows = await ctx.em.find(
        RoleGrant,
        { account: { $in: ids }, $or: [{ validTo: null }, { validTo: { $gt: ctx.now } }] },
        { orderBy: { validFrom: 'asc' } },
      )
      return grouped(rows, (g) => g.account.id)
    })
    return held ?? []
  }

  @Needs('secondFactor')
  @FieldResolver(() => Boolean, { description: 'Whether a second factor is set up.' })
  hasSecondFactor(@Root() account: Account) {
    return account.secondFactor
  }

  @Needs('status', 'division')
  @FieldResolver(() => [accountTypes.Offer])
  offers(@Root() account: Account, @Ctx() ctx: Context) {
    return accountMachine.offers(
      { ...factsFor(account, ctx), status: account.status, division: account.division },
      ctx.actor,
      ctx.now,
    )
  }

  @Needs('id')
  @FieldResolver(() => [Event])
  events(@Root() account: Account, @Ctx() ctx: Context, @Args(() => EventsArgs) { last }: EventsArgs) {
    return eventsOf(ctx, account.id, last)
  }

  @For('SYS_ADMIN')
  @Mutation(() => Account, { description: 'Opens an account without roles; the security administrator grants them.' })
  async createAccount(@Ctx() ctx: Context, @Arg('input', () => AccountInput) input: AccountInput) {
    const wrong = misnamed(input.username) ?? weakness(input.password, input.username)
    if (wrong) throw badInput(wrong, { field: misnamed(input.username) ? 'username' : 'password' })
    const account = ctx.em.create(Account, {
      id: uuidv7(),
      username: input.username,
      name: input.name,
      division: input.division,
      subject: input.subject?.trim() || null,
      organization: input.organization ?? null,
      password: await hashPassword(input.password),
      createdAt: ctx.now,
    })
    await begin(ctx, accountMachine, account, { title: account.name })
    return account
  }

  @SignedIn()
  @Mutation(() => Account, { description: 'Takes an action of the account workflow.' })
  async actOnAccount(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('action', () => accountTypes.Action) action: (typeof accountMachine.actionNames)[number],
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('reason', () => String, { nullable: true }) reason?: string,
  ) {
    const account = await take(ctx, Account, what, id, expectedVersion)
    await act(ctx, accountMachine, account, action, factsFor(account, ctx), { title: account.name, reason })
    if (action === 'UNLOCK') Object.assign(account, { failures: 0, lockedUntil: null })
    if (action === 'DISABLE' || action === 'END_SESSIONS') account.notBefore = ctx.now
    return account
  }

  @For('SEC_ADMIN')
  @Mutation(() => RoleGrant, { description: 'Grants a role over a division. The three administrators are never one person.' })
  async grantRole(@Ctx() ctx: Context, @Arg('input', () => GrantInput) input: GrantInput) {
    const account = await hold(ctx, Account, what, input.account)
    if (account.id === ctx.actor.id) throw refused(text('不能给自己授权。', 'Nobody grants roles to themselves.'))
    if (!input.reason.trim()) throw badInput(text('请填写授权理由。', 'Please give a reason.'), { field: 'reason' })
    const grant = ctx.em.create(RoleGrant, {
      id: uuidv7(),
      account,
      role: input.role,
      division: input.division,
      validFrom: input.validFrom ?? ctx.now,
      validTo: input.validTo ?? null,
      reason: input.reason,
    })
    await record(ctx, account, {
      type: 'Account',
      action: 'GRANT',
      title: account.name,
      reason: input.reason,
      data: { role: input.role, division: input.division },
    })
    return grant
  }

  @For('SEC_ADMIN')
  @Mutation(() => RoleGrant, { description: 'Ends a role now.' })
  async revokeRole(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('reason', () => String) reason: string) {
    const grant = await ctx.em.findOne(RoleGrant, { id }, { populate: ['account'] })
    if (!grant || (grant.validTo && grant.validTo <= ctx.now)) throw notFound(text('授权', 'Grant'))
    await hold(ctx, Account, what, grant.account.id)
    grant.validTo = new Date(Math.max(ctx.now.getTime(), grant.validFrom.getTime() + 1))
    await record(ctx, grant.account, {
      type: 'Account',
      action: 'REVOKE',
      title: grant.account.name,
      reason,
      data: { role: grant.role, division: grant.division },
    })
    return grant
  }

  @SignedIn()
  @Mutation(() => Account, { description: 'Changes the own password; other sessions end.' })
  async changePassword(
    @Ctx() ctx: Context,
    @Arg('current', () => String) current: string,
    @Arg('next', () => String) next: string,
  ) {
    const account = await ctx.em.findOne(Account, { id: ctx.actor.id ?? '' }, { populate: ['password'] })
    if (!account) throw notFound(what)
    if (!(await verifyPassword(current, account.password)))
      throw badInput(text('当前密码不正确。', 'The current password is not right.'), { field: 'current' })
    const wrong = weakness(next, account.username)
    if (wrong) throw badInput(wrong, { field: 'next' })
    account.password = await hashPassword(next)
    await record(ctx, account, { type: 'Account', action: 'CHANGE_PASSWORD', title: account.name })
    return account
  }
}

@Resolver(() => RoleGrant)
export class RoleGrantResolver {
  @Needs('division')
  @FieldResolver(() => Division)
  division(@Root() grant: RoleGrant) {
    return { code: grant.division }
  }

  @Needs('role')
  @FieldResolver(() => String, { description: "The role in the caller's language." })
  label(@Root() grant: RoleGrant, @Ctx() ctx: Context) {
    return say(ROLES[grant.role], ctx.actor.locale)
  }
}
