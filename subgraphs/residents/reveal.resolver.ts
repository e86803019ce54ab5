// Seeing one field in full: with a reason, once, written down where the person can read it. For a child, only with approval.
import { LockMode } from '@mikro-orm/core'
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, Field, FieldResolver, ID, Info, Int, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { For, Needs, SignedIn, Unkept } from '../shared/access.ts'
import { find, take, type Context } from '../shared/context.ts'
import { badInput, notFound, refused } from '../shared/errors.ts'
import { act, begin, Event, EventsArgs, eventsOf } from '../shared/event.ts'
import { maskName } from '../shared/masking.ts'
import { connection, page, PageArgs, type Connection } from '../shared/page.ts'
import { text } from '../shared/words.ts'
import { Access, FieldName, RevealRequest, revealRequestTypes } from './access.entity.ts'
import { childAge, isOwn, valueOf } from './persons.ts'
import { Resident } from './resident.entity.ts'
import { RESIDENT } from './resident.mutations.ts'
import { FIELDS, isChild, reasonProblem, REVEALERS, type PersonalField } from './resident.rules.ts'
import { revealRequestMachine } from './revealRequest.machine.ts'
import { deadline, mustHold } from './rights.ts'
import { Division } from './territory.stub.ts'

const AccessConnection = connection(Access, 'Access')
const RevealRequestConnection = connection(RevealRequest, 'RevealRequest')
const REQUEST = text('查看申请', 'Reveal request')

@For(...REVEALERS)
@ObjectType({ description: 'The value of one field, told once.' })
export class RevealedField {
  @Field(() => FieldName) field!: PersonalField
  @Field(() => String, { nullable: true, description: 'Null when nothing is entered.' }) value!: string | null
}

const mustSayWhy = (reason: string): string => {
  const problem = reasonProblem(reason)
  if (problem) throw badInput(problem, { field: 'reason' })
  return reason.trim()
}

const subjectOf = async (ctx: Context, id: string): Promise<Resident> => {
  const resident = await ctx.em.findOne(Resident, { id })
  if (!resident) throw notFound(RESIDENT)
  return resident
}

const factsFor = (ctx: Context, request: RevealRequest) => {
  const isOwn = request.account === ctx.actor.id
  return { isOwn, relations: isOwn ? (['AUTHOR'] as const) : [] }
}

const titleOf = (request: Pick<RevealRequest, 'field'>) => FIELDS[request.field].zh

