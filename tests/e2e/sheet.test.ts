// The notices an officer prints: A4, page by page, nothing but the sheet, and a code that leads to the same facts online.
import { existsSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { renderSVG } from 'uqr'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openFloor, type Floor } from './floor.ts'
import type { Seat } from './seat.ts'

const CHROMIUM = process.env['CHROMIUM'] || '/usr/bin/chromium'
const HERE = existsSync(CHROMIUM)
if (!HERE) console.warn(`No Chromium at ${CHROMIUM}: the sheets in the browser are skipped.`)

const SHOTS = new URL('../../test-results/e2e/', import.meta.url).pathname
/** A4 in points, as a PDF names the sides of its pages. */
const A4 = [595, 842]

describe.runIf(HERE)('a sheet to post', { timeout: 120_000 }, () => {
  let floor: Floor
  let member: Seat
  beforeAll(async () => {
    floor = await openFloor(CHROMIUM)
    member = await floor.sit('member')
  })
  afterAll(() => floor?.close())

  const first = async (of: string, status: string): Promise<string> => {
    const { edges } = await floor.api<{ edges: { node: { id: string } }[] }>(
      'secretary',
      `{ ${of}s(filter: { status: [${status}] }) { edges { node { id } } } }`,
      {},
    )
    return edges[0]!.node.id
  }

  /** Prints the page as it stands; gives the sides of every page of the PDF, rounded, and how many there are. */
  const print = async (name: string): Promise<{ pages: number; sides: number[][] }> => {
    const pdf = await member.page.pdf({ preferCSSPageSize: true, path: `${SHOTS}sheet-${name}.pdf` })
    const source = pdf.toString('latin1')
    expect(source.slice(0, 5)).toBe('%PDF-')
    expect(pdf.length).toBeGreaterThan(5_000)
    return {
      pages: (source.match(/\/Type\s*\/Page\b/g) ?? []).length,
      sides: [...source.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)].map(([, w, h]) => [
        Math.round(Number(w)),
        Math.round(Number(h)),
      ]),
    }
  }

  const onPaper = async (): Promise<string> => {
    await member.page.emulateMedia({ media: 'print' })
    const text = await member.page.evaluate(() => document.body.innerText)
    const seen = await member.page
      .locator('nav, .tabs, header.top, .no-print')
      .evaluateAll((all) => all.filter((one) => (one as HTMLElement).checkVisibility()).length)
    expect(seen).toBe(0)
    await member.page.emulateMedia({ media: null })
    return text
  }

  test.each([
    [
      'compact',
      'COMMENT',
      ['关于《非机动车停放公约》公开征求意见的公告', '第一条', '征求意见期限', '不少于7日', '组织法》第三十条'],
    ],
    [
      'compact',
      'FILED',
      ['关于公布《顾村示例小区文明养犬公约》的公告', '顾村镇备〔示例〕2号', '起施行', '不少于15日', '第三十四条'],
    ],
    ['compact', 'IN_FORCE', ['关于公布《顾村示例小区楼道公约》的公告', '顾村镇备〔示例〕1号', '已自']],
    [
      'vote',
      'PUBLISHED',
      ['关于居民会议表决结果的公告', '应参加', '发出表决票', '收回表决票', '赞成', '反对', '弃权', '通过', '不少于15日'],
    ],
    ['meeting', 'NOTICED', ['关于召开', '参会人员', '议程', '活动室', '通知期限']],
  ])('%s %s is printed on A4 and read online', async (of, status, words) => {
    const name = `${of}-${status.toLowerCase()}`
    const id = await first(of, status)
    await member.open(`/${of}s/${id}`)
    await member.press('打印公示件')
    await member.page.waitForURL(`**/${of}s/${id}/sheet`)
    await member.page.locator('.sheet figure img').waitFor()
    expect(await member.look(`sheet-${name}`)).toEqual([])

    const paper = await onPaper()
    for (const word of [...words, '上海馨佳园第九居民委员会', '（盖章处）', 'YT2026-310113109043-']) expect(paper).toContain(word)
    expect(paper).toMatch(/\d{4}年\d{1,2}月\d{1,2}日/)
    expect(paper).not.toContain('示例居民')
    const { pages, sides } = await print(name)
    expect(pages).toBeGreaterThanOrEqual(1)
    expect(pages).toBeLessThanOrEqual(2)
    expect(sides.length).toBeGreaterThan(0)
    for (const side of sides) expect(side).toEqual(A4)

    const address = `${floor.w.url}/n/${paper.match(/\/n\/([cmv][\w-]{22})/)![1]}`
    const picture = decodeURIComponent((await member.page.locator('.sheet figure img').getAttribute('src'))!.split(',')[1]!)
    expect(picture).toBe(renderSVG(address, { ecc: 'M', border: 2 }))

    const context = await member.page
      .context()
      .browser()!
      .newContext({ viewport: { width: 390, height: 780 }, locale: 'zh-CN' })
    const passer = await context.newPage()
    await passer.goto(address)
    await passer.locator('.sheet h1').waitFor()
    expect(passer.url()).toMatch(/\/admin\/n\//)
    const online = await passer.locator('.sheet').innerText()
    for (const word of words) expect(online).toContain(word)
    await passer.screenshot({ path: `${SHOTS}notice-${name}.png`, fullPage: true })
    const { violations } = await new AxeBuilder({ page: passer }).analyze()
    expect(
      violations.filter((v) => ['serious', 'critical'].includes(v.impact ?? '')).map((v) => `${v.id} ${v.nodes[0]?.target}`),
    ).toEqual([])
    await context.close()
  })

  test('an open vote has no sheet, and the page says why', async () => {
    const id = await first('vote', 'OPEN')
    await member.open(`/votes/${id}`)
    expect(await member.page.getByRole('link', { name: '打印公示件' }).count()).toBe(0)
    await member.open(`/votes/${id}/sheet`)
    expect(await member.page.locator('main').innerText()).toContain('目前是“投票中”')
    expect(await member.look('sheet-none')).toEqual([])
  })

  test('a code that leads nowhere says so', async () => {
    const page = await member.page.context().newPage()
    await page.goto(`${floor.w.url}/n/v${'A'.repeat(22)}`)
    await page.getByRole('heading', { name: '没有这份公示，或者现在不再公开' }).waitFor()
    await page.close()
  })
})
