// The register: codes, duplicates and imports. Numbers are those of the edge cases.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CODES, DISTRICT, M, openWorld, TOWN, type Step, type World } from './world.ts'

let w: World
beforeAll(async () => {
  w = await openWorld()
})
afterAll(() => w.stop())

const HEAD = ['统一社会信用代码', '名称', '类别', '住所', '登记状态']
const sheet = (rows: string[][], passes: object[] = []) => ({ division: DISTRICT, rows: [HEAD, ...rows], passes })
interface Report {
  problem: string | null
  rows: { line: number; effect: string; problems: string[]; candidates: { name: string; likeness: number }[] }[]
}

describe('codes', () => {
  test.each(['52320585MJ8000012B', '533101155000987610', '52320613MJ7000029P', '52310113MJ60002970'])(
    '%s is taken',
    async (code) => {
      expect((await w.enter(code, `示例组织${code.slice(-4)}`)).status).toBe('REGISTERED')
    },
  )

  test('one whose check does not match is kept with a reason, and only with one', async () => {
    const input = { code: '91350211M0000XUF46', name: '示例存疑组织', kind: 'OTHER' }
    const told = await w.refused(w.people.civil, M.create, { division: TOWN, input })
    expect([told.code, told.more['field'], told.message]).toEqual([
      'BAD_USER_INPUT',
      'code',
      expect.stringMatching(/check character/),
    ])
    const kept = await w.run<Step>(w.people.civil, M.create, {
      division: TOWN,
      input: { ...input, codeReason: '与登记证书原件一致' },
    })
    const query = 'query ($id: ID!) { socialOrganization(id: $id) { codeReason } }'
    expect(await w.run(w.people.civil, query, { id: kept.id })).toEqual({ codeReason: '与登记证书原件一致' })
  })

  test.each(['52310113MI60002970', '5231', ''])('%s is no code, whatever the reason', async (code) => {
    const input = { code, name: '示例组织', kind: 'OTHER', codeReason: '核对无误' }
    expect((await w.refused(w.people.civil, M.create, { division: TOWN, input })).more['field']).toBe('code')
  })

  test('22: a code is in the register once, with parallel clients too', async () => {
    const input = { code: '52310113MJ9004074Q', name: '示例并发组织', kind: 'SERVICE_AGENCY' }
    const all = await Promise.all(
      Array.from({ length: 8 }, () => w.ask('organizations', w.people.civil, M.create, { division: TOWN, input })),
    )
    expect(all.filter(({ errors }) => !errors.length)).toHaveLength(1)
    expect(new Set(all.flatMap(({ errors }) => errors.map(({ message }) => message)))).toEqual(
      new Set(['This unified social credit code is in the register already.']),
    )
  })

  test('only civil affairs of the place enters', async () => {
    const input = { code: CODES[9], name: '示例组织', kind: 'OTHER' }
    for (const who of [w.people.town, w.people.foreign])
      expect((await w.refused(who, M.create, { division: TOWN, input })).code).toBe('FORBIDDEN')
  })
})

