import { describe, expect, test } from 'vitest'
import { ROLES, type Actor, type Party, type Role } from '../../subgraphs/shared/actor.ts'
import type { AnyMachine } from '../../subgraphs/shared/machine.ts'
import { opportunityClaimMachine } from '../../subgraphs/organizations/claim.machine.ts'
import { registerConflictMachine } from '../../subgraphs/organizations/conflict.machine.ts'
import { qualifiedEntryMachine } from '../../subgraphs/organizations/entry.machine.ts'
import { organizations } from '../../subgraphs/organizations/index.ts'
import { opportunityMachine } from '../../subgraphs/organizations/opportunity.machine.ts'
import { socialOrganizationMachine } from '../../subgraphs/organizations/organization.machine.ts'
import { serviceListingMachine } from '../../subgraphs/organizations/service.machine.ts'
import { serviceShopMachine } from '../../subgraphs/organizations/shop.machine.ts'
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
  test('organisations', () =>
    expect(matrix(socialOrganizationMachine)).toMatchInlineSnapshot(`
    [
      "REGISTERED | DISTRICT_CIVIL_AFFAIRS: LIQUIDATE REVOKE MERGE SPIN_OFF DIVIDE",
      "LIQUIDATING | DISTRICT_CIVIL_AFFAIRS: RESUME DEREGISTER REVOKE MERGE DIVIDE",
      "DEREGISTERED | -",
      "REVOKED | -",
      "MERGED | -",
      "DIVIDED | -",
    ]
  `))
  test('disagreements of registers', () =>
    expect(matrix(registerConflictMachine)).toMatchInlineSnapshot(`
    [
      "OPEN | DISTRICT_CIVIL_AFFAIRS: KEEP FOLLOW",
      "KEPT | -",
      "FOLLOWED | -",
    ]
  `))
  test('entries of the directory', () =>
    expect(matrix(qualifiedEntryMachine)).toMatchInlineSnapshot(`
    [
      "APPLIED | DISTRICT_CIVIL_AFFAIRS: BEGIN_REVIEW | OWNER: WITHDRAW | SYSTEM: WITHDRAW",
      "UNDER_REVIEW | DISTRICT_CIVIL_AFFAIRS: ASK PUBLISH REJECT | OWNER: WITHDRAW | SYSTEM: WITHDRAW",
      "NEEDS_INFO | DISTRICT_CIVIL_AFFAIRS: REJECT | OWNER: COMPLETE WITHDRAW | SYSTEM: WITHDRAW",
      "PUBLICITY | DISTRICT_CIVIL_AFFAIRS: REJECT LIST | OWNER: WITHDRAW | SYSTEM: WITHDRAW",
      "LISTED | DISTRICT_CIVIL_AFFAIRS: SUSPEND REMOVE | OWNER: RECONFIRM | SYSTEM: SUSPEND REMOVE EXPIRE",
      "SUSPENDED | DISTRICT_CIVIL_AFFAIRS: LIFT REMOVE | SYSTEM: LIFT REMOVE EXPIRE",
      "REMOVED | -",
      "EXPIRED | -",
      "REJECTED | -",
      "WITHDRAWN | -",
    ]
  `))
  test('services', () =>
    expect(matrix(serviceListingMachine)).toMatchInlineSnapshot(`
    [
      "DRAFT | DISTRICT_CIVIL_AFFAIRS: SUBMIT STOP | SUBDISTRICT_OFFICER: SUBMIT STOP | OWNER: SUBMIT STOP | SYSTEM: STOP",
      "IN_REVIEW | DISTRICT_CIVIL_AFFAIRS: RETURN PUBLISH STOP | SUBDISTRICT_OFFICER: RETURN PUBLISH STOP | OWNER: STOP | SYSTEM: STOP",
      "ACTIVE | DISTRICT_CIVIL_AFFAIRS: APPLY DECLINE ASSURE CLOSE_FOR_A_TIME STOP | SUBDISTRICT_OFFICER: APPLY DECLINE ASSURE CLOSE_FOR_A_TIME STOP | OWNER: PROPOSE ASSURE CLOSE_FOR_A_TIME STOP | SYSTEM: STOP",
      "TEMPORARILY_CLOSED | DISTRICT_CIVIL_AFFAIRS: REOPEN STOP | SUBDISTRICT_OFFICER: REOPEN STOP | OWNER: REOPEN STOP | SYSTEM: REOPEN STOP",
      "INACTIVE | DISTRICT_CIVIL_AFFAIRS: END | SUBDISTRICT_OFFICER: END | OWNER: REVIVE",
      "DEFUNCT | -",
    ]
  `))
  test('service shops', () =>
    expect(matrix(serviceShopMachine)).toMatchInlineSnapshot(`
      [
        "DRAFT | DISTRICT_CIVIL_AFFAIRS: CLOSE | SUBDISTRICT_OFFICER: CLOSE | OWNER: SUBMIT CLOSE | SYSTEM: CLOSE",
        "IN_REVIEW | DISTRICT_CIVIL_AFFAIRS: OPEN RETURN CLOSE | SUBDISTRICT_OFFICER: OPEN RETURN CLOSE | OWNER: CLOSE | SYSTEM: CLOSE",
        "OPEN | DISTRICT_CIVIL_AFFAIRS: PAUSE CLOSE | SUBDISTRICT_OFFICER: PAUSE CLOSE | OWNER: PAUSE REWORK CLOSE | SYSTEM: PAUSE CLOSE",
        "PAUSED | DISTRICT_CIVIL_AFFAIRS: RESUME CLOSE | SUBDISTRICT_OFFICER: RESUME CLOSE | OWNER: RESUME REWORK CLOSE | SYSTEM: CLOSE",
        "CLOSED | -",
      ]
    `))
  test('opportunities', () =>
    expect(matrix(opportunityMachine)).toMatchInlineSnapshot(`
    [
      "DRAFT | DISTRICT_CIVIL_AFFAIRS: PUBLISH WITHDRAW | SUBDISTRICT_OFFICER: PUBLISH WITHDRAW | OWNER: PUBLISH WITHDRAW | SYSTEM: WITHDRAW",
      "OPEN | DISTRICT_CIVIL_AFFAIRS: CLOSE WITHDRAW | SUBDISTRICT_OFFICER: CLOSE WITHDRAW | OWNER: CLOSE WITHDRAW | SYSTEM: EXPIRE WITHDRAW",
      "CLOSED | -",
      "EXPIRED | -",
      "WITHDRAWN | -",
    ]
  `))
  test('claims', () =>
    expect(matrix(opportunityClaimMachine)).toMatchInlineSnapshot(`
    [
      "REQUESTED | DISTRICT_CIVIL_AFFAIRS: ACCEPT REJECT | SUBDISTRICT_OFFICER: ACCEPT REJECT | AUTHOR: RELEASE | OWNER: ACCEPT REJECT RELEASE | SYSTEM: RELEASE",
      "ACCEPTED | DISTRICT_CIVIL_AFFAIRS: CONFIRM | SUBDISTRICT_OFFICER: CONFIRM | AUTHOR: RELEASE | OWNER: CONFIRM RELEASE | SYSTEM: RELEASE",
      "CONFIRMED | -",
      "REJECTED | -",
      "RELEASED | -",
    ]
  `))
})

test('what publishes or signs asks for a second word', () => {
  const sealed = (organizations.machines as AnyMachine[]).flatMap(({ name, actions }) =>
    Object.entries(actions).flatMap(([action, { seals }]) => (seals ? [`${name}.${action}`] : [])),
  )
  expect(sealed.filter((one) => /^(SocialOrganization|QualifiedEntry|ServiceListing|ServiceShop|Opportunity)/.test(one))).toEqual(
    [
      'SocialOrganization.DEREGISTER',
      'SocialOrganization.REVOKE',
      'SocialOrganization.MERGE',
      'SocialOrganization.SPIN_OFF',
      'SocialOrganization.DIVIDE',
      'QualifiedEntry.PUBLISH',
      'QualifiedEntry.LIST',
      'QualifiedEntry.REMOVE',
      'ServiceListing.PUBLISH',
      'ServiceShop.OPEN',
      'Opportunity.PUBLISH',
    ],
  )
})
