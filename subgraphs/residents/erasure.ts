// A copy of everything held about a person, and its end: a stone with no name, and no key to the numbers.
import { addDays, dayOf } from '../shared/calendar.ts'
import { rule, type Context } from '../shared/context.ts'
import { record } from '../shared/event.ts'
import type { TimeLimit } from '../shared/calendar.ts'
import { Access } from './access.entity.ts'
import { Consent } from './consent.entity.ts'
import { Guardian } from './kin.entity.ts'
import { valueOf } from './persons.ts'
import { PersonKey, Resident } from './resident.entity.ts'
import { leave } from './resident.mutations.ts'
import { tellRoll } from './roll.ts'
import { ENDINGS, RELATIONS, RESIDENCES } from './words.ts'

/** Everything held about a person, in words. */
export const copyOf = async (ctx: Context, person: Resident): Promise<object> => {
  const [consents, looks] = await Promise.all([
    ctx.em.find(Consent, { resident: person.id }, { filters: false, orderBy: { givenAt: 'asc' } }),
    ctx.em.find(Access, { resident: person.id }, { filters: false, orderBy: { at: 'asc' } }),
  ])
  return {
    姓名: person.name,
    证件号码: await valueOf(ctx, person, 'ID_NUMBER'),
    手机号码: await valueOf(ctx, person, 'PHONE'),
    出生日期: person.birthDate,
    住址: await valueOf(ctx, person, 'ADDRESS'),
    居住类型: RESIDENCES[person.residence].zh,
    与户主关系: RELATIONS[person.relation].zh,
    登记时间: person.createdAt,
    授权同意: consents.map((c) => ({
      purpose: c.purpose,
      notice: c.noticeVersion,
      givenAt: c.givenAt,
      withdrawnAt: c.withdrawnAt,
    })),
    查看记录: looks.map((l) => ({ field: l.field, by: l.by, role: l.role, at: l.at, reason: l.reason })),
  }
}

/** The number's index stays a while, so that whoever comes back is known as the same voter; then it goes too. */
export const erase = async (ctx: Context, id: string): Promise<void> => {
  const person = await ctx.em.findOneOrFail(Resident, { id }, { filters: false })
  await leave(ctx, person)
  Object.assign(person, {
    name: ENDINGS.ERASED.zh,
    idSealed: null,
    phoneSealed: null,
    phoneIndex: null,
    birthDate: '1900-01-01',
    sex: null,
    grid: null,
    endedAs: 'ERASED',
    endedOn: dayOf(ctx.now),
  })
  await ctx.em.nativeDelete(PersonKey, { person: id })
  await ctx.em.nativeDelete(Guardian, { $or: [{ ward: id }, { guardianResident: id }] }, { filters: false })
  for (const consent of await ctx.em.find(Consent, { resident: id, withdrawnAt: null }, { filters: false })) {
    consent.withdrawnAt = ctx.now
    await record(ctx, consent, { type: 'Consent', action: 'WITHDRAW', title: ENDINGS.ERASED.zh })
  }
  await record(ctx, person, { type: 'Resident', action: 'ERASE', title: ENDINGS.ERASED.zh })
  await ctx.em.flush()
  await tellRoll(ctx, [person])
}

/** Indexes of erased people whose time is over. */
export const forgetIndexes = async (ctx: Context): Promise<void> => {
  const days = rule<TimeLimit>(ctx, 'ERASED_INDEX_KEPT').value.value
  await ctx.em.nativeUpdate(
    Resident,
    { endedAs: 'ERASED', idIndex: { $ne: null }, endedOn: { $lt: addDays(dayOf(ctx.now), -days) } },
    { idIndex: null },
    { filters: false },
  )
}
