// Residents' representatives and guardians.
import { LockMode } from '@mikro-orm/core'
import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { For, Needs, SignedIn } from '../shared/access.ts'
import { addDays, dayOf } from '../shared/calendar.ts'
import { find, take, type Context } from '../shared/context.ts'
import { badInput, notFound, refused } from '../shared/errors.ts'
import { record } from '../shared/event.ts'
import { maskName, maskPhone } from '../shared/masking.ts'
import { text } from '../shared/words.ts'
import { Guardian, ResidentsRepresentative } from './kin.entity.ts'
import { adultAge, childAge, isOwn, keyOf, vaultOf } from './persons.ts'
import { Resident } from './resident.entity.ts'
import { GuardianInput } from './resident.inputs.ts'
import { addGuardian, RESIDENT } from './resident.mutations.ts'
import { ageOn, COMMITTEE_STAFF, isChild } from './resident.rules.ts'
import { mustBeDay, mustHold } from './rights.ts'
import { tellRoll } from './roll.ts'

const TERM = text('居民代表', "Residents' representative")

@InputType()
export class TermInput {
  @Field(() => ID) resident!: string
  @Field(() => String, { description: 'The residents’ group that chose them.' }) group!: string
  @Field(() => String, { description: 'First day, YYYY-MM-DD.' }) validFrom!: string
  @Field(() => String, { description: 'Last day.' }) validTo!: string
}

@Resolver(() => ResidentsRepresentative)
export class RepresentativeResolver {
  @SignedIn()
  @Query(() => [ResidentsRepresentative], { description: 'The residents’ representatives of a committee who now hold office.' })
  representatives(@Ctx() ctx: Context, @Arg('division', () => ID) division: string): Promise<ResidentsRepresentative[]> {
    const today = dayOf(ctx.now)
    return ctx.em.find(
      ResidentsRepresentative,
      { division, validFrom: { $lte: today }, validTo: { $gte: today } },
      { orderBy: { group: 'asc', id: 'asc' } },
    )
  }

  @Needs('resident')
  @FieldResolver(() => Resident, { nullable: true })
  resident(@Ctx() ctx: Context, @Root() { resident }: ResidentsRepresentative): Promise<Resident | null> {
    return find(ctx, Resident, resident)
  }

  @For(...COMMITTEE_STAFF)
  @Mutation(() => ResidentsRepresentative)
  async appointRepresentative(
    @Ctx() ctx: Context,
    @Arg('input', () => TermInput) input: TermInput,
  ): Promise<ResidentsRepresentative> {
    const [resident] = await ctx.em.find(
      Resident,
      { id: input.resident, endedAs: null },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    )
    if (!resident) throw notFound(RESIDENT)
    mustHold(ctx, COMMITTEE_STAFF, resident.division)
    if (mustBeDay(input.validTo, 'validTo') < mustBeDay(input.validFrom, 'validFrom'))
      throw badInput(text('任期结束不能早于开始。', 'The term must end after it begins.'), { field: 'validTo' })
    if (ageOn(resident.birthDate, ctx.now) < adultAge(ctx))
      throw refused(text('居民代表应年满18周岁。', 'A representative is eighteen or older.'))
    if (
      await ctx.em.count(ResidentsRepresentative, {
        resident: resident.id,
        validTo: { $gte: input.validFrom },
        validFrom: { $lte: input.validTo },
      })
    )
      throw refused(text('该居民在此期间已是居民代表。', 'They are a representative in that time already.'))
    const term = ctx.em.create(ResidentsRepresentative, {
      id: uuidv7(),
      version: 0,
      division: resident.division,
      ...input,
      told: 'NOTHING',
      createdAt: ctx.now,
    })
    await record(ctx, term, {
      type: 'ResidentsRepresentative',
      action: 'APPOINT',
      title: maskName(resident.name),
      data: { resident: resident.id },
    })
    await ctx.em.flush()
    await tellTerms(ctx)
    return term
  }

