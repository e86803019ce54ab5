// What civil affairs enters about an organisation, and what an organisation keeps about itself.
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { For } from '../shared/access.ts'
import { dayOf } from '../shared/calendar.ts'
import { take, type Context } from '../shared/context.ts'
import { badInput, notFound } from '../shared/errors.ts'
import { record } from '../shared/event.ts'
import { text } from '../shared/words.ts'
import { contactsAsked } from './contact.ts'
import { dayAsked, dayOrNull, mustFollow } from './day.ts'
import { what } from './organization.find.ts'
import { follow } from './organization.followers.ts'
import { GradeName, SocialOrganization } from './organization.entity.ts'
import type { OrganizationGrade } from './organization.rules.ts'
import { actsFor, KEEPERS, mustHold, REGISTRARS } from './rights.ts'
import { LINE, said, saidOrNull } from './said.ts'
import {
  AnnualReport,
  MarkName,
  OrganizationBranch,
  OrganizationMark,
  OrganizationPerson,
  PostName,
  ResultName,
} from './standing.entity.ts'
import type { MarkKind, Post, ReportResult } from './standing.rules.ts'

@InputType()
export class OrganizationPersonInput {
  @Field(() => String) name!: string
  @Field(() => PostName) post!: Post
  @Field(() => String, { description: '2026-01-01' }) since!: string
  @Field(() => String, { nullable: true }) until?: string
  @Field(() => ID, { nullable: true, description: 'The account of the person, where one is known.' }) account?: string
}

@InputType()
export class OrganizationMarkInput {
  @Field(() => MarkName) kind!: MarkKind
  @Field(() => String) reason!: string
  @Field(() => String, { nullable: true }) documentNumber?: string
  @Field(() => String, { description: '2026-01-01' }) since!: string
}

const told = (ctx: Context, organization: SocialOrganization, action: string, data: unknown) =>
  record(ctx, organization, { type: 'SocialOrganization', action, title: organization.name, data })

/** The organisation, if the caller keeps it: civil affairs of its division, or an account of its own. */
const kept = async (ctx: Context, id: string, version: number): Promise<SocialOrganization> => {
  const organization = await take(ctx, SocialOrganization, what, id, version)
  if (!actsFor(ctx.actor, id)) mustHold(ctx, KEEPERS, organization.division)
  return organization
}

const registered = async (ctx: Context, id: string, version: number): Promise<SocialOrganization> => {
  const organization = await take(ctx, SocialOrganization, what, id, version)
  mustHold(ctx, REGISTRARS, organization.division)
  return organization
}

@Resolver()
export class StandingStepResolver {
  @For(...REGISTRARS)
  @Mutation(() => SocialOrganization, { description: 'Enters the result of an assessment, and until when it holds.' })
  async gradeSocialOrganization(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('grade', () => GradeName) grade: OrganizationGrade,
    @Arg('until', () => String, { description: 'Last day on which it holds: 2031-01-01.' }) until: string,
  ) {
    const organization = await registered(ctx, id, expectedVersion)
    const before = { grade: organization.grade, gradeUntil: organization.gradeUntil }
    const after = { grade, gradeUntil: dayAsked(until, 'until') }
    Object.assign(organization, after)
    await told(ctx, organization, 'GRADE', { before, after })
    return organization
  }

  @For(...REGISTRARS)
  @Mutation(() => SocialOrganization, { description: 'Enters what became of the annual report of a year; again, to correct it.' })
  async recordAnnualReport(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('year', () => Int) year: number,
    @Arg('result', () => ResultName) result: ReportResult,
    @Arg('filedOn', () => String, { nullable: true }) filedOn?: string,
  ) {
    const organization = await registered(ctx, id, expectedVersion)
    if (year < 2000 || year >= Number(dayOf(ctx.now).slice(0, 4)))
      throw badInput(text('只能登记已结束年度的报告。', 'Only a year that is over has a report.'), { field: 'year' })
    if ((result === 'MISSING') !== !filedOn)
      throw badInput(
        text('报送的报告应填写报送日期，未报送的不填。', 'A report that was filed has a day, one that was not has none.'),
        {
          field: 'filedOn',
        },
      )
    const columns = { result, filedOn: dayOrNull(filedOn, 'filedOn') }
    const known = await ctx.em.findOne(AnnualReport, { organization: id, year })
    if (known) Object.assign(known, columns)
    else ctx.em.create(AnnualReport, { id: uuidv7(), organization: id, year, ...columns })
    await told(ctx, organization, 'REPORT', { year, result })
    return organization
  }

