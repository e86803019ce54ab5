import { AxeBuilder } from '@axe-core/playwright'
import { openBrowser, seat } from './seat.ts'
const [who, ...paths] = process.argv.slice(2)
const browser = await openBrowser('/usr/bin/chromium')
const s = await seat(browser, 'http://127.0.0.1:4430', who!)
const errors: string[] = []
s.page.on('console', (m) => m.type() === 'error' && errors.push(s.page.url() + ' ' + m.text().slice(0, 160)))
s.page.on('pageerror', (e) => errors.push(s.page.url() + ' ' + String(e).slice(0, 160)))
for (const p of paths) {
  try {
    await s.open(p)
    const name = `${who}${p.replaceAll(/[^a-z0-9]+/gi, '-')}`
    const h = await s.page.evaluate(() => {
      const m = document.querySelector('main')
      return Math.min(3000, Math.max(768, (m?.scrollHeight ?? 0) + 110))
    })
    await s.page.setViewportSize({ width: 1366, height: h })
    await s.page.waitForTimeout(150)
    await s.page.screenshot({ path: `/tmp/h3-shots/${name}.png`, fullPage: true })
    const { violations } = await new AxeBuilder({ page: s.page }).analyze()
    console.log(
      p,
      '→',
      s.page.url(),
      violations.map((v) => `${v.impact}:${v.id}:${v.nodes[0]?.target.join(' ')}`),
    )
    await s.page.setViewportSize({ width: 1366, height: 768 })
    const links = await s.page
      .locator('main tbody a')
      .evaluateAll((all) => all.slice(0, 4).map((a) => `${a.getAttribute('href')} ${a.textContent}`))
    console.log('   ', links)
    const wide = await s.page.evaluate(() => document.documentElement.scrollWidth)
    if (wide > 1366) console.log('   too wide', wide)
  } catch (e) {
    console.log(p, 'FAILED', String(e).slice(0, 300))
  }
}
console.log(errors)
await browser.close()
