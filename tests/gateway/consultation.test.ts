// A real consultation (Bowling Green 2050, Pol.is, CC BY 4.0) taken over by the public command, and held against an independent count.
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importConsultation, rowsOf, type Imported } from '../../gateway/consultation.ts'
import { exampleResident } from '../../subgraphs/office/seed.ts'
import { world, type World } from '../support/world.ts'

const FOLDER = fileURLToPath(new URL('../../../shared/data/polis-bg2050/', import.meta.url))
const HERE = existsSync(`${FOLDER}votes.csv`)
if (!HERE) console.warn(`No consultation at ${FOLDER}: taking it over is skipped.`)

test('reads quoted fields, quotes in them, line ends in them and a mark at the beginning', () =>
  expect(rowsOf('\uFEFFa,b\r\n"1,""x""\n2",\n3,"4"\n')).toEqual([
    ['a', 'b'],
    ['1,"x"\n2', ''],
    ['3', '4'],
  ]))

interface Page {
  statements: {
    edges: { node: { number: number; body: string; answers: { agree: number; disagree: number; abstain: number } } }[]
    pageInfo: { hasNextPage: boolean; endCursor: string }
  }
}

describe.runIf(HERE)('fourteen thousand ballots', { timeout: 120_000 }, () => {
  let w: World
  let first: Imported
  beforeAll(async () => {
    w = await world()
  })
  afterAll(() => w?.stop())

  const take = async () =>
    importConsultation({
      url: w.url,
      token: await w.token('member'),
      folder: FOLDER,
      division: '310113109043',
      author: exampleResident(1),
    })

  test('P8: come in whole', async () => {
    first = await take()
    console.log(`${Math.round(first.ballots.read / first.seconds)} ballots a second`)
    expect(first).toMatchObject({ statements: { read: 371, added: 371 }, ballots: { read: 14_341, added: 14_341 } })
  })

  test('V3: the totals of every statement are those of an independent count, the latest ballot of a voter counting', async () => {
    // Nothing of the product is used here: the file's plain numbers, read line by line.
    const latest = new Map<string, [at: number, vote: string]>()
    for (const line of readFileSync(`${FOLDER}votes.csv`, 'utf8').trim().split('\n').slice(1)) {
      const [at, , statement, voter, vote] = line.split(',') as [string, string, string, string, string]
      const known = latest.get(`${statement}/${voter}`)
      if (!known || Number(at) > known[0]) latest.set(`${statement}/${voter}`, [Number(at), vote.trim()])
    }
    const expected = new Map<number, { agree: number; disagree: number; abstain: number }>()
    for (const [key, [, vote]] of latest) {
      const number = Number(key.split('/')[0])
      const sum = expected.get(number) ?? { agree: 0, disagree: 0, abstain: 0 }
      sum[vote === '1' ? 'agree' : vote === '-1' ? 'disagree' : 'abstain'] += 1
      expected.set(number, sum)
    }
    const found = new Map<number, object>()
    let after: string | null = null
    do {
      const { data, errors }: { data: Page; errors: unknown } = await w.ask<Page>(
        'query ($issue: ID!, $after: String) { statements(issue: $issue, first: 100, after: $after) { edges { node { number body answers { agree disagree abstain } } } pageInfo { hasNextPage endCursor } } }',
        { as: 'member', variables: { issue: first.issue, after } },
      )
      expect(errors).toEqual([])
      for (const { node } of data.statements.edges) found.set(node.number, node.answers)
      after = data.statements.pageInfo.hasNextPage ? data.statements.pageInfo.endCursor : null
    } while (after)
    expect(found.size).toBe(371)
    expect(
      [...found].filter(
        ([number, answers]) =>
          JSON.stringify(answers) !== JSON.stringify(expected.get(number) ?? { agree: 0, disagree: 0, abstain: 0 }),
      ),
    ).toEqual([])
    expect(latest.size).toBe(14_283)
  })

  test('importing it again changes nothing, and what moderation hid stays with the committee', async () => {
    const stands = async () =>
      (
        await w.ask<{ issue: object }>('query ($id: ID!) { issue(id: $id) { version status title events { id } } }', {
          as: 'secretary',
          variables: { id: first.issue },
        })
      ).data
    const before = await stands()
    expect(await take()).toMatchObject({ issue: first.issue, statements: { added: 0 }, ballots: { added: 0 } })
    expect(await stands()).toEqual(before)
    const seen = async (as: string) =>
      (
        await w.ask<{ statements: { totalCount: number } }>('query ($id: ID!) { statements(issue: $id) { totalCount } }', {
          as,
          variables: { id: first.issue },
        })
      ).data.statements.totalCount
    expect([await seen('member'), await seen('resident')]).toEqual([371, 316])
  })
})
