// What a call for grants is walked with: who takes part, what its pages and the API are asked, and where it has come to.
import { expect } from 'vitest'
import { grantAgreementMachine } from '../../subgraphs/organizations/grantAgreement.machine.ts'
import { grantApplicationMachine } from '../../subgraphs/organizations/grantApplication.machine.ts'
import { grantInstalmentMachine } from '../../subgraphs/organizations/grantInstalment.machine.ts'
import { grantObjectionMachine } from '../../subgraphs/organizations/grantObjection.machine.ts'
import { grantAssignmentMachine } from '../../subgraphs/organizations/grantReview.machine.ts'
import { grantReviewerMachine } from '../../subgraphs/organizations/grantReviewer.machine.ts'
import { microGrantRoundMachine } from '../../subgraphs/organizations/grantRound.machine.ts'
import { M } from '../organizations/grants.asked.ts'
import { openFloor, type Floor, type Known } from './floor.ts'
import type { Seat } from './seat.ts'

export const roundDoes = (a: keyof typeof microGrantRoundMachine.actions) => microGrantRoundMachine.actions[a].label.zh
export const applicationDoes = (a: keyof typeof grantApplicationMachine.actions) => grantApplicationMachine.actions[a].label.zh
export const reviewDoes = (a: keyof typeof grantAssignmentMachine.actions) => grantAssignmentMachine.actions[a].label.zh
export const reviewerDoes = (a: keyof typeof grantReviewerMachine.actions) => grantReviewerMachine.actions[a].label.zh
export const agreementDoes = (a: keyof typeof grantAgreementMachine.actions) => grantAgreementMachine.actions[a].label.zh
export const instalmentDoes = (a: keyof typeof grantInstalmentMachine.actions) => grantInstalmentMachine.actions[a].label.zh
export const objectionDoes = (a: keyof typeof grantObjectionMachine.actions) => grantObjectionMachine.actions[a].label.zh

export const CALL = '示例公益微创投第二批'
export const EXPERTS = ['expert', 'expert2', 'expert3', 'expert4'] as const
export const PROJECT = { ngo: '示例独居老人助餐结对', ngo2: '示例青少年暑期陪伴' } as const
export type Party = keyof typeof PROJECT
export const PARTS = ['need', 'plan', 'team', 'result'] as const
/** What every reviewer gives, criterion by criterion: the same mean, and more for the first criterion in the one. */
export const POINTS: Record<Party, readonly number[]> = { ngo: [9, 7, 8, 8], ngo2: [7, 9, 8, 8] }

/** A call to be walked; its floor is opened first. */
export const newCall = () => {
  const at = async (who: string, path: string): Promise<Seat> => {
    const seat = await c.floor.sit(who)
    await seat.open(path)
    return seat
  }
  const run = <T = Known>(who: string, query: string, variables: object) =>
    c.floor.api<T>(who, query, variables as Record<string, unknown>)
  const read = <T = Known>(who: string, of: string, id: string, fields = 'id version status') =>
    run<T>(who, `query ($id: ID!) { it: ${of}(id: $id) { ${fields} } }`, { id })
  const statusOf = (of: string, id: string) => async () => (await read('district', of, id)).status
  const stands = async (of: string, id: string, status: string) => {
    await expect.poll(statusOf(of, id), { timeout: 30_000 }).toBe(status)
  }
  /** Takes a step of a record through the API. */
  const step = async (who: string, of: string, mutation: string, id: string, action: string, more: object = {}) => {
    const { version } = await read(who, of, id)
    return run(who, mutation, { id, version, action, ...more })
  }
  /** Types into a field of the page. */
  const type = async (seat: Seat, name: string, words: string) => {
    const field = seat.page.locator(`main [id="field-${name}"]`).or(seat.page.locator('main').getByLabel(name, { exact: true }))
    await seat.reach(field)
    await seat.page.keyboard.press('Control+A')
    await seat.page.keyboard.insertText(words)
    if (await field.evaluate((el) => el.closest('.el-date-editor') !== null)) await seat.page.keyboard.press('Enter')
  }
  /** Picks the first of a list that drops down. */
  const pickFirst = async (seat: Seat, field: string) => {
    await seat.reach(seat.page.locator(`#field-${field}`))
    await seat.page.keyboard.press('Enter')
    await seat.page.locator('.el-select-dropdown:visible [role=option]').first().waitFor()
    await seat.page.keyboard.press('ArrowDown')
    await seat.page.keyboard.press('Enter')
    await seat.page.locator('.el-select-dropdown:visible').waitFor({ state: 'hidden' })
  }
  const todos = async (who: string) =>
    (
      await run<{ edges: { node: { title: string; stream: string } }[] }>(
        who,
        `{ it: todos(filter: { types: ["GrantAssignment"] }) { edges { node { title stream } } } }`,
        {},
      )
    ).edges.map(({ node }) => node.title)
  const waiting = async () => (await Promise.all(EXPERTS.map(todos))).flat().length
  const sweep = () => c.floor.w.sweep()

  const instalment = async (who: Party, n: number) =>
    (
      await read<{ instalments: (Known & { number: number })[] }>(
        'district',
        'grantAgreement',
        c.agreement[who],
        'instalments { id version status number }',
      )
    ).instalments.find(({ number }) => number === n)!
  /** Asked for, checked, approved and paid through the API. */
  const pay = async (who: Party, n: number) => {
    const { id } = await instalment(who, n)
    await step(who, 'grantInstalment', M.actInstalment, id, 'REQUEST')
    await step('district', 'grantInstalment', M.actInstalment, id, 'CHECK')
    const { version } = await step('district2', 'grantInstalment', M.actInstalment, id, 'APPROVE')
    await run('finance', M.pay, { id, version, voucher: `示例凭证${who}${n}`, paidOn: c.floor.day(0) })
  }
  const c = {
    floor: null as unknown as Floor,
    round: '',
    application: {} as Record<Party, string>,
    agreement: {} as Record<Party, string>,
    open: async (chromium: string) => void (c.floor = await openFloor(chromium)),
    at,
    run,
    read,
    stands,
    step,
    type,
    pickFirst,
    todos,
    waiting,
    sweep,
    instalment,
    pay,
  }
  return c
}

export type Call = ReturnType<typeof newCall>
