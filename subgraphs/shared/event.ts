// History: one row per action, appended and never changed, chained by hash within its stream.
// The database role of a subgraph may insert and read it, nothing else.
import { hash } from 'node:crypto'
import { Entity, Index, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import { ArgsType, Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { Needs, Shared } from './access.ts'
import { actsAsResident, nameShown, type Party } from './actor.ts'
import { many, grouped, rule, type Context } from './context.ts'
import { dueAfter, type TimeUnit } from './calendar.ts'
import type { AnyMachine } from './machine.ts'
import { Scoped } from './scope.ts'
import { wordsOf, wordsOfDetail, wordsOfState, type Unit } from './acts.ts'
import { say, type Text } from './words.ts'

@Shared('signedIn')
@ObjectType({ description: 'One step in the history of a record. History is appended, never edited.' })
@Entity({ tableName: 'event' })
@Unique({ properties: ['stream', 'version'] })
@Index({ properties: ['at'] })
@Scoped(() => true)
export class Event {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Property({ type: 'uuid' }) stream!: string
  @Property({ type: 'text' }) type!: string
  @Field(() => Int, { description: 'The version of the record after this step.' }) @Property({ type: 'integer' }) version!: number
  @Field(() => String) @Property({ type: 'text' }) action!: string
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) from!: string | null
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) to!: string | null
  @Field(() => String, { description: 'Who acted. A resident is named to themselves and their committee only.' })
  @Property({ type: 'text' })
  by!: string
  @Property({ type: 'text', nullable: true }) account!: string | null
  @Field(() => String, { nullable: true, description: 'The role or relation in which they acted.' })
  @Property({ type: 'text', nullable: true })
  role!: string | null
  @Property({ type: 'text' }) division!: string
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) at!: Date
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) reason!: string | null
  @Property({ type: 'json', nullable: true }) data!: unknown
  @Property({ type: 'text' }) requestId!: string
  @Property({ type: 'text', nullable: true }) previousHash!: string | null
  @Field(() => String, { description: 'SHA-256 over the previous hash and this row.' }) @Property({ type: 'text' }) hash!: string
}

/** What every record with a history has. */
export interface Recorded {
  id: string
  version: number
  division: string
}

/** What every record with a workflow has besides. */
export interface Stateful extends Recorded {
  status: string
  previousStatus?: string | null
  /** The department or social organisation waited for where the OWNER is, or else the account. */
  organization?: string | null
  account?: string | null
  dueAt?: Date | null
}

export interface Step {
  readonly type: string
  readonly action: string
  readonly title: string
  readonly from?: string | null
  readonly to?: string | null
  readonly as?: string | null
  readonly reason?: string | null | undefined
  readonly data?: unknown
  /** Who must act next; undefined when the record has no workflow. */
  readonly awaits?: readonly Party[]
  readonly dueAt?: Date | null
  /** The resident who is waited for when the awaited party is the author. */
  readonly resident?: string | null
  readonly organization?: string | null
}

/** What an event's hash covers, in this order. */
const SEALED = 'stream type version action from to by account role division at reason data requestId'.split(' ')

const isObject = (value: unknown): value is object => !!value && typeof value === 'object' && !Array.isArray(value)
/** The keys of an object in one order, so that the same data has one spelling. */
const inOrder = (_key: string, value: unknown) =>
  isObject(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => a.localeCompare(b))) : value

export const sealed = (e: Omit<Event, 'id' | 'previousHash' | 'hash' | 'at'> & { at: Date | string }): string => {
  const row: Record<string, unknown> = { ...e, at: new Date(e.at).toISOString() }
  const told = SEALED.map((key) => row[key])
  return row['data'] ? JSON.stringify(told, inOrder) : JSON.stringify(told)
}

export const hashOf = (previous: string | null, seal: string) => hash('sha256', (previous ?? '') + seal)

const CHUNK = 500
const UNSAID = { awaits: null, dueAt: null, resident: null, organization: null }

/** Raises the version, appends the event, and sends the message that tells the rest of the platform. One transaction. */
export const record = (ctx: Context, row: Recorded, step: Step): Promise<void> => recordAll(ctx, [[row, step]])

