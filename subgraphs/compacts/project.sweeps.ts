// Late milestones, told level by level: to the owner, then the committee, then the subdistrict. May run twice.
import { LockMode } from '@mikro-orm/postgresql'
import { dayOf } from '../shared/calendar.ts'
import { rule, type Context } from '../shared/context.ts'
import { record } from '../shared/event.ts'
import { Milestone, Project } from './project.entity.ts'
import { alertOf, type AlertRule } from './supervision.rules.ts'

const BATCH = 100

export const alertMilestones = async (ctx: Context): Promise<void> => {
  const late = await ctx.em.execute<{ project: string }[]>(
    `select distinct p.id as project from compacts.milestone m join compacts.project p on p.id = m.project_id
      where p.status in ('IN_PROGRESS', 'REWORK') and m.evidence is null and m.alerts < 3 and m.due_on < ?::date limit ${BATCH}`,
    [dayOf(ctx.now)],
  )
  for (const { project: id } of late) {
    const [project] = await ctx.em.find(Project, { id }, { lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE })
    if (!project) continue
    const levels = rule<AlertRule>(ctx, 'PROJECT_ALERTS', project.division).value
    for (const milestone of await ctx.em.find(Milestone, { project: id, evidence: null }, { orderBy: { position: 'asc' } })) {
      const hasOwner = project.ownerAccount !== null || project.organization !== null
      const alert = alertOf(milestone.dueOn, hasOwner, levels, ctx.now)
      if (!alert || alert.level <= milestone.alerts) continue
      milestone.alerts = alert.level
      await record(ctx, project, {
        type: 'Project',
        action: 'ALERT',
        from: project.status,
        to: project.status,
        as: 'SYSTEM',
        title: `${project.title}：“${milestone.title}”逾期`,
        data: { milestone: milestone.title, dueOn: milestone.dueOn },
        awaits: alert.awaits,
        // The moment this level is reached: whoever is told now is reminded once, whoever was told before is not told again.
        dueAt: alert.at,
        organization: project.organization,
      })
    }
  }
}
