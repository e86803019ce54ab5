// The list of tasks: what its address asks for, and how many that is.
import type { ListState } from '../app/list.ts'
import { counter } from '../app/totals.ts'
import { tasksQuery, type TaskKind, type TaskStatus } from './task.queries.ts'

const yes = (list: ListState, key: string) => (list.one(key) ? true : null)

export const tasksAsked = (list: ListState, division: string | null) => ({
  filter: {
    search: list.one('search') ?? null,
    status: (list.many('status') as TaskStatus[] | undefined) ?? null,
    kind: (list.many('kind') as TaskKind[] | undefined) ?? null,
    department: list.one('department') ?? null,
    item: list.one('item') ?? null,
    batch: list.one('batch') ?? null,
    hasData: yes(list, 'data'),
    isRepeated: yes(list, 'repeated'),
    from: list.many('at')?.[0] ?? null,
    to: list.many('at')?.[1] ?? null,
    division: list.one('division') ?? division,
  },
  first: list.first,
  after: list.after ?? null,
})

export const count = counter(tasksQuery, tasksAsked)