@Resolver(() => Access)
export class AccessResolver {
  @SignedIn()
  @Query(() => AccessConnection, {
    description: 'Who looked at a person’s data: for the person, the guardian of a child, and auditors. Latest first.',
  })
  accessLog(
    @Ctx() ctx: Context,
    @Arg('resident', () => ID) resident: string,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Access>> {
    return page(ctx, Access, { where: { resident }, orderBy: { at: 'desc' }, first, after, info })
  }

  @Unkept()
  @For(...REVEALERS)
  @Mutation(() => RevealedField, {
    description:
      'Tells one field of a person in full, and writes down who asked and why. For a child, `approval` names the request that was approved.',
  })
  async revealField(
    @Ctx() ctx: Context,
    @Arg('resident', () => ID) id: string,
    @Arg('field', () => FieldName) field: PersonalField,
    @Arg('reason', () => String, { description: 'Four characters or more; the person reads it.' }) reason: string,
    @Arg('approval', () => ID, { nullable: true }) approval?: string,
  ): Promise<RevealedField> {
    const why = mustSayWhy(reason)
    const resident = await subjectOf(ctx, id)
    const role = mustHold(ctx, REVEALERS, resident.division)
    const child = isChild(resident.birthDate, childAge(ctx), ctx.now) && !(await isOwn(ctx, resident))
    if (child) await use(ctx, resident, field, approval)
    ctx.em.create(Access, {
      id: uuidv7(),
      resident: id,
      division: resident.division,
      field,
      reason: why,
      by: ctx.actor.name,
      account: ctx.actor.id,
      role,
      approval: child ? approval! : null,
      at: ctx.now,
    })
    return { field, value: await valueOf(ctx, resident, field) }
  }
}

/** Uses up the approval: it must be for this child, this field and this officer, approved, and not yet used. */
const use = async (ctx: Context, resident: Resident, field: PersonalField, approval: string | undefined): Promise<void> => {
  if (!approval)
    throw refused(
      text('查看未满14周岁未成年人的信息须先经负责人审批。', 'Seeing the data of a child under 14 needs an approval first.'),
      { rule: 'RevealRequest' },
    )
  const [request] = await ctx.em.find(
    RevealRequest,
    { id: approval, resident: resident.id, field },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  )
  if (!request) throw notFound(REQUEST)
  if (request.dueAt && request.dueAt < ctx.now)
    throw refused(text('审批已过期，请重新申请。', 'The approval has lapsed; ask again.'))
  await act(ctx, revealRequestMachine, request, 'USE', factsFor(ctx, request), { title: titleOf(request) })
}

@Resolver(() => RevealRequest)
export class RevealRequestResolver {
  @For(...REVEALERS)
  @Query(() => RevealRequestConnection)
  revealRequests(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('status', () => revealRequestTypes.Status, { nullable: true }) status: RevealRequest['status'] | undefined,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<RevealRequest>> {
    return page(ctx, RevealRequest, { where: status ? { status } : {}, orderBy: { createdAt: 'desc' }, first, after, info })
  }

  @For(...REVEALERS)
  @Mutation(() => RevealRequest, { description: 'Asks whoever is in charge to be allowed to see one field of a child.' })
  async requestReveal(
    @Ctx() ctx: Context,
    @Arg('resident', () => ID) id: string,
    @Arg('field', () => FieldName) field: PersonalField,
    @Arg('reason', () => String) reason: string,
  ): Promise<RevealRequest> {
    const why = mustSayWhy(reason)
    const resident = await subjectOf(ctx, id)
    mustHold(ctx, REVEALERS, resident.division)
    if (!isChild(resident.birthDate, childAge(ctx), ctx.now))
      throw refused(
        text('该居民已满14周岁，可直接查看并登记理由。', 'They are fourteen or older: reveal the field with a reason.'),
      )
    const request = ctx.em.create(RevealRequest, {
      id: uuidv7(),
      version: 0,
      status: 'REQUESTED',
      previousStatus: null,
      division: resident.division,
      resident: id,
      field,
      reason: why,
      account: ctx.actor.id!,
      by: ctx.actor.name,
      dueAt: deadline(ctx, 'CHILD_REVEAL_DECISION', resident.division),
      createdAt: ctx.now,
    })
    await begin(ctx, revealRequestMachine, request, { title: `${maskName(resident.name)} ${titleOf(request)}` })
    return request
  }

  @For(...REVEALERS)
  @Mutation(() => RevealRequest)
  async actOnRevealRequest(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('action', () => revealRequestTypes.Action) action: 'APPROVE' | 'REFUSE' | 'USE' | 'LAPSE',
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('reason', () => String, { nullable: true }) reason?: string,
  ): Promise<RevealRequest> {
    if (action === 'USE') throw badInput(text('查看请使用“显示完整信息”。', 'To look, use revealField.'), { field: 'action' })
    const request = await take(ctx, RevealRequest, REQUEST, id, expectedVersion)
    await act(ctx, revealRequestMachine, request, action, factsFor(ctx, request), { title: titleOf(request), reason })
    return request
  }

  @Needs('status', 'division', 'account', 'previousStatus')
  @FieldResolver(() => [revealRequestTypes.Offer])
  offers(@Ctx() ctx: Context, @Root() request: RevealRequest): object[] {
    return revealRequestMachine.offers({ ...request, ...factsFor(ctx, request) }, ctx.actor, ctx.now)
  }

  @Needs('division')
  @FieldResolver(() => Division)
  division(@Root() { division }: RevealRequest): Division {
    return { code: division }
  }

  @Needs('resident')
  @FieldResolver(() => Resident, { nullable: true })
  resident(@Ctx() ctx: Context, @Root() { resident }: RevealRequest): Promise<Resident | null> {
    return find(ctx, Resident, resident)
  }

  @Needs('id')
  @FieldResolver(() => [Event])
  events(@Ctx() ctx: Context, @Root() { id }: RevealRequest, @Args(() => EventsArgs) { last }: EventsArgs): Promise<Event[]> {
    return eventsOf(ctx, id, last)
  }
}

/** Requests nobody decided in time, and approvals nobody used. */
export const lapseReveals = async (ctx: Context): Promise<void> => {
  const late = await ctx.em.find(
    RevealRequest,
    { status: { $in: ['REQUESTED', 'APPROVED'] }, dueAt: { $lt: ctx.now } },
    { limit: 500, lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE },
  )
  for (const request of late)
    await act(ctx, revealRequestMachine, request, 'LAPSE', { isOwn: false }, { title: titleOf(request) })
}
