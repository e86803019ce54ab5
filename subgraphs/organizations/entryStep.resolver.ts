// The way into the directory and out of it.
import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { For, SignedIn } from '../shared/access.ts'
import { dayOf } from '../shared/calendar.ts'
import { hold, take, type Context } from '../shared/context.ts'
import { badInput, notFound, refused } from '../shared/errors.ts'
import { begin, record } from '../shared/event.ts'
import { text } from '../shared/words.ts'
import { dayAsked } from './day.ts'
import { actEntry, lift, limitEnd, suspend } from './entry.acts.ts'
import { enclose, enclosuresOf } from './enclosure.acts.ts'
import type { Enclosure } from './enclosure.entity.ts'
import { EntryObjection, entryTypes, QualifiedEntry } from './entry.entity.ts'
import { daysOn } from './entry.facts.ts'
import { QualificationInput } from './entry.inputs.ts'
import { LIVE, qualifiedEntryMachine, type EntryAction } from './entry.machine.ts'
import { untilDays } from './entry.rules.ts'
import { mustBeRegistered } from './organization.find.ts'
import { mustActFor, mustHold, mustNotCarry, REGISTRARS } from './rights.ts'
import { LINE, said } from './said.ts'

const what = qualifiedEntryMachine.label

/** What was handed in: ticked as on paper, sent as a file now, or as one before. */
const columnsOf = ({ fields, evidence, files, statement }: QualificationInput, before: readonly Enclosure[] = []) => {
  const named = [...new Set(fields.map((field) => said(field, 'fields', LINE)))]
  if (!named.length || named.length > 10)
    throw badInput(text('请填写1至10个服务领域。', 'Give 1 to 10 fields of service.'), { field: 'fields' })
  const proven = [...new Set([...evidence, ...[...before, ...files].flatMap((one) => one.evidence ?? [])])]
  return { fields: named, evidence: proven, statement: said(statement, 'statement') }
}

/** The end of a day that lies ahead. */
const endAsked = (ctx: Context, day: string, field: string): Date => {
  if (dayAsked(day, field) <= dayOf(ctx.now)) throw badInput(text('日期应当晚于今天。', 'The day must lie ahead.'), { field })
  return untilDays(new Date(`${day}T00:00:00+08:00`), 0)
}

@Resolver()
export class EntryStepResolver {
  @For('PARTNER_ORGANIZATION')
  @Mutation(() => QualifiedEntry, { description: 'Applies for the directory of the district the organisation is registered in.' })
  async applyForDirectory(@Ctx() ctx: Context, @Arg('input', () => QualificationInput) input: QualificationInput) {
    const organization = await mustBeRegistered(ctx, mustActFor(ctx))
    const before = await ctx.em.find(
      QualifiedEntry,
      { code: organization.code },
      { filters: { scope: false }, orderBy: { createdAt: 'desc' } },
    )
    const live = before.find(({ status }) => (LIVE as readonly string[]).includes(status))
    if (live) {
      const { label } = qualifiedEntryMachine.states[live.status]
      throw refused(
        text(`该组织的承接资质${label.zh}，不能重复申报。`, `The organisation has an entry already: ${label.en.toLowerCase()}.`),
        {
          rule: 'ENTRY_LIVE',
        },
      )
    }
    const bar = before.map(({ barredUntil }) => barredUntil).find((until) => until !== null && until > ctx.now)
    if (bar)
      throw refused(text(`${dayOf(bar)}前不得再次申报。`, `No new application before ${dayOf(bar)}.`), { rule: 'ENTRY_BARRED' })
    const division = organization.division.slice(0, 6).padEnd(12, '0')
    const { id, code, name } = organization
    const entry = ctx.em.create(QualifiedEntry, {
      ...columnsOf(input),
      id: uuidv7(),
      division,
      organization: id,
      code,
      createdAt: ctx.now,
    })
    entry.dueAt = limitEnd(ctx, 'DIRECTORY_REVIEW', division)
    await enclose(ctx, entry.id, input.files, { kept: 0 })
    await begin(ctx, qualifiedEntryMachine, entry, { title: name }, 'OWNER')
    return entry
  }

  @For('PARTNER_ORGANIZATION')
  @Mutation(() => QualifiedEntry, { description: 'Hands in what was asked for.' })
  async completeQualification(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('input', () => QualificationInput) input: QualificationInput,
  ) {
    const entry = await take(ctx, QualifiedEntry, what, id, expectedVersion)
    const before = await enclosuresOf(ctx, id)
    const made = await enclose(ctx, id, input.files, { kept: before.length })
    await actEntry(ctx, entry, 'COMPLETE', made.length ? { data: { files: made.map(({ name }) => name) } } : {})
    return Object.assign(entry, columnsOf(input, before))
  }

