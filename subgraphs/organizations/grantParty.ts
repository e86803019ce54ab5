// What the conditions of a round ask of an organisation that applies: how it stands in the register, and what became of its projects.
import { dayOf } from '../shared/calendar.ts'
import { many, type Context } from '../shared/context.ts'
import type { Text } from '../shared/words.ts'
import { monthsBetween, verdicts, type Applicant, type ConditionRow, type Verdict } from './grantEligibility.rules.ts'
import { socialOrganizationMachine, type OrganizationStatus } from './organization.machine.ts'
import { GRADES, gradeOn, type OrganizationGrade } from './organization.rules.ts'
import { yearDue, type ReportResult } from './standing.rules.ts'
import { uuids } from './transaction.ts'

interface Standing {
  id: string
  status: OrganizationStatus
  grade: OrganizationGrade | null
  gradeUntil: string | null
  report: ReportResult | null
  isListed: boolean
  failed: number
  barredUntil: string | null
  awards: number
}

/** One statement, however many organisations are asked about. */
const standingOf = (ctx: Context, organization: string): Promise<Standing | null> =>
  many(ctx, 'grant.standing', organization, async (ids) => {
    const today = dayOf(ctx.now)
    const year = Number(today.slice(0, 4))
    const rows = await ctx.em.execute<Standing[]>(
      `select o.id, o.status, o.grade, o.grade_until::text as "gradeUntil",
              (select r.result from organizations.annual_report r where r.organization = o.id and r.year = ?) as report,
              exists (select 1 from organizations.organization_mark m where m.organization = o.id and m.kind <> 'PENALTY'
                and m.since <= ?::date and (m.until is null or m.until > ?::date)) as "isListed",
              (select count(*)::int from organizations.grant_bar b where b.organization = o.id and extract(year from b."from") = ?) as failed,
              (select max(b.until)::text from organizations.grant_bar b where b.organization = o.id and b.until >= ?::date) as "barredUntil",
              (select count(*)::int from organizations.grant_agreement a where a.organization = o.id and a.status <> 'DECLINED'
                 and extract(year from a.created_at at time zone 'Asia/Shanghai') = ?) as awards
         from organizations.social_organization o where o.id = any(?::uuid[])`,
      [yearDue(today), today, today, year - 1, today, year, uuids(ids)],
    )
    return new Map(rows.map((row) => [row.id, row]))
  })

export interface Asked {
  readonly amount: number
  readonly startsOn: string | null
  readonly endsOn: string | null
}

const applicantOf = (ctx: Context, standing: Standing | null, cap: number, asked: Asked | null): Applicant => {
  const grade = standing && gradeOn(standing, dayOf(ctx.now))
  const says: Text = standing
    ? socialOrganizationMachine.states[standing.status].label
    : { zh: '未登记', en: 'Not in the register' }
  return {
    isRegistered: standing?.status === 'REGISTERED',
    standing: says,
    hasReported: standing?.report ? standing.report === 'PASSED' || standing.report === 'BASIC' : null,
    grade: grade ? Object.keys(GRADES).indexOf(grade) + 1 : 0,
    isListed: standing?.isListed ?? false,
    failedLastYear: standing?.failed ?? 0,
    barredUntil: standing?.barredUntil ?? null,
    awardsThisYear: standing?.awards ?? 0,
    asked: asked && asked.amount,
    cap,
    months: asked?.startsOn && asked.endsOn ? monthsBetween(asked.startsOn, asked.endsOn) : null,
  }
}

/** How the organisation meets each condition of a round; with an application, what that asks for too. */
export const eligibilityOf = async (
  ctx: Context,
  round: { readonly conditions: readonly ConditionRow[]; readonly cap: number },
  organization: string,
  asked: Asked | null,
): Promise<Verdict[]> => verdicts(round.conditions, applicantOf(ctx, await standingOf(ctx, organization), round.cap, asked))