/** As `record`, for many rows at once: one statement for up to five hundred. */
export const recordAll = async (ctx: Context, steps: readonly (readonly [Recorded, Step])[]): Promise<void> => {
  for (let at = 0; at < steps.length; at += CHUNK) {
    const chunk = steps.slice(at, at + CHUNK).map(([row, step]) => ({ step, event: eventOf(ctx, row, step) }))
    const written = ctx.em.execute(
      `insert into ${ctx.subgraph}.event
         (id, stream, type, version, action, "from", "to", "by", account, role, division, "at", reason, data, request_id, previous_hash, hash)
       select v.id, v.stream, v.type, v.version, v.action, v."from", v."to", v."by", v.account, v.role, v.division, v."at", v.reason, v.data,
              v."requestId", p.hash, encode(sha256(convert_to(coalesce(p.hash, '') || v.seal, 'UTF8')), 'hex')
         from jsonb_to_recordset(?::jsonb) v (id uuid, stream uuid, type text, version int, action text, "from" text, "to" text, "by" text,
              account text, role text, division text, "at" timestamptz, reason text, data jsonb, "requestId" text, seal text)
         left join lateral (select hash from ${ctx.subgraph}.event e where e.stream = v.stream order by version desc limit 1) p on true`,
      [JSON.stringify(chunk.map(({ event }) => ({ ...event, id: uuidv7(), seal: sealed(event) })))],
    )
    const events = chunk.map(({ event, step }) => {
      const words = { label: wordsOf(event.type, event.action), standing: wordsOfState(event.type, event.to ?? '') }
      return { ...UNSAID, ...step, ...event, ...words, subgraph: ctx.subgraph, as: undefined, data: undefined }
    })
    await Promise.all([written, ctx.jobs.publish(ctx, 'EventsRecorded', { events })])
  }
}

const eventOf = (ctx: Context, row: Recorded, step: Step) => ({
  stream: row.id,
  type: step.type,
  version: (row.version += 1),
  action: step.action,
  from: step.from ?? null,
  to: step.to ?? null,
  by: ctx.actor.name,
  account: ctx.actor.id,
  role: step.as ?? (actsAsResident(ctx.actor, row.division) ? 'RESIDENT' : null),
  division: row.division,
  at: ctx.now,
  reason: step.reason?.trim() || null,
  data: step.data === undefined ? null : JSON.parse(JSON.stringify(step.data)),
  requestId: ctx.requestId,
})

/** What `EventsRecorded` carries of each event to other subgraphs. */
export type EventMessage = Omit<Event, 'id' | 'data' | 'previousHash' | 'hash' | 'at'> & {
  readonly at: string
  readonly subgraph: string
  /** What was done, and where the record stands now, in words. */
  readonly label: Text | null
  readonly standing: Text | null
  readonly title: string
  readonly awaits: readonly Party[] | null
  readonly dueAt: string | null
  readonly resident: string | null
  readonly organization: string | null
}

type Acting<M extends AnyMachine> = M & {
  next: (action: never, subject: never, actor: Context['actor'], now: Date, reason?: string | null) => { to: string; as: string }
  row: (action: never) => { starts?: string }
  awaits: (status: never) => Party[]
}

/** What is told with an action; `dueAt` when its clock ends at another moment than the limit that starts. */
type Act = Pick<Step, 'title' | 'reason' | 'data' | 'resident' | 'dueAt'>

const due = (ctx: Context, starts: string | undefined, division: string): Date | null =>
  starts ? dueAfter(ctx.now, rule<{ value: number; unit: TimeUnit }>(ctx, starts, division).value) : null

/** What a step says of the record as it now stands. */
const standing = <M extends AnyMachine>(machine: Acting<M>, row: Stateful, to: string, { resident, ...told }: Act) => ({
  ...told,
  type: machine.name,
  to,
  awaits: machine.states[to]!.final ? [] : machine.awaits(to as never),
  dueAt: row.dueAt ?? null,
  resident: resident ?? null,
  organization: row.organization ?? row.account ?? null,
})

