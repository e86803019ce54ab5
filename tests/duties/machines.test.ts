import { describe, expect, test } from 'vitest'
import { ROLES, type Actor, type Party, type Role } from '../../subgraphs/shared/actor.ts'
import type { AnyMachine } from '../../subgraphs/shared/machine.ts'
import { duties } from '../../subgraphs/duties/index.ts'
import { dutyItemMachine } from '../../subgraphs/duties/item.machine.ts'
import { dutyListVersionMachine } from '../../subgraphs/duties/version.machine.ts'
import { matrix, stuck, unreachable } from '../support/machines.ts'
import { as, DIVISION } from './actors.ts'

const NOW = new Date('2026-06-01T10:00:00+08:00')

interface Asked {
  refusal: (action: string, subject: object, actor: Actor, now: Date) => { zh: string; en: string } | null
}

describe.each(duties.machines as AnyMachine[])('$name', (machine) => {
  test('reaches every state, and nothing is stuck', () => {
    expect(unreachable(machine)).toEqual([])
    expect(stuck(machine)).toEqual([])
  })

  test('starts only clocks that have a time limit', () => {
    const codes = new Set((duties.rules ?? []).map(({ code }) => code))
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
  test('versions of lists', () =>
    expect(matrix(dutyListVersionMachine)).toMatchInlineSnapshot(`
    [
      "COMPILING | DISTRICT_CIVIL_AFFAIRS: SOLICIT | SUBDISTRICT_OFFICER: SOLICIT",
      "SOLICITING | DISTRICT_CIVIL_AFFAIRS: RECOMPILE | DISTRICT_JOINT_MEETING: RECOMPILE DELIBERATE | SUBDISTRICT_LEAD: RECOMPILE DELIBERATE | SUBDISTRICT_OFFICER: RECOMPILE",
      "DELIBERATED | DISTRICT_CIVIL_AFFAIRS: RECOMPILE PUBLISH | DISTRICT_JOINT_MEETING: RECOMPILE | SUBDISTRICT_LEAD: RECOMPILE PUBLISH | SUBDISTRICT_OFFICER: RECOMPILE",
      "PUBLISHED | DISTRICT_CIVIL_AFFAIRS: TAKE_EFFECT REPEAL | SUBDISTRICT_LEAD: TAKE_EFFECT REPEAL | SYSTEM: TAKE_EFFECT",
      "IN_FORCE | DISTRICT_CIVIL_AFFAIRS: REPEAL | SUBDISTRICT_LEAD: REPEAL | SYSTEM: SUPERSEDE",
      "SUPERSEDED | -",
      "REPEALED | -",
    ]
  `))
  test('items', () =>
    expect(matrix(dutyItemMachine)).toMatchInlineSnapshot(`
    [
      "LISTED | DISTRICT_JOINT_MEETING: SUSPEND ADJUST WITHDRAW | SYSTEM: SUSPEND ADJUST WITHDRAW EXPIRE",
      "SUSPENDED | DISTRICT_JOINT_MEETING: RESUME ADJUST WITHDRAW | SYSTEM: RESUME ADJUST WITHDRAW EXPIRE",
      "ADJUSTING | DISTRICT_JOINT_MEETING: CONCLUDE_ADJUSTMENT WITHDRAW | SYSTEM: CONCLUDE_ADJUSTMENT WITHDRAW EXPIRE",
      "WITHDRAWN | -",
    ]
  `))
})

test('what publishes or signs asks for a second word', () => {
  const sealed = (duties.machines as AnyMachine[]).flatMap(({ name, actions }) =>
    Object.entries(actions).flatMap(([action, { seals }]) => (seals ? [`${name}.${action}`] : [])),
  )
  expect(sealed).toEqual([
    'DutyListVersion.PUBLISH',
    'AdmissionApplication.SUBMIT',
    'AdmissionApplication.RESUBMIT',
    'AdmissionApplication.CLEAR',
    'AdmissionApplication.DISMISS',
    'AdmissionApplication.VOTE',
    'AdmissionApplication.CARRY',
    'AdmissionApplication.DECLINE',
    'AdmissionApplication.ADMIT',
    'AdmissionApplication.SETTLE_ADJUSTMENT',
    'Opinion.GIVE',
    'Opinion.REPLACE',
    'FundingCommitment.RECONCILE',
    'DutyObjection.UPHOLD',
    'DutyObjection.DISMISS',
    'CertificateRequest.ISSUE',
    'CertificateRequest.REFUSE',
  ])
})
