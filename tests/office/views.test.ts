// Saved views of lists: whom each audience reaches and whom it does not, who may change or drop them, and the limits.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyAudit } from '../../gateway/audit.ts'
import type { Actor } from '../../subgraphs/shared/actor.ts'
import { MOST_VIEWS } from '../../subgraphs/office/savedView.rules.ts'
import { anonymous, holder, person, stage, type Stage } from '../support/platform.ts'

const COMMITTEE = '310113109043'
const TOWN = '310113109000'
const DISTRICT = '310113000000'

let s: Stage
beforeAll(async () => {
  s = await stage(['office'])
})
afterAll(() => s.stop())

interface View {
  readonly id: string
  readonly version: number
}
interface Input {
  readonly list?: string
  readonly name?: string
  readonly state?: string
  readonly audience?: string
  readonly role?: string | null
  readonly division?: string | null
}

const FIELDS = 'id version list name state audience role by isMine mayDrop division { code }'
const plain = { list: '/issues', name: '待把关', state: 'status=SUBMITTED', audience: 'MINE' }
const save = (actor: Actor, input: Input = {}) =>
  s.ask<{ saveView: View }>('office', actor, `mutation ($i: SavedViewInput!) { saveView(input: $i) { ${FIELDS} } }`, {
    i: { ...plain, ...input },
  })
const saved = async (actor: Actor, input: Input = {}): Promise<View> => {
  const { data, errors } = await save(actor, input)
  expect(errors).toEqual([])
  return data!.saveView
}
const revise = (actor: Actor, { id, version }: View, input: Input) =>
  s.ask<{ reviseView: View }>(
    'office',
    actor,
    `mutation ($id: ID!, $v: Int!, $i: SavedViewInput!) { reviseView(id: $id, expectedVersion: $v, input: $i) { ${FIELDS} } }`,
    { id, v: version, i: { ...plain, ...input } },
  )
const drop = (actor: Actor, { id, version }: View) =>
  s.ask<{ dropView: string }>('office', actor, 'mutation ($id: ID!, $v: Int!) { dropView(id: $id, expectedVersion: $v) }', {
    id,
    v: version,
  })
const read = async (actor: Actor) => {
  const { data, errors } = await s.ask<{ savedViews: (View & { isMine: boolean })[] }>(
    'office',
    actor,
    `{ savedViews { ${FIELDS} } }`,
  )
  expect(errors).toEqual([])
  return data!.savedViews
}
const sees = async (actor: Actor, view: View) => (await read(actor)).some(({ id }) => id === view.id)
const codeOf = async (answer: Promise<{ errors: readonly { code: string }[] }>) => (await answer).errors[0]?.code ?? 'OK'

describe('whom a view reaches', () => {
  const maker = person('COMMITTEE_SECRETARY', TOWN)
  const colleagues = {
    sameRole: person('COMMITTEE_SECRETARY', TOWN),
    below: person('COMMITTEE_SECRETARY', COMMITTEE),
    above: person('COMMITTEE_SECRETARY', DISTRICT),
    beside: person('COMMITTEE_SECRETARY', '310113101000'),
    otherRole: person('COMMITTEE_MEMBER', COMMITTEE),
    otherRoleAbove: person('DISTRICT_CIVIL_AFFAIRS', DISTRICT),
    roleElsewhere: holder([
      { role: 'COMMITTEE_SECRETARY', division: '310113101000' },
      { role: 'COMMITTEE_MEMBER', division: COMMITTEE },
    ]),
    resident: person('RESIDENT', COMMITTEE, { resident: '01900000-0000-7000-8000-00000000aaaa' }),
    partner: person('PARTNER_ORGANIZATION', COMMITTEE, { kind: 'CLIENT' }),
  }
  const reached = async (view: View) => {
    const names: string[] = []
    for (const [name, actor] of Object.entries(colleagues)) if (await sees(actor, view)) names.push(name)
    return names
  }

  test('one of one’s own: nobody else', async () => {
    const view = await saved(maker)
    expect(view).toEqual({
      id: view.id,
      version: 1,
      ...plain,
      role: null,
      by: maker.name,
      isMine: true,
      mayDrop: true,
      division: null,
    })
    expect([await sees(maker, view), await reached(view)]).toEqual([true, []])
  })

  test('one for the role: its holders in the division and below', async () => {
    const view = await saved(maker, { name: '本角色', audience: 'ROLE', role: 'COMMITTEE_SECRETARY', division: TOWN })
    expect(await reached(view)).toEqual(['sameRole', 'below'])
    expect((await read(colleagues.below)).find(({ id }) => id === view.id)).toMatchObject({
      by: maker.name,
      isMine: false,
      mayDrop: false,
      division: { code: TOWN },
    })
  })

  test('one for everyone: holders of any role in the division and below, no residents, no partners', async () => {
    const view = await saved(maker, { name: '所有人', audience: 'EVERYONE', division: TOWN })
    expect(await reached(view)).toEqual(['sameRole', 'below', 'otherRole', 'roleElsewhere'])
  })

  test('nobody at all without signing in', async () => {
    expect(await codeOf(s.ask('office', anonymous, '{ savedViews { id } }'))).toBe('UNAUTHENTICATED')
    expect(await codeOf(save(anonymous))).toBe('UNAUTHENTICATED')
  })
})

