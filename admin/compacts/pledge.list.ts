// The signatures of one version: what the address of their list asks for, and how many that is.
import type { ListState } from '../app/list.ts'
import { counter } from '../app/totals.ts'
import { pledgesQuery, type PledgeChannel, type PledgeStatus } from './pledge.queries.ts'

const NONE = '00000000-0000-0000-0000-000000000000'

export const pledgesAsked = (list: ListState) => ({
  filter: {
    compact: list.one('compact') ?? NONE,
    status: (list.many('status') as PledgeStatus[] | undefined) ?? null,
    channel: (list.many('channel') as PledgeChannel[] | undefined) ?? null,
  },
  first: list.first,
  after: list.after ?? null,
})

export const count = counter(pledgesQuery, pledgesAsked)
