// Taking an action on a lift retrofit.
import type { Context } from '../shared/context.ts'
import { act } from '../shared/event.ts'
import { noticeEnds } from '../shared/notice.ts'
import type { BuildingProject } from './building.entity.ts'
import { buildingFacts } from './building.facts.ts'
import { buildingProjectMachine, type BuildingAction } from './building.machine.ts'

interface Said {
  readonly reason?: string | null | undefined
  readonly data?: unknown
}

export const actBuilding = async (
  ctx: Context,
  project: BuildingProject,
  action: BuildingAction,
  { reason, data }: Said = {},
): Promise<BuildingProject> => {
  const facts = await buildingFacts(ctx, project)
  if (action === 'PUBLICISE') project.publicisedAt = ctx.now
  const { publicisedAt: begunAt, previousStatus } = project
  const isResumed = (action === 'COORDINATE' || action === 'RESUME') && previousStatus === 'PUBLICITY'
  const dueAt = action === 'PUBLICISE' || isResumed ? noticeEnds({ begunAt, days: facts.posting.days }) : null
  await act(ctx, buildingProjectMachine, project, action, facts, { title: project.title, reason, data, dueAt })
  return project
}
