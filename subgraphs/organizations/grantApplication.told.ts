// What an applicant is told of where its application stands: of the list that is being drawn up nothing until it is published
// (公示). Until then it stands where it stood before. Officers of the division see what is.
import { rolesAt, type Actor } from '../shared/actor.ts'
import { find, take, type Context } from '../shared/context.ts'
import { Told, versionConflict } from '../shared/errors.ts'
import { eventsOf, type Event } from '../shared/event.ts'
import { allOf, anyOf } from '../shared/scope.ts'
import { GrantApplication } from './grantApplication.entity.ts'
import { applicationFacts, roundOf, type ApplicationRow } from './grantApplication.facts.ts'
import { grantApplicationMachine as machine, type ApplicationAction, type ApplicationStatus } from './grantApplication.machine.ts'
import { WATCHERS, watchers, type MicroGrantRound } from './grantRound.entity.ts'
import type { RoundStatus } from './grantRound.machine.ts'
import { ownOrganization } from './rights.ts'

type Row = Pick<GrantApplication, 'status' | 'division' | 'round'>

/** Where the list puts an application, and where it stood before. */
const LISTED: readonly string[] = ['RECOMMENDED', 'RESERVE', 'REJECTED'] satisfies ApplicationStatus[]
const BEFORE: ApplicationStatus = 'SCORED'
const DRAWN_UP: RoundStatus = 'DELIBERATION'
const PUBLISHED: ReadonlySet<RoundStatus> = new Set(['PUBLICITY', 'FINAL', 'ARCHIVED'])

const isWatcher = (actor: Actor, division: string): boolean =>
  actor.kind === 'SYSTEM' || rolesAt(actor, division).some((role) => (WATCHERS as readonly string[]).includes(role))

export const statusTold = async (ctx: Context, application: Row): Promise<ApplicationStatus> => {
  const { status, division } = application
  if (!LISTED.includes(status) || isWatcher(ctx.actor, division)) return status
  return (await roundOf(ctx, application)).status === DRAWN_UP ? BEFORE : status
}

export const awardTold = async (ctx: Context, application: Row & Pick<GrantApplication, 'awarded'>): Promise<number | null> => {
  const { awarded, division } = application
  if (awarded === null || isWatcher(ctx.actor, division)) return awarded
  return PUBLISHED.has((await roundOf(ctx, application)).status) ? awarded : null
}

/** What its guards ask, standing where the caller is told that it stands. */
export const subjectTold = async (ctx: Context, application: ApplicationRow) => {
  const { division, previousStatus } = application
  return { ...(await applicationFacts(ctx, application)), status: await statusTold(ctx, application), division, previousStatus }
}

/** A refusal must not tell its organisation more than the status does. */
export const mustSeemOpen = async (
  ctx: Context,
  application: ApplicationRow,
  action: ApplicationAction,
  reason: string | undefined,
): Promise<void> => {
  const subject = await subjectTold(ctx, application)
  if (subject.status !== application.status) machine.next(action, subject, ctx.actor, ctx.now, reason)
}

type Moved = Pick<Event, 'from' | 'to'> & { readonly at: Date | string }

/** Steps without those of a list that was not published since. */
const publishedOf = <Step extends Moved>(steps: readonly Step[], { status, publishedAt }: MicroGrantRound): Step[] => {
  if (PUBLISHED.has(status)) return [...steps]
  const isTold = (state: string | null, at: Date | string) =>
    state === null || !LISTED.includes(state) || (publishedAt !== null && new Date(at) <= publishedAt)
  const told = steps.filter(({ to, at }) => isTold(to, at))
  return told.map((step) => (isTold(step.from, step.at) ? step : { ...step, from: BEFORE }))
}

export const eventsTold = async (
  ctx: Context,
  application: Pick<GrantApplication, 'id' | 'division' | 'round'>,
  last: number | null = null,
): Promise<Event[]> => {
  const { id, division } = application
  if (isWatcher(ctx.actor, division)) return eventsOf(ctx, id, last)
  const [all, round] = await Promise.all([eventsOf(ctx, id), roundOf(ctx, application)])
  const told = publishedOf(all, round)
  return last === null ? told : told.slice(Math.max(told.length - Math.max(last, 0), 0))
}

/** The applications that stand in one of the states, as the caller is told. */
export const standingIn = (actor: Actor, status: readonly ApplicationStatus[]) => {
  const stands = { status: { $in: [...status] } }
  const watched = watchers(actor)
  if (watched === true || !ownOrganization(actor)) return stands
  const listed = status.filter((one) => LISTED.includes(one))
  const told = anyOf(
    { status: { $in: status.filter((one) => !LISTED.includes(one)) } },
    listed.length > 0 && { status: { $in: listed }, round: { status: { $ne: DRAWN_UP } } },
    status.includes(BEFORE) && { status: { $in: LISTED }, round: { status: DRAWN_UP } },
  )
  return watched === false ? told : anyOf(allOf(watched, stands), allOf({ $not: watched }, told))
}

/** As `take`; what was changed meanwhile is told as far as the caller is told of it. */
export const takeTold = (ctx: Context, id: string, expectedVersion: number): Promise<GrantApplication> =>
  take(ctx, GrantApplication, machine.label, id, expectedVersion).catch(async (error: unknown) => {
    if (!(error instanceof Told) || error.code !== 'VERSION_CONFLICT') throw error
    const application = await find(ctx, GrantApplication, id)
    if (!application || isWatcher(ctx.actor, application.division)) throw error
    const { currentVersion, changes } = error.more as { currentVersion: number; changes: Moved[] }
    throw versionConflict(currentVersion, publishedOf(changes, await roundOf(ctx, application)))
  })
