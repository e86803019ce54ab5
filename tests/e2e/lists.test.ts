// Lists at a real browser, by keyboard: a view is saved, stands in the menu with its count, is shared, opens the list and
// travels as a link; and a list that has grown says so without moving its rows.
import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COMMITTEE, openFloor, type Floor, type Known } from './floor.ts'
import type { Seat } from './seat.ts'

const CHROMIUM = process.env['CHROMIUM'] || '/usr/bin/chromium'
const HERE = existsSync(CHROMIUM)
if (!HERE) console.warn(`No Chromium at ${CHROMIUM}: lists in the browser are skipped.`)

const MINUTE = 60_000
const NAME = '小区的事'
const MENU = `视图“${NAME}”的操作`
const WORD = '小区'

describe.runIf(HERE)('a list', { timeout: 120_000 }, () => {
  let floor: Floor
  let member: Seat
  let link: string

  beforeAll(async () => {
    floor = await openFloor(CHROMIUM)
    member = await floor.sit('member')
  })
  afterAll(() => floor?.close())

  const stateOf = (s: Seat) => Object.fromEntries(new URL(s.page.url()).searchParams)
  const pinned = (s: Seat) => s.page.locator('nav .pinned a')
  const titles = (s: Seat) => s.page.locator('main tbody a').allInnerTexts()
  const found = async () => {
    const query = 'query ($f: IssueFilter) { issues(filter: $f) { totalCount } }'
    return (await floor.api<{ totalCount: number }>('member', query, { f: { text: WORD, division: COMMITTEE } })).totalCount
  }
  const raise = async (title: string) => {
    const draft = await floor.api<Known>('resident', 'mutation ($i: IssueInput!) { createIssue(input: $i) { id version } }', {
      i: { division: COMMITTEE, title, body: '示例：希望大家一起商量怎么办。' },
    })
    await floor.api<Known>(
      'resident',
      'mutation ($id: ID!, $v: Int!) { actOnIssue(id: $id, action: SUBMIT, expectedVersion: $v) { id } }',
      { id: draft.id, v: draft.version },
    )
  }

  test('is filtered, and its state kept as a view', async () => {
    await member.open('/issues')
    await member.page.keyboard.press('/')
    await member.page.keyboard.insertText(WORD)
    await member.page.keyboard.press('Enter')
    await member.page.waitForURL(/text=/)
    await member.press('保存为视图')
    await member.fill({ name: NAME })
    await floor.look(member, 'view-form')
    await member.submit()
    await member.page.getByRole('button', { name: NAME, exact: true, pressed: true }).waitFor()
  })

  test('a view stands in the menu with its count', async () => {
    await member.pick(MENU, '在主菜单中显示数量')
    await expect.poll(() => pinned(member).allInnerTexts(), { timeout: 30_000 }).toEqual([`${NAME}\n${await found()}`])
    await member.open('/issues')
    await pinned(member).waitFor()
    await pinned(member).focus()
    await member.page.keyboard.press('Enter')
    await member.page.waitForURL(/text=/)
    expect(await pinned(member).getAttribute('aria-current')).toBe('page')
    await floor.look(member, 'view-pinned')
  })

  test('shared with a role, it is seen and opened by another who holds it, but not by one who does not', async () => {
    await member.pick(MENU, '的居委委员')
    await member.page.getByText('· 已共享').waitFor()
    const chair = await floor.sit('chair')
    await chair.open('/issues')
    await chair.page.getByText('示例委员 共享').waitFor()
    await chair.press(NAME)
    await chair.page.waitForURL(/text=/)
    expect(stateOf(chair)).toEqual(stateOf(member))
    const secretary = await floor.sit('secretary')
    await secretary.open('/issues?open=yes')
    await secretary.page.getByRole('button', { name: '保存为视图' }).waitFor()
    expect(await secretary.page.getByText(NAME).count()).toBe(0)
  })

  test('whoever did not make it opens it, makes it their default and copies its link, no more', async () => {
    const chair = await floor.sit('chair')
    await chair.press(MENU)
    expect(await chair.page.getByRole('menu').locator('[role^=menuitem]').allInnerTexts()).toEqual([
      '打开',
      '打开列表时默认显示',
      '在主菜单中显示数量',
      '复制链接',
    ])
    await floor.look(chair, 'view-menu')
    await chair.page.keyboard.press('Escape')
    await chair.pick(MENU, '打开列表时默认显示')
    await chair.open('/issues')
    await chair.page.waitForURL(/text=/)
    expect(stateOf(chair)).toEqual(stateOf(member))
    await chair.open('/issues?open=yes')
    expect(stateOf(chair)).toEqual({ open: 'yes' })
  })

  test('its link opens the same state for one whom the view does not reach', async () => {
    await member.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await member.pick(MENU, '复制链接')
    await member.page.getByRole('status').filter({ hasText: '链接已复制' }).waitFor()
    link = await member.page.evaluate(() => navigator.clipboard.readText())
    const secretary = await floor.sit('secretary')
    await secretary.open(link.slice(`${floor.w.url}/admin`.length))
    expect(stateOf(secretary)).toEqual(stateOf(member))
    expect(await titles(secretary)).toEqual(await titles(member))
  })

  test('that has grown says so within a minute, and its rows stand still until they are asked for', async () => {
    await member.page.clock.install()
    await member.open(link.slice(`${floor.w.url}/admin`.length))
    const before = await titles(member)
    expect(before.length).toBeGreaterThan(0)
    const n = await found()
    await raise('小区健身器材维修')
    await member.page.clock.runFor(MINUTE + 1_000)
    const bar = member.page.getByRole('button', { name: '有 1 条新记录' })
    await bar.waitFor()
    expect(await titles(member)).toEqual(before)
    await expect.poll(() => pinned(member).allInnerTexts(), { timeout: 30_000 }).toEqual([`${NAME}\n${n + 1}`])
    await floor.look(member, 'list-grown')
    await member.press('有 1 条新记录')
    await bar.waitFor({ state: 'detached' })
    await expect.poll(() => titles(member), { timeout: 30_000 }).toEqual(expect.arrayContaining(['小区健身器材维修', ...before]))
  })

  test('an act that meets a recovering service is told so, and carries the same key when it is asked again', async () => {
    const keys: (string | undefined)[] = []
    const sentence = '系统正在恢复，请稍后再试。'
    const says = { data: null, errors: [{ message: sentence, extensions: { code: 'UNAVAILABLE' } }] }
    await member.page.route('**/graphql', (route) => {
      const request = route.request()
      if (!request.postData()?.includes('mutation DropView')) return route.continue()
      keys.push(request.headers()['idempotency-key'])
      return keys.length < 3 ? route.fulfill({ json: says }) : route.continue()
    })
    for (const n of [1, 2]) {
      await member.pick(MENU, '删除视图')
      await member.submit()
      await member.page
        .getByRole('alert')
        .filter({ hasText: sentence })
        .nth(n - 1)
        .waitFor()
    }
    await member.pick(MENU, '删除视图')
    await member.submit()
    await expect.poll(() => keys.length, { timeout: 30_000 }).toBe(3)
    expect([new Set(keys).size, keys[0]]).toEqual([1, expect.any(String)])
  })

  test('a view that is deleted is gone from the list and the menu', async () => {
    await pinned(member).waitFor({ state: 'detached' })
    expect(await member.page.getByRole('button', { name: MENU }).count()).toBe(0)
    const chair = await floor.sit('chair')
    await chair.open('/issues')
    expect(stateOf(chair)).toEqual({})
  })

  test('of signatures asks first for the compact they are of, and goes back to that', async () => {
    const secretary = await floor.sit('secretary')
    const { page } = secretary
    await secretary.open('/pledges')
    const compact = page.locator('.pledge-compacts li', { hasText: '楼道公约' })
    await compact.getByText(/已签 \d+ 户，应签 \d+ 户/).waitFor()
    const title = await compact.getByRole('link').innerText()
    expect(await page.getByRole('search').count()).toBe(0)
    await floor.look(secretary, 'pledges-compacts')
    await secretary.reach(compact.getByRole('link'))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: `签署情况：${title}` }).waitFor()
    expect(stateOf(secretary)).toEqual({ compact: expect.any(String) })
    await page.locator('main tbody tr').first().waitFor()
    await secretary.press('重置')
    await compact.waitFor()
    expect(stateOf(secretary)).toEqual({})
    // Who has signed is the committee's to see.
    const district = await floor.sit('district')
    await district.open('/pledges')
    await district.page.locator('main [role=alert]').waitFor()
    expect(await district.page.locator('.pledge-compacts').count()).toBe(0)
  })

  test('has no serious finding of axe in any of this', () => {
    expect(floor.serious).toEqual([])
  })
})
