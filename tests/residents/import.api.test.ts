import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyAudit } from '../../gateway/audit.ts'
import { readSheet } from '../../subgraphs/residents/sheet.ts'
import { anonymous, person, stage, type Stage } from '../support/platform.ts'
import { book, FIELDS, idNumber, importer, row, type Run } from './importer.ts'

const HOME = '310113109058'
const NEXT = '310113109059'
const secretary = person('COMMITTEE_SECRETARY', HOME, { locale: 'zh' })
const nextSecretary = person('COMMITTEE_SECRETARY', NEXT)

let s: Stage
beforeAll(async () => {
  s = await stage(['residents', 'compacts'])
})
afterAll(() => s.stop())

const { ask, settled, act, upload, check, run } = importer(() => s)
const count = async (where: string) => Number((await s.sql<{ n: string }>(`select count(*) as n from ${where}`))[0]!.n)

describe('ten thousand rows', () => {
  const rows = Array.from({ length: 10_000 }, (_, n) => row(n))
  let file: Buffer

  test('are checked without writing anything, then entered, and show how far they are', async () => {
    file = await book(rows)
    const checked = await check(secretary, HOME, file)
    expect(checked).toMatchObject({ status: 'CHECKED', rows: 10_000, valid: 10_000, invalid: 0, created: 0 })
    expect(await count('residents.resident')).toBe(0)
    await act(secretary, checked, 'RUN')
    const progress = new Set<number>()
    const done = await settled(secretary, checked.id, ({ done }) => progress.add(done))
    expect(done).toMatchObject({ status: 'DONE', done: 10_000, created: 10_000, updated: 0, unchanged: 0, invalid: 0 })
    expect(progress.size).toBeGreaterThan(2)
    expect([
      await count('residents.resident'),
      await count('residents.household'),
      await count('residents.dwelling'),
      await count('residents.person_key'),
    ]).toEqual([10_000, 3_334, 3_334, 10_000])
    expect(await count('residents.household where representative_id is not null')).toBe(3_334)
  })

  test('reach the roll of the meetings without a name or a number', async () => {
    for (let tries = 0; tries < 200 && (await count('compacts.roll_entry')) < 10_000; tries++)
      await new Promise((done) => setTimeout(done, 100))
    const [roll] = await s.sql(
      `select count(*)::int as people, count(distinct household)::int as households, sum(is_household_representative::int)::int as heads, min(adult_since)::text as since, bool_or(has_left) as left from compacts.roll_entry where division = $1`,
      [HOME],
    )
    expect(roll).toEqual({ people: 10_000, households: 3_334, heads: 3_334, since: '1968-01-01', left: false })
    expect(await count(`jobs.job where data::text like '%王示%' or data::text like '%310199%'`)).toBe(0)
  })

  test('P8: handed over a second time change nothing', async () => {
    const before = await s.sql(`select sum(version) as v, count(*) as n, max(id::text) as last from residents.resident`)
    const events = await count(`residents.event where type <> 'ImportRun'`)
    const again = await run(secretary, HOME, file)
    expect(again).toMatchObject({ status: 'DONE', created: 0, updated: 0, unchanged: 10_000, invalid: 0 })
    expect(await s.sql(`select sum(version) as v, count(*) as n, max(id::text) as last from residents.resident`)).toEqual(before)
    expect(await count(`residents.event where type <> 'ImportRun'`)).toBe(events)
  })

  test('leave nothing readable behind, and their rows are deleted after a week', async () => {
    expect(await count(`residents.import_row where sealed like '%王示%'`)).toBe(0)
    expect(await count('residents.import_part')).toBe(0)
    expect(await count('residents.import_row')).toBeGreaterThan(10_000)
    const now = s.clock.now
    s.clock.now = new Date(now.getTime() + 9 * 86_400_000)
    await s.subgraphs['residents']!.sweep()
    s.clock.now = now
    expect(await count('residents.import_row')).toBe(0)
    expect(await count('residents.import_run')).toBe(2)
  })
})

