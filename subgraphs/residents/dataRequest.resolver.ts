// Requests of people about their own data: read, copy, correct, delete, explain. The clock runs from the first day.
import { Arg, Args, Ctx, FieldResolver, ID, Info, InputType, Field, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import type { GraphQLResolveInfo } from 'graphql'
import { v7 as uuidv7 } from 'uuid'
import { Needs, SignedIn, Unkept } from '../shared/access.ts'
import { dayOf } from '../shared/calendar.ts'
import { find, rule, take, type Context } from '../shared/context.ts'
import { badInput, notFound } from '../shared/errors.ts'
import { begin, Event, EventsArgs, eventsOf, record } from '../shared/event.ts'
import type { ActionOf } from '../shared/machine.ts'
import { connection, page, PageArgs, type Connection } from '../shared/page.ts'
import { text } from '../shared/words.ts'
import { speaksFor } from './consent.resolver.ts'
import { DataRequest, dataRequestTypes, REQUEST_KINDS, RequestKindName, type RequestKind } from './dataRequest.entity.ts'
import { dataRequestMachine, type DataRequestFacts } from './dataRequest.machine.ts'
import { copyOf, erase } from './erasure.ts'
import { ResidentsRepresentative } from './kin.entity.ts'
import { isOwn } from './persons.ts'
import { Resident } from './resident.entity.ts'
import { RESIDENT } from './resident.mutations.ts'
import { deadline } from './rights.ts'
import { Division } from './territory.stub.ts'

const DataRequestConnection = connection(DataRequest, 'DataRequest')
const REQUEST = text('个人信息请求', 'Data request')

@InputType()
export class DataRequestInput {
  @Field(() => ID) resident!: string
  @Field(() => RequestKindName) kind!: RequestKind
  @Field(() => String, { nullable: true, description: 'For a correction: what is wrong and what is right.' }) wording?: string
  @Field(() => ID, { nullable: true, description: 'For a child, on paper: the guardian who signed.' }) guardian?: string
}

const factsFor = async (ctx: Context, request: DataRequest): Promise<DataRequestFacts & { relations: readonly 'AUTHOR'[] }> => {
  const person = await find(ctx, Resident, request.resident)
  const isAuthor =
    ctx.actor.kind === 'PERSON' &&
    ctx.actor.resident !== null &&
    !!person &&
    (await isOwn(ctx, person)) &&
    (await mayAsk(ctx, person))
  const today = dayOf(ctx.now)
  const inOffice =
    request.kind === 'DELETE' &&
    (await ctx.em.count(
      ResidentsRepresentative,
      { resident: request.resident, validFrom: { $lte: today }, validTo: { $gte: today } },
      { filters: false },
    ))
  return {
    kind: request.kind,
    isOwnRefusal: request.refusedBy !== null && request.refusedBy === ctx.actor.id,
    heldBy: inOffice ? text('居民代表任期', "a term as residents' representative") : null,
    relations: isAuthor ? ['AUTHOR'] : [],
  }
}

/** Living together is not enough: the person themself, or the guardian of a child. */
const mayAsk = (ctx: Context, person: Resident): Promise<boolean> =>
  speaksFor(ctx, person).then(
    ({ channel }) => channel === 'APP',
    () => false,
  )

const titleOf = (request: Pick<DataRequest, 'kind'>) => REQUEST_KINDS[request.kind].zh

@Resolver(() => DataRequest)
export class DataRequestResolver {
  @SignedIn()
  @Query(() => DataRequest, { nullable: true })
  dataRequest(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<DataRequest | null> {
    return find(ctx, DataRequest, id)
  }

  @SignedIn()
  @Query(() => DataRequestConnection)
  dataRequests(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('status', () => dataRequestTypes.Status, { nullable: true }) status: DataRequest['status'] | undefined,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<DataRequest>> {
    return page(ctx, DataRequest, { where: status ? { status } : {}, orderBy: { createdAt: 'desc' }, first, after, info })
  }

  @SignedIn()
  @Mutation(() => DataRequest)
  async createDataRequest(
    @Ctx() ctx: Context,
    @Arg('input', () => DataRequestInput) input: DataRequestInput,
  ): Promise<DataRequest> {
    const person = await ctx.em.findOne(Resident, { id: input.resident })
    if (!person) throw notFound(RESIDENT)
    const { channel } = await speaksFor(ctx, person, input.guardian)
    if (input.kind === 'CORRECT' && !input.wording?.trim())
      throw badInput(text('请写明哪一项有误、应改为什么。', 'Say what is wrong and what is right.'), { field: 'wording' })
    const request = ctx.em.create(DataRequest, {
      id: uuidv7(),
      version: 0,
      status: 'SUBMITTED',
      previousStatus: null,
      division: person.division,
      resident: person.id,
      kind: input.kind,
      wording: input.wording?.trim() || null,
      onBehalf: channel === 'PAPER',
      refusedBy: null,
      basis: rule(ctx, 'DATA_REQUEST', person.division).basis,
      dueAt: deadline(ctx, 'DATA_REQUEST', person.division),
      createdAt: ctx.now,
    })
    await begin(
      ctx,
      dataRequestMachine,
      request,
      { title: titleOf(request), resident: person.id },
      channel === 'APP' ? 'AUTHOR' : 'COMMITTEE_MEMBER',
    )
    return request
  }

  @SignedIn()
  @Mutation(() => DataRequest, { description: 'Takes the request a step on. Fulfilling a deletion erases the person.' })
  async actOnDataRequest(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('action', () => dataRequestTypes.Action) action: ActionOf<typeof dataRequestMachine>,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('reason', () => String, { nullable: true }) reason?: string,
  ): Promise<DataRequest> {
    const request = await take(ctx, DataRequest, REQUEST, id, expectedVersion)
    await advance(ctx, request, action, reason)
    if (action === 'FULFIL' && request.kind === 'DELETE') await erase(ctx, request.resident)
    return request
  }

  @Unkept()
  @Needs('status', 'kind', 'resident')
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Everything held about the person, as JSON: for the person alone, once a request to read or copy is fulfilled.',
  })
  async copy(@Ctx() ctx: Context, @Root() request: DataRequest): Promise<string | null> {
    if (request.status !== 'FULFILLED' || !['READ', 'COPY'].includes(request.kind)) return null
    const person = await find(ctx, Resident, request.resident)
    return person && (await mayAsk(ctx, person)) ? JSON.stringify(await copyOf(ctx, person)) : null
  }

  @Needs('status', 'division', 'previousStatus', 'kind', 'resident', 'refusedBy')
  @FieldResolver(() => [dataRequestTypes.Offer])
  async offers(@Ctx() ctx: Context, @Root() request: DataRequest): Promise<object[]> {
    return dataRequestMachine.offers({ ...request, ...(await factsFor(ctx, request)) }, ctx.actor, ctx.now)
  }

  @Needs('division')
  @FieldResolver(() => Division)
  division(@Root() { division }: DataRequest): Division {
    return { code: division }
  }

  @Needs('resident')
  @FieldResolver(() => Resident, { nullable: true })
  resident(@Ctx() ctx: Context, @Root() { resident }: DataRequest): Promise<Resident | null> {
    return find(ctx, Resident, resident)
  }

  @Needs('id')
  @FieldResolver(() => [Event])
  events(@Ctx() ctx: Context, @Root() { id }: DataRequest, @Args(() => EventsArgs) { last }: EventsArgs): Promise<Event[]> {
    return eventsOf(ctx, id, last)
  }
}

/** One step. The deadline is the law's, not the step's: it stays, and only a review has its own. */
const advance = async (
  ctx: Context,
  request: DataRequest,
  action: ActionOf<typeof dataRequestMachine>,
  reason?: string,
): Promise<void> => {
  const from = request.status
  const subject = { ...request, ...(await factsFor(ctx, request)) }
  const { to, as } = dataRequestMachine.next(action, subject, ctx.actor, ctx.now, reason)
  const final = dataRequestMachine.states[to].final
  const dueAt = final
    ? null
    : action === 'OBJECT' || action === 'REVERSE'
      ? deadline(ctx, 'DATA_REQUEST_REVIEW', request.division)
      : request.dueAt
  Object.assign(request, {
    previousStatus: from,
    status: to,
    dueAt,
    refusedBy: action === 'REFUSE' ? ctx.actor.id : request.refusedBy,
  })
  const awaits = final ? [] : dataRequestMachine.awaits(to)
  await record(ctx, request, {
    type: 'DataRequest',
    action,
    title: titleOf(request),
    from,
    to,
    as,
    reason,
    awaits,
    dueAt,
    resident: request.resident,
  })
}
