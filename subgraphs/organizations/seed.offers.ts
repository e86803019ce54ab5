// What the demo's organisations have and offer: standing, entries of the directory, services and places, a shop, opportunities.
// All of it comes about by the acts its people would take, at moments before now.
import { v7 as uuidv7 } from 'uuid'
import { ANONYMOUS, type Actor, type Role } from '../shared/actor.ts'
import { addDays, dayOf } from '../shared/calendar.ts'
import type { Context } from '../shared/context.ts'
import { begin } from '../shared/event.ts'
import { actEntry, limitEnd, suspend } from './entry.acts.ts'
import { EntryObjection, QualifiedEntry } from './entry.entity.ts'
import { daysOn } from './entry.facts.ts'
import { qualifiedEntryMachine, type EntryStatus } from './entry.machine.ts'
import { EVIDENCE, untilDays, type Evidence } from './entry.rules.ts'
import { actOpportunity } from './opportunity.acts.ts'
import { Opportunity } from './opportunity.entity.ts'
import { opportunityMachine } from './opportunity.machine.ts'
import type { OpportunityKind } from './opportunity.rules.ts'
import { SocialOrganization } from './organization.entity.ts'
import { ServiceAddress, ServicePlace, ServicePoint } from './place.entity.ts'
import { EXAMPLES, exampleId, organizationId } from './seed.organizations.ts'
import { SERVICES, type ServiceExample } from './seed.services.ts'
import { actService } from './service.acts.ts'
import { ServiceListing } from './service.entity.ts'
import { serviceListingMachine } from './service.machine.ts'
import { actShop } from './shop.acts.ts'
import { ServiceShop } from './shop.entity.ts'
import { serviceShopMachine } from './shop.machine.ts'
import { AnnualReport, OrganizationMark, OrganizationPerson } from './standing.entity.ts'
import { settle } from './transaction.ts'

const DISTRICT = '310113000000'
const DAY = 86_400_000

const person = (name: string, role: Role, organization: string | null = null): Actor => ({
  ...ANONYMOUS,
  kind: 'PERSON',
  name,
  organization,
  grants: [{ role, division: DISTRICT }],
})
const CIVIL = person('示例区民政干部', 'DISTRICT_CIVIL_AFFAIRS')
const partner = (n: number) => person('示例社会组织专员', 'PARTNER_ORGANIZATION', organizationId(n))

/** Lets somebody do something so many days ago. */
const by = async <T>(ctx: Context, actor: Actor, daysAgo: number, work: (ctx: Context) => Promise<T>): Promise<T> => {
  const done = await work({ ...ctx, actor, now: new Date(ctx.now.getTime() - daysAgo * DAY), loaders: new Map() })
  await settle(ctx)
  return done
}

/** Reports of three years and two people with a post; one organisation stands on the list of abnormal activity. */
const standing = (ctx: Context): void => {
  const year = Number(dayOf(ctx.now).slice(0, 4))
  EXAMPLES.forEach(({ division }, at) => {
    const organization = organizationId(at + 1)
    for (const back of [1, 2, 3]) {
      const isMissing = at === 8 && back === 1
      const filedOn = isMissing ? null : `${year - back + 1}-02-2${at % 8}`
      const result = isMissing ? 'MISSING' : at === 6 ? 'BASIC' : 'PASSED'
      ctx.em.create(AnnualReport, { id: uuidv7(), organization, year: year - back, result, filedOn })
    }
    const people = [
      [`示例负责人${at + 1}`, 'LEGAL_REPRESENTATIVE'],
      [`示例社工${at + 1}甲`, 'STAFF'],
      [`示例社工${at + 1}乙`, 'STAFF'],
    ] as const
    people.forEach(([name, post], n) =>
      ctx.em.create(OrganizationPerson, {
        id: exampleId('organization-person', at * 10 + n),
        organization,
        division,
        name,
        post,
        since: addDays(dayOf(ctx.now), -900 + n * 30),
      }),
    )
  })
  ctx.em.create(OrganizationMark, {
    id: uuidv7(),
    organization: organizationId(9),
    kind: 'ABNORMAL',
    reason: '未按时报送年度报告。',
    documentNumber: `示例区民社〔${year}〕7号`,
    since: addDays(dayOf(ctx.now), -40),
  })
}

/** An entry from its application to where it comes to. */
const enter = async (ctx: Context, n: number, fields: string[], to: EntryStatus, from: number): Promise<QualifiedEntry> => {
  const organization = await ctx.em.findOneOrFail(SocialOrganization, { id: organizationId(n) })
  const entry = await by(ctx, partner(n), from, async (at) => {
    const one = at.em.create(QualifiedEntry, {
      id: exampleId('qualified-entry', n),
      division: DISTRICT,
      organization: organization.id,
      code: organization.code,
      fields,
      evidence: Object.keys(EVIDENCE) as Evidence[],
      statement: '有固定场所和专职人员，近三年承接社区服务项目，按时结项。',
      dueAt: limitEnd(at, 'DIRECTORY_REVIEW', DISTRICT),
      createdAt: at.now,
    })
    await begin(at, qualifiedEntryMachine, one, { title: organization.name }, 'OWNER')
    return one
  })
  if (to === 'APPLIED') return entry
  await by(ctx, CIVIL, from - 1, (at) => actEntry(at, entry, 'BEGIN_REVIEW'))
  if (to === 'UNDER_REVIEW') return entry
  await by(ctx, CIVIL, from - 3, async (at) => {
    const days = daysOn(at, 'DIRECTORY_PUBLICITY', DISTRICT)
    entry.report = '材料齐全，年度报告和评估等级符合条件，专职人员已核实。'
    await actEntry(at, entry, 'PUBLISH', { dueAt: untilDays(at.now, days) })
    Object.assign(entry, { publicityAt: at.now, publicityDays: days })
  })
  if (to === 'PUBLICITY') return entry
  await by(ctx, CIVIL, from - 12, async (at) => {
    await actEntry(at, entry, 'LIST', { dueAt: limitEnd(at, 'DIRECTORY_RECONFIRMATION', DISTRICT) })
    Object.assign(entry, { listedAt: at.now, validUntil: limitEnd(at, 'DIRECTORY_TERM', DISTRICT) })
  })
  if (to === 'SUSPENDED')
    await by(ctx, CIVIL, 5, (at) => suspend(at, entry, '服务投诉正在核查。', new Date(at.now.getTime() + 60 * DAY)))
  return entry
}

