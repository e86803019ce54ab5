// A compact is ordered to be corrected: the subdistrict names the article, the committee writes a new edition beside the old one,
// and the new one goes the whole way. Officers at a real browser, by keyboard.
import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COMMITTEE, compactDoes, openFloor, type Floor, type Known } from './floor.ts'

const CHROMIUM = process.env['CHROMIUM'] || '/usr/bin/chromium'
const HERE = existsSync(CHROMIUM)
if (!HERE) console.warn(`No Chromium at ${CHROMIUM}: the correction in the browser is skipped.`)

const CORRECTED = '及时清理犬只粪便。'

describe.runIf(HERE)('an ordered correction', { timeout: 300_000 }, () => {
  let floor: Floor
  let old: string
  let next: string

  beforeAll(async () => {
    floor = await openFloor(CHROMIUM)
    const { edges } = await floor.api<{ edges: { node: Known & { kind: string } }[] }>(
      'secretary',
      `{ compacts(filter: { division: "${COMMITTEE}", status: [FILED] }) { edges { node { id kind status } } } }`,
      {},
    )
    old = edges.find(({ node }) => node.kind === 'COMPACT')!.node.id
  })
  afterAll(() => floor?.close())

  test('names the article and the document, and the text stays on show', async () => {
    const town = await floor.sit('town')
    await town.open(`/compacts/${old}`)
    await town.take(compactDoes('ORDER_CORRECTION'), {
      articles: '第 2 条',
      document: '顾村镇改〔示例〕1号',
      reason: '第二条的表述不清楚。',
    })
    await floor.look(town, 'compact-ordered')
    expect(await town.page.locator('main').innerText()).toContain('顾村镇改〔示例〕1号')
    expect((await floor.read('compact', old)).status).toBe('ORDERED_TO_CORRECT')
    const resident = await floor.api<Known>('resident', 'query ($id: ID!) { compact(id: $id) { id status } }', { id: old })
    expect(resident.status).toBe('ORDERED_TO_CORRECT')
  })

  test('the committee writes the next edition article by article', async () => {
    const secretary = await floor.sit('secretary')
    await secretary.open(`/compacts/${old}`)
    await secretary.take(compactDoes('CORRECT'))
    const { editions } = await floor.read<{ editions: Known[] }>('compact', old, 'editions { id status }')
    next = editions.find(({ status }) => status === 'DRAFTING')!.id
    await secretary.open(`/compacts/${next}`)
    await secretary.press('修改文本')
    await secretary.reach(secretary.page.locator('.article-editor textarea').nth(1))
    await secretary.page.keyboard.press('Control+A')
    await secretary.page.keyboard.insertText(CORRECTED)
    await floor.look(secretary, 'compact-editor')
    await secretary.submit()
    await secretary.page.locator('main', { hasText: CORRECTED }).waitFor()
  })

  test('both editions stand side by side, the changed words marked', async () => {
    const secretary = await floor.sit('secretary')
    await secretary.open(`/compacts/${next}`)
    await secretary.press('版本对照')
    await secretary.page.locator('.compare-table').waitFor()
    expect(await secretary.page.locator('.compare-table tbody tr').count()).toBe(3)
    expect(await secretary.page.locator('.compare-table tr:has(ins)').count()).toBe(1)
    await floor.look(secretary, 'compare')
  })

  test('every article of a new edition is checked, and the reviewer says why', async () => {
    const legal = await floor.sit('legal')
    await legal.open(`/compacts/${next}`)
    await legal.press(compactDoes('CHECK_LEGALITY'))
    const boxes = legal.page.locator('.checks input[type=checkbox]')
    await boxes.first().waitFor()
    const { length } = await boxes.all()
    expect(length).toBe(12)
    for (let at = 0; at < length; at += 1) {
      await legal.reach(boxes.nth(at))
      await legal.page.keyboard.press('Space')
    }
    await legal.fill({ opinion: '改正后的第二条合法（示例）。' })
    await floor.look(legal, 'legality')
    await legal.submit()
    expect(await legal.page.locator('main').innerText()).toContain('改正后的第二条合法（示例）。')
  })

  test('it is commented on, studied and adopted', async () => {
    const secretary = await floor.sit('secretary')
    await secretary.open(`/compacts/${next}`)
    await secretary.take(compactDoes('OPEN_COMMENT'))
    for (const body of ['二楼还没有拾便袋箱。', '希望多设拾便袋箱。'])
      await floor.api('neighbour', 'mutation ($id: ID!, $body: String!) { commentOnCompact(compact: $id, body: $body) { id } }', {
        id: next,
        body,
      })
    await secretary.open(`/compacts/${next}`)
    for (const at of [0, 1]) {
      await secretary.reach(secretary.page.locator('.comment input').nth(at))
      await secretary.page.keyboard.press('Space')
    }
    await secretary.press('一并答复')
    await secretary.fill({ topic: '拾便袋箱', outcome: '解释说明', answer: '物业本月增设两处。' })
    await floor.look(secretary, 'answer-together')
    await secretary.submit()
    floor.tick(8)
    await secretary.open(`/compacts/${next}`)
    await secretary.take(compactDoes('REQUEST_STUDY'))
    const party = await floor.sit('party')
    await party.open(`/compacts/${next}`)
    await party.take(compactDoes('ENDORSE'), { reason: '已按要求改正。' })
    const town = await floor.sit('town')
    await town.open(`/compacts/${next}`)
    await town.take(compactDoes('PASS'), { reason: '已按要求改正，同意提交表决。' })
    await secretary.open(`/compacts/${next}`)
    await secretary.take(compactDoes('CONVENE'), {
      title: '养犬公约改正居民会议',
      startsAt: floor.typed(11),
      place: '小区广场',
      agenda: ['表决改正后的公约'],
    })
    const { meetings } = await floor.read<{ meetings: Known[] }>('compact', next, 'meetings { id version status }')
    await floor.decide(meetings.at(-1)!.id, 'correction')
    expect((await floor.read('compact', next)).status).toBe('ADOPTED')
  })

  test('it is filed and made public; the day it comes into force the old edition gives way', async () => {
    const secretary = await floor.sit('secretary')
    await secretary.open(`/compacts/${next}`)
    await secretary.take(compactDoes('SUBMIT_FILING'))
    await secretary.open(`/compacts/${next}/filing`)
    await floor.look(secretary, 'filing')
    const town = await floor.sit('town')
    await town.open(`/compacts/${next}`)
    await town.take(compactDoes('FILE'), { receipt: '顾村镇备〔示例〕10号' })
    await secretary.open(`/compacts/${next}`)
    await secretary.take(compactDoes('ANNOUNCE'), { effectiveOn: floor.day(16) })
    expect((await floor.read('compact', old)).status).toBe('ORDERED_TO_CORRECT')
    floor.tick(17)
    await floor.w.sweep()
    expect((await floor.read('compact', next)).status).toBe('IN_FORCE')
    expect((await floor.read('compact', old)).status).toBe('SUPERSEDED')
    await secretary.open(`/compacts/${next}`)
    await floor.look(secretary, 'compact-corrected')
  })

  test('axe found nothing serious on any of these pages', () => expect(floor.serious).toEqual([]))
})
