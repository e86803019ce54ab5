// Certificates: asked for by the committee or the person, issued as the list allows, refused on paper where it does not.
import type { FilterQuery } from '@mikro-orm/postgresql'
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { For, Needs, Public, SignedIn } from '../shared/access.ts'
import { prefixOf, rolesAt, type Actor, type Relation } from '../shared/actor.ts'
import { dueAfter, type TimeLimit } from '../shared/calendar.ts'
import { find, rule, take, type Context } from '../shared/context.ts'
import { badInput, forbidden } from '../shared/errors.ts'
import { act, begin, Event, EventsArgs, eventsOf } from '../shared/event.ts'
import { maskName } from '../shared/masking.ts'
import { connection, page, PageArgs } from '../shared/page.ts'
import { allOf, inDivision, where } from '../shared/scope.ts'
import { say, text } from '../shared/words.ts'
import { among } from './among.ts'
import { CertificateRequest, certificateTypes } from './certificate.entity.ts'
import { CertificateFilter, CertificateInput, CertificateRefusalInput } from './certificate.inputs.ts'
import { certificateRequestMachine, type CertificateAction } from './certificate.machine.ts'
import { CERTIFICATE_REFUSALS, refusalWrong, type CertificateFacts } from './certificate.rules.ts'
import { Division } from './division.stub.ts'
import type { Article } from './ground.rules.ts'
import { mattersIn } from './indicator.asked.ts'
import { DutyItem } from './item.entity.ts'
import { nextNumber } from './paper.ts'
import { COMMITTEE, mustNotCarry } from './rights.ts'
import { LINE, said } from './said.ts'
import { mustBeCommittee } from './task.issue.ts'
import { currentItem } from './task.facts.ts'
import { Resident } from './resident.stub.ts'
import { Waiting, waitingOf } from './waiting.ts'

const CertificateConnection = connection(CertificateRequest, 'CertificateRequest')
const what = certificateRequestMachine.label
type Known = Pick<CertificateRequest, 'division' | 'item' | 'resident'>

const articleAt = (ctx: Context, division: string) => rule<Article>(ctx, 'ARTICLE_OFF_LIST_CERTIFICATE', division).value.article

const factsOf = async (
  ctx: Context,
  { division, item, resident }: Known,
): Promise<CertificateFacts & { relations: Relation[] }> => ({
  isListed: item !== null && (await currentItem(ctx, item.id)) !== null,
  article: articleAt(ctx, division),
  relations: resident !== null && resident === ctx.actor.resident ? ['AUTHOR'] : [],
})

/** Names and what is certified are read by the committee and the person; supervisors read that a certificate was given. */
const readsPerson = (actor: Actor, { division, resident }: Pick<CertificateRequest, 'division' | 'resident'>): boolean =>
  actor.kind === 'SYSTEM' ||
  (resident !== null && resident === actor.resident) ||
  rolesAt(actor, division).some((role) => (COMMITTEE as readonly string[]).includes(role))

const actCertificate = async (
  ctx: Context,
  request: CertificateRequest,
  action: CertificateAction,
  reason?: string,
  data?: unknown,
) => {
  const { matter: title, resident } = request
  await act(ctx, certificateRequestMachine, request, action, await factsOf(ctx, request), { title, reason, data, resident })
  return request
}

@Resolver(() => CertificateRequest)
export class CertificateResolver {
  @SignedIn()
  @Query(() => CertificateRequest, { nullable: true })
  certificateRequest(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return find(ctx, CertificateRequest, id)
  }

