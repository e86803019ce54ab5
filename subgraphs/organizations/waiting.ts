// Who must act next on a record, and since when: read from its machine and its history.
import { Field, ObjectType } from 'type-graphql'
import { Shared } from '../shared/access.ts'
import { partyWords } from '../shared/actor.ts'
import { many, type Context } from '../shared/context.ts'
import type { Stateful } from '../shared/event.ts'
import type { AnyMachine } from '../shared/machine.ts'
import { say } from '../shared/words.ts'
import { uuids } from './transaction.ts'

@Shared()
@ObjectType({ description: 'Who must act next on a record, and since when it stands where it stands.' })
export class Waiting {
  @Field(() => [String], {
    description: "Roles and relations in the caller's language; the system only when nobody else can; none when it is over.",
  })
  for!: string[]
  @Field(() => Date) since!: Date
}

/** Whom the record waits for, and since when; one statement, however many are asked about. */
export const waitingOf = async (
  ctx: Context,
  machine: AnyMachine,
  { id, status }: Pick<Stateful, 'id' | 'status'>,
): Promise<Waiting> => {
  const since = await many(ctx, 'since', id, async (streams) => {
    const rows = await ctx.em.execute<{ stream: string; at: Date }[]>(
      `select stream, max("at") as "at" from organizations.event where stream = any(?::uuid[]) and "from" is distinct from "to" group by 1`,
      [uuids(streams)],
    )
    return new Map(rows.map(({ stream, at }) => [stream, at]))
  })
  const parties = machine.states[status]!.final ? [] : machine.awaits(status as never)
  const people = parties.filter((party) => party !== 'SYSTEM')
  return {
    for: (people.length ? people : parties).map((party) => say(partyWords(party), ctx.actor.locale)),
    since: new Date(since!),
  }
}
