// Many records at once, in a real Chromium by keyboard: three issues are picked and judged, one action is taken in the
// background, somebody else is faster with one of them; then a list is exported, read again, and found by the auditor.
import { existsSync } from 'node:fs'
import ExcelJS from 'exceljs'
import type { Download, Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COMMITTEE, issueDoes, openFloor, type Floor, type Known } from './floor.ts'
import type { Seat } from './seat.ts'

const CHROMIUM = process.env['CHROMIUM'] || '/usr/bin/chromium'
const HERE = existsSync(CHROMIUM)
if (!HERE) console.warn(`No Chromium at ${CHROMIUM}: bulk actions and exports in the browser are skipped.`)

const PURPOSE = '入户走访核对'

const rowsOf = async (download: Download): Promise<unknown[][]> => {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(await download.path())
  const page = book.worksheets[0]!
  return Array.from({ length: page.rowCount }, (_, n) =>
    Array.from({ length: page.columnCount }, (__, m) => page.getRow(n + 1).getCell(m + 1).value),
  )
}

describe.runIf(HERE)('many records at once', { timeout: 180_000 }, () => {
  let floor: Floor
  let secretary: Seat

  const drawer = () => secretary.page.locator('.el-drawer:visible')
  const pressKey = async (target: Locator, key = 'Enter') => {
    await secretary.reach(target)
    await secretary.page.keyboard.press(key)
  }
  const openTasks = async () => {
    const button = secretary.page.getByRole('button', { name: /后台任务/ })
    await button.waitFor()
    await button.focus()
    await secretary.page.keyboard.press('Enter')
    await drawer().waitFor()
  }
  const warns = () =>
    secretary.page.evaluate(() => {
      const leaving = new Event('beforeunload', { cancelable: true })
      window.dispatchEvent(leaving)
      return leaving.defaultPrevented
    })
  const idOf = async (title: string) => {
    const { edges } = await floor.api<{ edges: { node: Known }[] }>(
      'secretary',
      'query ($t: String!) { issues(filter: { text: $t }) { edges { node { id version status } } } }',
      { t: title },
    )
    return edges[0]!.node
  }

  beforeAll(async () => {
    floor = await openFloor(CHROMIUM)
    secretary = await floor.sit('secretary')
  })
  afterAll(() => floor?.close())

  const CAN = ['儿童游乐区地垫破损', '快递柜增设']
  const CANNOT = '道路窨井盖松动'

  test('all that match are selected with one press, and let go with another', async () => {
    await secretary.open('/issues?first=50')
    const total = await secretary.page.locator('main tbody tr').count()
    await pressKey(secretary.page.getByRole('checkbox', { name: `选择“${CANNOT}”` }), 'Space')
    await pressKey(secretary.page.getByRole('button', { name: `选择全部 ${total} 条符合条件的记录` }))
    await secretary.page.getByText(`已选 ${total} 条 · 共 ${total} 条`).waitFor()
    await pressKey(secretary.page.getByRole('button', { name: '取消选择' }))
    await secretary.page.getByText(/已选 \d+ 条/).waitFor({ state: 'detached' })
    expect(await secretary.page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('region')
  })

  test('are picked by keyboard, and the preview says for which it can be done and why not for the others', async () => {
    await secretary.open('/issues')
    for (const title of [...CAN, CANNOT])
      await pressKey(secretary.page.getByRole('checkbox', { name: `选择“${title}”` }), 'Space')
    await secretary.page.getByText('已选 3 条').waitFor()
    await secretary.page.getByRole('button', { name: /批量办理/ }).waitFor()
    await floor.look(secretary, 'bulk-bar')
    await secretary.press('批量办理')
    const choice = drawer()
      .locator('.bulk-choice')
      .filter({ hasText: issueDoes('RETURN') })
    await choice.waitFor()
    expect(await choice.locator('label').first().innerText()).toContain('3 项中 2 项可以办理；1 项不可以')
    // There is one thing to choose, so it is chosen.
    expect(await choice.getByRole('radio').isChecked()).toBe(true)
    expect(await choice.locator('dd').innerText()).toBe(CANNOT)
    expect(await drawer().innerText()).toContain(issueDoes('ACCEPT'))
    expect(
      await drawer()
        .getByRole('radio', { name: issueDoes('ACCEPT') })
        .count(),
    ).toBe(0)
    await floor.look(secretary, 'bulk-preview')
  })

  test('the reason is asked once; what somebody else was faster with is told, and may be tried again', async () => {
    const overtaken = await idOf(CAN[1]!)
    await floor.api(
      'member',
      'mutation ($id: ID!, $v: Int!) { replyToIssue(id: $id, expectedVersion: $v, reply: "已收到。") { id } }',
      { id: overtaken.id, v: overtaken.version },
    )
    await pressKey(drawer().locator('button[type=submit]'))
    await drawer().getByText('请填写“理由”。').first().waitFor()
    await secretary.fill({ reason: '请写明具体位置。' })
    await secretary.submit()
    await secretary.page.getByRole('alert').filter({ hasText: '1 项没有办成' }).waitFor()
    await openTasks()
    const lines = await drawer().locator('.report li').allInnerTexts()
    expect(lines).toHaveLength(2)
    expect(lines[0]).toContain(CAN[1])
    expect(lines[0]).toContain('刚刚被他人更新')
    expect(lines[1]).toMatch(new RegExp(`${CAN[0]}\\s*已办理`))
    await floor.look(secretary, 'bulk-report')
    expect([(await idOf(CAN[0]!)).status, (await idOf(CAN[1]!)).status, (await idOf(CANNOT)).status]).toEqual([
      'RETURNED',
      'SUBMITTED',
      'REFERRED',
    ])
    await pressKey(drawer().getByRole('button', { name: '重试没有办成的 1 项' }))
    await drawer().getByText('2 项已办理').waitFor()
    expect((await idOf(CAN[1]!)).status).toBe('RETURNED')
    await secretary.page.keyboard.press('Escape')
    await drawer().waitFor({ state: 'hidden' })
    // The list behind it was read again, and nothing is selected any more.
    const row = secretary.page.locator('main tbody tr').filter({ hasText: CAN[1]! })
    await row.getByText('退回修改').waitFor()
    expect(await secretary.page.getByText(/已选 \d+ 条/).count()).toBe(0)
  })

  test('a list of people goes out with its purpose, masked as on the page, while other pages are worked on', async () => {
    await secretary.open('/residents')
    await secretary.page.getByRole('button', { name: '导出', exact: true }).waitFor()
    await secretary.press('导出')
    await drawer().locator('.export-facts').waitFor()
    expect(await drawer().innerText()).toContain('与页面所见一致')
    await floor.look(secretary, 'export-dialog')
    await pressKey(drawer().locator('button[type=submit]'))
    await drawer().getByText('请填写“用途”。').first().waitFor()
    await secretary.fill({ purpose: PURPOSE })
    await secretary.page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('query Residents')) await new Promise((done) => setTimeout(done, 1_500))
      await route.continue()
    })
    const downloaded = secretary.page.waitForEvent('download', { timeout: 30_000 })
    await pressKey(drawer().locator('button[type=submit]'))
    await drawer().waitFor({ state: 'hidden' })
    await secretary.page.getByRole('button', { name: '后台任务（1 项进行中）' }).waitFor()
    expect(await warns()).toBe(true)
    const link = secretary.page.locator('nav').getByRole('link', { name: '会议', exact: true })
    await link.focus()
    await secretary.page.keyboard.press('Enter')
    await secretary.page.locator('main h1', { hasText: '会议' }).waitFor()
    const file = await downloaded
    await secretary.page.getByRole('button', { name: '后台任务（0 项进行中）' }).waitFor()
    expect(await warns()).toBe(false)
    await secretary.page.unroute('**/graphql')

    expect(file.suggestedFilename()).toMatch(/^居民名册-DC2026-\d{4}\.xlsx$/)
    const sheet = await rowsOf(file)
    const head = sheet.findIndex((row) => row[0] === '姓名')
    const facts = Object.fromEntries(sheet.slice(1, head - 1).map(([label, words]) => [label, words]))
    expect(facts).toMatchObject({ 用途: PURPOSE, 导出人: '示例书记', 说明: '身份证号、电话等已按规则遮盖' })
    expect(sheet[head]!.slice(0, 5)).toEqual(['姓名', '性别', '年龄', '证件号码', '手机号码'])

    type Page = {
      edges: { node: { name: string; age: number; idNumber: string; phone: string | null } }[]
      pageInfo: { endCursor: string; hasNextPage: boolean }
    }
    const known: unknown[][] = []
    let after: string | null = null
    do {
      const query =
        'query ($d: ID!, $after: String) { residents(filter: { division: $d }, first: 100, after: $after) { edges { node { name age idNumber phone } } pageInfo { endCursor hasNextPage } } }'
      const { edges, pageInfo }: Page = await floor.api<Page>('secretary', query, { d: COMMITTEE, after })
      known.push(...edges.map(({ node }) => [node.name, node.age, node.idNumber, node.phone]))
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null
    } while (after)
    const rows = sheet.slice(head + 1)
    expect(known.length).toBeGreaterThan(200)
    expect(rows.map((row) => [row[0], row[2], row[3], row[4]])).toEqual(known)
    // A child's number is not shown at all.
    const numbers = rows.map((row) => row[3] as string | null)
    expect(numbers.filter((number) => number !== null && !/^\d{6}\*{3,}\w{4}$/.test(number))).toEqual([])
    expect(await secretary.page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain(PURPOSE)
  })

  test('the auditor finds who took what out, and why', async () => {
    const auditor = await floor.sit('auditor')
    const row = () => auditor.page.locator('main tbody tr').filter({ hasText: '居民名册' })
    await expect
      .poll(
        async () => {
          await auditor.open('/audit?type=ExportRecord')
          return row().count()
        },
        { timeout: 20_000 },
      )
      .toBe(1)
    expect(await row().innerText()).toMatch(
      new RegExp(`示例书记[\\s\\S]*导出[\\s\\S]*DC2026-\\d{4} 居民名册（\\d+行）[\\s\\S]*${PURPOSE}`),
    )
    await auditor.open('/exports')
    expect(await row().innerText()).toContain(PURPOSE)
    await floor.look(auditor, 'exports')
  })

  test('and nothing of it stands in the way of anyone', () => {
    expect(floor.serious).toEqual([])
  })
})
