// Taking one action on many records of a grant at once, and what every step of a grant asks: who is tied, what a seed draws.
import { createHash } from 'node:crypto'
import type { Actor, Party, Relation } from '../shared/actor.ts'
import { dayOf } from '../shared/calendar.ts'
import { many, grouped, type Context } from '../shared/context.ts'
import { recordAll, type Stateful } from '../shared/event.ts'
import type { ActionRow } from '../shared/machine.ts'
import type { Lot } from './grantDraw.rules.ts'
import { binds, type TieKind } from './grantTie.rules.ts'
import { limitEnd } from './clock.ts'
import { uuids } from './transaction.ts'

interface Machine {
  readonly name: string
  readonly states: Record<string, { readonly final?: true }>
  readonly row: (action: never) => Pick<ActionRow<string, never>, 'starts'>
  readonly next: (action: never, subject: never, actor: Actor, now: Date, reason?: string | null) => { to: string; as: string }
  readonly awaits: (status: never) => Party[]
}

interface Told {
  readonly title: string
  readonly reason?: string | null | undefined
  readonly data?: unknown
  readonly dueAt?: Date | null
}

/** As `act`, for many rows at once: the machine is asked for each, and all is recorded together. */
export const actAll = async <Row extends Stateful>(
  ctx: Context,
  machine: Machine,
  action: string,
  rows: readonly (readonly [row: Row, facts: object, told: Told])[],
): Promise<void> => {
  const steps = rows.map(([row, facts, told]) => {
    const { status: from, division, previousStatus = null } = row
    const subject = { ...facts, status: from, division, previousStatus }
    const { to, as } = machine.next(action as never, subject as never, ctx.actor, ctx.now, told.reason)
    if (to !== from) Object.assign(row, { previousStatus: from, status: to, dueAt: null })
    const { starts } = machine.row(action as never)
    if (starts || told.dueAt) row.dueAt = told.dueAt ?? limitEnd(ctx, starts!, division)
    const awaits = machine.states[to]!.final ? [] : machine.awaits(to as never)
    const { dueAt = null, organization = row.account ?? null } = row
    return [row, { ...told, type: machine.name, action, from, to, as, awaits, dueAt, organization }] as const
  })
  await recordAll(ctx, steps)
}

/** What a seed draws for something: the same words give the same lot. */
export const lotOf =
  (seed: string): Lot =>
  (...of) =>
    createHash('sha256')
      .update([seed, ...of].join(':'))
      .digest('hex')

interface Tie {
  account: string
  organization: string
  kind: TieKind
  until: string | null
}

/** Ties that were declared, and posts the register knows of. */
const tiesOf = async (ctx: Context, account: string): Promise<Tie[]> =>
  (await many(ctx, 'grant.ties', account, async (accounts) => {
    const rows = await ctx.em.execute<Tie[]>(
      `select account::text, organization, kind, until::text from organizations.grant_tie where account = any(?::uuid[])
       union all select account::text, organization, 'EMPLOYED', until::text from organizations.organization_person where account = any(?::uuid[])`,
      [uuids(accounts), uuids(accounts)],
    )
    return grouped(rows, (tie) => tie.account)
  })) ?? []

/** Whether the actor must stay out of the business of an organisation: its own, or one it is tied to. */
export const isTiedTo = async (ctx: Context, organization: string): Promise<boolean> => {
  const { id, organization: own } = ctx.actor
  if (own === organization) return true
  return id !== null && (await tiesOf(ctx, id)).some((tie) => tie.organization === organization && binds(tie, dayOf(ctx.now)))
}

/** What ties the actor to something done by an account. */
export const accountRelations = (actor: Actor, account: string): Relation[] => (actor.id === account ? ['OWNER'] : [])
