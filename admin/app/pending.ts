// A step that can be taken back: it waits for eight seconds, then it is sent. Leaving the window sends it at once.
import { reactive } from 'vue'

export interface Pending {
  /** The record it acts on; one step of a record waits at a time. */
  readonly record: string
  /** What is being done, as its button says. */
  readonly title: string
  readonly about: string
  /** The state the record will be in. */
  readonly to: string
  /** Seconds until it is sent. */
  left: number
}

export const WAIT = 8

interface Kept extends Pending {
  readonly send: () => Promise<unknown>
  readonly ticking: ReturnType<typeof setInterval>
}

const waiting = reactive<Kept[]>([])
/** Records whose own page or drawer is shown: there the step is shown in its place. */
const watched = reactive(new Set<string>())

const drop = (record: string): Kept | undefined => {
  const at = waiting.findIndex((one) => one.record === record)
  if (at < 0) return undefined
  const [one] = waiting.splice(at, 1)
  clearInterval(one!.ticking)
  return one
}

/** Keeps a step for a while before it is sent. */
export const sendLater = (step: Omit<Pending, 'left'>, send: () => Promise<unknown>) => {
  void sendNow(step.record)
  const ticking = setInterval(() => {
    const one = waiting.find(({ record }) => record === step.record)
    if (one && (one.left -= 1) <= 0) void sendNow(step.record)
  }, 1000)
  waiting.push({ ...step, left: WAIT, send, ticking })
}

/** Sends the step of a record without waiting any longer. */
export const sendNow = (record: string): Promise<unknown> => drop(record)?.send() ?? Promise.resolve()

export const takeBack = (record: string) => void drop(record)

/** Takes back the step that was taken last. */
export const takeBackLast = () => takeBack(waiting[waiting.length - 1]?.record ?? '')

export const pendingOf = (record: string | undefined): Pending | undefined => waiting.find((one) => one.record === record)

/** Steps that wait while their record is not on the screen. */
export const pendingElsewhere = (): readonly Pending[] => waiting.filter(({ record }) => !watched.has(record))

export const isAnyPending = (): boolean => waiting.length > 0

export const watchPending = (record: string) => void watched.add(record)
export const unwatchPending = (record: string) => void watched.delete(record)

/** Sends whatever waits; the window is about to go. */
export const sendAll = () => Promise.all(waiting.map(({ record }) => record).map(sendNow))

if (typeof window !== 'undefined') window.addEventListener('pagehide', () => void sendAll())
