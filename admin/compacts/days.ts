// The days a list is asked for.
import type { ListState } from '../app/list.ts'

/** The first and the last day a list is asked for under `at`, as the API takes them. */
export const daysOf = (list: ListState): { from: string; to: string } | null => {
  const [from, to] = list.many('at') ?? []
  return from && to ? { from, to } : null
}