describe('one shares only in a role and a division that one holds', () => {
  const secretary = person('COMMITTEE_SECRETARY', COMMITTEE)

  test.each([
    ['another role', secretary, { audience: 'ROLE', role: 'COMMITTEE_MEMBER', division: COMMITTEE }],
    ['the division above', secretary, { audience: 'ROLE', role: 'COMMITTEE_SECRETARY', division: TOWN }],
    ['the division beside', secretary, { audience: 'EVERYONE', division: '310113109044' }],
    ['no role', secretary, { audience: 'ROLE', division: COMMITTEE }],
    ['no division', secretary, { audience: 'EVERYONE' }],
    ['a resident', person('RESIDENT', COMMITTEE), { audience: 'ROLE', role: 'RESIDENT', division: COMMITTEE }],
    ['a resident with everyone', person('RESIDENT', COMMITTEE), { audience: 'EVERYONE', division: COMMITTEE }],
    [
      'an API client',
      person('PARTNER_ORGANIZATION', COMMITTEE, { kind: 'CLIENT' }),
      { audience: 'EVERYONE', division: COMMITTEE },
    ],
  ] as const)('%s is refused', async (_what, actor, input) => {
    expect(await codeOf(save(actor, input))).toBe('FORBIDDEN')
    expect(await codeOf(revise(actor, await saved(actor, { name: `${_what}`.slice(0, 20) }), input))).toBe('FORBIDDEN')
  })

  test('whoever holds it above may share further down', async () => {
    const view = await saved(person('SUBDISTRICT_OFFICER', TOWN), { audience: 'EVERYONE', division: COMMITTEE })
    expect(await sees(secretary, view)).toBe(true)
    expect(await sees(person('COMMITTEE_MEMBER', '310113109044'), view)).toBe(false)
  })
})

