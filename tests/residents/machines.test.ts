import { describe, expect, test } from 'vitest'
import { ANONYMOUS, ROLES, SYSTEM, type Actor, type Relation, type Role } from '../../subgraphs/shared/actor.ts'
import type { AnyMachine } from '../../subgraphs/shared/machine.ts'
import { matrix, stuck, unreachable } from '../support/machines.ts'
import { text } from '../../subgraphs/shared/words.ts'
import { dataRequestMachine } from '../../subgraphs/residents/dataRequest.machine.ts'
import { importRunMachine } from '../../subgraphs/residents/importRun.machine.ts'
import { revealRequestMachine } from '../../subgraphs/residents/revealRequest.machine.ts'

const NOW = new Date('2026-03-02T01:00:00Z')
const HOME = '310113109043'
const holding = (role: Role, division = HOME): Actor => ({
  ...ANONYMOUS,
  kind: 'PERSON',
  id: 'a',
  name: 'a',
  grants: [{ role, division }],
})

describe.each([
  ['DataRequest', dataRequestMachine],
  ['RevealRequest', revealRequestMachine],
  ['ImportRun', importRunMachine],
] as [string, AnyMachine][])('%s', (_, machine) => {
  test('every state can be reached, and every state but the last leads on', () => {
    expect(unreachable(machine)).toEqual([])
    expect(stuck(machine)).toEqual([])
  })
})

test('who may do what with a data request', () => {
  expect(matrix(dataRequestMachine)).toMatchInlineSnapshot(`
    [
      "SUBMITTED | SUBDISTRICT_OFFICER: ACCEPT REFUSE | COMMITTEE_SECRETARY: ACCEPT REFUSE | AUTHOR: WITHDRAW",
      "PROCESSING | SUBDISTRICT_OFFICER: FULFIL REFUSE | COMMITTEE_SECRETARY: FULFIL REFUSE | AUTHOR: WITHDRAW",
      "REFUSED | AUTHOR: OBJECT WITHDRAW",
      "REVIEWING | SUBDISTRICT_LEAD: REVERSE UPHOLD | AUTHOR: WITHDRAW",
      "FULFILLED | -",
      "UPHELD | -",
      "WITHDRAWN | -",
    ]
  `)
})

test('who may do what with a request to see data of a child', () => {
  expect(matrix(revealRequestMachine)).toMatchInlineSnapshot(`
    [
      "REQUESTED | SUBDISTRICT_LEAD: APPROVE REFUSE | COMMITTEE_SECRETARY: APPROVE REFUSE | SYSTEM: LAPSE",
      "APPROVED | AUTHOR: USE | SYSTEM: LAPSE",
      "USED | -",
      "REFUSED | -",
      "LAPSED | -",
    ]
  `)
})

test('who may do what with an import', () => {
  expect(matrix(importRunMachine)).toMatchInlineSnapshot(`
    [
      "UPLOADING | COMMITTEE_SECRETARY: CHECK DISCARD | COMMITTEE_MEMBER: CHECK DISCARD",
      "CHECKING | SYSTEM: ASK_COLUMNS REPORT REJECT",
      "MAPPING | COMMITTEE_SECRETARY: MATCH_COLUMNS DISCARD | COMMITTEE_MEMBER: MATCH_COLUMNS DISCARD",
      "CHECKED | COMMITTEE_SECRETARY: RUN DISCARD | COMMITTEE_MEMBER: RUN DISCARD",
      "RUNNING | SYSTEM: FINISH",
      "DONE | -",
      "UNREADABLE | -",
      "DISCARDED | -",
    ]
  `)
})

const data = { kind: 'DELETE', isOwnRefusal: false, heldBy: null }

