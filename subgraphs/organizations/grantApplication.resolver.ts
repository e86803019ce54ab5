// Applications for grants: filling in a draft, handing it in, screening and deciding it.
import type { FilterQuery } from '@mikro-orm/postgresql'
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { For, Needs, SignedIn } from '../shared/access.ts'
import { find, hold, many, grouped, take, type Context } from '../shared/context.ts'
import { badInput, forbidden, notFound, refused } from '../shared/errors.ts'
import { begin, record } from '../shared/event.ts'
import { connection, page, PageArgs } from '../shared/page.ts'
import { allOf, inDivision, where } from '../shared/scope.ts'
import { text } from '../shared/words.ts'
import { among } from './among.ts'
import { columnsIn } from './changes.ts'
import { dayOrNull, mustFollow } from './day.ts'
import { Division } from './division.stub.ts'
import { actApplication } from './grantApplication.acts.ts'
import { applicationTypes, GrantApplication, type GrantAnswer } from './grantApplication.entity.ts'
import { APPLICATION_FACTS, roundOf } from './grantApplication.facts.ts'
import { GrantApplicationFilter, GrantApplicationInput } from './grantApplication.inputs.ts'
import { grantApplicationMachine as machine, type ApplicationAction } from './grantApplication.machine.ts'
import { mustSeemOpen, standingIn, takeTold } from './grantApplication.told.ts'
import { GrantAgreement } from './grantAward.entity.ts'
import { GrantAssignment } from './grantReview.entity.ts'
import { MicroGrantRound, WATCHERS, watchers } from './grantRound.entity.ts'
import { microGrantRoundMachine, GRANT_OFFICERS } from './grantRound.machine.ts'
import { GrantVerdict, verdictsFor } from './grantRound.resolver.ts'
import { fen } from './grantRoundStep.resolver.ts'
import { partOf } from './matching.ts'
import { SocialOrganization } from './organization.entity.ts'
import { actsFor, mustActFor, mustNotCarry } from './rights.ts'
import { LINE, said } from './said.ts'

const ApplicationConnection = connection(GrantApplication, 'GrantApplication')
const REVISED = ['title', 'field', 'amount', 'startsOn', 'endsOn'] as const

const columnsOf = (round: MicroGrantRound, input: GrantApplicationInput) => {
  const { field } = input
  if (!round.fields.includes(field))
    throw badInput(text('不在本批次的资助领域内。', 'This round is not for that field.'), { field: 'field' })
  const known = new Map(round.form.map((section) => [section.key, section]))
  const answers: GrantAnswer[] = input.answers.map(({ key, body }) => {
    const section = known.get(key)
    if (!section) throw badInput(text('申报表没有这一项。', 'The form has no such part.'), { field: 'answers' })
    if (body.length > section.limit)
      throw badInput(
        text(`“${section.label}”不超过${section.limit}字。`, `“${section.label}” has at most ${section.limit} characters.`),
        {
          field: `answers.${key}`,
        },
      )
    return { key, body: body.trim() }
  })
  if (input.budget.length > 50) throw badInput(text('预算最多50行。', 'A budget has at most 50 lines.'), { field: 'budget' })
  const budget = input.budget.map(({ name, amount, own }) => {
    if (amount < 0 || own < 0) throw badInput(text('预算金额不得小于零。', 'No amount lies below nothing.'), { field: 'budget' })
    return { name: said(name, 'budget', LINE), amount, own }
  })
  const sum = budget.reduce((all, line) => all + line.amount, 0)
  const [startsOn, endsOn] = [dayOrNull(input.startsOn, 'startsOn'), dayOrNull(input.endsOn, 'endsOn')]
  mustFollow(startsOn, endsOn, 'endsOn')
  if (input.place && !input.place.startsWith(round.division.slice(0, 6)))
    throw badInput(text('实施地点应在本区内。', 'It is carried out in the district.'), { field: 'place' })
  return {
    title: input.title.trim().slice(0, LINE),
    field,
    answers,
    budget,
    amount: sum ? fen(sum, 'budget') : 0,
    startsOn,
    endsOn,
    place: input.place ?? null,
  }
}

@Resolver(() => GrantApplication)
export class GrantApplicationResolver {
  @SignedIn()
  @Query(() => GrantApplication, { nullable: true })
  grantApplication(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return find(ctx, GrantApplication, id)
  }

