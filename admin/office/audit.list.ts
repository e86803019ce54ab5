// The list of acts recorded on the platform: what its address asks for, and how many that is.
import type { ListState } from '../app/list.ts'
import { counter } from '../app/totals.ts'
import { auditQuery } from './office.queries.ts'

const DAY = 86_400_000
const midnight = (date: string) => new Date(`${date}T00:00:00+08:00`).getTime()
const beginning = (date: string | undefined) => (date ? new Date(midnight(date)).toISOString() : null)
const end = (date: string | undefined) => (date ? new Date(midnight(date) + DAY).toISOString() : null)

export const auditAsked = (list: ListState) => ({
  filter: {
    text: list.one('text') ?? null,
    types: list.many('type') ?? null,
    division: list.one('division') ?? null,
    stream: list.one('stream') ?? null,
    from: beginning(list.many('at')?.[0]),
    to: end(list.many('at')?.[1]),
  },
  first: list.first,
  after: list.after ?? null,
})

export const count = counter(auditQuery, auditAsked)
