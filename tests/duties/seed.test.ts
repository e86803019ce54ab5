// The demo's lists: the size of Taicang's first ones, every item on a real article, and a year before to compare with.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anonymous, stage, type Stage } from '../support/platform.ts'
import { seed } from '../../subgraphs/duties/seed.ts'
import { actorOf, DISTRICT, DIVISION, TOWN } from './actors.ts'

let s: Stage
beforeAll(async () => {
  s = await stage(['duties'], new Date('2026-06-15T01:00:00Z'))
  await s.subgraphs['duties']!.asSystem(seed)
})
afterAll(() => s.stop())

interface Listed {
  id: string
  year: number
  status: string
  list: { type: string }
  items: {
    code: string
    status: string
    isInForce: boolean
    department: object | null
    origin: object | null
    bases: { isInForce: boolean }[]
  }[]
}

const lists = async (at: string): Promise<Listed[]> => {
  const query = `query ($at: ID!) { dutyListVersions(filter: { at: $at }) { edges { node { id year status list { type } items { code status isInForce department { id } origin { id } bases { isInForce } } } } } }`
  const { data, errors } = await s.ask<{ dutyListVersions: { edges: { node: Listed }[] } }>('duties', anonymous, query, { at })
  expect(errors).toEqual([])
  return data!.dutyListVersions.edges.map(({ node }) => node)
}
const inForce = async (at: string) =>
  Object.fromEntries((await lists(at)).filter(({ status }) => status === 'IN_FORCE').map(({ list, items }) => [list.type, items]))

test('the district has ten own and twenty-seven assisting matters in force, each on an article in force', async () => {
  const found = await inForce(DISTRICT)
  expect(Object.entries(found).map(([type, items]) => [type, items.length])).toEqual(
    expect.arrayContaining([
      ['SELF_GOVERNANCE', 10],
      ['ASSIST_GOVERNMENT', 27],
      ['CERTIFICATE', 4],
      ['NEGATIVE', 8],
    ]),
  )
  const all = Object.values(found).flat()
  expect(all.filter(({ status, isInForce }) => status === 'LISTED' && !isInForce)).toEqual([])
  expect(all.filter(({ bases }) => bases.length === 0 || bases.some((basis) => !basis.isInForce))).toEqual([])
  expect(found['ASSIST_GOVERNMENT']!.filter(({ department }) => !department)).toEqual([])
})

test('town and committee inherit them, and mark what they added', async () => {
  const local = (items: Listed['items']) => items.filter(({ origin }) => !origin).map(({ code }) => code)
  expect(local((await inForce(TOWN))['ASSIST_GOVERNMENT']!)).toEqual(['XZ-Z01'])
  const committee = await inForce(DIVISION)
  expect([committee['ASSIST_GOVERNMENT']!.length, committee['SELF_GOVERNANCE']!.length]).toEqual([28, 11])
  expect(local(committee['ASSIST_GOVERNMENT']!)).toEqual([])
  expect(local(committee['SELF_GOVERNANCE']!)).toEqual(['LZ-J01'])
})

test('this year’s lists differ from last year’s by what the revised law changed', async () => {
  const all = await lists(DISTRICT)
  const of = (type: string, status: string) => all.find((one) => one.list.type === type && one.status === status)!.id
  const query = `query ($before: ID!, $after: ID!) { dutyListDifference(before: $before, after: $after) { unchanged added { code } withdrawn { code } changed { after { code } changes { key } } } }`
  const difference = async (type: string) => {
    const asked = { before: of(type, 'SUPERSEDED'), after: of(type, 'IN_FORCE') }
    const { data } = await s.ask<{ dutyListDifference: Record<string, { code: string }[]> }>(
      'duties',
      actorOf('DISTRICT_CIVIL_AFFAIRS'),
      query,
      asked,
    )
    const { added, withdrawn, changed, unchanged } = data!.dutyListDifference
    return {
      added: added!.map(({ code }) => code),
      withdrawn: withdrawn!.map(({ code }) => code),
      changed: changed!.length,
      unchanged,
    }
  }
  expect(await difference('SELF_GOVERNANCE')).toEqual({
    added: ['LZ-03', 'LZ-04', 'LZ-08', 'LZ-10'],
    withdrawn: [],
    changed: 6,
    unchanged: 0,
  })
  expect(await difference('ASSIST_GOVERNMENT')).toEqual({
    added: ['XZ-24', 'XZ-25', 'XZ-26', 'XZ-27'],
    withdrawn: ['XZ-28'],
    changed: 6,
    unchanged: 17,
  })
})
