// A residents' meeting on its day, a vote in the app and on paper, and a lift for one door: officers at a real browser, by keyboard.
import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildingProjectMachine } from '../../subgraphs/compacts/building.machine.ts'
import { checkInCodeOf } from '../../subgraphs/compacts/checkIn.code.ts'
import { exampleResident } from '../../subgraphs/office/seed.ts'
import { TEST_SECRET } from '../support/platform.ts'
import { COMMITTEE, meetingDoes, openFloor, voteDoes, type Floor, type Known } from './floor.ts'
import type { Seat } from './seat.ts'

const CHROMIUM = process.env['CHROMIUM'] || '/usr/bin/chromium'
const HERE = existsSync(CHROMIUM)
if (!HERE) console.warn(`No Chromium at ${CHROMIUM}: the day of a meeting in the browser is skipped.`)

const lifts = (action: keyof typeof buildingProjectMachine.actions) => buildingProjectMachine.actions[action].label.zh
const PATIENT = { timeout: 30_000 }

describe.runIf(HERE)('a meeting that decides', { timeout: 300_000 }, () => {
  let floor: Floor
  let meeting: string
  let vote: string
  let lift: string

  beforeAll(async () => {
    floor = await openFloor(CHROMIUM)
  })
  afterAll(() => floor?.close())

  const check = async (resident: number) =>
    floor.api('member', 'mutation ($id: ID!, $resident: ID!) { checkIn(id: $id, resident: $resident) { id } }', {
      id: meeting,
      resident: exampleResident(resident),
    })
  /** Puts the focus on the line of a unit and presses its key. */
  const enter = async ({ page }: Seat, from: number, to: number, key: string) => {
    await page.locator('.entry .line').nth(from).focus()
    for (let n = from; n < to; n += 1) await page.keyboard.press(key)
  }
  const send = async (seat: Seat) => {
    await seat.press('提交录入')
    await expect.poll(() => seat.page.locator('[role=status].right').innerText(), PATIENT).toMatch(/提交了/)
  }

  test('is announced; its roll can be read and objected to', async () => {
    const { edges } = await floor.api<{ edges: { node: Known & { title: string } }[] }>(
      'secretary',
      '{ meetings(filter: { status: [NOTICED], type: [RESIDENTS] }) { edges { node { id title } } } }',
      {},
    )
    meeting = edges[0]!.node.id
    const secretary = await floor.sit('secretary')
    await secretary.open(`/meetings/${meeting}/roll`)
    await secretary.page.locator('tbody tr').first().waitFor()
    expect(await secretary.page.locator('tbody tr').count()).toBe(108)
    await floor.look(secretary, 'roll')
    await secretary.open(`/meetings/${meeting}`)
    await floor.look(secretary, 'meeting-noticed')
  })

  test('on its day the door takes codes, and the quorum is on the same page as the vote', async () => {
    floor.tick(8, 3)
    const chair = await floor.sit('chair')
    await chair.open(`/meetings/${meeting}/day`)
    await chair.take('主持人签到')
    await chair.take(meetingDoes('OPEN'))
    await chair.take('起草表决', {
      proposal: '同意西门开放到二十三点。',
      manner: '会上表决',
      opensAt: floor.typed(0),
      closesAt: floor.typed(0, 2),
    })
    for (let n = 1; n <= 54; n += 1) await check(n)
    const member = await floor.sit('member')
    await member.open(`/meetings/${meeting}/day`)
    await expect.poll(() => member.page.locator('.quorum').innerText(), PATIENT).toContain('未达到')
    await member.reach(member.page.locator('#field-code'))
    await member.page.keyboard.insertText(checkInCodeOf(TEST_SECRET, meeting, exampleResident(55)))
    await member.page.keyboard.press('Enter')
    await expect.poll(() => member.page.locator('[role=status].right').innerText(), PATIENT).toContain('55')
    await expect.poll(() => member.page.locator('.quorum').innerText(), PATIENT).toContain('已达到')
    await floor.look(member, 'day-quorum')
    await chair.open(`/meetings/${meeting}/day`)
    await chair.take(voteDoes('ARM'))
    await chair.take(voteDoes('OPEN'))
    await floor.look(chair, 'day-vote')
    const [drafted] = await floor.read<{ votes: Known[] }>('meeting', meeting, 'votes { id status }').then(({ votes }) => votes)
    expect(drafted!.status).toBe('OPEN')
    vote = drafted!.id
  })

  test('V8, V10: households vote in the app and on paper; two officers read the papers, and the page says what the server says', async () => {
    await floor.api('resident', 'mutation ($id: ID!) { castBallot(vote: $id, choice: AGREE) { id } }', { id: vote })
    const member = await floor.sit('member')
    await member.open(`/votes/${vote}/ballots`)
    await member.page.locator('.entry .line').nth(59).waitFor()
    await enter(member, 0, 50, '1')
    await enter(member, 50, 60, '2')
    await floor.look(member, 'ballot-entry')
    await send(member)
    const secretary = await floor.sit('secretary')
    await secretary.open(`/votes/${vote}/ballots`)
    await secretary.page.locator('.entry .line').nth(59).waitFor()
    await enter(secretary, 0, 50, '1')
    await enter(secretary, 50, 59, '2')
    await enter(secretary, 59, 60, '3')
    await send(secretary)
    await expect.poll(() => secretary.page.locator('[role=status].right').innerText(), PATIENT).toContain('以下 1 张')
    await enter(secretary, 59, 60, '2')
    await secretary.press('提交录入')
    await expect.poll(() => secretary.page.locator('[role=status].right').innerText(), PATIENT).toMatch(/提交了 1 张：1 张/)
    const { turnout } = await floor.read<{ turnout: number }>('vote', vote, 'turnout')
    await secretary.open(`/votes/${vote}`)
    await expect.poll(() => secretary.page.locator('.turnout').first().innerText(), PATIENT).toContain(`${turnout} /`)
    expect(turnout).toBeGreaterThanOrEqual(60)
  })

  test('is counted, counted again, certified and closed, and its minutes are printed with a correction', async () => {
    floor.tick(0, 3)
    await floor.w.sweep()
    const chair = await floor.sit('chair')
    await chair.open(`/votes/${vote}`)
    await chair.take('复核计票')
    await chair.take(voteDoes('SIGN_COUNT'))
    const supervision = await floor.sit('supervision')
    await supervision.open(`/votes/${vote}`)
    await supervision.take(voteDoes('CERTIFY'))
    await chair.open(`/meetings/${meeting}/day`)
    await chair.take(meetingDoes('CLOSE'))
    const member = await floor.sit('member')
    await member.open(`/meetings/${meeting}`)
    await member.take(meetingDoes('RECORD_MINUTES'), {
      minutes: '会议纪要（示例）。',
      outcome1: '已通报或已表决',
      result1: '表决通过。',
    })
    await supervision.open(`/meetings/${meeting}`)
    await supervision.take(meetingDoes('PUBLISH'))
    await member.open(`/meetings/${meeting}`)
    await member.take('补正纪要', { words: '到会户数以签到表为准。' })
    await member.open(`/meetings/${meeting}/minutes`)
    await member.page.locator('.paper', { hasText: '到会户数以签到表为准' }).waitFor()
    await floor.look(member, 'minutes')
    expect(await floor.read<{ carried: boolean }>('vote', vote, 'status result { carried }')).toMatchObject({
      status: 'CERTIFIED',
      result: { carried: true },
    })
  })

  test('a lift is begun, its owners entered and called, and every approval recorded', async () => {
    const secretary = await floor.sit('secretary')
    await secretary.open('/lifts')
    await floor.look(secretary, 'lifts')
    await secretary.press('新建项目')
    await secretary.page.locator('#field-issue').waitFor()
    const { edges } = await floor.api<{ edges: { node: { id: string; number: string; title: string } }[] }>(
      'secretary',
      `{ issues(filter: { division: "${COMMITTEE}", status: [DELIBERATING] }) { edges { node { id number title } } } }`,
      {},
    )
    const { number, title } = edges[0]!.node
    await secretary.fill({ issue: `${number} ${title}`, title: '四号门洞加装电梯', door: '示例路99弄4号' })
    await secretary.submit()
    await secretary.press('四号门洞加装电梯')
    await secretary.page.locator('main h1', { hasText: '四号门洞加装电梯' }).waitFor()
    await secretary.take(lifts('ASSESS'))
    await secretary.take('录入业主', { owners: '101室 88.56\n102室 70.1234\n201室 88.56\n202室 70' })
    await expect.poll(() => secretary.page.locator('main').innerText(), PATIENT).toContain('4 户，共 317.24 平方米')
    await secretary.take(lifts('SURVEY'), { reason: '场地和结构可行。' })
    await secretary.take('登记申报', { stage: '计划立项', department: '示例房屋管理部门', requiredSeals: '2' })
    await secretary.take('登记结果', { result: '同意', seals: '2', document: '示例文号' })
    await secretary.take(lifts('CONVENE'), { startsAt: floor.typed(16), place: '四号门洞前', agenda: ['是否加装电梯'] })
    await secretary.page.locator('main').getByRole('link', { name: '召集业主表决' }).waitFor()
    await floor.look(secretary, 'lift')
    await expect.poll(() => secretary.page.locator('main').innerText(), PATIENT).toContain('部门 1 个，印章 2 枚')
    lift = new URL(secretary.page.url()).pathname.replace('/admin', '')
  })

  test('its owners decide on paper, two officers read the ballots, and the count is certified', async () => {
    const { meetings } = await floor.read<{ meetings: Known[] }>('buildingProject', lift.split('/')[2]!, 'meetings { id }')
    const [{ id: called }] = meetings as [Known]
    const secretary = await floor.sit('secretary')
    await secretary.open(`/meetings/${called}`)
    await secretary.take(meetingDoes('NOTICE'))
    floor.tick(16, 1)
    const chair = await floor.sit('chair')
    await chair.open(`/meetings/${called}`)
    await chair.take('主持人签到')
    await chair.take(meetingDoes('OPEN'))
    await chair.take('起草表决', {
      proposal: '同意四号门洞加装电梯。',
      manner: '会后限期表决',
      opensAt: floor.typed(0),
      closesAt: floor.typed(2),
    })
    const { votes } = await floor.read<{ votes: Known[] }>('meeting', called, 'votes { id }')
    const [{ id: asked }] = votes as [Known]
    await chair.open(`/votes/${asked}`)
    await chair.take(voteDoes('ARM'))
    await chair.take(voteDoes('OPEN'))
    await secretary.open(`/votes/${asked}/papers`)
    await secretary.page.locator('.ballot', { hasText: '第 4 号' }).waitFor()
    expect(await secretary.page.locator('.ballot').count()).toBe(4)
    await floor.look(secretary, 'ballots')
    for (const who of ['member', 'secretary']) {
      const officer = await floor.sit(who)
      await officer.open(`/votes/${asked}/ballots`)
      await officer.page.locator('.entry .line').nth(3).waitFor()
      await enter(officer, 0, 3, '1')
      await enter(officer, 3, 4, '2')
      await send(officer)
    }
    floor.tick(2, 1)
    await floor.w.sweep()
    await chair.open(`/votes/${asked}`)
    await chair.take(voteDoes('SIGN_COUNT'))
    const supervision = await floor.sit('supervision')
    await supervision.open(`/votes/${asked}`)
    await supervision.take(voteDoes('CERTIFY'))
    expect(await floor.read('buildingProject', lift.split('/')[2]!, 'status')).toMatchObject({ status: 'AGREEMENT' })
  })

  test('the agreement is posted on paper and online, every department seals, and the lift runs', async () => {
    const secretary = await floor.sit('secretary')
    await secretary.open(lift)
    await secretary.take(lifts('AGREE'), { agreement: '按楼层分摊，示例物业管理。', cost: '650000' })
    await secretary.take(lifts('PUBLICISE'))
    await secretary.open(`${lift}/sheet`)
    await secretary.page.locator('.sheet', { hasText: '本门栋业主 4 位，参与表决 4 位，同意 3 位' }).waitFor()
    await floor.look(secretary, 'lift-sheet')
    floor.tick(11)
    await secretary.open(lift)
    await secretary.take(lifts('FILE_PLAN'))
    await secretary.take(lifts('SEEK_PLANNING'))
    const approve = async (stage: string, next: keyof typeof buildingProjectMachine.actions) => {
      await secretary.take('登记申报', { stage, department: `示例部门（${stage}）`, requiredSeals: '1' })
      await secretary.take('登记结果', { result: '同意', seals: '1', document: '示例文号' })
      await secretary.take(lifts(next))
    }
    await approve('规划审批', 'PROVE_STRUCTURE')
    await approve('房屋安全性论证', 'SEEK_PERMIT')
    await approve('施工许可', 'BUILD')
    await secretary.take(lifts('INSPECT'))
    await approve('电梯监检和使用登记', 'ACCEPT')
    await approve('竣工验收', 'OPERATE')
    await floor.look(secretary, 'lift-running')
    expect(
      await floor.read('buildingProject', lift.split('/')[2]!, 'status effort { departments seals meetings }'),
    ).toMatchObject({ status: 'OPERATING', effort: { departments: 6, seals: 7, meetings: 1 } })
  })

  test('axe found nothing serious on any of these pages', () => expect(floor.serious).toEqual([]))
})
