import { describe, expect, test } from 'vitest'
import { ROLES, type Actor, type Party, type Role } from '../../subgraphs/shared/actor.ts'
import type { AnyMachine } from '../../subgraphs/shared/machine.ts'
import { organizations } from '../../subgraphs/organizations/index.ts'
import { socialOrganizationMachine } from '../../subgraphs/organizations/organization.machine.ts'
import { matrix, stuck, unreachable } from '../support/machines.ts'
import { as, DIVISION } from './actors.ts'

const NOW = new Date('2026-06-01T10:00:00+08:00')

interface Asked {
  refusal: (action: string, subject: object, actor: Actor, now: Date) => { zh: string; en: string } | null
}

describe.each(organizations.machines as AnyMachine[])('$name', (machine) => {
  test('reaches every state, and nothing is stuck', () => {
    expect(unreachable(machine)).toEqual([])
    expect(stuck(machine)).toEqual([])
  })

  test('starts only clocks that have a time limit', () => {
    const codes = new Set((organizations.rules ?? []).map(({ code }) => code))
    expect(Object.values(machine.actions).flatMap(({ starts }) => (starts && !codes.has(starts) ? [starts] : []))).toEqual([])
  })

  test('refuses every action to everyone the table does not name, in every state, with a sentence', () => {
    const asked = machine as unknown as Asked
    const parties: Party[] = [...(Object.keys(ROLES) as Role[]), 'AUTHOR', 'OWNER', 'SYSTEM']
    for (const status of machine.stateNames)
      for (const action of machine.actionNames)
        for (const party of parties) {
          const row = machine.actions[action]!
          if (row.from.includes(status) && row.by.includes(party)) continue
          const { actor, relations } = as(party)
          const sentence = asked.refusal(action, { status, division: DIVISION, relations }, actor, NOW)
          expect(sentence?.zh, `${status} ${action} ${party}`).toMatch(/[。]$/)
          expect(sentence?.en, `${status} ${action} ${party}`).toMatch(/[.]$/)
        }
  })
})

describe('who may do what', () => {
  test('organisations', () => expect(matrix(socialOrganizationMachine)).toMatchInlineSnapshot(`
    [
      "REGISTERED | DISTRICT_CIVIL_AFFAIRS: LIQUIDATE REVOKE MERGE SPIN_OFF DIVIDE",
      "LIQUIDATING | DISTRICT_CIVIL_AFFAIRS: RESUME DEREGISTER REVOKE MERGE DIVIDE",
      "DEREGISTERED | -",
      "REVOKED | -",
      "MERGED | -",
      "DIVIDED | -",
    ]
  `))
})