describe('a file with mistakes', () => {
  test('P8: is told row by row and cell by cell; the valid rows go in, the others come back with their reasons', async () => {
    const bad = row(20_001, 90).with(2, '310199198802290028').with(5, '暂住')
    const file = await book([row(20_000, 90), bad, [], row(20_000, 90), row(20_002, 90)])
    const checked = await check(secretary, HOME, file)
    expect(checked).toMatchObject({ rows: 4, valid: 2, invalid: 2 })
    const { data } = await ask<{ importRun: { errors: object[] } }>(
      secretary,
      `query ($id: ID!) { importRun(id: $id) { errors { line errors { column reason } } } }`,
      { id: checked.id },
    )
    expect(data!.importRun.errors).toEqual([
      {
        line: 3,
        errors: [
          { column: '证件号码', reason: '身份证号校验码不符，请核对。' },
          { column: '居住类型', reason: '只能填：户籍、常住、来沪人员' },
        ],
      },
      { line: 5, errors: [{ column: '证件号码', reason: '与第2行重复' }] },
    ])
    const inEnglish = await ask<{ importRun: { errors: { errors: { reason: string }[] }[] } }>(
      person('COMMITTEE_MEMBER', HOME),
      `query ($id: ID!) { importRun(id: $id) { errors(after: 3) { errors { reason } } } }`,
      { id: checked.id },
    )
    expect(inEnglish.data!.importRun.errors).toEqual([{ errors: [{ reason: 'Repeats line 2' }] }])
    await act(secretary, checked, 'RUN')
    expect(await settled(secretary, checked.id)).toMatchObject({ status: 'DONE', created: 2, invalid: 2 })
    const { data: book2 } = await ask<{ importErrors: { fileName: string; content: string } }>(
      secretary,
      `query ($id: ID!) { importErrors(id: $id) { fileName content } }`,
      { id: checked.id },
    )
    expect(book2!.importErrors.fileName).toBe('居民-错误.xlsx')
    const back = await readSheet(Buffer.from(book2!.importErrors.content, 'base64'))
    expect(back.headings.at(-1)).toBe('错误原因')
    expect(back.rows.map((r) => r.values)).toEqual([
      [...bad, '证件号码：身份证号校验码不符，请核对；居住类型：只能填：户籍、常住、来沪人员'],
      [...row(20_000, 90), '证件号码：与第2行重复'],
    ])
  })

  test('that no row of can be used cannot be run, and one that is no spreadsheet says so', async () => {
    const nothing = await check(secretary, HOME, await book([row(1).with(0, '')]))
    expect((await act(secretary, nothing, 'RUN')).code).toBe('REFUSED')
    const noSheet = await check(secretary, HOME, Buffer.from('这不是表格'))
    expect(noSheet).toMatchObject({ status: 'UNREADABLE', problem: expect.stringContaining('缺少列：姓名') })
  })

  test('whose headings differ is matched column by column, and its mistakes are told by its own headings', async () => {
    const own = ['居民姓名', '身份证号', '联系电话', '情况', '关系', '住址', '房间']
    const line = (n: number) => {
      const [name, , id, , phone, residence, relation, address, room] = row(n)
      return [name, id, phone, residence, relation, address, room] as string[]
    }
    const bad = line(30_001).with(1, '11010119800101001X')
    const run = await check(secretary, HOME, await book([line(30_000), bad], own))
    expect(run).toMatchObject({ status: 'MAPPING', problem: null })
    const SEEN =
      'query ($id: ID!) { importRun(id: $id) { headings columns { name required heading } errors { line errors { column } } } }'
    const seen = async () =>
      (
        await ask<{ importRun: { headings: string[]; columns: { name: string; heading: string | null }[]; errors: object[] } }>(
          secretary,
          SEEN,
          { id: run.id },
        )
      ).data!.importRun
    const { headings, columns } = await seen()
    expect(headings).toEqual(own)
    const likely = Object.fromEntries(columns.flatMap(({ name, heading }) => (heading ? [[name, heading]] : [])))
    expect(likely).toEqual({ 姓名: '居民姓名', 证件号码: '身份证号', 手机号码: '联系电话', 与户主关系: '关系', 楼栋地址: '住址' })
    const MATCH =
      'mutation ($id: ID!, $v: Int!, $c: [MatchedColumn!]!) { matchImportColumns(id: $id, expectedVersion: $v, columns: $c) { id version status } }'
    const match = (matched: Record<string, string>, actor = secretary) =>
      ask<{ matchImportColumns: Run }>(actor, MATCH, {
        id: run.id,
        v: run.version,
        c: Object.entries(matched).map(([name, heading]) => ({ name, heading })),
      })
    expect((await act(secretary, run, 'MATCH_COLUMNS')).code).toBe('REFUSED')
    expect((await match(likely)).errors[0]?.message).toBe('请对应这些列：居住类型、室号。')
    const whole = { ...likely, 居住类型: '情况', 室号: '房间' }
    expect((await match({ ...whole, 室号: '情况' })).errors[0]?.message).toBe('“情况”对应了两列。')
    expect((await match({ ...whole, 室号: '别的' })).errors[0]?.code).toBe('BAD_USER_INPUT')
    expect((await match(whole, nextSecretary)).errors[0]?.code).toBe('NOT_FOUND')
    expect((await match(whole)).errors).toEqual([])
    expect(await settled(secretary, run.id)).toMatchObject({ status: 'CHECKED', rows: 2, valid: 1, invalid: 1 })
    expect((await seen()).errors).toEqual([{ line: 3, errors: [{ column: '身份证号' }] }])
  })

  test('cannot be checked before all of it has come', async () => {
    const { data } = await ask<{ createImportRun: Run }>(
      secretary,
      `mutation { createImportRun(input: { division: "${HOME}", fileName: "x", parts: 2 }) { ${FIELDS} } }`,
    )
    expect((await act(secretary, data!.createImportRun, 'CHECK')).code).toBe('REFUSED')
  })
})

