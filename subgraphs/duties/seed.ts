// The demo's lists: those of a district, a town and a committee, last year's, this year's and next year's draft. Departments are
// examples; the lists come about by the same acts officers would take, with a clock that is moved by hand.
import { v7 as uuidv7 } from 'uuid'
import { ANONYMOUS, type Actor, type Role } from '../shared/actor.ts'
import { addDays, dayOf } from '../shared/calendar.ts'
import type { Context } from '../shared/context.ts'
import { seedAdmission } from './admission.seed.ts'
import { LegalBasis } from './basis.entity.ts'
import { Department } from './department.entity.ts'
import { DutyItem } from './item.entity.ts'
import { erase, recordChange } from './item.write.ts'
import type { DutyListType } from './list.rules.ts'
import { ListOpinion } from './opinion.entity.ts'
import { DEPARTMENTS, departmentOf, exampleId } from './seed.departments.ts'
import { secure } from './seed.funding.ts'
import * as assist from './seed.assist.ts'
import { CERTIFICATES, NEGATIVE } from './seed.certificates.ts'
import type { Example } from './seed.example.ts'
import * as own from './seed.own.ts'
import { cited } from './seed.laws.ts'
import { seedTasks } from './seed.tasks.ts'
import { settle } from './transaction.ts'
import { actVersion } from './version.acts.ts'
import type { DutyListVersion } from './version.entity.ts'
import { startVersion } from './version.start.ts'

const DISTRICT = '310113000000'
const TOWN = '310113109000'
const COMMITTEE = '310113109043'
const DAY = 86_400_000

const officer = (name: string, role: Role, division: string): Actor => ({
  ...ANONYMOUS,
  kind: 'PERSON',
  name,
  grants: [{ role, division }],
})

const OFFICERS = {
  civil: officer('示例区民政干部', 'DISTRICT_CIVIL_AFFAIRS', DISTRICT),
  joint: officer('示例联席会议成员甲', 'DISTRICT_JOINT_MEETING', DISTRICT),
  town: officer('示例街镇干部', 'SUBDISTRICT_OFFICER', TOWN),
  lead: officer('示例街镇领导', 'SUBDISTRICT_LEAD', TOWN),
}

/** Lets somebody do something at a moment. */
const by = async <T>(ctx: Context, who: keyof typeof OFFICERS, now: Date, work: (ctx: Context) => Promise<T>): Promise<T> => {
  const done = await work({ ...ctx, actor: OFFICERS[who], now, loaders: new Map() })
  await settle(ctx)
  return done
}

/** Where a code stands on its list: what was added below stands last. */
const placeOf = (code: string): number => Number(/\d+$/.exec(code)) + (/-[A-Z]/.test(code) ? 100 : 0)

/** Writes the examples into a version as an imported sheet would, in place of items of the same code, and takes some off. */
const fill = async (
  ctx: Context,
  version: DutyListVersion,
  items: readonly Example[],
  gone: readonly string[],
): Promise<void> => {
  const before = new Map((await ctx.em.find(DutyItem, { listVersion: version.id })).map((item) => [item.code, item]))
  for (const code of [...gone, ...items.map((item) => item.code)]) if (before.has(code)) await erase(ctx, before.get(code)!)
  items.forEach((item) => {
    const { code, name, category, performer, content, frequency, standard, department, yuan } = item
    const row = ctx.em.create(DutyItem, {
      id: uuidv7(),
      division: version.division,
      listVersion: version,
      code,
      name,
      category,
      performer,
      content,
      frequency,
      standard,
      position: placeOf(code),
      organization: department && departmentOf(department),
      fundingSource: department && '区级部门预算',
      funding: yuan === null ? null : yuan * 100,
      accountingUnit: yuan === null ? null : '居村/年',
      validFrom: before.get(code)?.validFrom ?? `${version.year}-01-01`,
    })
    item.bases.forEach((basis, place) =>
      ctx.em.create(LegalBasis, { ...cited(basis), id: uuidv7(), item: row, position: place + 1 }),
    )
  })
  await ctx.em.flush()
  await recordChange(ctx, version, 'IMPORT', { added: items.map(({ code }) => code) })
}

type Stage = 'COMPILING' | 'SOLICITING' | 'PUBLISHED' | 'IN_FORCE'

