// What the guards of an objection ask about it; one statement, however many are asked about.
import { rolesAt, type Actor, type Relation } from '../shared/actor.ts'
import { many, type Context } from '../shared/context.ts'
import type { DutyObjection } from './objection.entity.ts'
import type { ObjectionFacts } from './objection.rules.ts'
import { OFFICERS, relationsOf } from './rights.ts'
import { uuids } from './transaction.ts'

const issuerOf = (ctx: Context, task: string): Promise<string | null> =>
  many(ctx, 'task.issuer', task, async (ids) => {
    const rows = await ctx.em.execute<{ id: string; issued_by: string }[]>(
      'select id, issued_by from duties.duty_task where id = any(?::uuid[])',
      [uuids(ids)],
    )
    return new Map(rows.map(({ id, issued_by }) => [id, issued_by]))
  })

/** The columns the guards read, and with them the offers. */
export const OBJECTION_FACTS = [
  'id',
  'status',
  'division',
  'previousStatus',
  'organization',
  'task',
  'side',
  'resident',
  'raisedBy',
  'answer',
  'answerUntil',
] as const satisfies readonly (keyof DutyObjection)[]

type Known = Pick<DutyObjection, (typeof OBJECTION_FACTS)[number]>

/** A committee's objection is its secretary's to take back, a resident's the resident's own. */
const isAuthor = (actor: Actor, { side, division, resident }: Pick<DutyObjection, 'side' | 'division' | 'resident'>): boolean =>
  side === 'COMMITTEE'
    ? rolesAt(actor, division).includes('COMMITTEE_SECRETARY')
    : resident !== null && resident === actor.resident

export const objectionFacts = async (ctx: Context, objection: Known): Promise<ObjectionFacts & { relations: Relation[] }> => {
  const { actor } = ctx
  const { organization, raisedBy, answer, answerUntil, task } = objection
  const people = [raisedBy, task && (await issuerOf(ctx, task.id))]
  return {
    relations: [...relationsOf(actor, objection), ...(isAuthor(actor, objection) ? (['AUTHOR'] as const) : [])],
    isInvolved: people.includes(actor.id) || organization === actor.organization,
    hasAnswer: answer !== null,
    answerUntil,
  }
}

/** Whether the actor reads what the two sides wrote: officers, the department, and the resident who raised it. */
export const readsObjection = (actor: Actor, objection: Pick<DutyObjection, 'division' | 'organization' | 'resident'>): boolean =>
  actor.kind === 'SYSTEM' ||
  (objection.resident !== null && objection.resident === actor.resident) ||
  relationsOf(actor, objection).length > 0 ||
  rolesAt(actor, objection.division).some((role) => (OFFICERS as readonly string[]).includes(role))