describe('who changes a view', () => {
  const maker = person('SUBDISTRICT_OFFICER', TOWN)
  const shared = { audience: 'ROLE', role: 'SUBDISTRICT_OFFICER', division: TOWN }
  const reader = person('SUBDISTRICT_OFFICER', TOWN)

  test('its maker, on the version they read; what others did is told', async () => {
    const view = await saved(maker, { name: '一', ...shared })
    const next = await revise(maker, view, { name: '一改', ...shared })
    expect(next.data!.reviseView).toMatchObject({ version: 2, name: '一改' })
    const late = await revise(maker, view, { name: '一晚', ...shared })
    expect(late.errors[0]).toMatchObject({
      code: 'VERSION_CONFLICT',
      more: { currentVersion: 2, changes: [{ action: 'REVISE', by: maker.name }] },
    })
    expect(await codeOf(drop(maker, view))).toBe('VERSION_CONFLICT')
  })

  test('nobody else: whom it reaches is refused, whom it does not reach does not find it', async () => {
    const view = await saved(maker, { name: '二', ...shared })
    expect(await codeOf(revise(reader, view, { name: '抢' }))).toBe('FORBIDDEN')
    expect(await codeOf(drop(reader, view))).toBe('FORBIDDEN')
    const stranger = person('SUBDISTRICT_OFFICER', '310113101000')
    expect(await codeOf(revise(stranger, view, { name: '抢' }))).toBe('NOT_FOUND')
    expect(await codeOf(drop(stranger, view))).toBe('NOT_FOUND')
  })

  test('taken back, it no longer reaches the others', async () => {
    const view = await saved(maker, { name: '三', ...shared })
    expect(await sees(reader, view)).toBe(true)
    await revise(maker, view, { name: '三' })
    expect(await sees(reader, view)).toBe(false)
  })

  test('a system administrator drops a shared one in their divisions, and no other', async () => {
    const admin = person('SYS_ADMIN', DISTRICT)
    const [view, own] = [await saved(maker, { name: '四', ...shared }), await saved(maker, { name: '五' })]
    expect(await codeOf(revise(admin, view, { name: '改' }))).toBe('FORBIDDEN')
    expect(await codeOf(drop(admin, own))).toBe('NOT_FOUND')
    for (const other of [person('SYS_ADMIN', '320585000000'), person('SEC_ADMIN', DISTRICT)])
      expect(await codeOf(drop(other, view))).toBe('NOT_FOUND')
    expect((await read(admin)).find(({ id }) => id === view.id)).toMatchObject({ isMine: false, mayDrop: true })
    expect((await drop(admin, view)).data).toEqual({ dropView: view.id })
    expect(await sees(maker, view)).toBe(false)
  })

  test('every step is in the history; a view of one’s own goes by its list there', async () => {
    const view = await saved(maker, { name: '私下的名称' })
    await revise(maker, view, { name: '共享的名称', ...shared })
    await drop(maker, { ...view, version: 2 })
    const rows = await s.sql('select action, version, data from office.event where stream = $1 order by version', [view.id])
    const [mine, theirs] = [
      { list: '/issues', audience: 'MINE', role: null },
      { list: '/issues', audience: 'ROLE', role: 'SUBDISTRICT_OFFICER' },
    ]
    expect(rows).toEqual([
      { action: 'CREATE', version: 1, data: mine },
      { action: 'REVISE', version: 2, data: theirs },
      { action: 'DROP', version: 3, data: theirs },
    ])
    const titles = () => s.sql('select title from office.audit_entry where stream = $1 order by version', [view.id])
    await expect
      .poll(titles, { timeout: 10_000 })
      .toEqual([{ title: '/issues' }, { title: '共享的名称' }, { title: '共享的名称' }])
    expect((await verifyAudit(s.ownerUrl)).broken).toEqual([])
  })
})

describe('limits', () => {
  test.each([
    ['no name', { name: '  ' }, 'name'],
    ['a long name', { name: '长'.repeat(21) }, 'name'],
    ['long conditions', { state: 'a'.repeat(2_001) }, 'state'],
    ['no list', { list: 'https://elsewhere.example' }, 'list'],
  ])('%s is refused at its field', async (_what, input, field) => {
    const { errors } = await save(person('COMMITTEE_MEMBER', COMMITTEE), input)
    expect(errors[0]).toMatchObject({ code: 'BAD_USER_INPUT', more: { field } })
  })

  test('the longest are kept', async () => {
    await saved(person('COMMITTEE_MEMBER', COMMITTEE), { name: '长'.repeat(20), state: 'a'.repeat(2_000) })
  })

  test('a name once a list and maker, also when they are saved at once', async () => {
    const [one, two] = [person('COMMITTEE_MEMBER', COMMITTEE), person('COMMITTEE_MEMBER', COMMITTEE)]
    const codes = await Promise.all(Array.from({ length: 8 }, () => codeOf(save(one))))
    expect(codes.sort()).toEqual(['OK', ...Array.from({ length: 7 }, () => 'REFUSED')])
    expect((await save(one)).errors[0]!.message).toBe('This list has a view of that name already.')
    await saved(one, { list: '/votes' })
    await saved(two)
  })

  test(`${MOST_VIEWS} a person, also when many are saved at once`, async () => {
    const many = person('COMMITTEE_MEMBER', COMMITTEE)
    for (let n = 0; n < MOST_VIEWS - 2; n += 1) await saved(many, { name: `视图 ${n}` })
    const codes = await Promise.all(Array.from({ length: 10 }, (_, n) => codeOf(save(many, { name: `同时 ${n}` }))))
    expect(codes.filter((code) => code === 'OK')).toHaveLength(2)
    expect(new Set(codes)).toEqual(new Set(['OK', 'REFUSED']))
    const own = (await read(many)).filter(({ isMine }) => isMine)
    expect(own).toHaveLength(MOST_VIEWS)
    await drop(many, own[0]!)
    await saved(many, { name: '又一个' })
  })
})
