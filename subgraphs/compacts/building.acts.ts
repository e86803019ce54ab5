// Taking an action on a lift retrofit.
import type { Context } from '../shared/context.ts'
import { act } from '../shared/event.ts'
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
  await act(ctx, buildingProjectMachine, project, action, await buildingFacts(ctx, project), {
    title: project.title,
    reason,
    data,
  })
  return project
}