  @SignedIn()
  @Query(() => CertificateConnection, {
    description: 'Requests for certificates of one’s committee, or one’s own; latest first.',
  })
  certificateRequests(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => CertificateFilter, { nullable: true }) filter: CertificateFilter | undefined,
    @Info() info: GraphQLResolveInfo,
  ) {
    const asked = allOf(
      among(filter?.ids),
      filter?.division ? inDivision(filter.division) : true,
      filter?.status ? { status: { $in: filter.status } } : true,
      filter?.number?.trim() ? { number: { $like: `%${filter.number.trim().replace(/[\\%_]/g, '\\$&')}%` } } : true,
    )
    return page(ctx, CertificateRequest, {
      where: where(asked) as FilterQuery<CertificateRequest>,
      orderBy: { createdAt: 'desc' },
      first,
      after,
      info,
    })
  }

  @Public()
  @Query(() => [DutyItem], {
    description: 'What a committee certifies: the items in force of the lists of certificates that hold there.',
  })
  certifiable(@Ctx() ctx: Context, @Arg('division', () => ID) division: string): Promise<DutyItem[]> {
    const here = where(mattersIn(mustBeCommittee(division), ctx.now, 'CERTIFICATE')) as FilterQuery<DutyItem>
    return ctx.em.find(DutyItem, here, { orderBy: { code: 'asc' } })
  }

  @Needs('division')
  @FieldResolver(() => Division)
  division(@Root() request: CertificateRequest) {
    return { code: request.division }
  }

  @Needs('item')
  @FieldResolver(() => DutyItem, {
    nullable: true,
    description: 'The matter on the list of certificates; null when it is on none.',
  })
  item(@Ctx() ctx: Context, @Root() { item }: CertificateRequest) {
    return item && find(ctx, DutyItem, item.id)
  }

  @Needs('item')
  @FieldResolver(() => Boolean, { description: 'Whether it stands on a list in force.' })
  async isListed(@Ctx() ctx: Context, @Root() { item }: CertificateRequest) {
    return item !== null && (await currentItem(ctx, item.id)) !== null
  }

  @Needs('name', 'division', 'resident')
  @FieldResolver(() => String, { description: 'In full for the committee and the person, else 张*三.' })
  name(@Ctx() { actor }: Context, @Root() request: CertificateRequest): string {
    return readsPerson(actor, request) ? request.name : maskName(request.name)
  }

  @Needs('facts', 'division', 'resident')
  @FieldResolver(() => String, { nullable: true, description: 'What is certified. For the committee and the person.' })
  facts(@Ctx() { actor }: Context, @Root() request: CertificateRequest): string | null {
    return readsPerson(actor, request) ? request.facts : null
  }

  @Needs('resident', 'division')
  @FieldResolver(() => Resident, { nullable: true, description: 'The person on the roll, when they asked themselves.' })
  resident(@Ctx() { actor }: Context, @Root() request: CertificateRequest) {
    return request.resident && readsPerson(actor, request) ? { id: request.resident } : null
  }

  @Needs('division')
  @FieldResolver(() => String, { description: 'The article by which a committee refuses what is not on the list.' })
  article(@Ctx() ctx: Context, @Root() { division }: CertificateRequest): string {
    return say(articleAt(ctx, division), ctx.actor.locale)
  }

  @Needs('id', 'status', 'division', 'previousStatus', 'item', 'resident')
  @FieldResolver(() => [certificateTypes.Offer])
  async offers(@Ctx() ctx: Context, @Root() request: CertificateRequest) {
    const { status, division, previousStatus } = request
    return certificateRequestMachine.offers(
      { ...(await factsOf(ctx, request)), status, division, previousStatus },
      ctx.actor,
      ctx.now,
    )
  }

  @Needs('id')
  @FieldResolver(() => [Event])
  events(@Ctx() ctx: Context, @Root() { id }: CertificateRequest, @Args(() => EventsArgs) { last }: EventsArgs) {
    return eventsOf(ctx, id, last)
  }

  @Needs('id', 'status')
  @FieldResolver(() => Waiting)
  waiting(@Ctx() ctx: Context, @Root() request: CertificateRequest) {
    return waitingOf(ctx, certificateRequestMachine, request)
  }

  @For(...COMMITTEE, 'RESIDENT')
  @Mutation(() => CertificateRequest, {
    description: 'Asks for a certificate: the committee for somebody before it, a resident for themselves.',
  })
  async requestCertificate(@Ctx() ctx: Context, @Arg('input', () => CertificateInput) input: CertificateInput) {
    const division = mustBeCommittee(input.division)
    const held = rolesAt(ctx.actor, division)
    const isCommittee = held.some((role) => (COMMITTEE as readonly string[]).includes(role))
    if (!isCommittee && !(ctx.actor.resident && held.includes('RESIDENT')))
      throw forbidden(text('只能向本居村申请。', 'This is asked of one’s own committee.'))
    const item = input.item
      ? await ctx.em.findOne(DutyItem, { id: input.item, listVersion: { list: { type: 'CERTIFICATE' } } })
      : null
    if (input.item && !(item && division.startsWith(prefixOf(item.division))))
      throw badInput(text('请从出具证明事项清单中选择。', 'Choose from the list of certificates.'), { field: 'item' })
    const request = ctx.em.create(CertificateRequest, {
      id: uuidv7(),
      division,
      item,
      matter: item?.name ?? said(input.matter ?? '', 'matter', LINE),
      name: said(input.name, 'name', 50),
      resident: isCommittee ? null : ctx.actor.resident,
      receiver: said(input.receiver, 'receiver', LINE),
      purpose: said(input.purpose, 'purpose', LINE),
      dueAt: dueAfter(ctx.now, rule<TimeLimit>(ctx, 'CERTIFICATE', division).value),
      createdAt: ctx.now,
    })
    const { matter: title, resident } = request
    await begin(ctx, certificateRequestMachine, request, { title, resident }, isCommittee ? undefined : 'AUTHOR')
    return request
  }

  @For(...COMMITTEE)
  @Mutation(() => CertificateRequest, {
    description: 'Issues the certificate, with a number. Only what stands on the list in force.',
  })
  async issueCertificate(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('facts', () => String, { description: 'What is certified, as it stands on the paper.' }) facts: string,
  ) {
    const request = await take(ctx, CertificateRequest, what, id, expectedVersion)
    const current = request.item && (await currentItem(ctx, request.item.id))
    if (current) request.item = ctx.em.getReference(DutyItem, current)
    await actCertificate(ctx, request, 'ISSUE')
    const number = await nextNumber(ctx, request.division, 'CERTIFICATE')
    return Object.assign(request, { facts: said(facts, 'facts'), number, decidedAt: ctx.now })
  }

  @For(...COMMITTEE)
  @Mutation(() => CertificateRequest, {
    description: 'Refuses the certificate on paper: why, by which article, and where to go instead.',
  })
  async refuseCertificate(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('input', () => CertificateRefusalInput) input: CertificateRefusalInput,
  ) {
    const request = await take(ctx, CertificateRequest, what, id, expectedVersion)
    const { isListed } = await factsOf(ctx, request)
    const { refusal } = input
    const wrong = refusalWrong(refusal, isListed)
    if (wrong) throw badInput(wrong, { field: 'refusal' })
    const referral = said(input.referral, 'referral', 500)
    await actCertificate(ctx, request, 'REFUSE', undefined, { refusedBecause: CERTIFICATE_REFUSALS[refusal].zh, referral })
    const number = await nextNumber(ctx, request.division, 'REPLY')
    return Object.assign(request, { refusal, referral, number, decidedAt: ctx.now })
  }

  @SignedIn()
  @Mutation(() => CertificateRequest, { description: 'Takes the request back.' })
  async actOnCertificateRequest(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('action', () => certificateTypes.Action) action: CertificateAction,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('reason', () => String, { nullable: true }) reason?: string,
  ) {
    mustNotCarry(certificateRequestMachine, action)
    return actCertificate(ctx, await take(ctx, CertificateRequest, what, id, expectedVersion), action, reason)
  }
}
