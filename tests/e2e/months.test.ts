// Figures of a month in the browser: a month is picked, the numbers add up, and each opens the issues it counts.
import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openFloor, type Floor } from './floor.ts'
import type { Seat } from './seat.ts'

const CHROMIUM = process.env['CHROMIUM'] || '/usr/bin/chromium'
const HERE = existsSync(CHROMIUM)
if (!HERE) console.warn(`No Chromium at ${CHROMIUM}: the figures of a month in the browser are skipped.`)

describe.runIf(HERE)('the figures of a month', { timeout: 120_000 }, () => {
  let floor: Floor
  let district: Seat
  beforeAll(async () => {
    floor = await openFloor(CHROMIUM)
    district = await floor.sit('district')
  })
  afterAll(() => floor?.close())

  const cells = (row: string) => district.page.locator('.months tr', { hasText: row }).locator('td').allInnerTexts()
  const month = () => district.page.locator('#month-chosen').inputValue()

  test('name every subdistrict, with their sums, for the month before and the one that runs', async () => {
    await district.open('/month-figures')
    await district.page.locator('.months tbody a').first().waitFor()
    const ended = await month()
    expect(await cells('吴淞街道')).toEqual(['0', '0', '0', '0', '—', '0', '0', '—'])
    expect(await cells('合计')).toEqual(await cells('顾村镇'))
    expect(await district.look('months')).toEqual([])
    await district.press('下一月')
    await district.page.getByText('月份尚未结束').waitFor()
    expect((await month()) > ended).toBe(true)
    expect(await district.page.getByRole('button', { name: '下一月' }).isDisabled()).toBe(true)
    expect(new URL(district.page.url()).searchParams.get('month')).toBe(await month())
  })

  test('open the issues they count', async () => {
    const [raised] = await cells('顾村镇')
    expect(Number(raised)).toBeGreaterThan(1)
    await district.reach(district.page.locator('.months tbody a').first())
    await district.page.keyboard.press('Enter')
    await district.page.getByText(`共 ${raised} 条`, { exact: true }).waitFor()
  })
})
