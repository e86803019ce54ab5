// A department's matter from its draft to the list in force: every officer at a real browser, by keyboard. What the list itself
// goes through on its way is walked elsewhere, and taken here through the API.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { admissionApplicationMachine } from '../../subgraphs/duties/admission.machine.ts'
import { fundingCommitmentMachine } from '../../subgraphs/duties/funding.machine.ts'
import { opinionMachine } from '../../subgraphs/duties/opinion.machine.ts'
import { openFloor, type Floor, type Known } from './floor.ts'
import type { Seat } from './seat.ts'

const CHROMIUM = process.env['CHROMIUM'] || '/usr/bin/chromium'
const HERE = existsSync(CHROMIUM)
if (!HERE) console.warn(`No Chromium at ${CHROMIUM}: the admission of a matter in the browser is skipped.`)

const SHOTS = fileURLToPath(new URL('../../test-results/e2e/', import.meta.url))
const MATTER = '配合开展健康知识巡讲'
const does = (action: keyof typeof admissionApplicationMachine.actions) => admissionApplicationMachine.actions[action].label.zh
const pays = (action: keyof typeof fundingCommitmentMachine.actions) => fundingCommitmentMachine.actions[action].label.zh

describe.runIf(HERE)('a matter', { timeout: 300_000 }, () => {
  let floor: Floor
  let id: string

  beforeAll(async () => {
    floor = await openFloor(CHROMIUM)
  })
  afterAll(() => floor?.close())

  const read = <T = Known>(fields = 'id version status') =>
    floor.api<T>('district', `query ($id: ID!) { admissionApplication(id: $id) { ${fields} } }`, { id })
  const status = async () => (await read())?.status
  const at = async (who: string): Promise<Seat> => {
    const seat = await floor.sit(who)
    await seat.open(`/admissions/${id}`)
    return seat
  }
  /** Types into a field of the form that stands under a label of its own. */
  const type = async (seat: Seat, label: string, words: string) => {
    const field = seat.page.getByLabel(label, { exact: true })
    await seat.reach(field)
    await seat.page.keyboard.insertText(words)
  }
  /** Opens the tree of places and takes the first that is found. */
  const place = async (seat: Seat, name: string, words: string) => {
    const button = seat.page.locator(`#field-${name}`)
    await seat.reach(button)
    await seat.page.keyboard.press('Enter')
    const search = seat.page.locator('.place-tree input').last()
    await search.waitFor({ state: 'visible' })
    await search.focus()
    await seat.page.keyboard.insertText(words)
    await seat.page.locator('.place-tree li button', { hasText: words }).first().waitFor()
    await seat.page.keyboard.press('Enter')
    await seat.page.locator('.place-tree').waitFor({ state: 'hidden' })
  }

  test('is drafted, kept while it is written, paid for, and submitted', async () => {
    const department = await floor.sit('department')
    const { page } = department
    await department.open('/admissions')
    await floor.look(department, 'admissions')
    await department.press('申请准入')
    await department.fill({ name: MATTER })
    await page.locator('.draft-note', { hasText: '草稿' }).waitFor()
    await department.open('/admissions?add=yes')
    await expect.poll(() => page.locator('#field-name').inputValue(), { timeout: 30_000 }).toBe(MATTER)
    await department.fill({
      listType: '街镇配合履职事项',
      performer: '街道办事处、镇人民政府',
      content: '配合组织居民参加健康知识巡讲，提供场地。',
      standard: '每个街镇每年不少于一场。',
      frequency: '每年一次',
      timeLimit: '当年十一月底前',
      validFrom: floor.day(75),
      bases: '精神卫生法',
    })
    await type(department, '第 1 项依据的条款', '第二十条')
    await type(department, '第 1 项依据的施行日期', '2013-05-01')
    await page.keyboard.press('Enter')
    await floor.look(department, 'admission-form')
    await department.submit()
    await page.locator('main h1', { hasText: MATTER }).waitFor()
    id = new URL(page.url()).pathname.split('/').pop()!

    await department.press('增加经费承诺')
    await place(department, 'receiver', '顾村')
    await department.fill({
      amount: '12000',
      source: '部门预算',
      accountingUnit: '街镇/年',
      transferBy: floor.day(120),
    })
    await floor.look(department, 'funding-form')
    await department.submit()
    await department.take(does('SUBMIT'))
    await expect.poll(status, { timeout: 30_000 }).toBe('SUBMITTED')
    await floor.look(department, 'admission-submitted')
  })

  test('is accepted, found lawful, and asked about', async () => {
    const district = await at('district')
    await district.take(does('ACCEPT'))
    const justice = await at('justice')
    await justice.press(does('CLEAR'))
    await justice.page.locator('.ticks input').first().waitFor()
    for (const tick of await justice.page.locator('.ticks input').all()) {
      await justice.reach(tick)
      await justice.page.keyboard.press('Space')
    }
    await justice.fill({ opinion: '依据充分，属于配合事项，同意。' })
    await floor.look(justice, 'admission-review')
    await justice.submit()
    await expect.poll(status, { timeout: 30_000 }).toBe('CONSULTING')

    await district.open(`/admissions/${id}`)
    await district.press(does('INVITE'))
    for (const name of ['顾村镇', '馨佳园第九', '向阳居委会']) await place(district, 'units', name)
    await floor.look(district, 'admission-invite')
    await district.submit()
    const { opinions } = await read<{ opinions: { id: string; division: { code: string } }[] }>(
      'opinions { id division { code } }',
    )
    expect(opinions).toHaveLength(3)
    const signers: Record<string, string> = { '310113109000': 'town', '310113101002': 'elsewhere' }
    for (const { id: opinion, division } of opinions) {
      const unit = await floor.sit(signers[division.code] ?? 'secretary')
      await unit.open(`/opinions/${opinion}`)
      await unit.take(opinionMachine.actions.GIVE.label.zh, { stance: '同意', body: '同意，场地由本单位提供。' })
      await floor.look(unit, `opinion-${division.code}`)
    }
  })

  test('is voted on, shown, objected to, answered and admitted', async () => {
    const district = await at('district')
    await district.take(does('CONVENE'), { members: '3' })
    for (const who of ['joint', 'joint2', 'joint3']) {
      const member = await at(who)
      await member.take(does('VOTE'), { choice: who === 'joint3' ? '弃权' : '赞成', reason: '依据充分，经费落实。' })
    }
    await district.open(`/admissions/${id}`)
    await district.take(does('CARRY'), { minutes: '应到3人，实到3人，赞成2票、弃权1票，同意准入。' })
    await expect.poll(status, { timeout: 30_000 }).toBe('PUBLICITY')
    await floor.look(district, 'admission-shown')
    await district.open(`/admissions/${id}/sheet`)
    await floor.look(district, 'admission-sheet')
    const pdf = await district.page.pdf({ path: `${SHOTS}admission-sheet.pdf`, preferCSSPageSize: true })
    expect(pdf.length).toBeGreaterThan(10_000)

    const secretary = await at('secretary')
    await secretary.press('登记异议')
    await secretary.fill({ body: '请避开暑期。' })
    await secretary.submit()
    floor.tick(14)
    await district.open(`/admissions/${id}`)
    await district.page.getByText('1件异议没有答复').waitFor()
    await district.press('答复异议')
    await district.fill({ answer: '已调整为春、秋两季。' })
    await district.submit()
    await district.open(`/admissions/${id}`)
    await district.take(does('ADMIT'), { documentNumber: '示例准入〔2026〕88号' })
    await expect.poll(status, { timeout: 30_000 }).toBe('ADMITTED')
    await floor.look(district, 'admission-admitted')
  })

  test('is budgeted, transferred in parts and reconciled, and in force with its list', async () => {
    const [commitment] = (await read<{ commitments: { id: string }[] }>('commitments { id }')).commitments
    const finance = await floor.sit('finance')
    await finance.open(`/fundings/${commitment!.id}`)
    await finance.take(pays('BUDGET'), { document: '示例财预〔2026〕8号' })
    const department = await floor.sit('department')
    for (const [amount, voucher] of [
      ['5000', '凭证1'],
      ['7000', '凭证2'],
    ]) {
      await department.open(`/fundings/${commitment!.id}`)
      await department.take(pays('TRANSFER'), { amount: amount!, voucher: voucher! })
    }
    await floor.look(department, 'funding-transferred')
    const town = await floor.sit('town')
    await town.open(`/fundings/${commitment!.id}`)
    await town.take(pays('RECONCILE'), { received: '12000' })
    expect(await town.status()).toContain('已对账')

    const query = `{ dutyListVersions(filter: { at: "310113000000", type: [TOWN_COOPERATE], status: [COMPILING] }) { edges { node { id version } } } }`
    const { edges } = await floor.api<{ edges: { node: Known }[] }>('district', query, {})
    const step = (who: string, { id: list, version }: Known, field: string, more: string) =>
      floor.api<Known>(who, `mutation ($id: ID!, $v: Int!) { ${field}(id: $id, expectedVersion: $v, ${more}) { id version } }`, {
        id: list,
        v: version,
      })
    const solicited = await step('district', edges[0]!.node, 'actOnDutyListVersion', 'action: SOLICIT')
    floor.tick(8)
    const settled = await step('joint', solicited, 'actOnDutyListVersion', 'action: DELIBERATE, reason: "同意。"')
    const day = floor.day(16)
    await step('district', settled, 'publishDutyListVersion', `documentNumber: "示例民〔2026〕88号", effectiveOn: "${day}"`)
    floor.tick(17)
    await floor.w.sweep()
    await department.open(`/admissions/${id}`)
    expect(await department.status(), 'its first day has not come').toContain('准予准入')
    floor.tick(50)
    await floor.w.sweep()
    await department.open(`/admissions/${id}`)
    expect(await department.status()).toContain('施行中')
    await floor.look(department, 'admission-in-force')
    await department.open('/duty-calendar')
    await floor.look(department, 'duty-calendar')
  })

  test('met nothing on the way that axe calls serious', () => expect(floor.serious).toEqual([]))
})
