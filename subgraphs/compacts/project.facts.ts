// What the guards of a project ask about it; one statement, however many projects are asked about.
import type { Relation } from '../shared/actor.ts'
import { many, rule, type Context } from '../shared/context.ts'
import type { Project } from './project.entity.ts'
import type { ProjectFacts } from './project.rules.ts'
import type { SupervisionRule } from './supervision.rules.ts'
import { uuids } from './transaction.ts'

interface Steps {
  milestones: number
  unproven: string[]
  stop_decided: boolean
  supervisors: number
  open_findings: number
  agreed: boolean
  evaluated: boolean
}

const stepsOf = (ctx: Context, id: string): Promise<Steps | null> =>
  many(ctx, 'project.steps', id, async (ids) => {
    const rows = await ctx.em.execute<(Steps & { id: string })[]>(
      `select p.id, count(m.id)::int as milestones,
              coalesce(json_agg(m.title order by m.position) filter (where m.is_mandatory and m.evidence is null), '[]') as unproven,
              exists (select 1 from compacts.meeting t where t.issue_id = p.issue_id and t.status = 'PUBLISHED' and t.published_at > p.created_at) as stop_decided,
              (select count(*)::int from compacts.project_supervisor s where s.project_id = p.id) as supervisors,
              (select count(*)::int from compacts.project_inspection i where i.project_id = p.id and i.is_problem and i.answer is null) as open_findings,
              exists (select 1 from compacts.project_inspection i where i.project_id = p.id and i.kind = 'ACCEPTANCE' and not i.is_problem and i.at >= p.delivered_at) as agreed,
              (select i.status in ('COMPACTING', 'CONCLUDED') from compacts.issue i where i.id = p.issue_id) as evaluated
         from compacts.project p left join compacts.milestone m on m.project_id = p.id
        where p.id = any(?::uuid[]) group by p.id`,
      [uuids(ids)],
    )
    return new Map(rows.map((row) => [row.id, row]))
  })

/** Whether the caller acts for the owner: by the account named, or for the body it is. */
export const ownsProject = (
  { actor }: Context,
  { ownerAccount, organization }: Pick<Project, 'ownerAccount' | 'organization'>,
): boolean => (!!ownerAccount && ownerAccount === actor.id) || (!!organization && organization === actor.organization)

/** The columns the guards read, and with them the offers. */
export const PROJECT_FACTS = [
  'id',
  'status',
  'division',
  'previousStatus',
  'ownerAccount',
  'organization',
  'owner',
  'budget',
  'spent',
] as const satisfies readonly (keyof Project)[]

export const projectFacts = async (
  ctx: Context,
  project: Pick<Project, (typeof PROJECT_FACTS)[number]>,
): Promise<ProjectFacts & { relations: Relation[] }> => {
  const steps = await stepsOf(ctx, project.id)
  const relations: Relation[] = ownsProject(ctx, project) ? ['OWNER'] : []
  return {
    relations,
    owner: project.owner,
    budget: project.budget,
    milestones: steps?.milestones ?? 0,
    unproven: steps?.unproven ?? [],
    isOwner: relations.includes('OWNER'),
    isStopDecided: steps?.stop_decided ?? false,
    spent: project.spent,
    supervision: rule<SupervisionRule>(ctx, 'PROJECT_SUPERVISION', project.division).value,
    supervisors: steps?.supervisors ?? 0,
    openFindings: steps?.open_findings ?? 0,
    isAgreedByGroup: steps?.agreed ?? false,
    isEvaluated: steps?.evaluated ?? false,
  }
}
