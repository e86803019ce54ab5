// Objections and complaints: what their list asks for, and how many that is.
import type { ListState } from '../app/list.ts'
import { counter } from '../app/totals.ts'
import { objectionsQuery, type ObjectionStatus } from './grantMine.queries.ts'

export const objectionsAsked = (list: ListState) => ({
  filter: { round: list.one('round') ?? null, status: (list.many('status') as ObjectionStatus[] | undefined) ?? null },
  first: list.first,
  after: list.after ?? null,
})

export const count = counter(objectionsQuery, objectionsAsked)