describe('import', () => {
  test('22: a row that is perhaps an organisation already entered is held until somebody says it is not', async () => {
    await w.enter(CODES[0], '示例区暖阳社区服务中心')
    const row = [CODES[1], '示例区暖阳社区服务中心（民办非企业单位）', '社会服务机构', '', '正常']
    const first = await w.run<Report>(w.people.civil, M.sheet, sheet([row]))
    expect(first.rows[0]).toMatchObject({
      line: 2,
      effect: 'DOUBTFUL',
      candidates: [{ name: '示例区暖阳社区服务中心', likeness: 100 }],
    })
    expect((await w.refused(w.people.civil, M.import, sheet([row]))).message).toContain('Line 2')
    const passed = sheet([row], [{ line: 2, reason: '两家不同的机构，已核对证书' }])
    expect(await w.run(w.people.civil, M.import, passed)).toEqual({ added: 1, revised: 0, disagreed: 0 })
  })

  test('a code that fails its check is doubtful and passes with a reason, which is kept', async () => {
    const rows = [['91350211M0000XUF46'.replace('46', '47'), '示例校验存疑机构', '其他', '', '']]
    expect((await w.run<Report>(w.people.civil, M.sheet, sheet(rows))).rows[0]!.effect).toBe('DOUBTFUL')
    const report = await w.run<Report>(w.people.civil, M.sheet, sheet(rows, [{ line: 2, reason: '与证书一致' }]))
    expect(report.rows[0]!.effect).toBe('ADD')
  })

  test('every wrong cell is named, and nothing is written unless every row is right', async () => {
    const rows = [
      ['52310113MI60002970', '', '公司', '', '停业'],
      [CODES[2], '示例区志愿服务协会', '', '', ''],
      [CODES[2], '示例区志愿服务协会', '', '', ''],
    ]
    const report = await w.run<Report>({ ...w.people.civil, locale: 'zh' }, M.sheet, sheet(rows))
    expect(report.rows.map(({ effect }) => effect)).toEqual(['NONE', 'ADD', 'NONE'])
    expect(report.rows[0]!.problems).toEqual([
      expect.stringMatching(/^名称：/),
      // The column is named once.
      '统一社会信用代码应为18位，不含字母I、O、Z、S、V。',
      expect.stringMatching(/^类别：/),
      expect.stringMatching(/^登记状态：/),
    ])
    await w.refused(w.people.civil, M.import, sheet(rows))
    expect(await w.sql('select 1 from organizations.social_organization where code = $1', [CODES[2]])).toEqual([])
  })

  test('what is no sheet is said to be none', async () => {
    const report = await w.run<Report>(w.people.civil, M.sheet, { division: DISTRICT, rows: [['随便'], ['什么']] })
    expect(report).toEqual({ problem: 'No headings found; use the template.', rows: [] })
  })

  test('28: where another register says it is closed, ours stays and somebody looks into it, once', async () => {
    const row = [CODES[0], '示例区暖阳社区服务中心', '社会服务机构', '', '已注销']
    expect((await w.run<Report>(w.people.civil, M.sheet, sheet([row]))).rows[0]!.effect).toBe('CONFLICT')
    for (const disagreed of [1, 1])
      expect(await w.run(w.people.civil, M.import, sheet([row]))).toMatchObject({ added: 0, disagreed })
    const [ours] = await w.sql<{ id: string; status: string }>(
      'select id, status from organizations.social_organization where code = $1',
      [CODES[0]],
    )
    expect(ours!.status).toBe('REGISTERED')
    const list = '{ registerConflicts { edges { node { id version status says source offers { action } waiting { for } } } } }'
    const { edges } = await w.run<{ edges: { node: Step & { says: string } }[] }>(w.people.civil, list)
    expect(edges).toHaveLength(1)
    expect(edges[0]!.node).toMatchObject({
      says: 'DEREGISTERED',
      source: '省社会组织平台',
      waiting: { for: ['District civil affairs'] },
    })
    const act = `mutation ($id: ID!, $version: Int!) { actOnRegisterConflict(id: $id, action: KEEP, expectedVersion: $version, reason: "来源滞后") { status } }`
    expect(await w.run(w.people.civil, act, edges[0]!.node)).toEqual({ status: 'KEPT' })
  })

  test('54: signs that are none are dropped, in a sheet and in a form', async () => {
    const row = [CODES[3], '示例区\u0000阳光\u000b心理咨询中心', '社会服务机构', '示例路\u00001号', '']
    expect(await w.run(w.people.civil, M.import, sheet([row]))).toMatchObject({ added: 1 })
    const [found] = await w.sql('select name, address from organizations.social_organization where code = $1', [CODES[3]])
    expect(found).toEqual({ name: '示例区阳光心理咨询中心', address: '示例路1号' })
    expect((await w.enter('52310113MJ9004445F', '示例\u0000调解中心')).status).toBe('REGISTERED')
  })

  test('53: a cell that looks like a formula is text, and stays it', async () => {
    const row = [CODES[4], '=1+1示例基金会', '基金会', '+示例路', '']
    expect(await w.run(w.people.civil, M.import, sheet([row]))).toMatchObject({ added: 1 })
    const [found] = await w.sql('select name, address from organizations.social_organization where code = $1', [CODES[4]])
    expect(found).toEqual({ name: '=1+1示例基金会', address: '+示例路' })
  })
})
