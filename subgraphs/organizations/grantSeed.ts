// The demo's round of grants: a fund line, a template, and a call that is open, with an application of one of the examples handed in.
import { v7 as uuidv7 } from 'uuid'
import { ANONYMOUS, type Actor } from '../shared/actor.ts'
import { addDays, dayOf } from '../shared/calendar.ts'
import type { Context } from '../shared/context.ts'
import { begin, record } from '../shared/event.ts'
import { actApplication } from './grantApplication.acts.ts'
import { GrantApplication } from './grantApplication.entity.ts'
import { grantApplicationMachine } from './grantApplication.machine.ts'
import { actRound } from './grantRound.acts.ts'
import { GrantFund, GrantTemplate, MicroGrantRound } from './grantRound.entity.ts'
import { microGrantRoundMachine } from './grantRound.machine.ts'
import { organizationId } from './seed.organizations.ts'
import { AnnualReport } from './standing.entity.ts'
import { yearDue } from './standing.rules.ts'
import { settle } from './transaction.ts'

const DISTRICT = '310113000000'
const civil: Actor = {
  ...ANONYMOUS,
  kind: 'PERSON',
  name: '示例区民政负责人',
  grants: [{ role: 'DISTRICT_CIVIL_AFFAIRS', division: DISTRICT }],
}
const FORM = [
  ['need', '需求分析', '服务谁，有什么需要，依据是什么。'],
  ['plan', '实施方案', '活动安排、进度和分工。'],
  ['team', '团队能力', '人员、经验和合作单位。'],
  ['result', '预期成效', '可以衡量的目标。'],
] as const
const CRITERIA = [
  ['need', '项目需求', 3_000],
  ['plan', '方案设计', 3_000],
  ['team', '团队能力', 2_000],
  ['budget', '预算合理', 2_000],
] as const

const CONDITIONS = [
  ['REGISTERED', null],
  ['REPORTED', null],
  ['MIN_GRADE', 2],
  ['NOT_LISTED', null],
  ['NO_FAILED_PROJECT', null],
  ['NOT_BARRED', null],
  ['MAX_AWARDS', 1],
  ['CAP', null],
  ['MIN_MONTHS', 8],
] as const

/** The report of the year that was due last, for organisations that have none. */
const report = async (ctx: Context): Promise<void> => {
  const year = yearDue(dayOf(ctx.now))
  for (const organization of [1, 2, 3].map(organizationId)) {
    const has = await ctx.em.count(AnnualReport, { organization, year })
    if (!has) ctx.em.create(AnnualReport, { id: uuidv7(), organization, year, result: 'PASSED', filedOn: `${year + 1}-03-20` })
  }
}

export const seedGrants = async (asked: Context): Promise<void> => {
  const today = dayOf(asked.now)
  const ctx = { ...asked, actor: civil, loaders: new Map() }
  await report(ctx)
  const common = { division: DISTRICT, createdAt: ctx.now }
  const year = Number(today.slice(0, 4))
  const fund = ctx.em.create(GrantFund, { ...common, id: uuidv7(), name: '示例福彩公益金', year, amount: 200_000_000 })
  await record(ctx, fund, { type: 'GrantFund', action: 'CREATE', title: fund.name, data: { amount: fund.amount } })
  const form = FORM.map(([key, label, hint]) => ({ key, label, hint, limit: 2_000 }))
  const criteria = CRITERIA.map(([key, label, weight]) => ({ key, label, points: 10, weight }))
  const template = ctx.em.create(GrantTemplate, { ...common, id: uuidv7(), name: '公益微创投通用模板', form, criteria })
  await record(ctx, template, { type: 'GrantTemplate', action: 'CREATE', title: template.name })
  const round = ctx.em.create(MicroGrantRound, {
    ...common,
    id: uuidv7(),
    code: `${year}-01`,
    title: `${year}年示例区公益微创投`,
    fund,
    template,
    form,
    criteria,
    pool: 60_000_000,
    cap: 6_000_000,
    fields: ['ELDERLY', 'YOUTH', 'DISABILITY', 'SOCIAL_WORK', 'OTHER'],
    isBlind: true,
    shares: [5_000, 3_000, 2_000],
    conditions: CONDITIONS.map(([code, value]) => ({ code, value })),
    opensOn: today,
    closesOn: addDays(today, 20),
    reviewers: 3,
    quorum: 3,
    dropsExtremes: true,
    spreadAlarm: 3_000,
  })
  await begin(ctx, microGrantRoundMachine, round, { title: round.title, data: { pool: round.pool } })
  await settle(ctx)
  await actRound(ctx, round, 'ANNOUNCE')
  await actRound(asked, round, 'OPEN')

  const organization = organizationId(2)
  const ngo = {
    ...ctx,
    actor: {
      ...ANONYMOUS,
      kind: 'PERSON',
      name: '示例社会组织专员乙',
      organization,
      grants: [{ role: 'PARTNER_ORGANIZATION', division: DISTRICT }],
    },
  } as Context
  const application = ctx.em.create(GrantApplication, {
    ...common,
    id: uuidv7(),
    organization,
    round,
    title: '示例困境青少年结对陪伴',
    field: 'YOUTH',
    answers: [
      ['need', '片区困境青少年较多，缺少课后陪伴和心理支持。'],
      ['plan', '每周结对探访一次，每月一次集体活动，分三个阶段推进。'],
      ['team', '专职社工两名，志愿者三十名，有三年青少年服务经验。'],
      ['result', '结对六十人，陪伴二千四百人次，满意度九成以上。'],
    ].map(([key, body]) => ({ key: key!, body: body! })),
    budget: [
      { name: '活动费', amount: 2_400_000, own: 300_000 },
      { name: '人员补贴', amount: 1_800_000, own: 0 },
      { name: '物资费', amount: 800_000, own: 200_000 },
    ],
    amount: 5_000_000,
    startsOn: addDays(today, 60),
    endsOn: addDays(today, 360),
    place: '310113109000',
  })
  await begin(ngo, grantApplicationMachine, application, { title: application.title }, 'OWNER')
  await settle(ngo)
  await actApplication({ ...ngo, loaders: new Map() }, application, 'SUBMIT')
}
