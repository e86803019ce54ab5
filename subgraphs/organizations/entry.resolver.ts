// Reading the directory of qualified organisations: public once shown, applications for officers and the organisation itself.
import type { FilterQuery } from '@mikro-orm/postgresql'
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql'
import { For, Needs, Public, SignedIn } from '../shared/access.ts'
import { find, type Context } from '../shared/context.ts'
import { Event, EventsArgs, eventsOf } from '../shared/event.ts'
import { noticeEnds } from '../shared/notice.ts'
import { connection, page, PageArgs } from '../shared/page.ts'
import { allOf, inDivision, where } from '../shared/scope.ts'
import { say } from '../shared/words.ts'
import { among } from './among.ts'
import { Division } from './division.stub.ts'
import { isOpenEnded } from './entry.acts.ts'
import { EntryObjection, entryTypes, QualifiedEntry } from './entry.entity.ts'
import { ENTRY_FACTS, entryFacts, gapsOf, objectionsOf } from './entry.facts.ts'
import { QualifiedEntryFilter } from './entry.inputs.ts'
import { qualifiedEntryMachine } from './entry.machine.ts'
import { SocialOrganization } from './organization.entity.ts'
import { actsFor, isOfficerAt, OFFICERS } from './rights.ts'
import { Waiting, waitingOf } from './waiting.ts'

const EntryConnection = connection(QualifiedEntry, 'QualifiedEntry', 'public')

@Resolver(() => QualifiedEntry)
export class EntryResolver {
  @Public()
  @Query(() => QualifiedEntry, { nullable: true })
  qualifiedEntry(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return find(ctx, QualifiedEntry, id)
  }

  @Public()
  @Query(() => EntryConnection, {
    description: 'The directory, latest first; without signing in, what is or was shown to the public.',
  })
  qualifiedEntries(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => QualifiedEntryFilter, { nullable: true }) filter: QualifiedEntryFilter | undefined,
    @Info() info: GraphQLResolveInfo,
  ) {
    const asked = allOf(
      among(filter?.ids),
      filter?.division ? inDivision(filter.division) : true,
      filter?.organization ? { organization: filter.organization } : true,
      filter?.status?.length ? { status: { $in: filter.status } } : true,
    )
    const orderBy = { createdAt: 'desc' } as const
    return page(ctx, QualifiedEntry, { where: where(asked) as FilterQuery<QualifiedEntry>, orderBy, first, after, info })
  }

  @Public()
  @Needs('division')
  @FieldResolver(() => Division)
  division(@Root() { division }: QualifiedEntry) {
    return { code: division }
  }

  @Public()
  @Needs('organization')
  @FieldResolver(() => SocialOrganization)
  organization(@Ctx() ctx: Context, @Root() { organization }: QualifiedEntry) {
    return find(ctx, SocialOrganization, organization)
  }

  @Public()
  @Needs('publicityAt', 'publicityDays')
  @FieldResolver(() => Date, { nullable: true, description: 'When the publicity is over.' })
  publicityEndsAt(@Root() { publicityAt, publicityDays }: QualifiedEntry) {
    return noticeEnds({ begunAt: publicityAt, days: publicityDays ?? 0 })
  }

  @Public()
  @Needs('suspendedUntil')
  @FieldResolver(() => Date, { nullable: true, description: 'Suspended until; null while it is, when no day is fixed.' })
  suspendedUntil(@Root() { suspendedUntil }: QualifiedEntry) {
    return isOpenEnded(suspendedUntil) ? null : suspendedUntil
  }

  @SignedIn()
  @Needs('organization', 'evidence', 'division')
  @FieldResolver(() => [String], {
    description: "What the organisation lacks today, in the caller's language; for officers and itself, none for others.",
  })
  async gaps(@Ctx() ctx: Context, @Root() { organization, evidence, division }: QualifiedEntry): Promise<string[]> {
    if (!actsFor(ctx.actor, organization) && !isOfficerAt(ctx.actor, division)) return []
    const known = await find(ctx, SocialOrganization, organization)
    return (await gapsOf(ctx, known!, evidence)).map((gap) => say(gap, ctx.actor.locale))
  }

  @SignedIn()
  @Needs('id', 'division')
  @FieldResolver(() => [EntryObjection], { description: 'Oldest first; for officers, none for others.' })
  async objections(@Ctx() ctx: Context, @Root() { id, division }: QualifiedEntry): Promise<EntryObjection[]> {
    return isOfficerAt(ctx.actor, division) ? objectionsOf(ctx, id) : []
  }

  @SignedIn()
  @Needs(...ENTRY_FACTS)
  @FieldResolver(() => [entryTypes.Offer])
  async offers(@Ctx() ctx: Context, @Root() entry: QualifiedEntry) {
    const { division, previousStatus } = entry
    return qualifiedEntryMachine.offers({ ...(await entryFacts(ctx, entry)), division, previousStatus }, ctx.actor, ctx.now)
  }

  @SignedIn()
  @Needs('id')
  @FieldResolver(() => [Event])
  events(@Ctx() ctx: Context, @Root() { id }: QualifiedEntry, @Args(() => EventsArgs) { last }: EventsArgs) {
    return eventsOf(ctx, id, last)
  }

  @SignedIn()
  @Needs('id', 'status')
  @FieldResolver(() => Waiting)
  waiting(@Ctx() ctx: Context, @Root() entry: QualifiedEntry) {
    return waitingOf(ctx, qualifiedEntryMachine, entry)
  }
}

@Resolver(() => EntryObjection)
export class EntryObjectionResolver {
  @For(...OFFICERS)
  @Needs('by')
  @FieldResolver(() => String, { description: 'Who raised it; for officers.' })
  by(@Root() { by }: EntryObjection): string {
    return by
  }
}
