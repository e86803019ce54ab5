// A call for micro-venture grants from its announcement to the last instalment: officers, organisations and reviewers at a real
// browser, by keyboard, with a recusal, a tie, an objection, a report that comes too late and a clawback. What shows nothing new
// on a page goes through the API.
import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { grantAgreementMachine } from '../../subgraphs/organizations/grantAgreement.machine.ts'
import { grantApplicationMachine } from '../../subgraphs/organizations/grantApplication.machine.ts'
import { grantInstalmentMachine } from '../../subgraphs/organizations/grantInstalment.machine.ts'
import { grantObjectionMachine } from '../../subgraphs/organizations/grantObjection.machine.ts'
import { grantAssignmentMachine } from '../../subgraphs/organizations/grantReview.machine.ts'
import { grantReviewerMachine } from '../../subgraphs/organizations/grantReviewer.machine.ts'
import { microGrantRoundMachine } from '../../subgraphs/organizations/grantRound.machine.ts'
import { M } from '../organizations/grants.asked.ts'
import { openFloor, type Floor, type Known } from './floor.ts'
import type { Seat } from './seat.ts'

const CHROMIUM = process.env['CHROMIUM'] || '/usr/bin/chromium'
const HERE = existsSync(CHROMIUM)
if (!HERE) console.warn(`No Chromium at ${CHROMIUM}: a call for grants in the browser is skipped.`)

const roundDoes = (a: keyof typeof microGrantRoundMachine.actions) => microGrantRoundMachine.actions[a].label.zh
const applicationDoes = (a: keyof typeof grantApplicationMachine.actions) => grantApplicationMachine.actions[a].label.zh
const reviewDoes = (a: keyof typeof grantAssignmentMachine.actions) => grantAssignmentMachine.actions[a].label.zh
const reviewerDoes = (a: keyof typeof grantReviewerMachine.actions) => grantReviewerMachine.actions[a].label.zh
const agreementDoes = (a: keyof typeof grantAgreementMachine.actions) => grantAgreementMachine.actions[a].label.zh
const instalmentDoes = (a: keyof typeof grantInstalmentMachine.actions) => grantInstalmentMachine.actions[a].label.zh
const objectionDoes = (a: keyof typeof grantObjectionMachine.actions) => grantObjectionMachine.actions[a].label.zh

const CALL = '示例公益微创投第二批'
const EXPERTS = ['expert', 'expert2', 'expert3', 'expert4'] as const
const PROJECT = { ngo: '示例独居老人助餐结对', ngo2: '示例青少年暑期陪伴' } as const
type Party = keyof typeof PROJECT
const PARTS = ['need', 'plan', 'team', 'result'] as const
/** What every reviewer gives, criterion by criterion: the same mean, and more for the first criterion in the one. */
const POINTS: Record<Party, readonly number[]> = { ngo: [9, 7, 8, 8], ngo2: [7, 9, 8, 8] }

