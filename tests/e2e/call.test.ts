// A call for micro-venture grants from its announcement to the last instalment: officers, organisations and reviewers at a real
// browser, by keyboard, with a recusal, a tie, an objection, a report that comes too late and a clawback. What shows nothing new
// on a page goes through the API.
import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { microGrantRoundMachine } from '../../subgraphs/organizations/grantRound.machine.ts'
import { M } from '../organizations/grants.asked.ts'
import { applicationDoes, objectionDoes, roundDoes, CALL, PARTS, PROJECT, newCall } from './call.ts'
import { money } from './call.money.ts'
import { review } from './call.review.ts'

const CHROMIUM = process.env['CHROMIUM'] || '/usr/bin/chromium'
const HERE = existsSync(CHROMIUM)
if (!HERE) console.warn(`No Chromium at ${CHROMIUM}: a call for grants in the browser is skipped.`)

describe.runIf(HERE)('a call', { timeout: 300_000 }, () => {
  const c = newCall()
  beforeAll(() => c.open(CHROMIUM))
  afterAll(() => c.floor?.close())

  test('is begun, changed while it is a draft, and announced', async () => {
    const district = await c.at('district', '/grant-rounds?add=yes')
    await district.page.locator('.el-dialog:visible, .el-drawer:visible').first().waitFor()
    await c.pickFirst(district, 'fund')
    await c.pickFirst(district, 'template')
    await district.fill({ code: '2026-02', title: CALL, pool: '100000', cap: '60000', reviewers: '5' })
    await district.fill({ opensOn: c.floor.day(0), closesOn: c.floor.day(9) })
    await c.floor.look(district, 'call-form')
    await district.submit()
    await district.page.locator('main h1', { hasText: CALL }).waitFor()
    c.round = new URL(district.page.url()).pathname.split('/').pop()!
    await district.press('修改批次')
    await district.fill({ reviewers: '3' })
    await district.submit()
    await district.page.getByText('每件3人').waitFor()
    await c.floor.look(district, 'call-draft')
    const lead = await c.at('district2', `/grant-rounds/${c.round}`)
    await lead.take(roundDoes('ANNOUNCE'))
    await c.stands('microGrantRound', c.round, 'ANNOUNCED')
    await c.sweep()
    await lead.open(`/grant-rounds/${c.round}`)
    expect(await lead.status()).toBe(microGrantRoundMachine.states.OPEN.label.zh)
  })

  test('is applied in by two organisations; what is being filled in keeps itself', async () => {
    const ngo = await c.at('ngo', '/my-grants')
    await c.floor.look(ngo, 'ngo-calls')
    await ngo.press(CALL)
    await ngo.page.locator('main h1', { hasText: CALL }).waitFor()
    await c.floor.look(ngo, 'ngo-call')
    await ngo.press('填写申报')
    await ngo.page.locator('main h1', { hasText: '填写申报' }).waitFor()
    await c.type(ngo, 'title', PROJECT.ngo)
    await ngo.page.locator('.draft-note', { hasText: '草稿' }).waitFor()
    await ngo.page.reload()
    await expect.poll(() => ngo.page.locator('#field-title').inputValue(), { timeout: 30_000 }).toBe(PROJECT.ngo)
    await c.pickFirst(ngo, 'field')
    await c.type(ngo, 'startsOn', c.floor.day(45))
    await c.type(ngo, 'endsOn', c.floor.day(320))
    for (const part of PARTS) await c.type(ngo, `answers.${part}`, '示例说明：每周三次，专人负责。')
    await c.type(ngo, '支出项目', '活动费')
    await c.type(ngo, '申请金额（元）', '50000')
    await c.floor.look(ngo, 'ngo-form')
    await ngo.press('保存申报')
    await ngo.page.locator('main h1', { hasText: PROJECT.ngo }).waitFor()
    c.application.ngo = new URL(ngo.page.url()).pathname.split('/').pop()!
    c.application.ngo2 = (
      await c.run('ngo2', M.apply, {
        round: c.round,
        input: {
          title: PROJECT.ngo2,
          field: 'YOUTH',
          answers: PARTS.map((key) => ({ key, body: '示例说明：暑期每周五天。' })),
          budget: [{ name: '人员补贴', amount: 5_000_000, own: 0 }],
          startsOn: c.floor.day(45),
          endsOn: c.floor.day(320),
        },
      })
    ).id
    for (const who of ['ngo', 'ngo2'] as const) {
      const applicant = await c.at(who, `/grant-applications/${c.application[who]}`)
      await applicant.take(applicationDoes('SUBMIT'))
      await c.stands('grantApplication', c.application[who], 'SUBMITTED')
    }
    await c.floor.look(ngo, 'ngo-submitted')
  })

  test('is screened; one application is corrected, once', async () => {
    c.floor.tick(10)
    await c.sweep()
    const district = await c.at('district', `/grant-rounds/${c.round}`)
    await district.take(roundDoes('SCREEN'))
    await c.stands('microGrantRound', c.round, 'SCREENING')
    await district.open(`/grant-applications?round=${c.round}`)
    await c.floor.look(district, 'screening-list')
    await district.open(`/grant-applications/${c.application.ngo}`)
    await district.take(applicationDoes('ASK_MORE'), { reason: '请写明助餐点的位置。' })
    await c.stands('grantApplication', c.application.ngo, 'MORE_INFO')
    await c.floor.look(district, 'screening-asked')
    const ngo = await c.at('ngo', '/my-grants')
    await c.floor.look(ngo, 'ngo-to-correct')
    await ngo.open(`/grant-applications/${c.application.ngo}`)
    await ngo.press('修改申报')
    await expect.poll(() => ngo.page.locator('#field-title').inputValue(), { timeout: 30_000 }).toBe(PROJECT.ngo)
    await c.type(ngo, 'answers.plan', '助餐点设在示例路20号，每周三次。')
    await ngo.press('保存申报')
    await ngo.take(applicationDoes('RESUBMIT'))
    await c.stands('grantApplication', c.application.ngo, 'SUBMITTED')
    await district.open(`/grant-applications/${c.application.ngo}`)
    expect(await district.page.getByRole('button', { name: applicationDoes('ASK_MORE') }).getAttribute('title')).toContain(
      '只有一次补正机会',
    )
    await district.take(applicationDoes('ACCEPT'))
    await c.step('district', 'grantApplication', M.actApplication, c.application.ngo2, 'ACCEPT')
    await c.stands('grantApplication', c.application.ngo, 'ELIGIBLE')
  })

  review(c)

  test('is locked; the tie is decided and says by what; the list is published', async () => {
    const district = await c.at('district', `/grant-rounds/${c.round}`)
    await district.take(roundDoes('DELIBERATE'))
    await c.stands('microGrantRound', c.round, 'DELIBERATION')
    await district.open(`/grant-rounds/${c.round}`)
    const ranked = district.page.locator('main tbody tr')
    await ranked.filter({ hasText: PROJECT.ngo2 }).getByText('首项指标').waitFor()
    expect(await ranked.first().innerText()).toContain(PROJECT.ngo)
    expect(await ranked.filter({ hasText: PROJECT.ngo2 }).innerText()).toContain('80.00')
    await c.floor.look(district, 'panel-tie')
    await district.take(roundDoes('RECOMMEND'))
    await c.stands('grantApplication', c.application.ngo2, 'RECOMMENDED')
    const lead = await c.at('district2', `/grant-rounds/${c.round}`)
    await lead.take(roundDoes('PUBLISH'))
    await c.stands('microGrantRound', c.round, 'PUBLICITY')
    await lead.open(`/grant-rounds/${c.round}/publicity`)
    await c.floor.look(lead, 'publicity-sheet')
  })

  test('is objected to, answered, and awarded', async () => {
    const district = await c.at('district', `/grant-applications/${c.application.ngo2}`)
    await district.press('登记异议')
    await district.fill({ by: '示例居民', body: '项目与社区已有的暑托班重复。' })
    await district.submit()
    c.floor.tick(10)
    const lead = await c.at('district2', `/grant-rounds/${c.round}`)
    const award = lead.page.locator('main').getByRole('button', { name: roundDoes('FINALISE') })
    expect(await award.getAttribute('title')).toContain('1件异议没有处理')
    await district.open(`/grant-objections?round=${c.round}`)
    await c.floor.look(district, 'objections')
    await district.take(objectionDoes('DISMISS'), { reason: '服务时段和对象不同，不重复。' })
    await district.page.getByText('服务时段和对象不同，不重复。').waitFor()
    await lead.open(`/grant-rounds/${c.round}`)
    await lead.take(roundDoes('FINALISE'))
    await c.stands('microGrantRound', c.round, 'FINAL')
    const made = await c.run<{ edges: { node: { id: string; title: string } }[] }>(
      'district',
      `query ($round: ID!) { it: grantAgreements(filter: { round: $round }) { edges { node { id title } } } }`,
      { round: c.round },
    )
    for (const who of ['ngo', 'ngo2'] as const)
      c.agreement[who] = made.edges.find(({ node }) => node.title === PROJECT[who])!.node.id
  })

  money(c)

  test('met nothing on the way that axe calls serious', () => expect(c.floor.serious).toEqual([]))
})
