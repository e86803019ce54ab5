// What guards a list: each rule both ways, and those whose step it is not.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Actor, Party } from '../../subgraphs/shared/actor.ts'
import type { AnyMachine } from '../../subgraphs/shared/machine.ts'
import { dutyItemMachine } from '../../subgraphs/duties/item.machine.ts'
import type { ItemFacts } from '../../subgraphs/duties/item.rules.ts'
import { isInForce } from '../../subgraphs/duties/item.rules.ts'
import { above, listLevel } from '../../subgraphs/duties/place.rules.ts'
import { dutyListVersionMachine } from '../../subgraphs/duties/version.machine.ts'
import type { VersionFacts } from '../../subgraphs/duties/version.rules.ts'
import { anonymous } from '../support/platform.ts'
import { as } from './actors.ts'
import {
  act,
  deliberated,
  DISTRICT,
  DIVISION,
  draft,
  item,
  M,
  openLists,
  publish,
  TOWN,
  type Step,
  type World,
} from './lists.world.ts'

const at = (beijing: string) => new Date(`${beijing}+08:00`)
const NOW = at('2026-06-20T10:00:00')

interface Asked {
  refusal: (action: string, subject: object, actor: Actor, now: Date) => { zh: string } | null
}

const ask = (machine: AnyMachine, action: string, facts: object, from?: string) => {
  const row = machine.actions[action]!
  const { actor, relations } = as(row.by[0] as Party)
  const subject = { relations, ...facts, status: from ?? row.from[0]!, division: DIVISION }
  return (machine as unknown as Asked).refusal(action, subject, actor, NOW)?.zh ?? null
}

type Case<Facts> = [action: string, out: Partial<Facts>, sentence: string, inOrder?: Partial<Facts>]

const bothWays = <Facts extends object>(machine: AnyMachine, ready: Facts, cases: Case<Facts>[]) => {
  test.each(cases)('%s is open in order, and blocked with %o', (action, out, sentence, inOrder = {}) => {
    expect(ask(machine, action, { ...ready, ...inOrder })).toBeNull()
    expect(ask(machine, action, { ...ready, ...inOrder, ...out })).toContain(sentence)
  })
  test('every action with a guard is among the cases', () => {
    const guarded = machine.actionNames.filter((action) => machine.actions[action]!.unless)
    expect(guarded.filter((action) => !cases.some(([tried]) => tried === action))).toEqual([])
  })
}

describe('versions', () => {
  bothWays<VersionFacts>(
    dutyListVersionMachine,
    {
      items: 3,
      baseless: [],
      ownerless: [],
      stale: [],
      unfunded: [],
      unanswered: 0,
      solicitedAt: at('2026-06-01T10:00:00'),
      solicitationDays: 7,
      publishedAt: at('2026-06-01T10:00:00'),
      publicityDays: 15,
      effectiveOn: '2026-06-20',
      hasSuccessor: true,
      isOutrun: false,
    },
    [
      ['SOLICIT', { items: 0 }, '清单还没有事项'],
      ['SOLICIT', { baseless: ['XZ-01'] }, '1项没有法律依据：XZ-01'],
      ['SOLICIT', { ownerless: ['XZ-01', 'XZ-02'] }, '2项没有责任部门：XZ-01、XZ-02'],
      ['SOLICIT', { stale: ['XZ-01'] }, '重新承接'],
      ['DELIBERATE', { solicitedAt: at('2026-06-13T00:00:00') }, '征求意见不少于7日'],
      ['DELIBERATE', { solicitedAt: null }, '征求意见不少于7日'],
      ['DELIBERATE', { unanswered: 2 }, '还有2条意见没有答复'],
      ['DELIBERATE', { stale: ['XZ-01'] }, '重新承接'],
      ['PUBLISH', { baseless: ['XZ-01'] }, '没有法律依据'],
      ['PUBLISH', { stale: ['XZ-01', 'a', 'b', 'c', 'd', 'e'] }, 'XZ-01、a、b、c、d …'],
      ['TAKE_EFFECT', { publishedAt: at('2026-06-05T00:00:00') }, '公布不少于15日（居委会组织法第三十四条）'],
      ['TAKE_EFFECT', { effectiveOn: '2026-06-21' }, '施行日期还没有到'],
      ['TAKE_EFFECT', { effectiveOn: null }, '施行日期还没有到'],
      ['TAKE_EFFECT', { unfunded: ['XZ-01'] }, '1项经费尚未列入预算：XZ-01（居委会组织法第四十三条）'],
      ['PUBLISH', { isOutrun: true }, '底稿已被更新的版本替代'],
      ['TAKE_EFFECT', { isOutrun: true }, '底稿已被更新的版本替代'],
      ['SUPERSEDE', { hasSuccessor: false }, '没有到期施行的新版清单'],
    ],
  )
})