  @For(...REGISTRARS)
  @Mutation(() => SocialOrganization, {
    description: 'Enters it on a list of abnormal activity or serious violations, or a penalty.',
  })
  async markSocialOrganization(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('input', () => OrganizationMarkInput) { kind, reason, documentNumber, since }: OrganizationMarkInput,
  ) {
    const organization = await registered(ctx, id, expectedVersion)
    const columns = {
      kind,
      reason: said(reason, 'reason', 500),
      documentNumber: saidOrNull(documentNumber, 'documentNumber', LINE),
      since: dayAsked(since, 'since'),
    }
    if (columns.since > dayOf(ctx.now))
      throw badInput(text('日期不能晚于今天。', 'The day cannot lie in the future.'), { field: 'since' })
    ctx.em.create(OrganizationMark, { ...columns, id: uuidv7(), organization: id })
    await told(ctx, organization, 'MARK', columns)
    await follow(ctx, organization, 'MARKED')
    return organization
  }

  @For(...REGISTRARS)
  @Mutation(() => SocialOrganization, { description: 'Takes an organisation off the list again.' })
  async liftOrganizationMark(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('mark', () => ID) mark: string,
    @Arg('until', () => String) until: string,
    @Arg('reason', () => String) reason: string,
  ) {
    const organization = await registered(ctx, id, expectedVersion)
    const found = await ctx.em.findOne(OrganizationMark, { id: mark, organization: id, until: null })
    if (!found) throw notFound(text('记录', 'Entry'))
    mustFollow(found.since, dayAsked(until, 'until'), 'until')
    found.until = until
    await record(ctx, organization, {
      type: 'SocialOrganization',
      action: 'UNMARK',
      title: organization.name,
      reason: said(reason, 'reason', 500),
      data: { kind: found.kind, until },
    })
    return organization
  }

  @For(...KEEPERS, 'PARTNER_ORGANIZATION')
  @Mutation(() => SocialOrganization, { description: 'Enters a person with a post.' })
  async addOrganizationPerson(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('input', () => OrganizationPersonInput) input: OrganizationPersonInput,
  ) {
    const organization = await kept(ctx, id, expectedVersion)
    const [since, until] = [dayAsked(input.since, 'since'), dayOrNull(input.until, 'until')]
    mustFollow(since, until, 'until')
    const { division } = organization
    const { post, account = null } = input
    ctx.em.create(OrganizationPerson, {
      id: uuidv7(),
      organization: id,
      division,
      name: said(input.name, 'name', 50),
      post,
      since,
      until,
      account,
    })
    await told(ctx, organization, 'ADD_PERSON', { post })
    return organization
  }

  @For(...KEEPERS, 'PARTNER_ORGANIZATION')
  @Mutation(() => SocialOrganization, {
    description: 'Ends the post of a person; the entry stays, since it still speaks of a conflict of interest.',
  })
  async endOrganizationPerson(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('person', () => ID) person: string,
    @Arg('until', () => String) until: string,
  ) {
    const organization = await kept(ctx, id, expectedVersion)
    const found = await ctx.em.findOne(OrganizationPerson, { id: person, organization: id, until: null })
    if (!found) throw notFound(text('人员', 'Person'))
    mustFollow(found.since, dayAsked(until, 'until'), 'until')
    found.until = until
    await told(ctx, organization, 'END_PERSON', { post: found.post })
    return organization
  }

  @For(...REGISTRARS)
  @Mutation(() => SocialOrganization, { description: 'Enters a branch, or closes one on a day.' })
  async keepOrganizationBranch(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('name', () => String) name: string,
    @Arg('since', () => String) since: string,
    @Arg('division', () => ID, { nullable: true, description: 'Where it is; where the organisation is, when left out.' })
    division?: string,
    @Arg('until', () => String, { nullable: true }) until?: string,
  ) {
    const organization = await registered(ctx, id, expectedVersion)
    const columns = { name: said(name, 'name', 80), since: dayAsked(since, 'since'), until: dayOrNull(until, 'until') }
    mustFollow(columns.since, columns.until, 'until')
    const known = await ctx.em.findOne(OrganizationBranch, { organization: id, name: columns.name })
    if (known) Object.assign(known, columns)
    else
      ctx.em.create(OrganizationBranch, {
        ...columns,
        id: uuidv7(),
        organization: id,
        division: division ?? organization.division,
      })
    await told(ctx, organization, 'BRANCH', columns)
    return organization
  }

  @For(...KEEPERS, 'PARTNER_ORGANIZATION')
  @Mutation(() => SocialOrganization, { description: 'Says how the organisation is reached; what is left out is taken away.' })
  async keepOrganizationContacts(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('phone', () => String, { nullable: true }) phone?: string,
    @Arg('mail', () => String, { nullable: true }) mail?: string,
    @Arg('website', () => String, { nullable: true }) website?: string,
  ) {
    const organization = await kept(ctx, id, expectedVersion)
    const before = contactsIn(organization)
    Object.assign(organization, contactsAsked(phone, mail, website))
    await told(ctx, organization, 'CONTACTS', { before, after: contactsIn(organization) })
    return organization
  }
}

const contactsIn = ({ phone, mail, website }: SocialOrganization) => ({ phone, mail, website })
