// How the applications of a call are reviewed: drawn, with a tie declared, scored blind.
import { expect, test } from 'vitest'
import { M } from '../organizations/grants.asked.ts'
import { reviewDoes, reviewerDoes, roundDoes, CALL, EXPERTS, POINTS, type Call } from './call.ts'
import type { Known } from './floor.ts'

export const review = (c: Call): void => {
  test('has its reviewers drawn; each finds what waits for them on their desk', async () => {
    const expert = await c.at('expert', '/grant-reviews')
    await expert.press('申请加入专家库')
    await expert.fill({ employer: '示例高校社会工作系', fields: '扶老助老' })
    await expert.page.keyboard.press('Escape')
    await expert.submit()
    for (const who of EXPERTS.slice(1))
      await c.run(who, M.asReviewer, {
        input: { division: '310113000000', employer: '示例研究所', fields: ['ELDERLY', 'YOUTH'] },
      })
    const district = await c.at('district', '/grant-reviewers')
    await c.floor.look(district, 'reviewers-pool')
    await district.take(reviewerDoes('ADMIT'))
    const pool = await c.run<{ edges: { node: Known }[] }>(
      'district',
      `{ it: grantReviewers(filter: { status: [APPLIED] }) { edges { node { id version status } } } }`,
      {},
    )
    expect(pool.edges).toHaveLength(3)
    for (const { node } of pool.edges) await c.run('district', M.actReviewer, { ...node, action: 'ADMIT' })
    await district.open(`/grant-rounds/${c.round}`)
    await district.take(roundDoes('REVIEW'))
    await district.open(`/grant-rounds/${c.round}`)
    await district.take(roundDoes('DRAW'), { seed: '公开摇号 20260703' })
    await district.open(`/grant-rounds/${c.round}`)
    await c.floor.look(district, 'drawn')
    await expect.poll(c.waiting, { timeout: 30_000 }).toBe(6)
  })

  test('a reviewer who declares a tie is out at once: no file, no to-do; another is assigned by name', async () => {
    const drawn = new Map<string, readonly string[]>()
    for (const who of EXPERTS) drawn.set(who, await c.todos(who))
    const tied = EXPERTS.find((who) => drawn.get(who)!.length === 2)!
    const mine = await c.run<{ edges: { node: Known & { number: number } }[] }>(
      tied,
      `{ it: grantAssignments(filter: { mine: true }) { edges { node { id version status number } } } }`,
      {},
    )
    const expert = await c.at(tied, '/')
    await expert.page.getByText(`${CALL}（1号）`).first().waitFor()
    await c.floor.look(expert, 'expert-desk')
    await expert.open('/grant-reviews')
    await expert.press('申明利害关系')
    const { page } = expert
    await expert.reach(page.locator('#field-organization'))
    await page.keyboard.insertText('暖阳')
    await page.getByRole('option', { name: /暖阳/ }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expert.fill({ kind: '项目辅导' })
    await c.floor.look(expert, 'tie-form')
    await expert.submit()
    await expect.poll(() => c.todos(tied), { timeout: 30_000 }).toHaveLength(1)
    expect(await c.waiting()).toBe(5)
    const left = await c.todos(tied)
    const gone = mine.edges.find(({ node }) => !left[0]!.includes(`（${node.number}号）`))!.node
    await expert.open('/grant-reviews')
    await c.floor.look(expert, 'reviews-left')
    await page.goto(`${c.floor.w.url}/admin/grant-reviews/${gone.id}`)
    await page.getByText('没有这项评审任务，或评审已经结束。').waitFor()
    await c.floor.look(expert, 'recused')

    const district = await c.at('district', `/grant-applications/${c.application.ngo}`)
    await c.floor.look(district, 'short-of-reviewers')
    await district.press('指派专家')
    const option = district.page.locator('.el-select-dropdown:visible [role=option]')
    await district.reach(district.page.locator('#field-reviewers'))
    await district.page.keyboard.press('Enter')
    await option.first().waitFor()
    expect(await option.count(), 'whoever was assigned before is not offered').toBe(1)
    await district.page.keyboard.press('ArrowDown')
    await district.page.keyboard.press('Enter')
    await district.page.keyboard.press('Escape')
    await district.submit()
    await expect.poll(c.waiting, { timeout: 30_000 }).toBe(6)
  })

  test('is scored blind, by digits, each alone', async () => {
    const ours = await c.run<{ edges: { node: { number: number; id: string } }[] }>(
      'district',
      `query ($round: ID!) { it: grantApplications(filter: { round: $round }) { edges { node { id number } } } }`,
      { round: c.round },
    )
    const partyOf = new Map(ours.edges.map(({ node }) => [node.number, node.id === c.application.ngo ? 'ngo' : 'ngo2'] as const))
    let isFirst = true
    for (const who of EXPERTS) {
      const mine = await c.run<{ edges: { node: Known & { number: number } }[] }>(
        who,
        `{ it: grantAssignments(filter: { mine: true }) { edges { node { id version status number } } } }`,
        {},
      )
      for (const { node } of mine.edges) {
        const given = POINTS[partyOf.get(node.number)!]
        if (isFirst) {
          isFirst = false
          const expert = await c.at(who, `/grant-reviews/${node.id}`)
          await expert.page.getByText('材料未开放').waitFor()
          await c.floor.look(expert, 'file-closed')
          await expert.take(reviewDoes('DECLARE_CLEAR'))
          await expert.page.getByText('匿名评审，不显示').waitFor()
          expect(await expert.page.locator('main').innerText(), 'who applies is not told').not.toMatch(/暖阳|启航/)
          await expert.reach(expert.page.locator('input.points').first())
          for (const points of given) {
            await expert.page.keyboard.type(String(points))
            await expert.page.keyboard.press('Enter')
          }
          await expert.page.getByText('已保存').waitFor()
          await expert.page.locator('.score-sheet header', { hasText: '80.00' }).waitFor()
          await c.floor.look(expert, 'scoring')
          await expert.take(reviewDoes('SUBMIT'))
          await expect.poll(() => c.todos(who), { timeout: 30_000 }).toHaveLength(mine.edges.length - 1)
          continue
        }
        await c.step(who, 'grantAssignment', M.actAssignment, node.id, 'DECLARE_CLEAR')
        const { version } = await c.read(who, 'grantAssignment', node.id)
        const keys = (await c.read<{ criteria: { key: string }[] }>(who, 'grantAssignment', node.id, 'criteria { key }')).criteria
        const scores = keys.map(({ key }, i) => ({ criterion: key, points: given[i], reason: null }))
        const revision = partyOf.get(node.number) === 'ngo' ? 2 : 1
        await c.run(who, M.sheet, { id: node.id, version, input: { revision, scores, comment: '方案可行。' } })
        await c.step(who, 'grantAssignment', M.actAssignment, node.id, 'SUBMIT')
      }
    }
    for (const who of EXPERTS) await expect.poll(() => c.todos(who), { timeout: 30_000 }).toEqual([])
  })
}
