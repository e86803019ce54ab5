// Officers at the desk of issues, in a real Chromium: what is shown before one is raised, how its author is named, a photo
// that says nothing of its place, who is at work (participation.md W3, P3, O7), and two issues that become one.
import { existsSync } from 'node:fs'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COMMITTEE, issueDoes, openFloor, type Floor, type Known } from './floor.ts'

const CHROMIUM = process.env['CHROMIUM'] || '/usr/bin/chromium'
const HERE = existsSync(CHROMIUM)
if (!HERE) console.warn(`No Chromium at ${CHROMIUM}: the issues in the browser are skipped.`)

describe.runIf(HERE)('issues at the desk', { timeout: 240_000 }, () => {
  let floor: Floor
  beforeAll(async () => {
    floor = await openFloor(CHROMIUM)
  })
  afterAll(() => floor?.close())

  /** A submitted issue of a resident. */
  const raise = async (as: 'resident' | 'neighbour', title: string, naming: string): Promise<Known> => {
    const input = { division: COMMITTEE, title, body: '六号楼门口的路面破损，老人容易绊倒，希望修补。', naming }
    const draft = await floor.api<Known>(as, 'mutation ($i: IssueInput!) { createIssue(input: $i) { id version } }', { i: input })
    const submit =
      'mutation ($id: ID!, $v: Int!) { actOnIssue(id: $id, action: SUBMIT, expectedVersion: $v) { id version status } }'
    return floor.api<Known>(as, submit, { id: draft.id, v: draft.version })
  }
  let first: Known
  let second: Known

  test('P3 an unnamed author is unnamed to officers too, and the page says what that means', async () => {
    first = await raise('resident', '六号楼门口路面破损', 'ANONYMOUS')
    second = await raise('neighbour', '六号楼门口路面修补', 'OFFICERS')
    const secretary = await floor.sit('secretary')
    await secretary.open(`/issues/${first.id}`)
    await secretary.page.getByText('居民和居委会都看不到提出人是谁。').waitFor()
    expect(await secretary.page.locator('main').innerText()).not.toContain('示例居民甲')
    await secretary.open(`/issues/${second.id}`)
    await secretary.page.getByText('居委会知道提出人是谁，其他居民看不到。').waitFor()
    await floor.look(secretary, 'issue-named')
  })

  test('similar issues stand under the title before another is raised', async () => {
    const member = await floor.sit('member')
    await member.open('/issues?add=yes')
    await member.page.locator('#field-title').fill('六号楼门口的路面破损了')
    const similar = member.page.locator('.similar a')
    await similar.first().waitFor()
    expect(await similar.allInnerTexts()).toEqual(expect.arrayContaining(['六号楼门口路面破损', '六号楼门口路面修补']))
    await floor.look(member, 'issue-similar')
  })

  test('O7 a photo is handed in, shown, and hidden with a reason', async () => {
    const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#567' } })
      .jpeg()
      .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 24/1 30/1' } })
      .toBuffer()
    const member = await floor.sit('member')
    await member.open(`/issues/${first.id}`)
    await member.page.locator('#issue-file').setInputFiles({ name: '路面.jpg', mimeType: 'image/jpeg', buffer: photo })
    const picture = member.page.locator('.files img')
    await picture.waitFor()
    const bytes = await member.page.evaluate(
      async (src) => [...new Uint8Array(await (await fetch(src)).arrayBuffer())],
      (await picture.getAttribute('src'))!,
    )
    expect((await sharp(Buffer.from(bytes)).metadata()).exif).toBeUndefined()
    await member.press('隐藏附件 路面.jpg')
    await member.fill({ reason: '拍到了他人。' })
    await member.submit()
    await member.page.getByText('已隐藏：拍到了他人。').waitFor()
    await floor.look(member, 'issue-files')
  })

  test('W3 a colleague sees who is at work, takes over, and the other is told when saving', async () => {
    const secretary = await floor.sit('secretary')
    await secretary.open(`/issues/${second.id}`)
    await secretary.press(issueDoes('REPLY'))
    await secretary.page.locator('#field-reply').waitFor()
    const member = await floor.sit('member')
    const held = member.page.getByText('示例书记正在办理')
    const holder = async () => (await floor.read<{ held: { by: string } | null }>('issue', second.id, 'held { by }')).held?.by
    await expect.poll(holder, { timeout: 30_000 }).toBe('示例书记')
    await member.open(`/issues/${second.id}`)
    await held.waitFor()
    await floor.look(member, 'issue-held')
    await member.press('接手办理')
    await member.press('接手办理')
    await held.waitFor({ state: 'hidden' })
    await member.page.getByText('原办理人').waitFor()
    await secretary.page.locator('#field-reply').fill('已收到，尽快答复。')
    await secretary.page.locator('.el-drawer:visible button[type=submit]').click()
    await secretary.page.getByText('接手办理').first().waitFor()
    expect((await floor.read('issue', second.id)).status).toBe('SUBMITTED')
  })

  test('two issues become one: proposed, agreed to by both authors, and what is said leads on', async () => {
    const secretary = await floor.sit('secretary')
    await secretary.open(`/issues/${second.id}`)
    await secretary.press(issueDoes('PROPOSE_MERGE'))
    const into = secretary.page.locator('#field-into')
    await into.waitFor()
    await into.pressSequentially('路面破损')
    await secretary.page
      .getByRole('option', { name: /六号楼门口路面破损/ })
      .first()
      .click()
    await secretary.page.locator('#field-reason').fill('同一处路面。')
    await secretary.submit()
    await secretary.page.getByText('拟合并到另一件议题').waitFor()
    await floor.look(secretary, 'issue-merging')
    for (const as of ['neighbour', 'resident'] as const) {
      const { version } = await floor.read('issue', second.id)
      const agree =
        'mutation ($id: ID!, $v: Int!) { actOnIssue(id: $id, action: AGREE_MERGE, expectedVersion: $v) { id version status } }'
      await floor.api<Known>(as, agree, { id: second.id, v: version })
    }
    expect((await floor.read('issue', second.id)).status).toBe('MERGED')
    await floor.api('neighbour', 'mutation ($id: ID!) { commentOnIssue(issue: $id, body: "请先围起来。") { id } }', {
      id: second.id,
    })
    await secretary.open(`/issues/${first.id}`)
    await secretary.page.getByText('由下列议题合并而来').waitFor()
    await secretary.page.getByText('来自已合并的议题“六号楼门口路面修补”').waitFor()
    await floor.look(secretary, 'issue-merged')
  })

  test('axe finds nothing serious', () => expect(floor.serious).toEqual([]))
})