  @For(...REGISTRARS)
  @Mutation(() => QualifiedEntry, { description: 'Shows the entry to the public, with the report of whoever checked it.' })
  async publishQualification(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('report', () => String, { description: 'What was checked, and the result. It becomes public: no names of persons.' })
    report: string,
  ) {
    const entry = await take(ctx, QualifiedEntry, what, id, expectedVersion)
    entry.report = said(report, 'report')
    const days = daysOn(ctx, 'DIRECTORY_PUBLICITY', entry.division)
    await actEntry(ctx, entry, 'PUBLISH', { dueAt: untilDays(ctx.now, days), data: { report: entry.report } })
    return Object.assign(entry, { publicityAt: ctx.now, publicityDays: days })
  }

  @SignedIn()
  @Mutation(() => EntryObjection, {
    description: 'Objects to an entry while it is shown to the public. Who did is told to the officers only.',
  })
  async objectToQualification(@Ctx() ctx: Context, @Arg('entry', () => ID) id: string, @Arg('body', () => String) body: string) {
    const entry = await hold(ctx, QualifiedEntry, what, id)
    if (entry.status !== 'PUBLICITY')
      throw refused(text('公示期间才能提出异议。', 'One objects while it is shown to the public.'), { rule: 'PUBLICITY' })
    const { division } = entry
    const objection = ctx.em.create(EntryObjection, {
      id: uuidv7(),
      entry: id,
      division,
      account: ctx.actor.id!,
      by: ctx.actor.name,
      body: said(body, 'body', 2_000),
      at: ctx.now,
    })
    return objection
  }

  @For(...REGISTRARS)
  @Mutation(() => QualifiedEntry, { description: 'Answers an objection: upheld, and the entry cannot be listed; or not.' })
  async answerEntryObjection(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int, { description: 'Of the entry.' }) expectedVersion: number,
    @Arg('objection', () => ID) objectionId: string,
    @Arg('upheld', () => Boolean) upheld: boolean,
    @Arg('answer', () => String) answer: string,
  ) {
    const entry = await take(ctx, QualifiedEntry, what, id, expectedVersion)
    mustHold(ctx, REGISTRARS, entry.division)
    const objection = await ctx.em.findOne(EntryObjection, { id: objectionId, entry: id, answer: null })
    if (!objection) throw notFound(text('异议', 'Objection'))
    Object.assign(objection, { answer: said(answer, 'answer', 2_000), upheld, answeredAt: ctx.now })
    await record(ctx, entry, {
      type: 'QualifiedEntry',
      action: 'ANSWER_OBJECTION',
      title: entry.code,
      data: { upheld: upheld ? '成立' : '不成立' },
    })
    return entry
  }

  @For('PARTNER_ORGANIZATION')
  @Mutation(() => QualifiedEntry, { description: 'Confirms once a year that what was said still holds.' })
  async reconfirmQualification(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('statement', () => String) statement: string,
  ) {
    const entry = await take(ctx, QualifiedEntry, what, id, expectedVersion)
    const told = {
      data: { statement: said(statement, 'statement') },
      dueAt: limitEnd(ctx, 'DIRECTORY_RECONFIRMATION', entry.division),
    }
    return actEntry(ctx, entry, 'RECONFIRM', told)
  }

  @For(...REGISTRARS)
  @Mutation(() => QualifiedEntry, { description: 'Suspends the entry until a day; it then lifts itself.' })
  async suspendQualification(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('until', () => String, { description: 'Last day of the suspension.' }) until: string,
    @Arg('reason', () => String) reason: string,
  ) {
    const entry = await take(ctx, QualifiedEntry, what, id, expectedVersion)
    return suspend(ctx, entry, reason, endAsked(ctx, until, 'until'))
  }

  @For(...REGISTRARS)
  @Mutation(() => QualifiedEntry, {
    description: 'Takes the entry off the directory, and says from when a new application is possible.',
  })
  async removeQualification(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('reason', () => String) reason: string,
    @Arg('barredUntil', () => String, { nullable: true, description: 'No new application up to this day.' }) barredUntil?: string,
  ) {
    const entry = await take(ctx, QualifiedEntry, what, id, expectedVersion)
    const bar = barredUntil ? endAsked(ctx, barredUntil, 'barredUntil') : null
    await actEntry(ctx, entry, 'REMOVE', { reason, data: { barredUntil: barredUntil ?? null } })
    return Object.assign(entry, { barredUntil: bar, suspendedUntil: null })
  }

  @For(...REGISTRARS, 'PARTNER_ORGANIZATION')
  @Mutation(() => QualifiedEntry, { description: 'Takes an action that carries no data of its own.' })
  async actOnQualifiedEntry(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('action', () => entryTypes.Action) action: EntryAction,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('reason', () => String, { nullable: true }) reason?: string,
  ) {
    mustNotCarry(qualifiedEntryMachine, action)
    const entry = await take(ctx, QualifiedEntry, what, id, expectedVersion)
    if (action === 'LIFT') return lift(ctx, entry, reason ?? '')
    if (action !== 'LIST') return actEntry(ctx, entry, action, { reason })
    await mustBeRegistered(ctx, entry.organization)
    await actEntry(ctx, entry, 'LIST', { dueAt: limitEnd(ctx, 'DIRECTORY_RECONFIRMATION', entry.division) })
    return Object.assign(entry, { listedAt: ctx.now, validUntil: limitEnd(ctx, 'DIRECTORY_TERM', entry.division) })
  }
}