  @For(...COMMITTEE_STAFF)
  @Mutation(() => ResidentsRepresentative, { description: 'Ends a term early, today.' })
  async dismissRepresentative(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('reason', () => String) reason: string,
  ): Promise<ResidentsRepresentative> {
    const term = await take(ctx, ResidentsRepresentative, TERM, id, expectedVersion)
    mustHold(ctx, COMMITTEE_STAFF, term.division)
    const yesterday = addDays(dayOf(ctx.now), -1)
    if (term.validTo <= yesterday) throw refused(text('任期已经结束。', 'The term is over already.'))
    term.validTo = yesterday
    if (term.validFrom > yesterday) term.validFrom = yesterday
    await record(ctx, term, { type: 'ResidentsRepresentative', action: 'DISMISS', title: TERM.zh, reason })
    await ctx.em.flush()
    await tellTerms(ctx)
    return term
  }
}

@Resolver(() => Guardian)
export class GuardianResolver {
  @Needs('phoneSealed', 'ward')
  @FieldResolver(() => String, { nullable: true, description: 'In full for the household, 138****5678 for officers.' })
  async phone(@Ctx() ctx: Context, @Root() guardian: Guardian): Promise<string | null> {
    const key = guardian.phoneSealed && (await keyOf(ctx, guardian.ward))
    if (!key || !guardian.phoneSealed) return null
    const phone = vaultOf(ctx).open(key, guardian.ward, 'guardianPhone', guardian.phoneSealed)
    const ward = await find(ctx, Resident, guardian.ward)
    return ward && (await isOwn(ctx, ward)) ? phone : maskPhone(phone)
  }

  @Needs('guardianResident')
  @FieldResolver(() => Resident, { nullable: true, description: 'Null when the guardian is not on the roll.' })
  resident(@Ctx() ctx: Context, @Root() { guardianResident }: Guardian): Promise<Resident | null> | null {
    return guardianResident === null ? null : find(ctx, Resident, guardianResident)
  }

  @For(...COMMITTEE_STAFF)
  @Mutation(() => Guardian)
  async enterGuardian(
    @Ctx() ctx: Context,
    @Arg('ward', () => ID) ward: string,
    @Arg('expectedVersion', () => Int, { description: 'Of the child.' }) expectedVersion: number,
    @Arg('input', () => GuardianInput) input: GuardianInput,
  ): Promise<Guardian> {
    const child = await take(ctx, Resident, RESIDENT, ward, expectedVersion)
    mustHold(ctx, COMMITTEE_STAFF, child.division)
    if (!isChild(child.birthDate, childAge(ctx), ctx.now))
      throw refused(text('该居民已满14周岁。', 'They are fourteen or older.'))
    const guardian = await addGuardian(ctx, child, (await keyOf(ctx, ward))!, input)
    await record(ctx, child, { type: 'Resident', action: 'ENTER_GUARDIAN', title: maskName(child.name) })
    return guardian
  }
}

/** Terms that began or ended and of which the roll has not heard: by hand, and every minute by itself. */
export const tellTerms = async (ctx: Context): Promise<void> => {
  const today = dayOf(ctx.now)
  const terms = await ctx.em.find(
    ResidentsRepresentative,
    {
      $or: [
        { told: 'NOTHING', validFrom: { $lte: today } },
        { told: { $ne: 'ENDED' }, validTo: { $lt: today } },
      ],
    },
    { filters: false, limit: 500, lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE },
  )
  if (!terms.length) return
  for (const term of terms) term.told = term.validTo < today ? 'ENDED' : 'BEGUN'
  await ctx.em.flush()
  const residents = await ctx.em.find(Resident, { id: { $in: terms.map((t) => t.resident) } }, { filters: false })
  for (const resident of residents) await record(ctx, resident, { type: 'Resident', action: 'TERM', title: TERM.zh })
  await tellRoll(ctx, residents)
}
