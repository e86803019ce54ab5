// What the guards of an assignment ask about it; one statement, however many are asked about.
import type { Relation } from '../shared/actor.ts'
import { many, type Context } from '../shared/context.ts'
import { accountRelations, isTiedTo } from './grantActs.ts'
import type { GrantAssignment } from './grantReview.entity.ts'
import type { AssignmentFacts } from './grantReview.rules.ts'
import type { Criterion } from './grantRound.rules.ts'
import { sheetWrong } from './grantScore.rules.ts'
import { uuids } from './transaction.ts'

export interface AssignmentAround {
  id: string
  organization: string
  revision: number
  round: string
  isBlind: boolean
  criteria: Criterion[]
  roundTitle: string
}

/** What stands behind an assignment; reviewers have no other way to it. */
export const assignmentAround = async (ctx: Context, id: string): Promise<AssignmentAround> =>
  (await many(ctx, 'grant.assignment', id, async (ids) => {
    const rows = await ctx.em.execute<AssignmentAround[]>(
      `select s.id, a.organization, a.revision, r.status as round, r.is_blind as "isBlind", r.criteria, r.title as "roundTitle"
         from organizations.grant_assignment s join organizations.grant_application a on a.id = s.application_id
         join organizations.micro_grant_round r on r.id = s.round_id where s.id = any(?::uuid[])`,
      [uuids(ids)],
    )
    return new Map(rows.map((row) => [row.id, row]))
  }))!

export const ASSIGNMENT_FACTS = [
  'id',
  'status',
  'division',
  'previousStatus',
  'account',
  'scores',
  'revision',
] as const satisfies readonly (keyof GrantAssignment)[]

export const assignmentFacts = async (
  ctx: Context,
  { id, account, scores, revision: readRevision }: Pick<GrantAssignment, (typeof ASSIGNMENT_FACTS)[number]>,
): Promise<AssignmentFacts & { relations: Relation[] }> => {
  const { organization, revision, round, criteria } = await assignmentAround(ctx, id)
  return {
    relations: accountRelations(ctx.actor, account),
    round,
    isTied: await isTiedTo(ctx, organization),
    sheet: sheetWrong(criteria, scores),
    readRevision,
    revision,
  }
}
