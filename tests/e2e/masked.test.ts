// Personal data in clear: for a reason, under the officer's name and the time, for a minute, never on paper, always logged.
import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exampleResident } from '../../subgraphs/office/seed.ts'
import { openFloor, type Floor } from './floor.ts'
import type { Seat } from './seat.ts'

const CHROMIUM = process.env['CHROMIUM'] || '/usr/bin/chromium'
const HERE = existsSync(CHROMIUM)
if (!HERE) console.warn(`No Chromium at ${CHROMIUM}: masked fields in the browser are skipped.`)

const WHO = exampleResident(3)
const REASON = '核对高龄津贴申领人的证件号码。'

describe.runIf(HERE)('a masked field', { timeout: 120_000 }, () => {
  let floor: Floor
  let secretary: Seat
  let mask: string
  beforeAll(async () => {
    floor = await openFloor(CHROMIUM)
    secretary = await floor.sit('secretary')
    await secretary.page.clock.install({ time: new Date() })
  })
  afterAll(() => floor?.close())

  const number = () => secretary.page.locator('.masked').first()
  const shown = () => number().locator('.clear')
  const watermark = () => secretary.page.locator('.watermark')
  const reveal = async () => {
    await secretary.take('查看', { reason: REASON })
    await shown().waitFor()
  }

  test('is shown for a reason, under the name of whoever looks and the time', async () => {
    await secretary.open(`/residents/${WHO}`)
    mask = await number().locator('.number').innerText()
    expect(mask).toContain('*')
    expect(await watermark().count()).toBe(0)
    await reveal()
    const clear = await shown().innerText()
    expect(clear).toMatch(/^\d{17}[\dX]$/)
    const stamp = await shown().getAttribute('data-by')
    expect(stamp).toMatch(/^示例书记 \d{4}-\d{2}-\d{2} \d{2}:\d{2}$/)
    const tile = decodeURIComponent(await watermark().evaluate((el) => el.style.backgroundImage))
    expect(tile).toContain(`>${stamp}</text>`)
    const box = await watermark().boundingBox()
    expect(box).toEqual({ x: 0, y: 0, width: 1366, height: 768 })
    expect(await secretary.look('masked-shown')).toEqual([])
  })

  test('is only a mask on paper', async () => {
    const clear = await shown().innerText()
    await secretary.page.emulateMedia({ media: 'print' })
    const paper = await number().innerText()
    expect(await secretary.page.locator('main').innerText()).not.toContain(clear)
    expect(paper).toBe(mask)
    expect(await watermark().isVisible()).toBe(false)
    await secretary.page.emulateMedia({ media: null })
  })

  test('is masked again after a minute, however long the window was out of sight', async () => {
    await secretary.page.clock.fastForward(61_000)
    await expect.poll(() => shown().count(), { timeout: 30_000 }).toBe(0)
    expect(await watermark().count()).toBe(0)
    expect(await number().innerText()).toContain('*')
  })

  test('is masked again when its tab is left', async () => {
    await reveal()
    await secretary.page.locator('#side').getByRole('link', { name: '居民名册' }).click()
    await secretary.page.waitForURL('**/residents')
    expect(await watermark().count()).toBe(0)
    await secretary.page.goBack()
    await number().waitFor()
    expect(await shown().count()).toBe(0)
  })

  test('leaves every look in the log, with its reason', async () => {
    const auditor = await floor.sit('auditor')
    await auditor.open(`/residents/${WHO}`)
    const rows = auditor.page.locator('main tbody tr').filter({ hasText: REASON })
    await expect.poll(() => rows.count(), { timeout: 30_000 }).toBe(2)
    expect(await rows.first().innerText()).toContain('示例书记')
  })
})
