// The lists of duties as officers and passers-by meet them: a list consulted on, published and in force; two years side by side in
// print; and the public page, alone and in a frame of another site.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { existsSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dutyListVersionMachine } from '../../subgraphs/duties/version.machine.ts'
import { openFloor, type Floor } from './floor.ts'
import type { Seat } from './seat.ts'

const CHROMIUM = process.env['CHROMIUM'] || '/usr/bin/chromium'
const HERE = existsSync(CHROMIUM)
if (!HERE) console.warn(`No Chromium at ${CHROMIUM}: the lists of duties in the browser are skipped.`)

const SHOTS = new URL('../../test-results/e2e/', import.meta.url).pathname
const DISTRICT = '310113000000'
const COMMITTEE = '310113109043'
const does = (action: keyof typeof dutyListVersionMachine.actions) => dutyListVersionMachine.actions[action].label.zh

describe.runIf(HERE)('lists of duties', { timeout: 180_000 }, () => {
  let floor: Floor
  let district: Seat
  beforeAll(async () => {
    floor = await openFloor(CHROMIUM)
    district = await floor.sit('district')
  })
  afterAll(() => floor?.close())

  const find = async (type: string, status: string): Promise<string> => {
    const query = `query ($at: ID!) { dutyListVersions(filter: { at: $at, type: [${type}], status: [${status}] }) { edges { node { id } } } }`
    const { edges } = await floor.api<{ edges: { node: { id: string } }[] }>('district', query, { at: DISTRICT })
    return edges[0]!.node.id
  }
  const statusOf = async (id: string) =>
    (await floor.api<{ status: string }>('district', 'query ($id: ID!) { dutyListVersion(id: $id) { status } }', { id })).status
  const itemsOf = (id: string) =>
    floor.api<{ items: { code: string; content: string }[]; events: { action: string }[] }>(
      'district',
      'query ($id: ID!) { dutyListVersion(id: $id) { items { code content } events { action } } }',
      { id },
    )
  const serious = async (page: Page) =>
    (await new AxeBuilder({ page }).analyze()).violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)

  test('a list is answered for, deliberated, published with a typed word, and in force when its days are over', async () => {
    const [id, before] = [await find('NEGATIVE', 'SOLICITING'), await find('NEGATIVE', 'IN_FORCE')]
    await district.open(`/duty-lists/${id}`)
    await district.press('答复')
    await district.fill({ answer: '已采纳，写入负面事项。' })
    await district.submit()
    floor.tick(8)
    const joint = await floor.sit('joint')
    await joint.open(`/duty-lists/${id}`)
    await joint.take(does('DELIBERATE'), { reason: '经逐项审议，同意。' })
    await floor.look(joint, 'duty-list-deliberated')

    await district.open(`/duty-lists/${id}`)
    await district.press(does('PUBLISH'))
    await district.fill({ documentNumber: '示例区民〔2026〕9号', effectiveOn: floor.day(1), word: '公开' })
    const send = district.page.locator('.el-drawer button[type=submit]:visible')
    await district.reach(send)
    await district.page.keyboard.press('Enter')
    await district.page.locator('.answers').waitFor()
    await district.page.keyboard.press('Enter')
    await district.page.locator('.el-drawer .mistake').waitFor()
    expect(await statusOf(id)).toBe('DELIBERATED')
    await district.fill({ word: '发布' })
    await district.submit()
    expect(await statusOf(id)).toBe('PUBLISHED')
    await floor.look(district, 'duty-list-published')

    floor.tick(16)
    await floor.w.sweep()
    expect([await statusOf(id), await statusOf(before)]).toEqual(['IN_FORCE', 'SUPERSEDED'])
    expect(floor.serious).toEqual([])
  })

  test('two years stand side by side, and are printed across A4 with the heads of their tables on every page', async () => {
    const id = await find('ASSIST_GOVERNMENT', 'IN_FORCE')
    await district.open(`/duty-lists/${id}/compare`)
    const { page } = district
    await page.getByText('新增 4 项，调整 6 项，取消 1 项，不变 17 项。').waitFor()
    expect(await district.look('duty-list-compare')).toEqual([])

    await page.emulateMedia({ media: 'print' })
    const paper = await page.evaluate(() => document.body.innerText)
    for (const word of [
      '新增事项（4）',
      '调整事项（6）',
      '取消事项（1）',
      '填报单位（盖章）',
      '《传染病防治法》第九条',
      '2025-08-31',
    ])
      expect(paper).toContain(word)
    const heads = await page.locator('.compare thead').evaluateAll((all) => all.map((one) => getComputedStyle(one).display))
    expect(new Set(heads)).toEqual(new Set(['table-header-group']))
    const chrome = page.locator('nav, .tabs, header.top, .no-print')
    expect(await chrome.evaluateAll((all) => all.filter((one) => (one as HTMLElement).checkVisibility()).length)).toBe(0)
    await page.setViewportSize({ width: 1010, height: 690 })
    await page.screenshot({ path: `${SHOTS}duty-list-compare-print.png`, fullPage: true })
    await page.setViewportSize({ width: 1366, height: 768 })
    await page.emulateMedia({ media: null })

    const pdf = (await page.pdf({ preferCSSPageSize: true, path: `${SHOTS}duty-list-compare.pdf` })).toString('latin1')
    const sides = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)].map(([, w, h]) =>
      [w, h].map((n) => Math.round(Number(n))),
    )
    expect(sides.length).toBeGreaterThan(0)
    for (const side of sides) expect(side).toEqual([842, 595])
    expect((pdf.match(/\/Type\s*\/Page\b/g) ?? []).length).toBeGreaterThanOrEqual(2)
  })

  test('a list taken out as a sheet is read back row by row, and written as a whole', async () => {
    const id = await find('ASSIST_GOVERNMENT', 'COMPILING')
    const before = await itemsOf(id)
    await district.open(`/duty-lists/${id}`)
    const { page } = district
    await district.press('导出')
    const [file] = await Promise.all([page.waitForEvent('download'), district.submit()])
    const sheet = `${SHOTS}duty-list.xlsx`
    await file.saveAs(sheet)

    await district.press('导入表格')
    const form = page.locator('.el-drawer:visible').last()
    await form
      .locator('input[type=file]')
      .setInputFiles({ name: 'x.xlsx', mimeType: 'application/zip', buffer: Buffer.from('no workbook') })
    await form.getByText('不是有效的 Excel 文件（.xlsx）。').waitFor()
    await form.locator('input[type=file]').setInputFiles(sheet)
    await form.getByText(`检查结果：新增 0 项，修改 ${before.items.length} 项，有误 0 项。`).waitFor()
    expect(await district.look('duty-list-sheet')).toEqual([])
    await district.submit()
    const { items, events } = await itemsOf(id)
    expect([items, events.at(-1)!.action]).toEqual([before.items, 'IMPORT'])
  })

  test('anyone reads the lists of a committee, on the page and in a frame of another site; no other page is framed', async () => {
    const site = createServer((req, res) => {
      const path = new URL(req.url!, 'http://x').searchParams.get('show')
      res.setHeader('content-type', 'text/html').end(`<iframe src="${floor.w.url}${path}" width="900" height="700"></iframe>`)
    }).listen(0, '127.0.0.1')
    const context = await district.page
      .context()
      .browser()!
      .newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
    try {
      const passer = await context.newPage()
      await passer.goto(`${floor.w.url}/duties/${COMMITTEE}`)
      await passer.getByRole('heading', { name: '上海馨佳园第九居委会职责事项清单' }).waitFor()
      expect(await passer.getByText('《城市居民委员会组织法》第三十四条').count()).toBeGreaterThan(0)
      expect(await passer.getByText('本级增加').count()).toBe(1)
      expect(await serious(passer)).toEqual([])
      await passer.screenshot({ path: `${SHOTS}duty-lists-open.png` })

      const origin = `http://localhost:${(site.address() as AddressInfo).port}`
      await passer.goto(`${origin}/?show=/admin/duties/${COMMITTEE}`)
      const framed = passer.frameLocator('iframe')
      await framed.getByRole('heading', { name: '上海馨佳园第九居委会职责事项清单' }).waitFor()
      expect(await framed.getByRole('button', { name: 'English' }).count()).toBe(0)
      const refused = passer.waitForEvent('console', { predicate: (said) => said.text().includes('frame-ancestors') })
      await passer.goto(`${origin}/?show=/admin/duty-lists`)
      await refused

      await passer.goto(`${floor.w.url}/duties/310113101999`)
      await passer.getByRole('heading', { name: '没有这个区划的清单' }).waitFor()
    } finally {
      await context.close()
      site.close()
    }
  })
})
