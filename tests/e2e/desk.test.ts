// What an officer does without leaving the page: acts from a list, the board and the palette, takes a step back, and finds
// again what was not finished. In a real Chromium, by keyboard.
import { existsSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { COMMITTEE, issueDoes, openFloor, type Floor, type Known } from './floor.ts'
import type { Seat } from './seat.ts'

const CHROMIUM = process.env['CHROMIUM'] || '/usr/bin/chromium'
const HERE = existsSync(CHROMIUM)
if (!HERE) console.warn(`No Chromium at ${CHROMIUM}: the desk in the browser is skipped.`)

describe.runIf(HERE)('the desk', { timeout: 120_000 }, () => {
  let floor: Floor
  let secretary: Seat
  beforeAll(async () => {
    floor = await openFloor(CHROMIUM)
    secretary = await floor.sit('secretary')
  })
  afterAll(() => floor?.close())
  afterEach(async () => {
    await secretary.page.keyboard.press('Escape')
    for (const issue of raised.splice(0)) await withdraw(issue)
  })

  let count = 0
  const raised: Known[] = []
  /** An issue the secretary has to screen, or, as a draft, to submit. */
  const raise = async (submitted = true): Promise<Known & { title: string }> => {
    const title = `第${(count += 1)}件小事：楼道照明`
    const input = { division: COMMITTEE, title, body: '楼道照明昏暗，晚上出行不便，希望大家商量改善。' }
    const draft = await floor.api<Known>('resident', 'mutation ($i: IssueInput!) { createIssue(input: $i) { id version } }', {
      i: input,
    })
    raised.push(draft)
    if (!submitted) return { ...draft, title }
    const ACT = 'mutation ($id: ID!, $v: Int!) { actOnIssue(id: $id, action: SUBMIT, expectedVersion: $v) { id version status } }'
    return { ...(await floor.api<Known>('resident', ACT, { id: draft.id, v: draft.version })), title }
  }
  /** As its author sees it: a draft is nobody else's. */
  const own = (id: string) => floor.api<Known>('resident', 'query ($id: ID!) { issue(id: $id) { id version status } }', { id })
  const statusOf = async (id: string) => (await own(id)).status
  const withdraw = async ({ id }: Known) => {
    const { version } = await own(id)
    await floor.api(
      'resident',
      'mutation ($id: ID!, $v: Int!) { actOnIssue(id: $id, action: WITHDRAW, expectedVersion: $v) { id } }',
      {
        id,
        v: version,
      },
    )
  }
  const drawer = () => secretary.page.locator('.el-drawer:visible')

  test('a row is acted on with one key, in a drawer the address knows', async () => {
    const issue = await raise()
    await secretary.open('/issues?order=NEWEST')
    const { page } = secretary
    await page.locator('tbody tr', { hasText: issue.title }).focus()
    await page.keyboard.press('a')
    await drawer().getByRole('heading', { name: issue.title }).waitFor()
    expect(new URL(page.url()).searchParams.get('desk')).toBe(`Issue:${issue.id}`)
    await floor.look(secretary, 'desk-drawer')
    await page.reload()
    await drawer().getByRole('heading', { name: issue.title }).waitFor()
    await drawer()
      .getByRole('button', { name: issueDoes('RETURN') })
      .focus()
    await page.keyboard.press('Enter')
    await secretary.fill({ reason: '请写明具体位置。' })
    await secretary.submit()
    await expect.poll(() => statusOf(issue.id), { timeout: 30_000 }).toBe('RETURNED')
    await page.keyboard.press('Escape')
    await drawer().waitFor({ state: 'hidden' })
    await page.locator('tbody tr', { hasText: issue.title }).getByText('退回修改').waitFor()
  })

  test('a step that asks nothing can be taken back, and then nothing has happened', async () => {
    const issue = await raise(false)
    const resident = await floor.sit('resident')
    const { page } = resident
    const waits = page.locator('main div.pending')
    await resident.open(`/issues/${issue.id}`)
    await resident.press(issueDoes('SUBMIT'))
    await waits.waitFor()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('撤销')
    expect(await resident.status()).toContain('待把关')
    await floor.look(resident, 'desk-pending')
    await page.keyboard.press('Control+z')
    await waits.waitFor({ state: 'hidden' })
    expect(await resident.status()).toBe('草稿')
    expect(await own(issue.id)).toMatchObject({ status: 'DRAFT', version: issue.version })
    await resident.press(issueDoes('SUBMIT'))
    await waits.waitFor()
    await page.waitForTimeout(9_000)
    expect(await own(issue.id)).toMatchObject({ status: 'SUBMITTED', version: issue.version + 1 })
  })

  test('leaving the window sends what waits', async () => {
    const issue = await raise(false)
    const resident = await floor.sit('resident')
    await resident.open(`/issues/${issue.id}`)
    await resident.press(issueDoes('SUBMIT'))
    await resident.page.locator('main div.pending').waitFor()
    await resident.page.goto('about:blank')
    await expect.poll(() => statusOf(issue.id), { timeout: 5_000 }).toBe('SUBMITTED')
  })

  test('what was begun in a form is there again, on another machine too, and gone once it is sent', async () => {
    const issue = await raise()
    const { page } = secretary
    await secretary.open(`/issues/${issue.id}`)
    await secretary.press(issueDoes('REPLY'))
    await secretary.fill({ reply: '已收到，物业明天上门查看。' })
    await drawer().getByText('草稿已自动保存').waitFor()
    await page.keyboard.press('Escape')
    await drawer().waitFor({ state: 'hidden' })
    await page.evaluate(() => localStorage.clear())
    await secretary.open(`/issues/${issue.id}`)
    await secretary.press(issueDoes('REPLY'))
    await drawer().getByText('没写完的内容').waitFor()
    expect(await drawer().locator('#field-reply').inputValue()).toBe('已收到，物业明天上门查看。')
    await floor.look(secretary, 'desk-draft')
    await secretary.submit()
    await expect
      .poll(
        async () =>
          (
            await floor.w.ask('query ($k: String!) { draft(key: $k) { value } }', {
              as: 'secretary',
              variables: { k: `issue.reply.${issue.id}` },
            })
          ).data,
      )
      .toEqual({ draft: null })
  })

  test('the next form may be opened before the page has come back from the step before', async () => {
    const issue = await raise()
    const { page } = secretary
    await secretary.open(`/issues/${issue.id}`)
    let comeBack = () => {}
    const back = new Promise<void>((done) => (comeBack = done))
    await page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('query IssuePage(')) await back
      await route.continue()
    })
    await secretary.press(issueDoes('REPLY'))
    await secretary.fill({ reply: '已收到，物业明天上门查看。' })
    await drawer().locator('button[type=submit]').press('Enter')
    await drawer().waitFor({ state: 'hidden' })
    await secretary.press(issueDoes('ACCEPT'))
    await secretary.fill({ scope: '自治', lead: '示例委员' })
    comeBack()
    await page.locator('main dd', { hasText: '已收到，物业明天上门查看。' }).first().waitFor()
    await secretary.submit()
    await page.unroute('**/graphql')
    expect(await statusOf(issue.id)).toBe('DELIBERATING')
  })

  test('a card of the board goes where it may, by its menu, and says why where it may not', async () => {
    const issue = await raise()
    const { page } = secretary
    await secretary.open('/issues?view=board')
    const card = page.locator('.board .card', { hasText: issue.title })
    await card.waitFor()
    expect(await card.innerText()).toContain('等待居村书记办理')
    await floor.look(secretary, 'board')
    await card.getByRole('button').focus()
    await page.keyboard.press('Enter')
    const item = card.getByRole('menuitem', { name: `${issueDoes('ACCEPT')} → 开展协商` })
    while (!(await item.evaluate((el) => el === document.activeElement))) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await secretary.fill({ scope: '自治', lead: '示例委员' })
    await secretary.submit()
    await drawer().waitFor({ state: 'hidden' })
    await page.locator('.board .lane', { hasText: '开展协商' }).locator('.card', { hasText: issue.title }).waitFor()
    // Dragged to where no way leads, it stays.
    await card.dragTo(page.locator('.board .lane', { hasText: '建立公约' }))
    await page.locator('.toast.bad', { hasText: '不能直接移到' }).waitFor()
    expect(await statusOf(issue.id)).toBe('DELIBERATING')
  })

  test('a card is dragged to the next stage', async () => {
    const issue = await raise()
    const { page } = secretary
    await secretary.open('/issues?view=board')
    // Let go at its head: a lane may be longer than the window.
    const lane = page.locator('.board .lane', { hasText: '开展协商' })
    await page.locator('.board .card', { hasText: issue.title }).dragTo(lane, { targetPosition: { x: 60, y: 60 } })
    await secretary.fill({ scope: '自治', lead: '示例委员' })
    await secretary.submit()
    await expect.poll(() => statusOf(issue.id), { timeout: 30_000 }).toBe('DELIBERATING')
  })

  test('the palette begins an action, and puts a record on the desk', async () => {
    const issue = await raise()
    const { page } = secretary
    await secretary.open('/workbench')
    const find = async (words: string) => {
      await page.keyboard.press('Control+k')
      await page.locator('input:focus[aria-label="快速查找"]').waitFor()
      await page.keyboard.insertText(words)
    }
    await find('djmtcyt')
    await page.getByRole('option', { name: '代居民提出议题' }).waitFor()
    await page.keyboard.press('Enter')
    await drawer().locator('#field-title').waitFor()
    expect(new URL(page.url()).searchParams.get('add')).toBe('yes')
    // Escape closes an open list of the form first, then the form.
    await expect.poll(async () => (await page.keyboard.press('Escape'), drawer().isVisible())).toBe(false)
    await find(issue.title)
    await page.getByRole('option', { name: issue.title }).first().waitFor()
    await page.keyboard.press('Control+Enter')
    await drawer().getByRole('heading', { name: issue.title }).waitFor()
  })

  test('columns are widened and kept in sight, on another machine too', async () => {
    const { page } = secretary
    await secretary.open('/issues')
    const title = page.locator('thead th', { hasText: '标题' })
    const narrow = (await title.boundingBox())!.width
    const menu = page.getByRole('button', { name: '列设置' })
    await menu.focus()
    await page.keyboard.press('Enter')
    await page.getByLabel('“标题”的列宽').selectOption('wide')
    await page.getByRole('button', { name: '固定到“标题”列' }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await page.waitForTimeout(2_500)
    await page.evaluate(() => localStorage.removeItem('linli.columns.issues'))
    await secretary.open('/issues')
    await page.reload()
    await title.waitFor()
    expect((await title.boundingBox())!.width).toBeGreaterThan(Math.max(narrow, 300))
    await page.locator('.table .scroll').evaluate((box) => {
      box.style.width = '500px'
      box.scrollLeft = 400
    })
    const [box, head] = [await page.locator('.table .scroll').boundingBox(), await title.boundingBox()]
    expect(head!.x).toBeGreaterThanOrEqual(box!.x)
    await menu.focus()
    await page.keyboard.press('Enter')
    await floor.look(secretary, 'desk-columns')
    await page.getByLabel('所属居村', { exact: true }).uncheck()
    const link = page.url()
    expect(new URL(link).searchParams.get('columns')).not.toContain('division')
    await page.getByRole('button', { name: '恢复默认' }).click()
    expect(new URL(page.url()).searchParams.get('columns')).toBeNull()
    // The link shows the same columns to somebody else, whose own stay as they were.
    const member = await floor.sit('member')
    const heads = () => member.page.locator('thead th', { hasText: '所属居村' }).count()
    await member.open(new URL(link).pathname.replace('/admin', '') + new URL(link).search)
    expect(await heads()).toBe(0)
    await member.open('/issues')
    expect(await heads()).toBe(1)
  })

  test('the pages say that there is a newer version', async () => {
    const { page } = secretary
    await secretary.open('/issues')
    await page.route('**/admin/', async (route) => {
      const answer = await route.fetch()
      await route.fulfill({ response: answer, body: (await answer.text()).replace(/index-[\w-]+\.js/, 'index-newer.js') })
    })
    // Somebody comes back to the window.
    for (const state of ['hidden', 'visible'])
      await page.evaluate((now) => {
        Object.defineProperty(document, 'visibilityState', { value: now, configurable: true })
        document.dispatchEvent(new Event('visibilitychange'))
      }, state)
    await page.getByText('系统已更新').waitFor()
    await page.unroute('**/admin/')
  })

  test('no page has a serious finding of axe', () => {
    expect(floor.serious).toEqual([])
  })
})
