// Writing the roll: officers of the committee enter, correct and end residents. Every change tells the roll of the meetings.
import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { For } from '../shared/access.ts'
import { dayOf } from '../shared/calendar.ts'
import { find, take, type Context } from '../shared/context.ts'
import { badInput, notFound, refused } from '../shared/errors.ts'
import { record } from '../shared/event.ts'
import { maskName } from '../shared/masking.ts'
import { text } from '../shared/words.ts'
import { Household } from './household.entity.ts'
import { Guardian } from './kin.entity.ts'
import { adultAge, childAge, keyOf, makeKey, readNumbers, sealedNumbers, valueOf, vaultOf } from './persons.ts'
import { Resident } from './resident.entity.ts'
import { CreateResidentInput, EndResidentInput, GuardianInput, ReviseResidentInput } from './resident.inputs.ts'
import { ageOn, COMMITTEE_STAFF, isChild } from './resident.rules.ts'
import { mustBeDay, mustHold } from './rights.ts'
import { tellRoll } from './roll.ts'

export const RESIDENT = text('居民', 'Resident')
export const HOUSEHOLD = text('住户', 'Household')

/** History carries no name: it cannot be erased later. */
const step = (ctx: Context, resident: Resident, action: string, data?: object) =>
  record(ctx, resident, { type: 'Resident', action, title: maskName(resident.name), data })

/** The person already known under the number: free to come back if they had left, else in the way. */
export const returning = async (ctx: Context, idIndex: string): Promise<Resident | null> => {
  const known = await ctx.em.findOne(Resident, { idIndex }, { filters: false })
  if (!known) return null
  if (known.endedAs === null)
    throw refused(text('该证件号码已登记。', 'This number is on a roll already.'), { rule: 'resident_number_unique' })
  if (known.endedAs === 'DECEASED')
    throw refused(text('该证件号码的居民登记为去世。', 'The person with this number is entered as deceased.'))
  return known
}

export const addGuardian = async (
  ctx: Context,
  ward: Resident,
  wardKey: string,
  { name, phone, resident }: GuardianInput,
): Promise<Guardian> => {
  if (resident && !(await find(ctx, Resident, resident)))
    throw badInput(text('监护人不在名册中。', 'The guardian is not on the roll.'), { field: 'guardian' })
  const guardian = ctx.em.create(Guardian, {
    id: uuidv7(),
    version: 0,
    division: ward.division,
    ward: ward.id,
    guardianResident: resident ?? null,
    name: name.trim(),
    phoneSealed: phone ? vaultOf(ctx).seal(wardKey, ward.id, 'guardianPhone', phone) : null,
    createdAt: ctx.now,
    endedOn: null,
  })
  await record(ctx, guardian, { type: 'Guardian', action: 'ENTER', title: maskName(guardian.name), data: { ward: ward.id } })
  return guardian
}

@Resolver()
export class ResidentMutations {
  @For(...COMMITTEE_STAFF)
  @Mutation(() => Resident)
  async createResident(
    @Ctx() ctx: Context,
    @Arg('input', () => CreateResidentInput) input: CreateResidentInput,
  ): Promise<Resident> {
    const household = await find(ctx, Household, input.household)
    if (!household) throw notFound(HOUSEHOLD)
    mustHold(ctx, COMMITTEE_STAFF, household.division)
    const { numbers, birthDate, sex } = readNumbers(ctx.now, input)
    if (isChild(birthDate, childAge(ctx), ctx.now) && !input.guardian)
      throw badInput(text('未满14周岁的居民须登记监护人。', 'Someone under 14 needs a guardian.'), { field: 'guardian' })
    const back = await returning(ctx, vaultOf(ctx).index(numbers.paper, numbers.idNumber))
    const id = back?.id ?? uuidv7()
    const key = (back && (await keyOf(ctx, id))) ?? makeKey(ctx, id)
    const columns = {
      division: household.division,
      grid: null,
      householdId: household.id,
      name: input.name.trim(),
      paper: numbers.paper,
      birthDate,
      sex,
      residence: input.residence,
      relation: input.relation,
      endedAs: null,
      endedOn: null,
      ...sealedNumbers(ctx, key, id, numbers),
    }
    const resident = back
      ? ctx.em.assign(back, columns)
      : ctx.em.create(Resident, { id, version: 0, createdAt: ctx.now, ...columns })
    if (input.guardian) await addGuardian(ctx, resident, key, input.guardian)
    if (input.relation === 'HEAD' && household.representativeId === null && ageOn(birthDate, ctx.now) >= adultAge(ctx))
      household.representativeId = id
    await step(ctx, resident, back ? 'RETURN' : 'CREATE', { household: household.id })
    await ctx.em.flush()
    await tellRoll(ctx, [resident])
    return resident
  }