test('the fifteenth day is still publicity, the moment it is over is not (民法典第201、203条)', () => {
  const facts = { items: 1, unfunded: [], publicityDays: 15, effectiveOn: '2026-06-01' }
  expect(ask(dutyListVersionMachine, 'TAKE_EFFECT', { ...facts, publishedAt: at('2026-06-05T00:00:01') })).not.toBeNull()
  expect(ask(dutyListVersionMachine, 'TAKE_EFFECT', { ...facts, publishedAt: at('2026-06-04T23:59:59') })).toBeNull()
})

describe('items', () => {
  const ready: ItemFacts = { versionStatus: 'IN_FORCE', validFrom: '2026-01-01', validTo: null, follows: null }
  const out = { versionStatus: 'SUPERSEDED' }
  bothWays<ItemFacts>(dutyItemMachine, ready, [
    ['SUSPEND', out, '没有发布'],
    ['RESUME', out, '没有发布'],
    ['ADJUST', out, '没有发布'],
    ['CONCLUDE_ADJUSTMENT', out, '没有发布'],
    ['WITHDRAW', out, '没有发布'],
    ['SUSPEND', { follows: 'APPLICATION' }, '请在准入申请中办理'],
    ['SUSPEND', { follows: 'LIST_ABOVE' }, '请在上级清单中办理'],
    ['RESUME', { follows: 'APPLICATION' }, '请在准入申请中办理'],
    ['RESUME', { follows: 'LIST_ABOVE' }, '请在上级清单中办理'],
    ['ADJUST', { follows: 'APPLICATION' }, '请在准入申请中办理'],
    ['ADJUST', { follows: 'LIST_ABOVE' }, '请在上级清单中办理'],
    ['CONCLUDE_ADJUSTMENT', { follows: 'APPLICATION' }, '请在准入申请中办理'],
    ['CONCLUDE_ADJUSTMENT', { follows: 'LIST_ABOVE' }, '请在上级清单中办理'],
    ['WITHDRAW', { follows: 'APPLICATION' }, '请在准入申请中办理'],
    ['WITHDRAW', { follows: 'LIST_ABOVE' }, '请在上级清单中办理'],
    ['EXPIRE', out, '没有发布', { validTo: '2026-06-19' }],
    ['EXPIRE', { validTo: '2026-06-20' }, '有效期还没有满', { validTo: '2026-06-19' }],
    ['EXPIRE', { validTo: null }, '有效期还没有满', { validTo: '2026-06-19' }],
  ])

  test.each([
    [{}, true],
    [{ versionStatus: 'PUBLISHED' }, false],
    [{ status: 'SUSPENDED' }, false],
    [{ validFrom: '2026-06-21' }, false],
    [{ validFrom: '2026-06-20', validTo: '2026-06-20' }, true],
    [{ validTo: '2026-06-19' }, false],
  ])('with %o an item is in force: %s', (more, expected) =>
    expect(isInForce({ ...ready, status: 'LISTED', ...more }, NOW)).toBe(expected),
  )
})

test('a list stands below those of the divisions above it', () => {
  expect([DISTRICT, TOWN, DIVISION, '310000000000', '31'].map(listLevel)).toEqual(['DISTRICT', 'TOWN', 'COMMITTEE', null, null])
  expect(above(DIVISION)).toEqual([TOWN, DISTRICT])
  expect(above(TOWN)).toEqual([DISTRICT])
  expect(above(DISTRICT)).toEqual([])
})

let w: World
beforeAll(async () => void (w = await openLists()))
afterAll(() => w.stop())

interface Try {
  readonly name: string
  readonly by: (w: World) => Actor
  readonly out: (w: World) => Actor
  readonly mutation: string
  readonly with?: Record<string, unknown>
}