  @SignedIn()
  @Query(() => ApplicationConnection, {
    description:
      'Applications: of a round by rank, then by when they were begun. An organisation sees its own only, and of ranks and spreads nothing.',
  })
  grantApplications(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => GrantApplicationFilter, { nullable: true }) filter: GrantApplicationFilter | undefined,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { ids, division, round, organization, status, field, place, search, spreadFrom } = filter ?? {}
    const asked = allOf(
      among(ids),
      division ? inDivision(division) : true,
      round ? { round } : true,
      organization ? { organization } : true,
      status?.length ? standingIn(ctx.actor, status) : true,
      field?.length ? { field: { $in: field } } : true,
      place ? inDivision(place, 'place') : true,
      spreadFrom ? allOf(watchers(ctx.actor), { spread: { $gte: spreadFrom } }) : true,
      partOf(search, 'title'),
    )
    // A cursor holds what the list is ordered by.
    const isRanked = round && watchers(ctx.actor) !== false
    const orderBy = isRanked ? ({ rank: 'asc', createdAt: 'asc' } as const) : ({ createdAt: 'desc' } as const)
    return page(ctx, GrantApplication, { where: where(asked) as FilterQuery<GrantApplication>, orderBy, first, after, info })
  }

  @For('PARTNER_ORGANIZATION')
  @Mutation(() => GrantApplication, {
    description: 'Begins the application of the caller’s organisation in a round; one in each.',
  })
  async createGrantApplication(
    @Ctx() ctx: Context,
    @Arg('round', () => ID) id: string,
    @Arg('input', () => GrantApplicationInput) input: GrantApplicationInput,
  ) {
    const organization = mustActFor(ctx)
    const round = await find(ctx, MicroGrantRound, id)
    if (!round) throw notFound(microGrantRoundMachine.label)
    if (round.status !== 'OPEN') throw refused(text('不在征集期内。', 'The call is not open.'))
    const more = { id: uuidv7(), division: round.division, organization, round, createdAt: ctx.now }
    const application = ctx.em.create(GrantApplication, { ...columnsOf(round, input), ...more })
    await begin(ctx, machine, application, { title: application.title }, 'OWNER')
    return application
  }

  @For('PARTNER_ORGANIZATION')
  @Mutation(() => GrantApplication, { description: 'Changes a draft, or what was sent back for correction.' })
  async reviseGrantApplication(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('input', () => GrantApplicationInput) input: GrantApplicationInput,
  ) {
    const application = await takeTold(ctx, id, expectedVersion)
    const { status, organization } = application
    if (!actsFor(ctx.actor, organization)) throw forbidden(text('只能修改本单位的申报。', 'Only its own application.'))
    if (status !== 'DRAFT' && status !== 'MORE_INFO')
      throw refused(text('申报已经提交，不能再修改。', 'The application is handed in and can no longer be changed.'))
    const before = columnsIn(application, REVISED)
    Object.assign(application, columnsOf(await roundOf(ctx, application), input))
    const data = { before, after: columnsIn(application, REVISED) }
    await record(ctx, application, {
      type: machine.name,
      action: 'REVISE',
      from: status,
      to: status,
      title: application.title,
      data,
    })
    return application
  }

  @SignedIn()
  @Mutation(() => GrantApplication, { description: 'Takes an action of the workflow of an application that carries no data.' })
  async actOnGrantApplication(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('action', () => applicationTypes.Action) action: ApplicationAction,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('reason', () => String, { nullable: true }) reason?: string,
  ) {
    mustNotCarry(machine, action)
    const application = await takeTold(ctx, id, expectedVersion)
    await mustSeemOpen(ctx, application, action, reason)
    // What is decided by conditions is kept with the decision.
    const asked = action === 'ACCEPT' || action === 'TURN_DOWN'
    const round = asked ? await roundOf(ctx, application) : null
    const verdicts = round && (await verdictsFor(ctx, round, application.organization, application))
    const data = verdicts
      ? { verdicts: verdicts.map(({ label, isMet, says }) => `${isMet ? '✓' : '✗'} ${label}：${says}`) }
      : undefined
    return actApplication(ctx, application, action, { reason, data })
  }

  @For(...GRANT_OFFICERS)
  @Mutation(() => GrantApplication, {
    description: 'Recommends an application for an amount, in fen; never more than the pool still holds.',
  })
  async recommendGrant(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('amount', () => Int) amount: number,
  ) {
    const application = await take(ctx, GrantApplication, machine.label, id, expectedVersion)
    await hold(ctx, MicroGrantRound, microGrantRoundMachine.label, application.round.id)
    if (amount > application.amount)
      throw badInput(text('不得超过申请金额。', 'No more than was asked for.'), { field: 'amount' })
    application.awarded = fen(amount, 'amount')
    return actApplication(ctx, application, 'RECOMMEND', { data: { awarded: amount } })
  }

  @Needs('division')
  @FieldResolver(() => Division, { description: 'The district or town that holds the round.' })
  division(@Root() { division }: GrantApplication) {
    return { code: division }
  }

  @Needs('place')
  @FieldResolver(() => Division, { nullable: true, description: 'Where it is carried out.' })
  place(@Root() { place }: GrantApplication) {
    return place && { code: place }
  }

  @Needs('round')
  @FieldResolver(() => MicroGrantRound)
  round(@Ctx() ctx: Context, @Root() application: GrantApplication) {
    return roundOf(ctx, application)
  }

  @Needs('organization')
  @FieldResolver(() => SocialOrganization, { nullable: true, description: 'Who applies.' })
  organization(@Ctx() ctx: Context, @Root() { organization }: GrantApplication) {
    return find(ctx, SocialOrganization, organization)
  }

  @Needs(...APPLICATION_FACTS)
  @FieldResolver(() => [GrantVerdict], { description: 'How it meets each condition of the round.' })
  async eligibility(@Ctx() ctx: Context, @Root() application: GrantApplication) {
    return verdictsFor(ctx, await roundOf(ctx, application), application.organization, application)
  }

  @For(...WATCHERS)
  @Needs('id')
  @FieldResolver(() => [GrantAssignment], { description: 'Who reviews it, and who stayed out.' })
  async assignments(@Ctx() ctx: Context, @Root() { id }: GrantApplication) {
    return (
      (await many(ctx, 'grant.assignments', id, async (ids) => {
        const rows = await ctx.em.find(
          GrantAssignment,
          { application: { $in: ids } },
          { orderBy: { createdAt: 'asc', id: 'asc' } },
        )
        return grouped(rows, (row) => row.application.id)
      })) ?? []
    )
  }

  @Needs('id')
  @FieldResolver(() => GrantAgreement, { nullable: true })
  agreement(@Ctx() ctx: Context, @Root() { id }: GrantApplication) {
    return many(ctx, 'grant.agreement', id, async (ids) => {
      const rows = await ctx.em.find(GrantAgreement, { application: { $in: ids } })
      return new Map(rows.map((row) => [row.application.id, row]))
    })
  }
}
