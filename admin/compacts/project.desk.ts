import { defineDesk } from '../app/desk.ts'
import { projectBadge } from './badges.ts'
import { projectQuery } from './project.queries.ts'
import ProjectDesk from './ProjectDesk.vue'

export default defineDesk({
  query: projectQuery,
  pick: ({ project }) => project,
  standing: (project) => ({
    name: project.title,
    about: project.division.name,
    dueAt: project.dueAt,
    waiting: project.waiting,
    ...projectBadge(project),
  }),
  view: ProjectDesk,
})
