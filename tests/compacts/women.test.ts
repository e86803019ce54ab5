// The share of women among villagers' representatives: exactly a third is enough; it is counted when the roll is frozen, and said.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { onRollChanged } from '../../subgraphs/compacts/roll.messages.ts'
import { WOMEN_ROWS, womenShare, type WomenRule } from '../../subgraphs/compacts/women.rules.ts'
import { ruleAt } from '../../subgraphs/shared/rule.ts'
import { person } from '../support/platform.ts'
import { act, headOf, householdOf, inDays, M, openWorld, residentOf, type Step, type World } from './world.ts'

const VILLAGE = '310113109201'
const secretary = person('COMMITTEE_SECRETARY', VILLAGE)
let w: World
beforeAll(async () => void (w = await openWorld()))
afterAll(() => w.stop())

const rule = (day: string) => ruleAt<WomenRule>(WOMEN_ROWS, 'WOMEN_V2', new Date(`${day}T09:00:00+08:00`), VILLAGE).value

test('exactly a third is enough, one less is not, whatever the size; the law is that of the day', () => {
  expect([womenShare(rule('2026-03-02'), 3, 9).isReached, womenShare(rule('2026-03-02'), 2, 9).isReached]).toEqual([true, false])
  expect([womenShare(rule('2026-03-02'), 4, 10).isReached, womenShare(rule('2026-03-02'), 3, 10).isReached]).toEqual([
    true,
    false,
  ])
  expect(womenShare(rule('2026-03-02'), 0, 0).isReached).toBe(false)
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), (members) => {
      const { needed } = womenShare(rule('2026-03-02'), 0, members)
      expect(womenShare(rule('2026-03-02'), needed, members).isReached).toBe(true)
      expect(womenShare(rule('2026-03-02'), needed - 1, members).isReached).toBe(false)
    }),
  )
  expect(rule('2025-12-31').articles).toBe('第二十五条')
})

test('the frozen roll of a village says how many women it has and how many it should; a town’s says nothing of it', async () => {
  const entries = Array.from({ length: 20 }, (_, n) => ({
    resident: headOf(n + 700),
    version: 1,
    household: householdOf(n + 700),
    division: VILLAGE,
    adultSince: '2000-01-01',
    isHouseholdRepresentative: true,
    isRepresentative: n < 10,
    isWomanRepresentative: n < 3,
  }))
  await w.subgraphs['compacts']!.asSystem((ctx) => onRollChanged(ctx, [{ entries }]))
  const villager = residentOf(headOf(700), { grants: [{ role: 'RESIDENT', division: VILLAGE }] })
  const raised = await w.run(villager, M.createIssue, {
    input: { division: VILLAGE, title: '村口道路硬化', body: '村口道路坑洼不平，雨天积水，希望硬化。' },
  })
  const sent = await act(w, 'Issue', villager, raised, 'SUBMIT')
  let issue = await w.run<Step>(secretary, M.acceptIssue, {
    ...sent,
    input: { scope: 'SELF_GOVERNANCE', lead: '示例委员', needsAssembly: true },
  })
  const among = async (): Promise<unknown> => {
    const input = { type: 'REPRESENTATIVES', title: '村民代表会议', startsAt: inDays(w, 12), place: '村委会', agenda: ['硬化'] }
    const planned = await w.run<Step>(secretary, M.planMeeting, { ...issue, input })
    await act(w, 'Meeting', secretary, planned, 'NOTICE')
    issue = await w.run(secretary, 'query ($id: ID!) { issue(id: $id) { id version status } }', issue)
    const { electorate } = await w.run<{ electorate: { womenAmong: unknown } }>(
      secretary,
      'query ($id: ID!) { meeting(id: $id) { electorate { womenAmong { women members needed isReached basis } } } }',
      planned,
    )
    return electorate.womenAmong
  }
  const basis = '《村民委员会组织法》（2025年修正）第二十九条、第三十条'
  expect(await among()).toEqual({ women: 3, members: 10, needed: 4, isReached: false, basis })
  const another = { ...entries[3]!, version: 2, isWomanRepresentative: true }
  await w.subgraphs['compacts']!.asSystem((ctx) => onRollChanged(ctx, [another]))
  expect(await among()).toEqual({ women: 4, members: 10, needed: 4, isReached: true, basis })
})
