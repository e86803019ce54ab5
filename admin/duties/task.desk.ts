import { defineDesk } from '../app/desk.ts'
import { taskBadge } from './tasks.display.ts'
import { taskQuery } from './task.queries.ts'
import TaskDesk from './TaskDesk.vue'

export default defineDesk({
  query: taskQuery,
  pick: ({ dutyTask }) => dutyTask,
  standing: (task) => ({
    name: task.title,
    about: [task.department?.name, task.division.name].filter(Boolean).join(' · '),
    dueAt: task.dueAt,
    waiting: task.waiting,
    ...taskBadge(task),
  }),
  view: TaskDesk,
})
