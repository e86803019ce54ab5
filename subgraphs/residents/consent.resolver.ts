// Consents: given by the person, by the guardian of a child, or on paper; withdrawn as easily as given.
import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { Needs, SignedIn } from '../shared/access.ts'
import { rolesAt } from '../shared/actor.ts'
import { find, take, type Context } from '../shared/context.ts'
import { badInput, forbidden, notFound, refused } from '../shared/errors.ts'
import { Event, EventsArgs, eventsOf, record } from '../shared/event.ts'
import { text } from '../shared/words.ts'
import { Consent, PurposeName, PURPOSES, type Channel, type Purpose } from './consent.entity.ts'
import { Guardian } from './kin.entity.ts'
import { childAge } from './persons.ts'
import { Resident } from './resident.entity.ts'
import { RESIDENT } from './resident.mutations.ts'
import { COMMITTEE_STAFF, needsGuardian } from './resident.rules.ts'

const CONSENT = text('授权同意', 'Consent')

/** How the caller may speak for the person: as themself, as guardian of a child, or as officer holding the paper. */
export const speaksFor = async (
  ctx: Context,
  person: Resident,
  guardian?: string | null,
): Promise<{ channel: Channel; guardian: string | null }> => {
  const alone = needsGuardian(person.birthDate, childAge(ctx), ctx.now)
  const guardians = alone ? await ctx.em.find(Guardian, { ward: person.id, endedOn: null }, { filters: false }) : []
  const mine = guardians.find((g) => g.guardianResident !== null && g.guardianResident === ctx.actor.resident)
  if (mine) return { channel: 'APP', guardian: mine.id }
  if (ctx.actor.resident === person.id) {
    if (alone) throw refused(alone, { rule: 'CHILD_AGE' })
    return { channel: 'APP', guardian: null }
  }
  if (!rolesAt(ctx.actor, person.division).some((r) => (COMMITTEE_STAFF as readonly string[]).includes(r))) throw forbidden()
  if (!alone) return { channel: 'PAPER', guardian: null }
  if (!guardians.some((g) => g.id === guardian))
    throw badInput(text('请选择签字的监护人。', 'Name the guardian who signed.'), { field: 'guardian' })
  return { channel: 'PAPER', guardian: guardian! }
}

@Resolver(() => Consent)
export class ConsentResolver {
  @SignedIn()
  @Query(() => [Consent], { description: 'What a person has agreed to and taken back, latest first.' })
  consents(@Ctx() ctx: Context, @Arg('resident', () => ID) resident: string): Promise<Consent[]> {
    return ctx.em.find(Consent, { resident }, { orderBy: { givenAt: 'desc', id: 'desc' }, limit: 100 })
  }

  @SignedIn()
  @Mutation(() => Consent)
  async giveConsent(
    @Ctx() ctx: Context,
    @Arg('resident', () => ID) id: string,
    @Arg('purpose', () => PurposeName) purpose: Purpose,
    @Arg('noticeVersion', () => String, { description: 'Version of the privacy notice that was shown.' }) noticeVersion: string,
    @Arg('guardian', () => ID, { nullable: true, description: 'For a child, on paper: the guardian who signed.' })
    guardian?: string,
  ): Promise<Consent> {
    const person = await ctx.em.findOne(Resident, { id, endedAs: null })
    if (!person) throw notFound(RESIDENT)
    const given = await speaksFor(ctx, person, guardian)
    const consent = ctx.em.create(Consent, {
      id: uuidv7(),
      version: 0,
      division: person.division,
      resident: id,
      purpose,
      noticeVersion,
      ...given,
      givenAt: ctx.now,
      withdrawnAt: null,
    })
    await record(ctx, consent, {
      type: 'Consent',
      action: 'GIVE',
      title: PURPOSES[purpose].zh,
      data: { purpose, noticeVersion, channel: given.channel },
    })
    return consent
  }

  @SignedIn()
  @Mutation(() => Consent, { description: 'Takes a consent back. Nothing else is refused because of it (§16).' })
  async withdrawConsent(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
  ): Promise<Consent> {
    const consent = await take(ctx, Consent, CONSENT, id, expectedVersion)
    if (consent.withdrawnAt) throw refused(text('该授权已经撤回。', 'It is withdrawn already.'))
    const person = await ctx.em.findOne(Resident, { id: consent.resident }, { filters: false })
    if (!person) throw notFound(RESIDENT)
    if (ctx.actor.kind !== 'SYSTEM') await speaksFor(ctx, person, consent.guardian)
    consent.withdrawnAt = ctx.now
    await record(ctx, consent, { type: 'Consent', action: 'WITHDRAW', title: PURPOSES[consent.purpose].zh })
    return consent
  }

  @Needs('resident')
  @FieldResolver(() => Resident, { nullable: true })
  resident(@Ctx() ctx: Context, @Root() { resident }: Consent): Promise<Resident | null> {
    return find(ctx, Resident, resident)
  }

  @Needs('id')
  @FieldResolver(() => [Event])
  events(@Ctx() ctx: Context, @Root() { id }: Consent, @Args(() => EventsArgs) { last }: EventsArgs): Promise<Event[]> {
    return eventsOf(ctx, id, last)
  }
}