describe('people who are known', () => {
  test('are brought up to date, keep their phone when the file has none, and tell which fields changed, not their values', async () => {
    const changed = row(5).with(0, '李示新').with(4, '').with(5, '常住')
    expect(await run(secretary, HOME, await book([changed]))).toMatchObject({ created: 0, updated: 1 })
    const { data } = await ask<{
      residents: { edges: { node: { name: string; phone: string; version: number; events: { action: string }[] } }[] }
    }>(
      secretary,
      `query ($id: String!) { residents(filter: { idNumber: $id }) { edges { node { name phone version events { action } } } } }`,
      { id: idNumber(5) },
    )
    expect(data!.residents.edges[0]!.node).toEqual({
      name: '李示新',
      phone: '140****0005',
      version: 2,
      events: [{ action: 'IMPORT' }, { action: 'IMPORT' }],
    })
    const [event] = await s.sql(`select data from residents.event where action = 'IMPORT' and version = 2 and type = 'Resident'`)
    expect(event!['data']).toMatchObject({ fields: ['name', 'residence'] })
  })

  test('on the roll of another committee stay there until they move out', async () => {
    const file = await book([row(7, 166)])
    const checked = await check(nextSecretary, NEXT, file)
    expect(checked).toMatchObject({ valid: 0, invalid: 1 })
    const [known] = await s.sql<{ id: string; version: number }>(
      `select id, version from residents.resident where name = '王示7'`,
    )
    const end = `mutation ($id: ID!, $v: Int!) { endResident(id: $id, expectedVersion: $v, input: { as: MOVED_OUT, on: "2026-03-01" }) { endedAs } }`
    expect((await ask(nextSecretary, end, { id: known!.id, v: known!.version })).code).toBe('NOT_FOUND')
    expect((await ask(secretary, end, { id: known!.id, v: known!.version })).code).toBeUndefined()
    expect(await run(nextSecretary, NEXT, file)).toMatchObject({ created: 0, updated: 1, invalid: 0 })
    const [moved] = await s.sql(`select id, division, ended_as from residents.resident where name = '王示7'`)
    expect(moved).toEqual({ id: known!.id, division: NEXT, ended_as: null })
  })
})

test('imports of the same people at the same time enter each of them once', async () => {
  const file = await book(Array.from({ length: 600 }, (_, n) => row(30_000 + n, 300)))
  const runs = await Promise.all(
    [secretary, secretary, secretary, nextSecretary].map((actor) => check(actor, actor === secretary ? HOME : NEXT, file)),
  )
  await Promise.all(runs.map((r, at) => act(at === 3 ? nextSecretary : secretary, r, 'RUN')))
  const done = await Promise.all(runs.map((r, at) => settled(at === 3 ? nextSecretary : secretary, r.id)))
  expect(done.map((r) => r.status)).toEqual(['DONE', 'DONE', 'DONE', 'DONE'])
  expect(done.reduce((sum, r) => sum + r.created, 0)).toBe(600)
  expect(done.reduce((sum, r) => sum + r.created + r.unchanged + r.invalid, 0)).toBe(2_400)
  expect(await count(`residents.resident where name like '王示30___'`)).toBe(600)
})

test('only the committee imports, and only into its own roll', async () => {
  const begin = `mutation { createImportRun(input: { division: "${HOME}", fileName: "x", parts: 1 }) { id } }`
  const others = [
    anonymous,
    person('RESIDENT', HOME),
    person('GRID_WORKER', HOME),
    person('SUBDISTRICT_OFFICER', '310113109000'),
    person('DISTRICT_CIVIL_AFFAIRS', '310113000000'),
    nextSecretary,
  ]
  expect(await Promise.all(others.map(async (actor) => (await ask(actor, begin)).code))).toEqual([
    'UNAUTHENTICATED',
    'FORBIDDEN',
    'FORBIDDEN',
    'FORBIDDEN',
    'FORBIDDEN',
    'FORBIDDEN',
  ])
  const mine = await upload(secretary, HOME, Buffer.from('x'))
  expect((await ask(nextSecretary, `query ($id: ID!) { importErrors(id: $id) { content } }`, { id: mine.id })).code).toBe(
    'NOT_FOUND',
  )
  expect(
    (
      await ask(nextSecretary, `mutation ($id: ID!) { addImportPart(id: $id, place: 0, content: "eA==") { received } }`, {
        id: mine.id,
      })
    ).code,
  ).toBe('NOT_FOUND')
  expect((await act(nextSecretary, mine, 'CHECK')).code).toBe('NOT_FOUND')
})

test('after all of this every record is where its history ends', async () => {
  expect((await verifyAudit(s.ownerUrl)).broken).toEqual([])
})
