// A district with its officers, organisations and reviewers, and how they ask the API about grants.
import { randomUUID } from 'node:crypto'
import type { Actor } from '../../subgraphs/shared/actor.ts'
import { dayOf } from '../../subgraphs/shared/calendar.ts'
import { holder, stage, type Answer, type Stage } from '../support/platform.ts'
import { DISTRICT } from './actors.ts'
import { M } from './grants.asked.ts'

export interface Step {
  readonly id: string
  readonly version: number
  readonly status: string
}

export const FORM = ['need', 'plan'].map((key) => ({
  key,
  label: key === 'need' ? '需求分析' : '实施方案',
  hint: '',
  limit: 1_000,
}))
export const CRITERIA = [
  { key: 'need', label: '需求', points: 10, weight: 4_000 },
  { key: 'plan', label: '方案', points: 10, weight: 6_000 },
]
export const CONDITIONS = [
  { code: 'REGISTERED', value: null },
  { code: 'REPORTED', value: null },
  { code: 'MIN_GRADE', value: 2 },
  { code: 'NOT_LISTED', value: null },
  { code: 'NO_FAILED_PROJECT', value: null },
  { code: 'NOT_BARRED', value: null },
  { code: 'MAX_AWARDS', value: 1 },
  { code: 'CAP', value: null },
  { code: 'MIN_MONTHS', value: 8 },
]

export interface Refusal {
  readonly message: string
  readonly code: string
}

export interface Grants extends Stage {
  readonly officer: Actor
  readonly lead: Actor
  readonly finance: Actor
  readonly auditor: Actor
  /** What is asked, or an error with its sentence. */
  readonly run: <T = Step>(actor: Actor, query: string, variables?: object) => Promise<T>
  readonly refused: (actor: Actor, query: string, variables?: object) => Promise<Refusal>
  readonly look: (table: string, id: string) => Promise<Step>
  readonly days: (count: number) => void
  readonly today: () => string
  readonly sweep: () => Promise<void>
}

const civil = () => holder([{ role: 'DISTRICT_CIVIL_AFFAIRS', division: DISTRICT }])

export const openGrants = async (at = new Date('2026-03-02T01:00:00Z')): Promise<Grants> => {
  const platform = await stage(['organizations'], at)
  const ask = <T>(actor: Actor, query: string, variables: object = {}): Promise<Answer<{ it: T }>> =>
    platform.ask('organizations', actor, query, variables as Record<string, unknown>)
  return {
    ...platform,
    officer: civil(),
    lead: civil(),
    finance: holder([{ role: 'DISTRICT_FINANCE', division: DISTRICT }]),
    auditor: holder([{ role: 'AUDITOR', division: DISTRICT }]),
    async run<T>(actor: Actor, query: string, variables?: object) {
      const { data, errors } = await ask<T>(actor, query, variables)
      if (errors.length) throw new Error(`${errors[0]!.code}: ${errors[0]!.message}`)
      return data!.it
    },
    async refused(actor, query, variables) {
      const { errors, data } = await ask(actor, query, variables)
      if (!errors.length) throw new Error(`not refused: ${JSON.stringify(data)}`)
      return errors[0]!
    },
    look: async (table, id) =>
      (
        await platform.sql<Step & Record<string, unknown>>(
          `select id, version, status from organizations.${table} where id = $1`,
          [id],
        )
      )[0]!,
    days: (count) => void (platform.clock.now = new Date(platform.clock.now.getTime() + count * 86_400_000)),
    today: () => dayOf(platform.clock.now),
    sweep: () => platform.subgraphs['organizations']!.sweep(),
  }
}

export interface Organization {
  readonly id: string
  readonly actor: Actor
}

let n = 0
/** An organisation in good standing, and somebody who acts for it. */
export const organization = async (
  g: Grants,
  more: { grade?: string | null; status?: string; report?: string | null } = {},
): Promise<Organization> => {
  n += 1
  const id = randomUUID()
  const { grade = 'A3', status = 'REGISTERED', report = 'PASSED' } = more
  await g.sql(
    `insert into organizations.social_organization (id, version, status, division, code, name, kind, grade, grade_until, created_at)
       values ($1, 1, $2, $3, $4, $5, 'SERVICE_AGENCY', $6, case when $6::text is null then null else date '2030-12-31' end, now())`,
    [id, status, DISTRICT, `52310113${String(n).padStart(10, '0')}`, `示例服务中心${n}`, grade],
  )
  if (report)
    for (const year of [2024, 2025])
      await g.sql(
        `insert into organizations.annual_report (id, organization, year, result) values (gen_random_uuid(), $1, $2, $3)`,
        [id, year, report],
      )
  const actor = holder([{ role: 'PARTNER_ORGANIZATION', division: DISTRICT }], { organization: id })
  return { id, actor }
}

export interface Reviewer {
  readonly id: string
  readonly actor: Actor
}

/** Everyone in the pool, by account: whoever a test admits may be drawn in the next. */
const pool = new Map<string, Reviewer>()

/** A reviewer in the pool. */
export const reviewer = async (g: Grants, more: Partial<Actor> & { employer?: string | null } = {}): Promise<Reviewer> => {
  const { employer = null, ...rest } = more
  const actor = holder([{ role: 'EVALUATOR', division: DISTRICT }], rest)
  const input = { division: DISTRICT, employer: '示例高校', fields: ['ELDERLY'], organization: employer }
  const applied = await g.run(actor, M.asReviewer, { input })
  const { id } = await g.run(g.officer, M.actReviewer, { ...applied, action: 'ADMIT' })
  const made = { id, actor }
  pool.set(actor.id!, made)
  return made
}

export const reviewerOf = (account: string): Reviewer => pool.get(account)!