const civil = ({ people }: World) => people.civil
const joint = ({ people }: World) => people.joint
const secretary = ({ people }: World) => people.secretary
const plain = (action: string, by: Try['by'], out: Try['out'], reason?: string): Try => ({
  name: action,
  by,
  out,
  mutation: M.act,
  with: { action, reason },
})

const stages: { name: string; at: () => Promise<Step>; tries: Try[] }[] = [
  {
    name: 'a draft',
    at: () => draft(w),
    tries: [
      plain('SOLICIT', civil, joint),
      { name: 'ADD_ITEM', by: civil, out: secretary, mutation: M.add, with: { input: item() } },
      { name: 'TAKE_OVER', by: civil, out: joint, mutation: M.takeOver },
      { name: 'IMPORT', by: civil, out: joint, mutation: M.import, with: { rows: [['事项名称']] } },
    ],
  },
  {
    name: 'a list opinions are solicited on',
    at: async () => act(w, w.people.civil, await draft(w), 'SOLICIT'),
    tries: [plain('DELIBERATE', joint, civil, '同意。'), plain('RECOMPILE', civil, secretary, '补充依据。')],
  },
  {
    name: 'a deliberated list',
    at: async () => deliberated(w, await draft(w)),
    tries: [
      { name: 'PUBLISH', by: civil, out: joint, mutation: M.publish, with: { document: '示〔2026〕9号', on: '2026-05-01' } },
    ],
  },
  {
    name: 'a published list',
    at: async () => publish(w, await deliberated(w, await draft(w))),
    tries: [plain('TAKE_EFFECT', civil, joint), plain('REPEAL', civil, joint, '重新编制。')],
  },
]

describe.each(stages)('$name', ({ at: begin, tries }) => {
  let step: Step
  let before: unknown
  beforeAll(async () => {
    step = await begin()
    before = await w.traces()
  })
  afterEach(async () => expect(await w.traces()).toEqual(before))

  describe.each(tries)('$name', ({ by, out, mutation, with: more = {} }) => {
    const refused = (actor: Actor, version = step.version) => w.refused(actor, mutation, { ...more, id: step.id, version })

    test('out of role', async () => {
      const { code, message } = await refused(out(w))
      expect(['FORBIDDEN', 'REFUSED']).toContain(code)
      expect(message).toMatch(/[.]$/)
    })

    test('out of division', async () => {
      const elsewhere = { ...by(w), grants: by(w).grants.map((grant) => ({ ...grant, division: '310114000000' })) }
      expect(['NOT_FOUND', 'FORBIDDEN', 'REFUSED']).toContain((await refused(elsewhere)).code)
    })

    test('with an old version, and told what changed', async () => {
      const { code, more: told } = await refused(by(w), step.version - 1)
      expect(code).toBe('VERSION_CONFLICT')
      expect(told).toMatchObject({ currentVersion: step.version, changes: [{ version: step.version }] })
    })

    test('without signing in', async () => expect((await refused(anonymous)).code).toBe('UNAUTHENTICATED'))
  })
})

test('done twice, the second time is refused and changes nothing', async () => {
  const version = await draft(w)
  const solicited = await act(w, w.people.civil, version, 'SOLICIT')
  const before = await w.traces()
  expect((await w.refused(w.people.civil, M.act, { ...version, action: 'SOLICIT' })).code).toBe('VERSION_CONFLICT')
  const again = await w.refused(w.people.civil, M.act, { ...solicited, action: 'SOLICIT' })
  expect(again).toMatchObject({ code: 'REFUSED', message: 'Not possible while soliciting opinions: solicit opinions.' })
  expect(await w.traces()).toEqual(before)
})

test('a list is not published without its document and its day', async () => {
  const version = await deliberated(w, await draft(w))
  const before = await w.traces()
  expect((await w.refused(w.people.civil, M.act, { ...version, action: 'PUBLISH' })).code).toBe('REFUSED')
  const asked = (more: object) =>
    w.refused(w.people.civil, M.publish, { ...version, document: '示〔2026〕2号', on: '2026-05-01', ...more })
  expect((await asked({ document: ' ' })).more).toMatchObject({ code: 'BAD_USER_INPUT', field: 'documentNumber' })
  expect((await asked({ on: '2026-02-30' })).more).toMatchObject({ code: 'BAD_USER_INPUT', field: 'effectiveOn' })
  expect(await w.traces()).toEqual(before)
})
