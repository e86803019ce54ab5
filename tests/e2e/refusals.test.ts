// A committee's refusal in a real browser: data asked for again is refused on paper, examined, upheld, and open for all to read.
import { existsSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dutyObjectionMachine } from '../../subgraphs/duties/objection.machine.ts'
import { dutyTaskMachine } from '../../subgraphs/duties/task.machine.ts'
import { openFloor, type Floor } from './floor.ts'
import type { Seat } from './seat.ts'

const CHROMIUM = process.env['CHROMIUM'] || '/usr/bin/chromium'
const HERE = existsSync(CHROMIUM)
if (!HERE) console.warn(`No Chromium at ${CHROMIUM}: the refusal in the browser is skipped.`)

const CIRCULAR = '未先查询已有数据即重复要求报送，予以通报。'
const taskDoes = (action: keyof typeof dutyTaskMachine.actions) => dutyTaskMachine.actions[action].label.zh
const objectionDoes = (action: keyof typeof dutyObjectionMachine.actions) => dutyObjectionMachine.actions[action].label.zh

describe.runIf(HERE)('a refusal', { timeout: 180_000 }, () => {
  let floor: Floor
  let secretary: Seat
  let task: string
  let objection: string
  beforeAll(async () => {
    floor = await openFloor(CHROMIUM)
    secretary = await floor.sit('secretary')
    const { edges } = await floor.api<{ edges: { node: { id: string } }[] }>(
      'secretary',
      '{ dutyTasks(filter: { status: [ISSUED], isRepeated: true }) { edges { node { id } } } }',
      {},
    )
    task = edges[0]!.node.id
  })
  afterAll(() => floor?.close())

  test('the committee sees that it has answered before, and refuses', async () => {
    await secretary.open(`/duty-tasks/${task}`)
    expect(await secretary.page.locator('.repeats').innerText()).toContain('1326')
    await floor.look(secretary, 'refusal-task')
    await secretary.take(taskDoes('REFUSE'), { ground: '重复报送', statement: '同一期间的数据已经报送并确认。' })
    await expect.poll(() => secretary.status(), { timeout: 30_000 }).toBe('已拒办')
    const read = await floor.read<{ objections: { id: string }[] }>('dutyTask', task, 'objections { id }')
    objection = read.objections[0]!.id
  })

  test('the written reply fits on one sheet and cites item and article', async () => {
    await secretary.open(`/duty-tasks/${task}`)
    await secretary.press('书面答复')
    const sheet = secretary.page.locator('.sheet')
    await sheet.waitFor()
    const words = await sheet.innerText()
    for (const word of [
      '拒绝办理答复书',
      'XZ-',
      '重复报送',
      '《上海市居民委员会工作条例》第三十六条',
      '同一期间的数据已经报送并确认。',
    ])
      expect(words).toContain(word)
    const pdf = (await secretary.page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    await floor.look(secretary, 'refusal-reply')
  })

  test('civil affairs take it up, the department answers, and it is upheld', async () => {
    const district = await floor.sit('district')
    await district.open(`/duty-objections/${objection}`)
    await district.take(objectionDoes('ACCEPT'))
    await district.take(objectionDoes('INVESTIGATE'))
    await floor.look(district, 'refusal-objection')
    const department = await floor.sit('department2')
    await department.open(`/duty-objections/${objection}`)
    await department.take(objectionDoes('ANSWER'), { answer: '数据可以调用，愿意撤回。' })
    await district.open(`/duty-objections/${objection}`)
    await district.press(objectionDoes('UPHOLD'))
    await district.fill({ decision: '属于重复报送，责令撤回任务。', effects: '责令撤回' })
    await district.page.keyboard.press('Escape')
    await district.fill({ effects: '通报批评' })
    await district.page.keyboard.press('Escape')
    await district.fill({ circular: CIRCULAR })
    await floor.look(district, 'refusal-uphold')
    await district.submit()
    await expect.poll(() => district.status(), { timeout: 30_000 }).toBe('成立')
    expect((await floor.read('dutyTask', task)).status).toBe('WITHDRAWN')
  })

  test('anyone reads the decision and the circular, and no officer’s or resident’s name', async () => {
    const context = await secretary.page.context().browser()!.newContext({ locale: 'zh-CN' })
    const page = await context.newPage()
    await page.goto(`${floor.w.url}/admin/duty-decisions`)
    await page.getByText(CIRCULAR).waitFor()
    const words = await page.locator('main').innerText()
    expect(words).toContain('责令撤回、通报批评')
    expect(words).not.toMatch(/示例(书记|居民|区民政干部|房管部门干部)/)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
    await context.close()
  })

  test('a number of the indicators opens the rows it counts', async () => {
    const district = await floor.sit('district')
    await district.open('/duty-indicators')
    await floor.look(district, 'indicators')
    const link = district.page.locator('a[href*="repeated=yes"]').first()
    const counted = await link.innerText()
    await district.reach(link)
    await district.page.keyboard.press('Enter')
    await district.page.waitForURL(/duty-tasks\?/)
    await district.page.locator('.table .total').filter({ hasText: counted }).waitFor()
  })

  test('axe finds nothing serious on the way', () => expect(floor.serious).toEqual([]))
})
