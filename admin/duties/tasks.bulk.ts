// How the actions of tasks are taken for many at once.
import { bulk } from '../app/work/bulk.ts'
import { actOnTaskMutation } from './task.mutations.ts'
import { tasksJudgedQuery } from './task.queries.ts'
import { weightyOfTask } from './task.steps.ts'

export const taskBulks = {
  DutyTask: bulk(tasksJudgedQuery, (data) => data.dutyTasks, actOnTaskMutation, weightyOfTask),
}