/** Takes an action: asks the machine, assigns the state and its deadline, records. Throws the machine's refusal. */
export const act = async <M extends AnyMachine>(
  ctx: Context,
  machine: Acting<M>,
  row: Stateful,
  action: string,
  facts: object,
  told: Act,
): Promise<void> => {
  const subject = { ...facts, status: row.status, division: row.division, previousStatus: row.previousStatus ?? null }
  const { to, as } = machine.next(action as never, subject as never, ctx.actor, ctx.now, told.reason)
  const from = row.status
  const { starts } = machine.row(action as never)
  if (to !== from) Object.assign(row, { previousStatus: from, status: to, dueAt: null })
  if (starts || told.dueAt) row.dueAt = told.dueAt ?? due(ctx, starts, row.division)
  await record(ctx, row, { ...standing(machine, row, to, told), action, from, as })
}

/** Begins a record with a workflow: its first event, in the machine's initial state. */
export const begin = async <M extends AnyMachine>(ctx: Context, machine: Acting<M>, row: Stateful, told: Act, as?: Party) =>
  record(ctx, row, { ...standing(machine, row, row.status, told), action: 'CREATE', as: as ?? null })

@ArgsType()
export class EventsArgs {
  @Field(() => Int, { nullable: true, description: 'Only the latest so many.' }) last?: number | null
}

const SHOWN = 'id stream type version action from to by account role division at reason hash'.split(' ') as never[]
const OLDEST_FIRST = { orderBy: { stream: 'asc', version: 'asc' }, fields: SHOWN } as const
const LATEST = `select e.*, to_json(e."at") #>> '{}' as "at" from unnest(?::uuid[]) s cross join lateral
  (select "${SHOWN.join('", "')}" from event where stream = s order by version desc limit ?) e order by e.stream, e.version`

/** The history of a record, or the end of it, oldest first; batched. */
export const eventsOf = async (ctx: Context, stream: string, last: number | null = null): Promise<Event[]> =>
  (await many(ctx, `events ${last}`, stream, async (streams) => {
    const latest = (most: number) =>
      ctx.em.execute<Event[]>(LATEST.replace('event', `${ctx.subgraph}.event`), [`{${streams}}`, most])
    const rows = last === null ? ctx.em.find(Event, { stream: { $in: streams } }, OLDEST_FIRST) : latest(Math.max(last, 0))
    return grouped(await rows, (e) => e.stream)
  })) ?? []

@Shared('signedIn')
@ObjectType({ description: 'Something a step said or changed.' })
export class Detail {
  @Field(() => String, { description: "In the caller's language." }) label!: string
  @Field(() => String, { nullable: true, description: 'What stood there before.' }) before!: string | null
  @Field(() => String, { nullable: true, description: 'What stands there now; several lines for a list.' }) after!: string | null
  @Field(() => String, { nullable: true, description: 'FEN: hundredths of a yuan. MOMENT: an instant. Otherwise text.' })
  unit!: Unit | null
}

const inWords = (value: unknown) => (Array.isArray(value) ? value.join('\n') : (value ?? null) === null ? null : String(value))

@Resolver(() => Event)
export class EventResolver {
  @Needs('by', 'account', 'role', 'division')
  @FieldResolver()
  by(@Root() event: Event, @Ctx() ctx: Context): string {
    return nameShown(event, ctx.actor)
  }

  @Needs('type', 'action')
  @FieldResolver(() => String, { description: "The action in the caller's language." })
  label(@Root() event: Event, @Ctx() ctx: Context): string {
    const words = wordsOf(event.type, event.action)
    return words ? say(words, ctx.actor.locale) : event.action
  }

  @Needs('id')
  @FieldResolver(() => [Detail], { description: 'What was said or changed, as far as the subgraph has words for it.' })
  async details(@Root() { id }: Event, @Ctx() ctx: Context): Promise<Detail[]> {
    const data = await many(ctx, 'details', id, async (ids) => {
      const rows = await ctx.em.find(Event, { id: { $in: ids } }, { fields: ['id', 'data'] as never[] })
      return new Map(rows.map((event) => [event.id, event.data]))
    })
    const told = (data ?? {}) as Record<string, unknown>
    const { before = {}, after = told } = told as Partial<Record<'before' | 'after', Record<string, unknown>>>
    return Object.keys({ ...before, ...after }).flatMap((key) => {
      const [words, unit = null] = wordsOfDetail(ctx.subgraph, key) ?? []
      const [was, is] = [inWords(before[key]), inWords(after[key])]
      return words && was !== is ? [{ label: say(words, ctx.actor.locale), before: was, after: is, unit }] : []
    })
  }
}