describe.runIf(HERE)('a call', { timeout: 300_000 }, () => {
  let floor: Floor
  let round: string
  const application = {} as Record<Party, string>
  const agreement = {} as Record<Party, string>

  beforeAll(async () => {
    floor = await openFloor(CHROMIUM)
  })
  afterAll(() => floor?.close())

  const at = async (who: string, path: string): Promise<Seat> => {
    const seat = await floor.sit(who)
    await seat.open(path)
    return seat
  }
  const run = <T = Known>(who: string, query: string, variables: object) =>
    floor.api<T>(who, query, variables as Record<string, unknown>)
  const read = <T = Known>(who: string, of: string, id: string, fields = 'id version status') =>
    run<T>(who, `query ($id: ID!) { it: ${of}(id: $id) { ${fields} } }`, { id })
  const statusOf = (of: string, id: string) => async () => (await read('district', of, id)).status
  const stands = async (of: string, id: string, status: string) => {
    await expect.poll(statusOf(of, id), { timeout: 30_000 }).toBe(status)
  }
  /** Takes a step of a record through the API. */
  const step = async (who: string, of: string, mutation: string, id: string, action: string, more: object = {}) => {
    const { version } = await read(who, of, id)
    return run(who, mutation, { id, version, action, ...more })
  }
  /** Types into a field of the page. */
  const type = async (seat: Seat, name: string, words: string) => {
    const field = seat.page.locator(`main [id="field-${name}"]`).or(seat.page.locator('main').getByLabel(name, { exact: true }))
    await seat.reach(field)
    await seat.page.keyboard.press('Control+A')
    await seat.page.keyboard.insertText(words)
    if (await field.evaluate((el) => el.closest('.el-date-editor') !== null)) await seat.page.keyboard.press('Enter')
  }
  /** Picks the first of a list that drops down. */
  const pickFirst = async (seat: Seat, field: string) => {
    await seat.reach(seat.page.locator(`#field-${field}`))
    await seat.page.keyboard.press('Enter')
    await seat.page.locator('.el-select-dropdown:visible [role=option]').first().waitFor()
    await seat.page.keyboard.press('ArrowDown')
    await seat.page.keyboard.press('Enter')
    await seat.page.locator('.el-select-dropdown:visible').waitFor({ state: 'hidden' })
  }
  const todos = async (who: string) =>
    (
      await run<{ edges: { node: { title: string; stream: string } }[] }>(
        who,
        `{ it: todos(filter: { types: ["GrantAssignment"] }) { edges { node { title stream } } } }`,
        {},
      )
    ).edges.map(({ node }) => node.title)
  const waiting = async () => (await Promise.all(EXPERTS.map(todos))).flat().length
  const sweep = () => floor.w.sweep()

  test('is begun, changed while it is a draft, and announced', async () => {
    const district = await at('district', '/grant-rounds?add=yes')
    await district.page.locator('.el-dialog:visible, .el-drawer:visible').first().waitFor()
    await pickFirst(district, 'fund')
    await pickFirst(district, 'template')
    await district.fill({ code: '2026-02', title: CALL, pool: '100000', cap: '60000', reviewers: '5' })
    await district.fill({ opensOn: floor.day(0), closesOn: floor.day(9) })
    await floor.look(district, 'call-form')
    await district.submit()
    await district.page.locator('main h1', { hasText: CALL }).waitFor()
    round = new URL(district.page.url()).pathname.split('/').pop()!
    await district.press('修改批次')
    await district.fill({ reviewers: '3' })
    await district.submit()
    await district.page.getByText('每件3人').waitFor()
    await floor.look(district, 'call-draft')
    const lead = await at('district2', `/grant-rounds/${round}`)
    await lead.take(roundDoes('ANNOUNCE'))
    await stands('microGrantRound', round, 'ANNOUNCED')
    await sweep()
    await lead.open(`/grant-rounds/${round}`)
    expect(await lead.status()).toBe(microGrantRoundMachine.states.OPEN.label.zh)
  })

  test('is applied in by two organisations; what is being filled in keeps itself', async () => {
    const ngo = await at('ngo', '/my-grants')
    await floor.look(ngo, 'ngo-calls')
    await ngo.press(CALL)
    await ngo.page.locator('main h1', { hasText: CALL }).waitFor()
    await floor.look(ngo, 'ngo-call')
    await ngo.press('填写申报')
    await ngo.page.locator('main h1', { hasText: '填写申报' }).waitFor()
    await type(ngo, 'title', PROJECT.ngo)
    await ngo.page.locator('.draft-note', { hasText: '草稿' }).waitFor()
    await ngo.page.reload()
    await expect.poll(() => ngo.page.locator('#field-title').inputValue(), { timeout: 30_000 }).toBe(PROJECT.ngo)
    await pickFirst(ngo, 'field')
    await type(ngo, 'startsOn', floor.day(45))
    await type(ngo, 'endsOn', floor.day(320))
    for (const part of PARTS) await type(ngo, `answers.${part}`, '示例说明：每周三次，专人负责。')
    await type(ngo, '支出项目', '活动费')
    await type(ngo, '申请金额（元）', '50000')
    await floor.look(ngo, 'ngo-form')
    await ngo.press('保存申报')
    await ngo.page.locator('main h1', { hasText: PROJECT.ngo }).waitFor()
    application.ngo = new URL(ngo.page.url()).pathname.split('/').pop()!
    application.ngo2 = (
      await run('ngo2', M.apply, {
        round,
        input: {
          title: PROJECT.ngo2,
          field: 'YOUTH',
          answers: PARTS.map((key) => ({ key, body: '示例说明：暑期每周五天。' })),
          budget: [{ name: '人员补贴', amount: 5_000_000, own: 0 }],
          startsOn: floor.day(45),
          endsOn: floor.day(320),
        },
      })
    ).id
    for (const who of ['ngo', 'ngo2'] as const) {
      const applicant = await at(who, `/grant-applications/${application[who]}`)
      await applicant.take(applicationDoes('SUBMIT'))
      await stands('grantApplication', application[who], 'SUBMITTED')
    }
    await floor.look(ngo, 'ngo-submitted')
  })

  test('is screened; one application is corrected, once', async () => {
    floor.tick(10)
    await sweep()
    const district = await at('district', `/grant-rounds/${round}`)
    await district.take(roundDoes('SCREEN'))
    await stands('microGrantRound', round, 'SCREENING')
    await district.open(`/grant-applications?round=${round}`)
    await floor.look(district, 'screening-list')
    await district.open(`/grant-applications/${application.ngo}`)
    await district.take(applicationDoes('ASK_MORE'), { reason: '请写明助餐点的位置。' })
    await stands('grantApplication', application.ngo, 'MORE_INFO')
    await floor.look(district, 'screening-asked')
    const ngo = await at('ngo', '/my-grants')
    await floor.look(ngo, 'ngo-to-correct')
    await ngo.open(`/grant-applications/${application.ngo}`)
    await ngo.press('修改申报')
    await expect.poll(() => ngo.page.locator('#field-title').inputValue(), { timeout: 30_000 }).toBe(PROJECT.ngo)
    await type(ngo, 'answers.plan', '助餐点设在示例路20号，每周三次。')
    await ngo.press('保存申报')
    await ngo.take(applicationDoes('RESUBMIT'))
    await stands('grantApplication', application.ngo, 'SUBMITTED')
    await district.open(`/grant-applications/${application.ngo}`)
    expect(await district.page.getByRole('button', { name: applicationDoes('ASK_MORE') }).getAttribute('title')).toContain(
      '只有一次补正机会',
    )
    await district.take(applicationDoes('ACCEPT'))
    await step('district', 'grantApplication', M.actApplication, application.ngo2, 'ACCEPT')
    await stands('grantApplication', application.ngo, 'ELIGIBLE')
  })

  test('has its reviewers drawn; each finds what waits for them on their desk', async () => {
    const expert = await at('expert', '/grant-reviews')
    await expert.press('申请加入专家库')
    await expert.fill({ employer: '示例高校社会工作系', fields: '扶老助老' })
    await expert.page.keyboard.press('Escape')
    await expert.submit()
    for (const who of EXPERTS.slice(1))
      await run(who, M.asReviewer, {
        input: { division: '310113000000', employer: '示例研究所', fields: ['ELDERLY', 'YOUTH'] },
      })
    const district = await at('district', '/grant-reviewers')
    await floor.look(district, 'reviewers-pool')
    await district.take(reviewerDoes('ADMIT'))
    const pool = await run<{ edges: { node: Known }[] }>(
      'district',
      `{ it: grantReviewers(filter: { status: [APPLIED] }) { edges { node { id version status } } } }`,
      {},
    )
    expect(pool.edges).toHaveLength(3)
    for (const { node } of pool.edges) await run('district', M.actReviewer, { ...node, action: 'ADMIT' })
    await district.open(`/grant-rounds/${round}`)
    await district.take(roundDoes('REVIEW'))
    await district.open(`/grant-rounds/${round}`)
    await district.take(roundDoes('DRAW'), { seed: '公开摇号 20260703' })
    await district.open(`/grant-rounds/${round}`)
    await floor.look(district, 'drawn')
    await expect.poll(waiting, { timeout: 30_000 }).toBe(6)
  })

  test('a reviewer who declares a tie is out at once: no file, no to-do; another is assigned by name', async () => {
    const drawn = new Map<string, readonly string[]>()
    for (const who of EXPERTS) drawn.set(who, await todos(who))
    const tied = EXPERTS.find((who) => drawn.get(who)!.length === 2)!
    const mine = await run<{ edges: { node: Known & { number: number } }[] }>(
      tied,
      `{ it: grantAssignments(filter: { mine: true }) { edges { node { id version status number } } } }`,
      {},
    )
    const expert = await at(tied, '/')
    await expert.page.getByText(`${CALL}（1号）`).first().waitFor()
    await floor.look(expert, 'expert-desk')
    await expert.open('/grant-reviews')
    await expert.press('申明利害关系')
    const { page } = expert
    await expert.reach(page.locator('#field-organization'))
    await page.keyboard.insertText('暖阳')
    await page.getByRole('option', { name: /暖阳/ }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expert.fill({ kind: '项目辅导' })
    await floor.look(expert, 'tie-form')
    await expert.submit()
    await expect.poll(() => todos(tied), { timeout: 30_000 }).toHaveLength(1)
    expect(await waiting()).toBe(5)
    const left = await todos(tied)
    const gone = mine.edges.find(({ node }) => !left[0]!.includes(`（${node.number}号）`))!.node
    await expert.open('/grant-reviews')
    await floor.look(expert, 'reviews-left')
    await page.goto(`${floor.w.url}/admin/grant-reviews/${gone.id}`)
    await page.getByText('没有这项评审任务，或评审已经结束。').waitFor()
    await floor.look(expert, 'recused')

    const district = await at('district', `/grant-applications/${application.ngo}`)
    await floor.look(district, 'short-of-reviewers')
    await district.press('指派专家')
    const option = district.page.locator('.el-select-dropdown:visible [role=option]')
    await district.reach(district.page.locator('#field-reviewers'))
    await district.page.keyboard.press('Enter')
    await option.first().waitFor()
    expect(await option.count(), 'whoever was assigned before is not offered').toBe(1)
    await district.page.keyboard.press('ArrowDown')
    await district.page.keyboard.press('Enter')
    await district.page.keyboard.press('Escape')
    await district.submit()
    await expect.poll(waiting, { timeout: 30_000 }).toBe(6)
  })

  test('is scored blind, by digits, each alone', async () => {
    const ours = await run<{ edges: { node: { number: number; id: string } }[] }>(
      'district',
      `query ($round: ID!) { it: grantApplications(filter: { round: $round }) { edges { node { id number } } } }`,
      { round },
    )
    const partyOf = new Map(ours.edges.map(({ node }) => [node.number, node.id === application.ngo ? 'ngo' : 'ngo2'] as const))
    let isFirst = true
    for (const who of EXPERTS) {
      const mine = await run<{ edges: { node: Known & { number: number } }[] }>(
        who,
        `{ it: grantAssignments(filter: { mine: true }) { edges { node { id version status number } } } }`,
        {},
      )
      for (const { node } of mine.edges) {
        const given = POINTS[partyOf.get(node.number)!]
        if (isFirst) {
          isFirst = false
          const expert = await at(who, `/grant-reviews/${node.id}`)
          await expert.page.getByText('材料未开放').waitFor()
          await floor.look(expert, 'file-closed')
          await expert.take(reviewDoes('DECLARE_CLEAR'))
          await expert.page.getByText('匿名评审，不显示').waitFor()
          expect(await expert.page.locator('main').innerText(), 'who applies is not told').not.toMatch(/暖阳|启航/)
          await expert.reach(expert.page.locator('input.points').first())
          for (const points of given) {
            await expert.page.keyboard.type(String(points))
            await expert.page.keyboard.press('Enter')
          }
          await expert.page.getByText('已保存').waitFor()
          await expert.page.locator('.score-sheet header', { hasText: '80.00' }).waitFor()
          await floor.look(expert, 'scoring')
          await expert.take(reviewDoes('SUBMIT'))
          await expect.poll(() => todos(who), { timeout: 30_000 }).toHaveLength(mine.edges.length - 1)
          continue
        }
        await step(who, 'grantAssignment', M.actAssignment, node.id, 'DECLARE_CLEAR')
        const { version } = await read(who, 'grantAssignment', node.id)
        const keys = (await read<{ criteria: { key: string }[] }>(who, 'grantAssignment', node.id, 'criteria { key }')).criteria
        const scores = keys.map(({ key }, i) => ({ criterion: key, points: given[i], reason: null }))
        const revision = partyOf.get(node.number) === 'ngo' ? 2 : 1
        await run(who, M.sheet, { id: node.id, version, input: { revision, scores, comment: '方案可行。' } })
        await step(who, 'grantAssignment', M.actAssignment, node.id, 'SUBMIT')
      }
    }
    for (const who of EXPERTS) await expect.poll(() => todos(who), { timeout: 30_000 }).toEqual([])
  })

  test('is locked; the tie is decided and says by what; the list is published', async () => {
    const district = await at('district', `/grant-rounds/${round}`)
    await district.take(roundDoes('DELIBERATE'))
    await stands('microGrantRound', round, 'DELIBERATION')
    await district.open(`/grant-rounds/${round}`)
    const ranked = district.page.locator('main tbody tr')
    await ranked.filter({ hasText: PROJECT.ngo2 }).getByText('首项指标').waitFor()
    expect(await ranked.first().innerText()).toContain(PROJECT.ngo)
    expect(await ranked.filter({ hasText: PROJECT.ngo2 }).innerText()).toContain('80.00')
    await floor.look(district, 'panel-tie')
    await district.take(roundDoes('RECOMMEND'))
    await stands('grantApplication', application.ngo2, 'RECOMMENDED')
    const lead = await at('district2', `/grant-rounds/${round}`)
    await lead.take(roundDoes('PUBLISH'))
    await stands('microGrantRound', round, 'PUBLICITY')
    await lead.open(`/grant-rounds/${round}/publicity`)
    await floor.look(lead, 'publicity-sheet')
  })

  test('is objected to, answered, and awarded', async () => {
    const district = await at('district', `/grant-applications/${application.ngo2}`)
    await district.press('登记异议')
    await district.fill({ by: '示例居民', body: '项目与社区已有的暑托班重复。' })
    await district.submit()
    floor.tick(10)
    const lead = await at('district2', `/grant-rounds/${round}`)
    const award = lead.page.locator('main').getByRole('button', { name: roundDoes('FINALISE') })
    expect(await award.getAttribute('title')).toContain('1件异议没有处理')
    await district.open(`/grant-objections?round=${round}`)
    await floor.look(district, 'objections')
    await district.take(objectionDoes('DISMISS'), { reason: '服务时段和对象不同，不重复。' })
    await district.page.getByText('服务时段和对象不同，不重复。').waitFor()
    await lead.open(`/grant-rounds/${round}`)
    await lead.take(roundDoes('FINALISE'))
    await stands('microGrantRound', round, 'FINAL')
    const made = await run<{ edges: { node: { id: string; title: string } }[] }>(
      'district',
      `query ($round: ID!) { it: grantAgreements(filter: { round: $round }) { edges { node { id title } } } }`,
      { round },
    )
    for (const who of ['ngo', 'ngo2'] as const)
      agreement[who] = made.edges.find(({ node }) => node.title === PROJECT[who])!.node.id
  })

  test('its agreements are signed by both, and the first instalment is asked for, checked, approved and paid by four', async () => {
    const ngo = await at('ngo', `/grant-agreements/${agreement.ngo}`)
    await floor.look(ngo, 'agreement-to-sign')
    await ngo.take(agreementDoes('SIGN'))
    await step('ngo2', 'grantAgreement', M.actAgreement, agreement.ngo2, 'SIGN')
    const lead = await at('district2', `/grant-agreements/${agreement.ngo}`)
    await lead.take(agreementDoes('COUNTERSIGN'))
    await step('district2', 'grantAgreement', M.actAgreement, agreement.ngo2, 'COUNTERSIGN')
    await stands('grantAgreement', agreement.ngo, 'RUNNING')

    await ngo.open(`/grant-agreements/${agreement.ngo}`)
    await ngo.take(instalmentDoes('REQUEST'))
    const district = await at('district', '/grant-instalments')
    await floor.look(district, 'disbursement')
    await district.open(`/grant-agreements/${agreement.ngo}`)
    await district.take(instalmentDoes('CHECK'))
    expect(
      await district.page
        .locator('main')
        .getByRole('button', { name: instalmentDoes('APPROVE') })
        .getAttribute('title'),
      'whoever checked does not approve',
    ).toContain('三名不同的人员')
    await lead.open(`/grant-agreements/${agreement.ngo}`)
    await lead.take(instalmentDoes('APPROVE'))
    const finance = await at('finance', `/grant-agreements/${agreement.ngo}`)
    await finance.take(instalmentDoes('PAY'), { voucher: '示例凭证1' })
    await finance.open(`/grant-agreements/${agreement.ngo}`)
    await finance.page.getByText('已拨付25,000.00元').waitFor()
    await floor.look(finance, 'first-paid')
    await pay('ngo2', 1)
  })

  const instalment = async (who: Party, n: number) =>
    (
      await read<{ instalments: (Known & { number: number })[] }>(
        'district',
        'grantAgreement',
        agreement[who],
        'instalments { id version status number }',
      )
    ).instalments.find(({ number }) => number === n)!
  /** Asked for, checked, approved and paid through the API. */
  const pay = async (who: Party, n: number) => {
    const { id } = await instalment(who, n)
    await step(who, 'grantInstalment', M.actInstalment, id, 'REQUEST')
    await step('district', 'grantInstalment', M.actInstalment, id, 'CHECK')
    const { version } = await step('district2', 'grantInstalment', M.actInstalment, id, 'APPROVE')
    await run('finance', M.pay, { id, version, voucher: `示例凭证${who}${n}`, paidOn: floor.day(0) })
  }

  test('one reports in time and goes on; the other does not: its project ends, and it is barred', async () => {
    floor.tick(60)
    const ngo = await at('ngo', '/my-grants')
    await floor.look(ngo, 'ngo-report-due')
    await ngo.open(`/grant-agreements/${agreement.ngo}`)
    await ngo.take(agreementDoes('REPORT_MIDTERM'), { body: '助餐点已开办，服务正常。', beneficiaries: '60', spent: '20000' })
    const district = await at('district', `/grant-agreements/${agreement.ngo}`)
    await floor.look(district, 'midterm')
    await district.take(agreementDoes('PASS_MIDTERM'))
    await stands('grantAgreement', agreement.ngo, 'CONTINUING')
    await pay('ngo', 2)
    floor.tick(150)
    await sweep()
    await stands('grantAgreement', agreement.ngo2, 'TERMINATED')
    await district.open(`/grant-agreements/${agreement.ngo2}`)
    await district.page.locator('main dd', { hasText: '25,000.00' }).first().waitFor()
    await floor.look(district, 'late-report')
    const barred = await at('ngo2', `/grant-rounds/${round}`)
    await barred.page.getByText('禁止申报至').waitFor()
    await floor.look(barred, 'barred')
  })

  test('what was not spent is clawed back, and the project wound up', async () => {
    const finance = await at('finance', `/grant-agreements/${agreement.ngo2}`)
    await finance.take(agreementDoes('CLAW_BACK'), { voucher: '示例追回1' })
    await finance.open(`/grant-agreements/${agreement.ngo2}`)
    await finance.page.getByText('示例追回1').first().waitFor()
    const district = await at('district', `/grant-agreements/${agreement.ngo2}`)
    await district.take(agreementDoes('WIND_UP'))
    await stands('grantAgreement', agreement.ngo2, 'WOUND_UP')
    await district.open(`/grant-agreements/${agreement.ngo2}`)
    await floor.look(district, 'wound-up')
  })

  test('the last report passes, the last instalment is paid, and the round is archived', async () => {
    const ngo = await at('ngo', `/grant-agreements/${agreement.ngo}`)
    await ngo.take(agreementDoes('REPORT_FINAL'), { body: '项目如期完成。', beneficiaries: '120', spent: '50000' })
    const district = await at('district', `/grant-agreements/${agreement.ngo}`)
    await district.take(agreementDoes('PASS_FINAL'), { result: '优秀' })
    await stands('grantAgreement', agreement.ngo, 'SETTLING')
    const { id } = await instalment('ngo', 3)
    await step('ngo', 'grantInstalment', M.actInstalment, id, 'REQUEST')
    await step('district', 'grantInstalment', M.actInstalment, id, 'CHECK')
    await step('district2', 'grantInstalment', M.actInstalment, id, 'APPROVE')
    const finance = await at('finance', `/grant-agreements/${agreement.ngo}`)
    await finance.take(instalmentDoes('PAY'), { voucher: '示例凭证末期' })
    await district.open(`/grant-agreements/${agreement.ngo}`)
    await district.page.getByText('已拨付50,000.00元').waitFor()
    await district.take(agreementDoes('CLOSE'))
    await stands('grantAgreement', agreement.ngo, 'CLOSED')
    await district.open(`/grant-agreements/${agreement.ngo}`)
    await floor.look(district, 'closed')
    await district.open(`/grant-rounds/${round}`)
    await district.take(roundDoes('ARCHIVE'))
    await stands('microGrantRound', round, 'ARCHIVED')
    await district.open('/grant-portfolio')
    await floor.look(district, 'portfolio')
    await ngo.open('/my-grants')
    await floor.look(ngo, 'ngo-money')
    const published = (await (await fetch(`${floor.w.url}/360/grants.json`)).json()) as {
      grants: { title: string; amountDisbursed: number; disbursementTransaction: { value: number }[] }[]
    }
    const sums = published.grants.map(({ title, amountDisbursed, disbursementTransaction }) => [
      title,
      amountDisbursed,
      disbursementTransaction.reduce((all, { value }) => all + value, 0),
    ])
    expect(sums).toEqual([
      [PROJECT.ngo, 50_000, 50_000],
      [PROJECT.ngo2, 25_000, 0],
    ])
  })

  test('met nothing on the way that axe calls serious', () => expect(floor.serious).toEqual([]))
})
