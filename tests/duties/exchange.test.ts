// The sheet in which lists are exchanged: written, read, checked row by row, and written into a draft as a whole or not at all.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BASIS_LEVELS, type BasisLevel } from '../../subgraphs/duties/basis.rules.ts'
import {
  basisLine,
  columnOf,
  compare,
  EXCHANGE,
  EXCHANGE_KEYS,
  exchangeRow,
  missingColumns,
  readBasis,
  readRow,
  type ExchangeKey,
} from '../../subgraphs/duties/exchange.rules.ts'
import { CATEGORIES, PERFORMERS } from '../../subgraphs/duties/item.rules.ts'
import { draft, M, openLists, publish, deliberated, type Step, type World } from './lists.world.ts'

const BASIS = {
  law: '人民调解法',
  article: '第八条',
  level: 'LAW',
  inForceFrom: '2011-01-01',
  inForceTo: null,
  link: null,
} as const
const cells = (more: Partial<Record<ExchangeKey, string>> = {}): Partial<Record<ExchangeKey, string>> => ({
  code: 'XZ-01',
  name: '协助社区矫正',
  category: '公共管理',
  performer: '居（村）民委员会',
  content: '依法协助。',
  bases: '《社区矫正法》第十二条｜法律｜2020-07-01',
  validFrom: '2026-01-01',
  ...more,
})

describe('a legal basis', () => {
  test('is one line, and read back as it was', () => {
    expect(basisLine(BASIS, 'zh')).toBe('《人民调解法》第八条｜法律｜2011-01-01')
    const level = fc.constantFrom(...(Object.keys(BASIS_LEVELS) as BasisLevel[]))
    const words = fc.stringMatching(/^[\u4e00-\u9fa5]{1,12}$/)
    const day = fc.constantFrom('2011-01-01', '2020-02-29', '2026-07-01')
    const bases = fc.record({
      law: words,
      article: words.map((n) => `第${n}条`),
      level,
      inForceFrom: day,
      inForceTo: fc.option(day),
      link: fc.option(fc.constant('https://example.gov.cn/a?b=1')),
    })
    fc.assert(
      fc.property(bases, fc.constantFrom('zh' as const, 'en' as const), (basis, locale) => {
        expect(readBasis(basisLine(basis, locale))).toEqual(basis)
      }),
    )
  })

  test.each([
    '人民调解法第八条',
    '《人民调解法》',
    '《人民调解法》第八条｜法规｜2011-01-01',
    '《人民调解法》第八条｜法律｜2011-02-30',
    '《人民调解法》第八条｜法律｜2011-01-01｜ftp://x',
  ])('is not “%s”', (line) => expect(readBasis(line)).toBeNull())
})

describe('a row', () => {
  test('is read as it was written', () => {
    const row = readRow(cells({ funding: '1,200.50', bases: `${cells().bases}；《人民调解法》第八条|法律|2011-01-01` })).row!
    expect(row).toMatchObject({
      category: 'PUBLIC_MANAGEMENT',
      performer: 'EITHER',
      funding: 120050,
      validTo: null,
      frequency: null,
    })
    expect(row.bases).toHaveLength(2)
    const written = exchangeRow({ ...row, code: row.code! }, row.bases, row.department, 'zh')
    expect(written).toMatchObject({
      ...cells(),
      funding: '1200.50',
      bases: '《社区矫正法》第十二条｜法律｜2020-07-01\n《人民调解法》第八条｜法律｜2011-01-01',
    })
    expect(readRow(Object.fromEntries(Object.entries(written).map(([key, value]) => [key, value ?? '']))).row).toEqual(row)
  })

  test.each<[Partial<Record<ExchangeKey, string>>, string, string]>([
    [{ name: ' ' }, '事项名称', '不能为空'],
    [{ category: '其他' }, '事项类别', '只能填'],
    [{ performer: '街道' }, '实施主体', '只能填'],
    [{ validFrom: '2026/1/1' }, '生效日期', '日期格式'],
    [{ validTo: '2025-12-31' }, '失效日期', '不得早于生效日期'],
    [{ funding: '-1' }, '经费标准（元）', '应为金额'],
    [{ funding: '1.234' }, '经费标准（元）', '应为金额'],
    [{ bases: '社区矫正法第十二条' }, '法律依据', '写法应为'],
    [{ bases: '' }, '法律依据', '不能为空'],
    [{ content: '字'.repeat(5001) }, '工作内容', '不超过5000字'],
  ])('with %o names the cell that is wrong', (more, column, reason) => {
    const { row, problems } = readRow(cells(more))
    expect(row).toBeNull()
    expect(problems.map((one) => [one.column, one.reason.zh])).toEqual([[column, expect.stringContaining(reason)]])
  })

  test('headings are known in both languages, with marks and spaces left aside', () => {
    for (const key of EXCHANGE_KEYS)
      expect([columnOf(` ${EXCHANGE[key].words.zh}* `), columnOf(EXCHANGE[key].words.en)]).toEqual([key, key])
    expect(columnOf('编号')).toBeNull()
    expect(missingColumns(['事项名称', '法律依据'])).toEqual(['事项类别', '实施主体', '工作内容', '生效日期'])
    expect([Object.keys(CATEGORIES).length, Object.keys(PERFORMERS).length]).toEqual([6, 4])
  })
})

