// The list of projects: what its address asks for, and how many that is.
import type { ListState } from '../app/list.ts'
import { counter } from '../app/totals.ts'
import { projectsQuery, type ProjectStatus } from './project.queries.ts'

export const projectsAsked = (list: ListState, division: string | null) => ({
  filter: {
    status: (list.many('status') as ProjectStatus[] | undefined) ?? null,
    late: list.one('late') ? true : null,
    division,
  },
  first: list.first,
  after: list.after ?? null,
})

export const count = counter(projectsQuery, projectsAsked)
