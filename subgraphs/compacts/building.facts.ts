// What the guards of a lift retrofit ask about it; one statement, however many are asked about.
import { startOf, type TimeLimit } from '../shared/calendar.ts'
import { many, type Context } from '../shared/context.ts'
import type { Notice } from '../shared/notice.ts'
import { ruleAt } from '../shared/rule.ts'
import type { AssemblyRule } from './assembly.rules.ts'
import type { BuildingProject } from './building.entity.ts'
import type { BuildingFacts } from './building.rules.ts'
import { uuids } from './transaction.ts'

interface Around {
  owners: number
  is_called: boolean
  is_carried: boolean | null
  approvals: number
  missing: string[]
  is_coordinated: boolean
}

const SINCE = (action: string) => `(select max(v."at") from compacts.event v where v.stream = p.id and v.action = '${action}')`

const aroundOf = (ctx: Context, id: string): Promise<Around | null> =>
  many(ctx, 'building.around', id, async (ids) => {
    const rows = await ctx.em.execute<(Around & { id: string })[]>(
      `select p.id,
              (select count(*)::int from compacts.owner_entry o where o.division = p.division and o.door = p.door) as owners,
              exists (select 1 from compacts.meeting m where m.building_id = p.id and m.status not in ('PUBLISHED', 'CANCELLED') and m.created_at >= ${SINCE('SURVEY')}
                 and not exists (select 1 from compacts.vote v where v.meeting_id = m.id and v.status in ('CERTIFIED', 'PUBLISHED', 'VOIDED'))) as is_called,
              (select v.carried from compacts.vote v join compacts.meeting m on m.id = v.meeting_id
                where m.building_id = p.id and v.status in ('CERTIFIED', 'PUBLISHED') and v.created_at >= ${SINCE('SURVEY')} order by v.created_at desc limit 1) as is_carried,
              (select count(*)::int from compacts.approval_step a where a.project_id = p.id and a.stage = p.status) as approvals,
              coalesce((select json_agg(a.department order by a.submitted_on) from compacts.approval_step a
                where a.project_id = p.id and a.stage = p.status and (a.result is distinct from 'APPROVED' or a.seals < a.required_seals)
                  and not exists (select 1 from compacts.approval_step n where n.project_id = p.id and n.stage = a.stage and n.department = a.department
                       and (n.submitted_on, n.id) > (a.submitted_on, a.id))), '[]') as missing,
              exists (select 1 from compacts.meeting m where m.issue_id = p.issue_id and m.type = 'COORDINATION' and m.status = 'PUBLISHED'
                 and m.published_at > ${SINCE('OBJECT')}) as is_coordinated
         from compacts.building_project p where p.id = any(?::uuid[])`,
      [uuids(ids)],
    )
    return new Map(rows.map((row) => [row.id, row]))
  })

/** How its owners decide. */
export const ruleOfBuilding = (
  ctx: Context,
  { ruleDay, division }: Pick<BuildingProject, 'ruleDay' | 'division'>,
): AssemblyRule => ruleAt<AssemblyRule>(ctx.rules, 'LIFT', startOf(ruleDay), division).value

/** How long plan and agreement are up, by the rule of the day they were posted. */
const postingOf = (ctx: Context, { publicisedAt, division }: Pick<BuildingProject, 'publicisedAt' | 'division'>): Notice => ({
  begunAt: publicisedAt,
  days: ruleAt<TimeLimit>(ctx.rules, 'LIFT_PUBLICITY', publicisedAt ?? ctx.now, division).value.value,
})

/** The columns the guards read, and with them the offers. */
export const BUILDING_FACTS = [
  'id',
  'status',
  'division',
  'previousStatus',
  'ruleDay',
  'agreement',
  'compoundOwners',
  'compoundAgree',
  'publicisedAt',
] as const satisfies readonly (keyof BuildingProject)[]

export const buildingFacts = async (
  ctx: Context,
  project: Pick<BuildingProject, (typeof BUILDING_FACTS)[number]>,
): Promise<BuildingFacts> => {
  const around = (await aroundOf(ctx, project.id))!
  return {
    rule: ruleOfBuilding(ctx, project),
    owners: around.owners,
    isCalled: around.is_called,
    isCarried: around.is_carried,
    hasAgreement: project.agreement !== null,
    compoundOwners: project.compoundOwners,
    compoundAgree: project.compoundAgree,
    approvals: around.approvals,
    missing: around.missing,
    isCoordinated: around.is_coordinated,
    posting: postingOf(ctx, project),
  }
}