/** A service with its place and hours, up to where it comes to. */
const offer = async (ctx: Context, n: number, example: ServiceExample): Promise<void> => {
  const { place, isPublished, assuredAgo, hours, ...columns } = example
  const organization = await ctx.em.findOneOrFail(SocialOrganization, { id: organizationId(example.of) })
  const { id: owner, division } = organization
  const [placeId, actor] = [exampleId('service-place', n), partner(example.of)]
  const { name, line, isConfidential, kind, access } = place
  ctx.em.create(ServicePlace, { id: placeId, organization: owner, kind, isConfidential, access, division: DISTRICT })
  ctx.em.create(ServiceAddress, { id: uuidv7(), place: placeId, organization: owner, isConfidential, division, name, line })
  const service = await by(ctx, actor, assuredAgo + 9, async (at) => {
    const { of: _, ...text } = columns
    const one = at.em.create(ServiceListing, {
      ...text,
      id: exampleId('service', n),
      organization: owner,
      division,
      createdAt: at.now,
    })
    at.em.create(ServicePoint, { ...hours, id: uuidv7(), service: one.id, place: placeId })
    await begin(at, serviceListingMachine, one, { title: one.name }, 'OWNER')
    return one
  })
  await by(ctx, actor, assuredAgo + 5, (at) => actService(at, service, 'SUBMIT'))
  if (isPublished) await by(ctx, CIVIL, assuredAgo, (at) => actService(at, service, 'PUBLISH'))
}

const OPPORTUNITIES: readonly (readonly [n: number | null, OpportunityKind, string, string, number])[] = [
  [1, 'JOB', '社区养老护理员', '示例岗位：负责助餐点日常服务，提供岗前培训。', 3],
  [null, 'TRAINING', '青年创业公开课', '示例课程：电子商务和财务基础，共六讲。', 40],
  [2, 'PROJECT', '社区儿童书屋共建', '示例项目：提供场地和书目，征集共建团队。', 2],
]

export const seedOffers = async (ctx: Context): Promise<void> => {
  standing(ctx)
  await settle(ctx)
  await enter(ctx, 1, ['居家养老', '社区助餐'], 'LISTED', 200)
  await enter(ctx, 3, ['志愿服务', '能力建设'], 'LISTED', 150)
  await enter(ctx, 6, ['社区矫正'], 'SUSPENDED', 120)
  await enter(ctx, 12, ['人民调解'], 'UNDER_REVIEW', 6)
  await enter(ctx, 7, ['困难家庭陪伴'], 'APPLIED', 2)
  const shown = await enter(ctx, 2, ['课后照护', '家庭教育指导'], 'PUBLICITY', 6)
  ctx.em.create(EntryObjection, {
    id: uuidv7(),
    entry: shown.id,
    division: DISTRICT,
    account: exampleId('objector', 1),
    by: '示例居民丙',
    body: '建议核实去年暑托班的人员配比。',
    at: new Date(ctx.now.getTime() - DAY),
  })
  for (const [n, example] of SERVICES.entries()) await offer(ctx, n + 1, example)
  const shop = await by(ctx, partner(1), 30, async (at) => {
    const told = {
      name: '暖阳小铺',
      intro: '老年人手工作品义卖，收入用于助餐补贴。',
      field: 'ELDERLY' as const,
      goods: ['手工香囊', '布艺收纳袋'],
    }
    const { division } = EXAMPLES[0]!
    const one = at.em.create(ServiceShop, {
      ...told,
      id: exampleId('service-shop', 1),
      division,
      organization: organizationId(1),
      createdAt: at.now,
    })
    await begin(at, serviceShopMachine, one, { title: one.name }, 'OWNER')
    return one
  })
  await by(ctx, partner(1), 29, (at) => actShop(at, shop, 'SUBMIT'))
  await by(ctx, CIVIL, 27, (at) => actShop(at, shop, 'OPEN'))
  for (const [at, [n, kind, title, body, places]] of OPPORTUNITIES.entries()) {
    const actor = n === null ? CIVIL : partner(n)
    await by(ctx, actor, 12 - at, async (then) => {
      const one = then.em.create(Opportunity, {
        id: exampleId('opportunity', at + 1),
        division: n === null ? DISTRICT : EXAMPLES[n - 1]!.division,
        organization: n === null ? null : organizationId(n),
        kind,
        title,
        body,
        places,
        forListed: false,
        until: addDays(dayOf(ctx.now), 60),
        createdAt: then.now,
      })
      await begin(then, opportunityMachine, one, { title }, n === null ? undefined : 'OWNER')
      await settle(then)
      await actOpportunity(then, one, 'PUBLISH')
    })
  }
}
