// What goes on in the background while somebody works on other pages: its progress and its report. Kept in this window only.
import { computed, reactive, ref, watch } from 'vue'
import type { RouteLocationRaw } from 'vue-router'
import { t } from '../i18n.ts'
import { Failed } from './failed.ts'
import { tellBad, tellGood } from '../toast.ts'

/** What came of one record. */
export interface Line {
  readonly id: string
  readonly title: string
  readonly to?: RouteLocationRaw | undefined
  readonly isDone: boolean
  readonly says: string
}

export interface Task {
  readonly id: number
  readonly title: string
  /** What it is about: the place, the reason, the conditions. */
  readonly about: string
  total: number
  done: number
  state: 'RUNNING' | 'DONE' | 'STOPPED' | 'FAILED'
  /** How it ended, in a sentence. */
  says: string
  lines: Line[]
  /** Something to do once it has ended: try again, save again. */
  next: { readonly label: string; readonly run: () => void } | null
}

/** What the work says when it ends. */
export interface Ending {
  readonly says: string
  readonly isGood: boolean
}

export const tasks = reactive<Task[]>([])
export const running = computed(() => tasks.filter((task) => task.state === 'RUNNING').length)

/** What is read aloud: that a task began, and its quarters; how it ended is told by a toast. */
export const spoken = ref('')

const LONG = 20
let last = 0

const warn = (event: BeforeUnloadEvent) => event.preventDefault()
watch(running, (now) => window[now ? 'addEventListener' : 'removeEventListener']('beforeunload', warn as EventListener))

const quarter = ({ done, total }: Task) => Math.floor((done / Math.max(total, 1)) * 4)

/** So many more are done. */
export const advance = (task: Task, by = 1) => {
  const before = quarter(task)
  task.done += by
  if (task.total >= LONG && quarter(task) > before && task.done < task.total)
    spoken.value = t('work.tasks.progress', { title: task.title, done: task.done, total: task.total })
}

/** True once somebody has stopped it: begin nothing more. */
export const isStopped = (task: Task) => task.state === 'STOPPED'

const endingOf = async (task: Task, work: (task: Task) => Promise<Ending>): Promise<Ending> => {
  try {
    const ending = await work(task)
    if (!isStopped(task)) task.state = 'DONE'
    return ending
  } catch (problem) {
    task.state = 'FAILED'
    return { says: problem instanceof Failed ? problem.mistake.sentence : t('mistake.unknown'), isGood: false }
  }
}

/** Carries the work on with the task: at first, and when it is tried again. */
export const carryOn = async (task: Task, work: (task: Task) => Promise<Ending>): Promise<void> => {
  Object.assign(task, { state: 'RUNNING', says: '', next: null })
  spoken.value = t('work.tasks.began', { title: task.title })
  const { says, isGood } = await endingOf(task, work)
  task.says = says
  const told = t('work.tasks.ended', { title: task.title, says })
  if (isGood) tellGood(told)
  else tellBad(told)
}

/** Begins work that goes on by itself. */
export const startTask = (
  { title, about, total }: Pick<Task, 'title' | 'about' | 'total'>,
  work: (task: Task) => Promise<Ending>,
): void => {
  last += 1
  tasks.unshift({ id: last, title, about, total, done: 0, state: 'RUNNING', says: '', lines: [], next: null })
  void carryOn(tasks[0]!, work)
}

export const stopTask = (task: Task) => {
  if (task.state === 'RUNNING') task.state = 'STOPPED'
}

/** Forgets the tasks that have ended. */
export const clearTasks = () => tasks.splice(0, tasks.length, ...tasks.filter((task) => task.state === 'RUNNING'))
