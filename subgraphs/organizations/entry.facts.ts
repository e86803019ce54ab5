// What the guards of the directory ask about an entry and its organisation.
import type { Relation } from '../shared/actor.ts'
import { dayOf } from '../shared/calendar.ts'
import { grouped, many, find, rule, type Context } from '../shared/context.ts'
import { text, type Text } from '../shared/words.ts'
import { EntryObjection, QualifiedEntry } from './entry.entity.ts'
import { EVIDENCE, type EntryFacts, type Evidence } from './entry.rules.ts'
import type { Qualification } from './limits.rules.ts'
import { SocialOrganization } from './organization.entity.ts'
import { GRADES, reaches } from './organization.rules.ts'
import { relationsOf } from './rights.ts'
import { marksOf, reportsOf } from './standing.find.ts'
import { OrganizationPerson } from './standing.entity.ts'
import { marksOn, RESULTS, violatedWithin, yearDue } from './standing.rules.ts'

export const ENTRY_FACTS = [
  'id',
  'status',
  'division',
  'previousStatus',
  'organization',
  'evidence',
  'report',
  'publicityAt',
  'publicityDays',
  'suspendedUntil',
  'validUntil',
] as const satisfies readonly (keyof QualifiedEntry)[]
type Known = Pick<QualifiedEntry, (typeof ENTRY_FACTS)[number]>

/** The people of an organisation, whoever asks: guards read them, callers do not. */
export const staffOf = async (ctx: Context, organization: string): Promise<OrganizationPerson[]> =>
  (await many(ctx, 'staff', organization, async (ids) =>
    grouped(
      await ctx.em.find(
        OrganizationPerson,
        { organization: { $in: ids } },
        { filters: { scope: false }, orderBy: { id: 'asc' } },
      ),
      (person) => person.organization,
    ),
  )) ?? []

const YEARS = 3

/** Whether the actor works or within three years worked for the organisation, or acts for it. */
export const isInvolved = async (ctx: Context, organization: string): Promise<boolean> => {
  const { actor } = ctx
  if (actor.kind === 'SYSTEM') return false
  if (actor.organization === organization) return true
  const today = dayOf(ctx.now)
  const from = `${Number(today.slice(0, 4)) - YEARS}${today.slice(4)}`
  const people = await staffOf(ctx, organization)
  return people.some(({ account, until }) => account !== null && account === actor.id && (until === null || until >= from))
}

/** What the organisation lacks for the directory, sentence by sentence. */
export const gapsOf = async (ctx: Context, organization: SocialOrganization, evidence: readonly Evidence[]): Promise<Text[]> => {
  const asked = rule<Qualification>(ctx, 'DIRECTORY_QUALIFICATION', organization.division).value
  const today = dayOf(ctx.now)
  const [people, reports, marks] = await Promise.all([
    staffOf(ctx, organization.id),
    reportsOf(ctx, organization.id),
    marksOf(ctx, organization.id),
  ])
  const gaps: Text[] = []
  const missing = (Object.keys(EVIDENCE) as Evidence[]).filter((one) => !evidence.includes(one))
  if (missing.length)
    gaps.push(
      text(
        `材料不齐：${missing.map((one) => EVIDENCE[one].zh).join('、')}。`,
        `Not handed in: ${missing.map((one) => EVIDENCE[one].en).join('; ')}.`,
      ),
    )
  const year = yearDue(today)
  const report = reports.find((one) => one.year === year)
  if (report?.result !== 'PASSED' && report?.result !== 'BASIC')
    gaps.push(
      text(
        `${year}年度报告${report ? RESULTS[report.result].zh : '没有登记'}。`,
        `Annual report of ${year}: ${report ? RESULTS[report.result].en.toLowerCase() : 'not entered'}.`,
      ),
    )
  if (!reaches(organization, asked.grade, today))
    gaps.push(
      text(
        `评估等级没有达到${GRADES[asked.grade].zh}，或者已经到期。`,
        `Its grade does not reach ${GRADES[asked.grade].en}, or has lapsed.`,
      ),
    )
  const staff = people.filter(
    ({ post, since, until }) => post === 'STAFF' && since <= today && (until === null || until >= today),
  )
  if (staff.length < asked.staff)
    gaps.push(
      text(
        `专职人员不少于${asked.staff}名，现有${staff.length}名。`,
        `At least ${asked.staff} full-time staff; it has ${staff.length}.`,
      ),
    )
  if (marksOn(marks, today).length) gaps.push(text('在异常名录或失信名单中。', 'Something is held against it on a list.'))
  if (violatedWithin(marks, asked.years, today))
    gaps.push(text(`${asked.years}年内有违法记录。`, `There was a violation within ${asked.years} years.`))
  return gaps
}

export const objectionsOf = async (ctx: Context, entry: string): Promise<EntryObjection[]> =>
  (await many(ctx, 'entry.objections', entry, async (ids) =>
    grouped(
      await ctx.em.find(
        EntryObjection,
        { entry: { $in: ids } },
        { orderBy: { at: 'asc', id: 'asc' }, filters: { scope: false } },
      ),
      (one) => one.entry,
    ),
  )) ?? []

export const entryFacts = async (ctx: Context, entry: Known): Promise<EntryFacts & { relations: Relation[] }> => {
  const organization = (await find(ctx, SocialOrganization, entry.organization))!
  const objections = await objectionsOf(ctx, entry.id)
  const isChecked = entry.status === 'UNDER_REVIEW'
  const marks = await marksOf(ctx, entry.organization)
  return {
    status: entry.status,
    relations: relationsOf(ctx.actor, entry),
    organizationStatus: organization.status,
    gaps: isChecked ? await gapsOf(ctx, organization, entry.evidence) : [],
    hasReport: entry.report !== null,
    openObjections: objections.filter(({ answer }) => answer === null).length,
    upheldObjections: objections.filter(({ upheld }) => upheld).length,
    publicityAt: entry.publicityAt,
    publicityDays: entry.publicityDays ?? 0,
    isInvolved: await isInvolved(ctx, entry.organization),
    isMarked: marksOn(marks, dayOf(ctx.now)).length > 0,
    suspendedUntil: entry.suspendedUntil,
    validUntil: entry.validUntil,
  }
}

/** The number of days a limit has. */
export const daysOn = (ctx: Context, code: string, division: string): number =>
  rule<{ value: number }>(ctx, code, division).value.value
