// The demo's people: one community of about three hundred, all invented. Their ID numbers lie in a district that does not
// exist (310199), their phone numbers in a range that is not given out (140), and 示 stands in every name for 示例.
import { v5 as uuidv5 } from 'uuid'
import { addDays, dayOf } from '../shared/calendar.ts'
import type { Context } from '../shared/context.ts'
import { record } from '../shared/event.ts'
import { checkResidentId } from '../shared/identifiers.ts'
import { maskName } from '../shared/masking.ts'
import { Consent } from './consent.entity.ts'
import { enterRows, type Line } from './import.write.ts'
import type { Entry } from './import.rules.ts'
import { ResidentsRepresentative } from './kin.entity.ts'
import { tellTerms } from './representative.resolver.ts'
import { Resident } from './resident.entity.ts'
import type { Relation, Residence } from './words.ts'

/** The same id for the same name, in every run and every subgraph of the demo. */
const seedId = (name: string): string => uuidv5(name, 'b8a2e5b6-7f0a-5b0e-9c58-6f1f5d9f0a11')
export const exampleResident = (n: number): string => seedId(`resident:${n}`)

const HOME = '310113109043'
/** Committees with people: lane, buildings, floors, and the grids the buildings lie in. */
const PLACES = [
  { division: HOME, lane: 88, buildings: 12, homes: 9, grids: 3 },
  { division: '310113109044', lane: 166, buildings: 2, homes: 4, grids: 1 },
  { division: '310113109057', lane: 208, buildings: 2, homes: 4, grids: 1 },
]

const SURNAMES = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗']
const GIVEN = [
  ...'安宁和平康乐福泰祥瑞明朗清雅慧敏勤思远诚信义仁礼智文博学新春华秋实云帆海川江山林松柏竹梅兰菊芳菲晨曦晓光辉映月星辰宇轩昂',
]
const NAMED: Readonly<Record<number, string>> = { 1: '示例居民甲', 2: '示例居民乙' }

/** Numbers that look drawn by lot and are the same every time. */
const lots = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
}

const idNumberFor = (birthDate: string, sequence: number, now: Date): string => {
  const first17 = `310199${birthDate.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`
  return [...'0123456789X'].map((c) => first17 + c).find((id) => checkResidentId(id, now).verdict === 'OK')!
}

/** Who lives in the home: a head, and by lot a spouse, children and parents. */
const family = (draw: () => number): { relation: Relation; age: number }[] => {
  const age = 28 + Math.floor(draw() * 52)
  const members: { relation: Relation; age: number }[] = [{ relation: 'HEAD', age }]
  if (draw() < 0.72) members.push({ relation: 'SPOUSE', age: Math.max(24, age - 3 + Math.floor(draw() * 6)) })
  if (draw() < 0.62) members.push({ relation: 'CHILD', age: Math.max(1, age - 26 - Math.floor(draw() * 6)) })
  if (age < 60 && draw() < 0.22) members.push({ relation: 'PARENT', age: age + 26 })
  return members
}

const people = (now: Date) => {
  const draw = lots(20261121)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(draw() * list.length)]!
  let heads = 0
  // Example residents are numbered by household: number 7 heads the seventh. Everyone else comes after all heads.
  let others = PLACES.reduce((sum, { buildings, homes }) => sum + buildings * homes, 0)
  return PLACES.map(({ division, lane, buildings, homes }) => {
    const lines: Line[] = []
    for (let b = 1; b <= buildings; b++)
      for (let h = 0; h < homes; h++) {
        const surname = pick(SURNAMES)
        const residence: Residence = draw() < 0.6 ? 'REGISTERED' : draw() < 0.5 ? 'PERMANENT' : 'MIGRANT'
        let head = ''
        for (const { relation, age } of family(draw)) {
          const n = relation === 'HEAD' ? (heads += 1) : (others += 1)
          const birthDate = addDays(dayOf(now), -Math.floor((age + draw() * 0.9) * 365.25))
          const own = relation === 'SPOUSE' || relation === 'PARENT' ? pick(SURNAMES) : surname
          const name = NAMED[n] ?? `${own}示${pick(GIVEN)}`
          if (relation === 'HEAD') head = name
          const phone = `140${String(n).padStart(8, '0')}`
          const entry: Entry = {
            name,
            paper: 'RESIDENT_ID',
            idNumber: idNumberFor(birthDate, n % 1000, now),
            birthDate,
            sex: n % 2 ? 'MALE' : 'FEMALE',
            phone: age < 14 ? null : phone,
            residence,
            relation,
            address: `示例路${lane}弄${b}号`,
            room: `${Math.floor(h / 2) + 1}0${(h % 2) + 1}室`,
            guardian: { name: head, phone },
          }
          lines.push({ line: n, entry })
        }
      }
    return { division, lines }
  })
}

/** Buildings and grids as the territory's demo numbers them. */
const place = async (ctx: Context): Promise<void> => {
  for (const { division, lane, buildings, grids } of PLACES)
    for (let b = 1; b <= buildings; b++) {
      const address = `示例路${lane}弄${b}号`
      const grid = division + String(Math.floor(((b - 1) * grids) / buildings) + 1).padStart(3, '0')
      await ctx.em.execute('update residents.dwelling set building_id = ? where address = ?', [
        seedId(`building:${address}`),
        address,
      ])
      await ctx.em.execute(
        `update residents.resident r set grid = ? from residents.household h join residents.dwelling d on d.id = h.dwelling_id where h.id = r.household_id and d.address = ?`,
        [grid, address],
      )
    }
}

/** One representative for every 25 or so households, for a term of five years. */
const appoint = async (ctx: Context): Promise<void> => {
  const heads = await ctx.em.find(Resident, { division: HOME, relation: 'HEAD' }, { orderBy: { id: 'asc' }, limit: 4 })
  for (const [at, resident] of heads.entries()) {
    const term = ctx.em.create(ResidentsRepresentative, {
      id: seedId(`representative:${at + 1}`),
      version: 0,
      division: HOME,
      resident: resident.id,
      group: `第${at + 1}居民小组`,
      validFrom: '2026-01-01',
      validTo: '2030-12-31',
      told: 'NOTHING',
      createdAt: ctx.now,
    })
    await record(ctx, term, {
      type: 'ResidentsRepresentative',
      action: 'APPOINT',
      title: maskName(resident.name),
      data: { resident: resident.id },
    })
  }
  await ctx.em.flush()
  await tellTerms(ctx)
}

export const seed = async (ctx: Context): Promise<void> => {
  for (const { division, lines } of people(ctx.now)) await enterRows(ctx, division, lines, 'demo', seedId)
  await place(ctx)
  await appoint(ctx)
  const consent = ctx.em.create(Consent, {
    id: seedId('consent:1'),
    version: 0,
    division: HOME,
    resident: exampleResident(1),
    purpose: 'SERVICE_CONTACT',
    noticeVersion: '2026-01',
    channel: 'APP',
    guardian: null,
    givenAt: ctx.now,
    withdrawnAt: null,
  })
  await record(ctx, consent, { type: 'Consent', action: 'GIVE', title: '服务联系' })
}