interface Plan {
  readonly division: string
  readonly type: DutyListType
  readonly year: number
  readonly items: readonly Example[]
  /** Where it comes to, and on which day it was begun. */
  readonly to: Stage
  readonly from: Date
  readonly document: string
  /** Codes that leave the list with it. */
  readonly gone?: readonly string[]
}

/** One version from its beginning to where it comes to. */
const walk = async (
  ctx: Context,
  { division, type, year, items, to, from, document, gone = [] }: Plan,
): Promise<DutyListVersion> => {
  const isDistrict = division === DISTRICT
  const [compiler, decider, publisher] = isDistrict ? (['civil', 'joint', 'civil'] as const) : (['town', 'lead', 'lead'] as const)
  const after = (days: number) => new Date(from.getTime() + days * DAY)
  const version = await by(ctx, compiler, from, (at) => startVersion(at, division, type, year))
  if (items.length) await by(ctx, compiler, after(0), (at) => fill(at, version, items, gone))
  if (to === 'COMPILING') return version
  await by(ctx, compiler, after(1), (at) => actVersion(at, version, 'SOLICIT'))
  if (to === 'SOLICITING') return version
  await by(ctx, decider, after(10), (at) => actVersion(at, version, 'DELIBERATE', { reason: '经逐项审议，同意本清单。' }))
  const told = { documentNumber: document, effectiveOn: addDays(dayOf(after(12)), 16) }
  await by(ctx, publisher, after(12), async (at) => {
    await actVersion(at, version, 'PUBLISH', { data: told })
    Object.assign(version, told)
  })
  if (to === 'PUBLISHED') return version
  if (type === 'ASSIST_GOVERNMENT' && items.length) await secure(ctx, version, items, after(14))
  await by(ctx, publisher, after(29), (at) => actVersion(at, version, 'TAKE_EFFECT'))
  return version
}

export const seed = async (ctx: Context): Promise<void> => {
  DEPARTMENTS.forEach(([code, name], i) =>
    ctx.em.create(Department, { id: exampleId('department', i + 1), division: DISTRICT, name, code, level: 'DISTRICT' }),
  )
  await ctx.em.flush()
  const year = Number(dayOf(ctx.now).slice(0, 4))
  const ago = (days: number) => new Date(ctx.now.getTime() - days * DAY)
  const walked = (division: string, from: Date, issuer: string) => {
    let n = 0
    return (type: DutyListType, of: number, items: readonly Example[], more: Partial<Plan> = {}) => {
      const document = `${issuer}〔${from.getUTCFullYear()}〕${(n += 1)}号`
      return walk(ctx, { division, type, year: of, items, from, to: 'IN_FORCE', document, ...more })
    }
  }

  const lastYear = walked(DISTRICT, ago(480), '示例区民')
  await lastYear('SELF_GOVERNANCE', year - 1, own.OWN_BEFORE)
  await lastYear('ASSIST_GOVERNMENT', year - 1, assist.ASSIST_BEFORE)

  const district = walked(DISTRICT, ago(160), '示例区民')
  await district('SELF_GOVERNANCE', year, own.OWN)
  await district('ASSIST_GOVERNMENT', year, assist.ASSIST, { gone: ['XZ-28'] })
  await district('CERTIFICATE', year, CERTIFICATES)
  await district('NEGATIVE', year, NEGATIVE)

  await walked(TOWN, ago(120), '示例镇发')('ASSIST_GOVERNMENT', year, [assist.OF_TOWN])

  const committee = walked(COMMITTEE, ago(80), '示例镇发')
  await committee('SELF_GOVERNANCE', year, [own.OF_COMMITTEE])
  for (const type of ['ASSIST_GOVERNMENT', 'CERTIFICATE', 'NEGATIVE'] as const) await committee(type, year, [])

  await walked(TOWN, ago(16), '示例镇发')('CERTIFICATE', year, [], { to: 'PUBLISHED' })
  const next = walked(DISTRICT, ago(6), '示例区民')
  await next('ASSIST_GOVERNMENT', year + 1, [assist.AID, assist.REPORTING], { to: 'COMPILING' })
  const solicited = await next('NEGATIVE', year + 1, [], { to: 'SOLICITING' })
  ctx.em.create(ListOpinion, {
    id: uuidv7(),
    listVersion: solicited,
    itemCode: 'FM-05',
    by: '示例书记',
    body: '建议写明同类数据一年内不得重复收集。',
    at: ago(2),
  })
  await ctx.em.flush()
  await seedAdmission(ctx)
  await seedTasks(ctx)
}
