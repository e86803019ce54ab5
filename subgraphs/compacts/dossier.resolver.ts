// What proves the history of an issue: the chains of its events and of all that belongs to it, reckoned again.
import { Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from 'type-graphql'
import { For, Needs, SignedIn } from '../shared/access.ts'
import { grouped, many, type Context } from '../shared/context.ts'
import { hashOf, sealed, type Event } from '../shared/event.ts'
import { Issue } from './issue.entity.ts'
import { OFFICERS } from './rights.ts'
import { uuids } from './transaction.ts'

@SignedIn()
@ObjectType({ description: 'The chain of events of one record, reckoned again.' })
export class EventChain {
  @Field(() => String, { description: 'Issue, Meeting, Vote, Project, Compact…' }) type!: string
  @Field(() => ID) record!: string
  @Field(() => Int) steps!: number
  @Field(() => String, { description: 'SHA-256 the chain ends with; the last event carries it.' }) hash!: string
  @Field(() => Boolean, { description: 'No step is missing and none was altered.' }) holds!: boolean
}

type Row = Omit<Event, 'id'> & { readonly issue: string }

/** The records of an issue, itself first. */
const RECORDS = `select id as issue, id as stream from compacts.issue where id in (table asked)
  union all select issue_id, id from compacts.issue_comment where issue_id in (table asked)
  union all select issue_id, id from compacts.convening where issue_id in (table asked)
  union all select issue_id, id from compacts.meeting where issue_id in (table asked)
  union all select m.issue_id, o.id from compacts.electorate_objection o join compacts.electorate e on e.id = o.electorate_id join compacts.meeting m on m.id = e.meeting_id where m.issue_id in (table asked)
  union all select issue_id, id from compacts.vote where issue_id in (table asked)
  union all select issue_id, id from compacts.project where issue_id in (table asked)
  union all select issue_id, id from compacts.survey where issue_id in (table asked)
  union all select c.issue_id, a.id from compacts.amendment a join compacts.compact c on c.id = a.compact_id where c.issue_id in (table asked)
  union all select issue_id, id from compacts.building_project where issue_id in (table asked)
  union all select issue_id, id from compacts.compact where issue_id in (table asked)`

const holds = (events: readonly Row[]): boolean =>
  events.every((event, at) => {
    const before = events[at - 1]?.hash ?? null
    return event.version === at + 1 && event.previousHash === before && event.hash === hashOf(before, sealed(event))
  })

const chainsOf = async (ctx: Context, issues: string[]): Promise<Map<string, EventChain[]>> => {
  const rows = await ctx.em.execute<Row[]>(
    `with asked as (select unnest(?::uuid[]))
      select r.issue, e.stream, e.type, e.version, e.action, e."from", e."to", e."by", e.account, e.role, e.division, e."at", e.reason,
        e.data, e.request_id as "requestId", e.previous_hash as "previousHash", e.hash
       from (${RECORDS}) r join compacts.event e on e.stream = r.stream order by e.stream, e.version`,
    [uuids(issues)],
  )
  const found = new Map<string, EventChain[]>()
  for (const events of grouped(rows, ({ stream }) => stream).values()) {
    const [{ issue, type, stream: record }] = events as [Row, ...Row[]]
    const chain = { type, record, steps: events.length, hash: events.at(-1)!.hash, holds: holds(events) }
    found.set(issue, [...(found.get(issue) ?? []), chain])
  }
  return found
}

@Resolver(() => Issue)
export class DossierResolver {
  @For(...OFFICERS)
  @Needs('id')
  @FieldResolver(() => [EventChain], {
    description:
      'The chains of events of the issue and of everything that belongs to it, each reckoned again from its first event.',
  })
  async chains(@Ctx() ctx: Context, @Root() { id }: Issue): Promise<EventChain[]> {
    return (await many(ctx, 'dossier.chains', id, (ids) => chainsOf(ctx, ids))) ?? []
  }
}