test('a deletion waits while the person holds office, any other request does not', () => {
  const secretary = holding('COMMITTEE_SECRETARY')
  const at = { ...data, status: 'PROCESSING', division: HOME }
  expect(dataRequestMachine.refusal('FULFIL', at, secretary, NOW)).toBeNull()
  expect(dataRequestMachine.refusal('FULFIL', { ...at, heldBy: text('居民代表任期', 'a term') }, secretary, NOW)?.zh).toContain(
    '居民代表任期',
  )
  expect(
    dataRequestMachine.refusal('FULFIL', { ...at, kind: 'COPY', heldBy: text('居民代表任期', 'a term') }, secretary, NOW),
  ).toBeNull()
})

test('whoever refused a request does not review the refusal', () => {
  const lead = holding('SUBDISTRICT_LEAD', '310113109000')
  const at = { ...data, status: 'REVIEWING', division: HOME }
  for (const action of ['REVERSE', 'UPHOLD'] as const) {
    expect(dataRequestMachine.refusal(action, at, lead, NOW)).toBeNull()
    expect(dataRequestMachine.refusal(action, { ...at, isOwnRefusal: true }, lead, NOW)?.zh).toContain('复核人')
  }
})

test('nobody approves their own wish to look', () => {
  const at = { isOwn: true, status: 'REQUESTED', division: HOME }
  expect(revealRequestMachine.refusal('APPROVE', at, holding('COMMITTEE_SECRETARY'), NOW)?.zh).toContain('自己')
  expect(revealRequestMachine.refusal('APPROVE', { ...at, isOwn: false }, holding('COMMITTEE_SECRETARY'), NOW)).toBeNull()
})

test('an import is checked once every part has come, and run once a row is valid', () => {
  const member = holding('COMMITTEE_MEMBER')
  const at = { parts: 3, received: 2, valid: 0, division: HOME }
  expect(importRunMachine.refusal('CHECK', { ...at, status: 'UPLOADING' }, member, NOW)?.zh).toContain('已收到2段')
  expect(importRunMachine.refusal('CHECK', { ...at, received: 3, status: 'UPLOADING' }, member, NOW)).toBeNull()
  expect(importRunMachine.refusal('RUN', { ...at, status: 'CHECKED' }, member, NOW)?.zh).toContain('没有可以导入的行')
  expect(importRunMachine.refusal('RUN', { ...at, valid: 1, status: 'CHECKED' }, member, NOW)).toBeNull()
})

test('the complement: in every other state, role and place every action is refused with a sentence', () => {
  const cases: [AnyMachine, object][] = [
    [dataRequestMachine, data],
    [revealRequestMachine, { isOwn: false }],
    [importRunMachine, { parts: 1, received: 1, valid: 1 }],
  ]
  let tried = 0
  for (const [machine, facts] of cases) {
    const table = machine as unknown as { refusal: (a: string, s: object, actor: Actor, now: Date) => { zh: string } | null }
    for (const status of machine.stateNames)
      for (const action of machine.actionNames) {
        const row = machine.actions[action]!
        const actors: [Actor, readonly Relation[], boolean][] = [
          ...(Object.keys(ROLES) as Role[]).map((role): [Actor, readonly Relation[], boolean] => [
            holding(role),
            [],
            row.by.includes(role),
          ]),
          ...(Object.keys(ROLES) as Role[]).map((role): [Actor, readonly Relation[], boolean] => [
            holding(role, '310113101000'),
            [],
            false,
          ]),
          [ANONYMOUS, [], false],
          [SYSTEM, [], row.by.includes('SYSTEM')],
          [holding('RESIDENT'), ['AUTHOR'], row.by.includes('AUTHOR') || row.by.includes('RESIDENT')],
        ]
        for (const [actor, relations, isParty] of actors) {
          const why = table.refusal(action, { ...facts, status, division: HOME, relations }, actor, NOW)
          tried += 1
          if (row.from.includes(status) && isParty) expect(why).toBeNull()
          else expect(why?.zh).toMatch(/。$/)
        }
      }
  }
  expect(tried).toBe((7 * 7 + 5 * 4 + 8 * 8) * (2 * Object.keys(ROLES).length + 3))
})
