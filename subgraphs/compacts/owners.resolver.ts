// Forming owners' committees: reading them, and each step with what it carries.
import type { FilterQuery } from '@mikro-orm/postgresql'
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, Field, FieldResolver, ID, Info, InputType, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { For, Needs, SignedIn } from '../shared/access.ts'
import { addDays, dayOf, dueAfter, type TimeLimit } from '../shared/calendar.ts'
import { find, rule, take, type Context } from '../shared/context.ts'
import { badInput, refused } from '../shared/errors.ts'
import { begin, Event, EventsArgs, eventsOf } from '../shared/event.ts'
import { connection, page, PageArgs } from '../shared/page.ts'
import { allOf, inDivision, where } from '../shared/scope.ts'
import { text } from '../shared/words.ts'
import { among } from './among.ts'
import { Division } from './division.stub.ts'
import { actOwners, OWNERS_FACTS, ownersFacts, ownersRule } from './owners.acts.ts'
import { GroupMember, OwnersCommittee, ownersTypes } from './owners.entity.ts'
import { ownersCommitteeMachine, type OwnersAction, type OwnersStatus } from './owners.machine.ts'
import { notCarriedBy, termEnd } from './owners.rules.ts'
import { dayGiven } from './project.acts.ts'
import { COMMITTEE, mustHold, mustNotCarry } from './rights.ts'
import { LINE, said } from './said.ts'
import { Waiting, waitingOf } from './waiting.ts'

const what = ownersCommitteeMachine.label
const TOWN = ['SUBDISTRICT_OFFICER', 'SUBDISTRICT_LEAD'] as const
const OwnersConnection = connection(OwnersCommittee, 'OwnersCommittee')

@InputType()
export class OwnersInput {
  @Field(() => ID, { description: "The residents' committee's code." }) division!: string
  @Field(() => String) compound!: string
  @Field(() => Int) heads!: number
  @Field(() => Int, { description: 'In hundredths of a square metre.' }) area!: number
  @Field(() => String, { description: '2026-01-01' }) reportedOn!: string
}

@InputType()
export class ElectionInput {
  @Field(() => Int) presentHeads!: number
  @Field(() => Int, { description: 'In hundredths of a square metre.' }) presentArea!: number
  @Field(() => Int) agreeHeads!: number
  @Field(() => Int, { description: 'In hundredths of a square metre.' }) agreeArea!: number
  @Field(() => [String], { description: 'The members elected.' }) members!: string[]
  @Field(() => Int, { description: 'Of the term.' }) years!: number
}

@InputType()
export class OwnersFilter {
  @Field(() => [ID], { nullable: true }) ids?: string[]
  @Field(() => ID, { nullable: true, description: 'In this division or below it.' }) division?: string
  @Field(() => [ownersTypes.Status], { nullable: true }) status?: OwnersStatus[]
  @Field(() => String, { nullable: true, description: 'Part of the name of the compound.' }) text?: string
}

const names = (lines: readonly string[], field: string): string[] => lines.map((line) => said(line, field, LINE))

@Resolver(() => OwnersCommittee)
export class OwnersResolver {
  @SignedIn()
  @Query(() => OwnersCommittee, { nullable: true })
  ownersCommittee(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return find(ctx, OwnersCommittee, id)
  }