test('a comparison and its opposite mirror each other, whatever the two lists are', () => {
  const rows = fc
    .uniqueArray(fc.record({ code: fc.constantFrom(...'ABCDEFGH'), name: fc.constantFrom('甲', '乙') }), {
      selector: ({ code }) => code,
    })
    .map((all) => all.map(({ code, name }) => ({ code, cells: { ...exchangeRow(SAMPLE, [], null, 'zh'), code, name } })))
  fc.assert(
    fc.property(rows, rows, (one, other) => {
      const [there, back] = [compare(one, other), compare(other, one)]
      const codes = (all: readonly { code: string }[]) => all.map(({ code }) => code).toSorted()
      expect(codes(there.added)).toEqual(codes(back.withdrawn))
      expect(codes(there.withdrawn)).toEqual(codes(back.added))
      expect(codes(there.changed.map(({ after }) => after))).toEqual(codes(back.changed.map(({ after }) => after)))
      expect(there.added.length + there.changed.length + there.unchanged).toBe(other.length)
      expect(compare(one, one)).toEqual({ added: [], withdrawn: [], changed: [], unchanged: one.length })
    }),
  )
})

const SAMPLE = {
  ...readRow(cells()).row!,
  code: 'XZ-01',
}

describe('a sheet', () => {
  let w: World
  let version: Step
  beforeAll(async () => {
    w = await openLists()
    version = await draft(w)
  })
  afterAll(() => w.stop())

  const sheet = (...rows: Partial<Record<ExchangeKey, string>>[]) => [
    ['依法协助政府工作事项清单'],
    EXCHANGE_KEYS.map((key) => EXCHANGE[key].words.zh),
    ...rows.map((row) => EXCHANGE_KEYS.map((key) => row[key] ?? '')),
  ]
  const REPORT = `query ($id: ID!, $rows: [[String!]!]!) { dutySheetReport(listVersion: $id, rows: $rows) { problem rows { line code effect problems { column reason } } } }`
  const report = (rows: string[][]) =>
    w.run<{ problem: string | null; rows: { line: number; effect: string; problems: { column: string }[] }[] }>(
      w.people.civil,
      REPORT,
      { id: version.id, rows },
    )
  const RIGHT = cells({ code: '', name: '协助禁毒宣传教育', department: '示例部门' })

  test('is reported on row by row before anything is written', async () => {
    const before = await w.traces()
    const wrong = cells({ department: '没有的部门', category: '其他' })
    const found = await report(sheet(cells({ department: '示例部门', frequency: '每季度' }), {}, wrong, RIGHT))
    expect(found.rows.map(({ line, effect, problems }) => [line, effect, problems.map(({ column }) => column)])).toEqual([
      [3, 'REVISE', []],
      [5, 'NONE', ['事项类别', '责任部门', '事项编号']],
      [6, 'ADD', []],
    ])
    expect(await w.traces()).toEqual(before)
  })

  test.each([
    [[['a', 'b']], 'No headings found; use the template or an exported list.'],
    [[['事项名称', '法律依据', '备注']], 'Columns are missing: 事项类别, 实施主体, 工作内容, 生效日期.'],
  ])('without its columns is not read', async (rows, problem) => expect((await report(rows)).problem).toBe(problem))

  test('with one wrong row writes nothing', async () => {
    const before = await w.traces()
    const { message, more } = await w.refused(w.people.civil, M.import, { ...version, rows: sheet(RIGHT, cells({ name: '' })) })
    expect([message, more['field']]).toEqual(['1 rows are wrong; none was written.', 'rows'])
    expect(await w.traces()).toEqual(before)
  })

  test('is written as a whole, adding and revising, and its history says what', async () => {
    version = await w.run<Step>(w.people.civil, M.import, {
      ...version,
      rows: sheet(cells({ department: '示例部门', frequency: '每季度' }), RIGHT),
    })
    const read = `query ($id: ID!) { dutyListVersion(id: $id) { items { code frequency exchange { key value } } events { label details { label after } } } }`
    const { items, events } = await w.run<{
      items: { code: string; frequency: string | null; exchange: { key: ExchangeKey; value: string | null }[] }[]
      events: { label: string; details: { label: string; after: string }[] }[]
    }>(w.people.civil, read, { id: version.id })
    expect(items.map(({ code, frequency }) => [code, frequency])).toEqual([
      ['XZ-01', '每季度'],
      ['XZ-02', null],
    ])
    expect(events.at(-1)).toEqual({
      label: 'Imported',
      details: [
        { label: 'Added', after: 'XZ-02' },
        { label: 'Revised', after: 'XZ-01' },
      ],
    })
    const exported = items.map(({ exchange }) => Object.fromEntries(exchange.map(({ key, value }) => [key, value ?? ''])))
    const zh = (row: Record<string, string>) => ({
      ...row,
      category: '公共管理',
      performer: '居（村）民委员会',
      bases: row['bases']!.replace('｜Law｜', '｜法律｜'),
    })
    const again = await report(sheet(...exported.map(zh)))
    expect(again.rows.map(({ effect }) => effect)).toEqual(['REVISE', 'REVISE'])
  })

  test('is not written into a list that is published', async () => {
    await w.run(w.people.civil, M.remove, { id: (await ids())[1], version: version.version })
    const published = await publish(w, await deliberated(w, await w.look(version.id)))
    const { message } = await w.refused(w.people.civil, M.import, { ...published, rows: sheet(RIGHT) })
    expect(message).toBe('Items are changed only while their list is being compiled.')
  })

  const ids = async () =>
    (
      await w.run<{ items: { id: string }[] }>(w.people.civil, 'query ($id: ID!) { dutyListVersion(id: $id) { items { id } } }', {
        id: version.id,
      })
    ).items.map(({ id }) => id)
})
