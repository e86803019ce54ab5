// Taking an action on a project, and the day it then works towards.
import { addDays, startOf } from '../shared/calendar.ts'
import type { Context } from '../shared/context.ts'
import { act, record } from '../shared/event.ts'
import { badInput } from '../shared/errors.ts'
import { text } from '../shared/words.ts'
import { Milestone, Project } from './project.entity.ts'
import { projectFacts } from './project.facts.ts'
import { projectMachine, type ProjectAction } from './project.machine.ts'
import { bySystem, settle } from './transaction.ts'

/** The end of the day by which the next milestone must be shown done; null when none waits. */
export const nextDue = async (ctx: Context, project: Pick<Project, 'id'>): Promise<Date | null> => {
  await ctx.em.flush()
  const next = await ctx.em.findOne(
    Milestone,
    { project: project.id, evidence: null, isMandatory: true },
    { orderBy: { dueOn: 'asc' } },
  )
  return next && startOf(addDays(next.dueOn, 1))
}

export const actProject = async (
  ctx: Context,
  project: Project,
  action: ProjectAction,
  reason?: string,
  data?: unknown,
): Promise<Project> => {
  const { to } = projectMachine.row(action)
  const dueAt = to === 'IN_PROGRESS' || to === 'REWORK' ? await nextDue(ctx, project) : null
  await act(ctx, projectMachine, project, action, await projectFacts(ctx, project), { title: project.title, reason, data, dueAt })
  if (action === 'DELIVER') project.deliveredAt = ctx.now
  if (action === 'REOPEN') project.deliveredAt = null
  return project
}

/** Something noted on a project that changes no state; whoever must act next still must, by the next milestone's day. */
export const noteOn = async (
  ctx: Context,
  project: Project,
  action: string,
  data: unknown,
  reason?: string,
): Promise<Project> => {
  const isUnderWay = project.status === 'IN_PROGRESS' || project.status === 'REWORK'
  if (isUnderWay) project.dueAt = await nextDue(ctx, project)
  await record(ctx, project, {
    type: 'Project',
    action,
    from: project.status,
    to: project.status,
    title: project.title,
    reason,
    data,
    ...(isUnderWay && { awaits: projectMachine.awaits(project.status), dueAt: project.dueAt }),
  })
  return project
}

/** The project of an issue that must be done again: its owner is asked to rework it. */
export const reopenProject = async (ctx: Context, issue: string): Promise<void> => {
  const project = await ctx.em.findOne(Project, { issue, status: { $in: ['DELIVERED', 'ACCEPTED'] } })
  if (!project) return
  await settle(ctx)
  await actProject(bySystem(ctx), project, 'REOPEN')
}

/** A day that exists, as it is written. */
export const dayGiven = (day: string, field: string): string => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day))
    throw badInput(text('日期格式应为 2026-01-01。', 'A date is written 2026-01-01.'), { field })
  return day
}