  @SignedIn()
  @Query(() => OwnersConnection, { description: 'Latest first.' })
  ownersCommittees(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => OwnersFilter, { nullable: true }) filter: OwnersFilter | undefined,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { ids, division, status, text: part } = filter ?? {}
    const asked = where(
      allOf(
        among(ids),
        division ? inDivision(division) : true,
        status ? { status: { $in: status } } : true,
        part?.trim() ? { compound: { $ilike: `%${part.trim().replace(/[\\%_]/g, '\\$&')}%` } } : true,
      ),
    ) as FilterQuery<OwnersCommittee>
    return page(ctx, OwnersCommittee, { where: asked, orderBy: { createdAt: 'desc' }, first, after, info })
  }

  @Needs('division')
  @FieldResolver(() => Division)
  division(@Root() { division }: OwnersCommittee) {
    return { code: division }
  }

  @Needs('renews')
  @FieldResolver(() => OwnersCommittee, { nullable: true, description: 'The committee whose term it follows.' })
  renews(@Ctx() ctx: Context, @Root() { renews }: OwnersCommittee) {
    return renews && find(ctx, OwnersCommittee, renews.id)
  }

  @Needs(...OWNERS_FACTS)
  @FieldResolver(() => [ownersTypes.Offer])
  async offers(@Ctx() ctx: Context, @Root() owners: OwnersCommittee) {
    const { status, division } = owners
    return ownersCommitteeMachine.offers({ ...(await ownersFacts(ctx, owners)), status, division }, ctx.actor, ctx.now)
  }

  @Needs('id')
  @FieldResolver(() => [Event])
  events(@Ctx() ctx: Context, @Root() { id }: OwnersCommittee, @Args(() => EventsArgs) { last }: EventsArgs) {
    return eventsOf(ctx, id, last)
  }

  @Needs('id', 'status')
  @FieldResolver(() => Waiting)
  waiting(@Ctx() ctx: Context, @Root() owners: OwnersCommittee) {
    return waitingOf(ctx, ownersCommitteeMachine, owners)
  }

  @For(...TOWN, ...COMMITTEE)
  @Mutation(() => OwnersCommittee, { description: 'Enters the written report that an owners’ committee is to be formed.' })
  async reportOwnersCommittee(@Ctx() ctx: Context, @Arg('input', () => OwnersInput) input: OwnersInput) {
    const { division, heads, area } = input
    mustHold(ctx, [...TOWN, ...COMMITTEE], division)
    if (heads < 1 || area < 1)
      throw badInput(text('业主人数和专有部分面积应当大于零。', 'Owners and area are more than none.'), { field: 'heads' })
    const reportedOn = dayGiven(input.reportedOn, 'reportedOn')
    if (reportedOn > dayOf(ctx.now))
      throw badInput(text('报告日期不能晚于今天。', 'The report is not of a day to come.'), { field: 'reportedOn' })
    const compound = said(input.compound, 'compound', LINE)
    return report(ctx, { division, heads, area, reportedOn, compound, kind: 'FIRST', renews: null })
  }

  @For(...TOWN)
  @Mutation(() => OwnersCommittee, { description: 'Forms the preparatory group; owners make up at least half of it.' })
  async formOwnersGroup(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('group', () => [GroupMember]) given: GroupMember[],
  ) {
    const owners = await take(ctx, OwnersCommittee, what, id, expectedVersion)
    const group = given.map(({ seat, name }) => ({ seat, name: said(name, 'group', LINE) }))
    const { group: fewest } = ownersRule(ctx, owners.division)
    if (group.length < fewest || group.length % 2 === 0)
      throw badInput(text(`筹备组不少于${fewest}人，人数为单数。`, `The group has at least ${fewest} members, an odd number.`), {
        field: 'group',
      })
    if (group.filter(({ seat }) => seat === 'OWNER').length * 2 < group.length)
      throw badInput(text('业主代表不少于筹备组的一半。', 'Owners make up at least half of the group.'), { field: 'group' })
    await actOwners(ctx, owners, 'FORM_GROUP', { data: { members: group.length } })
    return Object.assign(owners, { group })
  }

  @For(...TOWN, ...COMMITTEE)
  @Mutation(() => OwnersCommittee, {
    description: 'Posts the owner roll and the documents, fifteen days before the owners’ meeting.',
  })
  async postOwnersDocuments(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('documents', () => [String]) given: string[],
    @Arg('meetingOn', () => String, { description: '2026-01-01' }) meetingOn: string,
  ) {
    const owners = await take(ctx, OwnersCommittee, what, id, expectedVersion)
    const { value } = rule<TimeLimit>(ctx, 'OWNERS_POSTING', owners.division).value
    if (dayGiven(meetingOn, 'meetingOn') <= addDays(dayOf(ctx.now), value))
      throw badInput(text(`会议应当在公告满${value}日后召开。`, `The meeting is held after ${value} days of posting.`), {
        field: 'meetingOn',
      })
    const documents = names(given, 'documents')
    if (documents.length === 0) throw badInput(text('请列出公告的文件。', 'Name what is posted.'), { field: 'documents' })
    await actOwners(ctx, owners, 'POST', { data: { documents, meetingOn } })
    return Object.assign(owners, { documents, meetingOn, postedAt: ctx.now })
  }

  @For(...TOWN)
  @Mutation(() => OwnersCommittee, {
    description:
      'Records the election: two thirds of area and heads take part, more than half of both agree (民法典第二百七十八条).',
  })
  async recordOwnersElection(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('input', () => ElectionInput) { years, members: given, ...count }: ElectionInput,
  ) {
    const owners = await take(ctx, OwnersCommittee, what, id, expectedVersion)
    const { heads, area } = owners
    const isInOrder = (whole: number, present: number, agree: number) => agree >= 0 && present >= agree && whole >= present
    if (!isInOrder(heads, count.presentHeads, count.agreeHeads) || !isInOrder(area, count.presentArea, count.agreeArea))
      throw badInput(
        text('同意数不超过参与数，参与数不超过总数。', 'No more agree than take part, no more take part than there are.'),
        { field: 'presentHeads' },
      )
    const standard = ownersRule(ctx, owners.division)
    const members = names(given, 'members')
    if (members.length < standard.fewest || members.length > standard.most || members.length % 2 === 0)
      throw badInput(
        text(
          `业主委员会由${standard.fewest}至${standard.most}人组成，人数为单数。`,
          `A committee has ${standard.fewest} to ${standard.most} members, an odd number.`,
        ),
        { field: 'members' },
      )
    if (years < 1 || years > standard.years)
      throw badInput(text(`任期一至${standard.years}年。`, `A term is one to ${standard.years} years.`), { field: 'years' })
    await actOwners(ctx, owners, 'ELECT', { data: { ...count, members: members.length } })
    const lost = notCarriedBy({ heads, area, ...count }, standard)
    if (lost) throw refused(lost)
    const electedOn = owners.meetingOn!
    return Object.assign(owners, { ...count, members, electedOn, termEndsOn: termEnd(electedOn, years) })
  }

  @For(...TOWN)
  @Mutation(() => OwnersCommittee, { description: 'Receives the committee for the record with a receipt number.' })
  async fileOwnersCommittee(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('receipt', () => String) receipt: string,
  ) {
    const owners = await take(ctx, OwnersCommittee, what, id, expectedVersion)
    owners.receipt = said(receipt, 'receipt', LINE)
    return actOwners(ctx, owners, 'FILE', { data: { receipt: owners.receipt } })
  }

  @For(...TOWN, ...COMMITTEE)
  @Mutation(() => OwnersCommittee, { description: 'Begins the renewal of a committee; gives the new record.' })
  async renewOwnersCommittee(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
  ) {
    const owners = await take(ctx, OwnersCommittee, what, id, expectedVersion)
    await actOwners(ctx, owners, 'RENEW')
    const { division, compound, heads, area } = owners
    return report(ctx, { division, compound, heads, area, reportedOn: dayOf(ctx.now), kind: 'RENEWAL', renews: owners })
  }

  @For(...TOWN, ...COMMITTEE)
  @Mutation(() => OwnersCommittee, { description: 'Takes an action of the formation that carries no data.' })
  async actOnOwnersCommittee(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('action', () => ownersTypes.Action) action: OwnersAction,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('reason', () => String, { nullable: true }) reason?: string,
  ) {
    mustNotCarry(ownersCommitteeMachine, action)
    return actOwners(ctx, await take(ctx, OwnersCommittee, what, id, expectedVersion), action, { reason })
  }
}

type Reported = Pick<OwnersCommittee, 'division' | 'compound' | 'heads' | 'area' | 'reportedOn' | 'kind' | 'renews'>

const report = async (ctx: Context, reported: Reported): Promise<OwnersCommittee> => {
  const dueAt = dueAfter(ctx.now, rule<TimeLimit>(ctx, 'OWNERS_GROUP', reported.division).value)
  const owners = ctx.em.create(OwnersCommittee, { ...reported, id: uuidv7(), dueAt, createdAt: ctx.now })
  await begin(ctx, ownersCommitteeMachine, owners, { title: reported.compound })
  return owners
}