  @For(...COMMITTEE_STAFF)
  @Mutation(() => Resident, { description: 'Corrects what is entered. The history names the fields, never their values.' })
  async reviseResident(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('input', () => ReviseResidentInput) input: ReviseResidentInput,
  ): Promise<Resident> {
    const resident = await take(ctx, Resident, RESIDENT, id, expectedVersion)
    mustHold(ctx, COMMITTEE_STAFF, resident.division)
    await correct(ctx, resident, input)
    await step(ctx, resident, 'REVISE', { fields: Object.keys(input) })
    await tellRoll(ctx, [resident])
    return resident
  }

  @For(...COMMITTEE_STAFF)
  @Mutation(() => Resident, { description: 'Takes someone off the roll who moved out or died.' })
  async endResident(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('input', () => EndResidentInput) input: EndResidentInput,
  ): Promise<Resident> {
    const resident = await take(ctx, Resident, RESIDENT, id, expectedVersion)
    mustHold(ctx, COMMITTEE_STAFF, resident.division)
    if (resident.endedAs !== null) throw refused(text('该居民已不在名册中。', 'This person is off the roll already.'))
    if ((input.as as string) === 'ERASED')
      throw badInput(text('删除须经个人信息请求办理。', 'Erasing goes through a data request.'), { field: 'as' })
    if (mustBeDay(input.on, 'on') > dayOf(ctx.now))
      throw badInput(text('日期不能晚于今天。', 'The day cannot lie in the future.'), { field: 'on' })
    await leave(ctx, resident)
    Object.assign(resident, { endedAs: input.as, endedOn: input.on })
    await step(ctx, resident, 'END', { as: input.as, on: input.on })
    await ctx.em.flush()
    await tellRoll(ctx, [resident])
    return resident
  }
}

/** Corrects the fields that are given. */
export const correct = async (ctx: Context, resident: Resident, input: ReviseResidentInput): Promise<void> => {
  const key = (await keyOf(ctx, resident.id))!
  if (input.idNumber !== undefined || input.phone !== undefined || input.paper !== undefined) {
    const typed = {
      paper: input.paper ?? resident.paper,
      idNumber: input.idNumber ?? (await valueOf(ctx, resident, 'ID_NUMBER'))!,
      phone: input.phone ?? (await valueOf(ctx, resident, 'PHONE')),
      birthDate: resident.birthDate,
    }
    const { numbers, birthDate, sex } = readNumbers(ctx.now, typed)
    ctx.em.assign(resident, {
      paper: numbers.paper,
      birthDate,
      sex: sex ?? resident.sex,
      ...sealedNumbers(ctx, key, resident.id, numbers),
    })
  }
  if (input.name?.trim()) resident.name = input.name.trim()
  if (input.residence) resident.residence = input.residence
  if (input.relation) resident.relation = input.relation
}

/** Takes someone out of their household, and out of speaking for it. */
export const leave = async (ctx: Context, resident: Resident): Promise<void> => {
  if (resident.householdId === null) return
  const household = await ctx.em.findOne(Household, { id: resident.householdId }, { filters: false })
  if (household?.representativeId === resident.id) household.representativeId = null
  resident.householdId = null
}
