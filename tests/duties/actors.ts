// People of the tests: one per role, over the district, the town and the committee they act in.
import { v5 as uuidv5 } from 'uuid'
import { ANONYMOUS, ROLES, SYSTEM, type Actor, type Party, type Relation, type Role } from '../../subgraphs/shared/actor.ts'
import { SCOPES } from '../../subgraphs/office/scopes.ts'

export const DISTRICT = '310113000000'
export const TOWN = '310113109000'
export const DIVISION = '310113109043'
export const ELSEWHERE = '310113112017'

/** The example department by its number. */
export const departmentId = (n: number) => uuidv5(`department:${n}`, 'b8a2e5b6-7f0a-5b0e-9c58-6f1f5d9f0a11')

const divisionOf = (role: Role) =>
  role.startsWith('DISTRICT') || role === 'AUDITOR' ? DISTRICT : /^(SUBDISTRICT|LEGAL)/.test(role) ? TOWN : DIVISION

export const actorOf = (role: Role | Relation, more: Partial<Actor> & { division?: string } = {}): Actor => {
  if (role === 'SYSTEM') return SYSTEM
  const { division, ...rest } = more
  const grants = role in ROLES ? [{ role: role as Role, division: division ?? divisionOf(role as Role) }] : []
  return { ...ANONYMOUS, kind: 'PERSON', id: role, name: `示例${role}`, grants, scopes: SCOPES, locale: 'en', ...rest }
}

/** Somebody who acts for an example department. */
export const departmentActor = (n: number): Actor =>
  actorOf('DISTRICT_DEPARTMENT', { id: `DEPARTMENT${n}`, organization: departmentId(n) })

/** The actor a party stands for, and what ties them to the record. */
export const as = (party: Party): { actor: Actor; relations: Relation[] } =>
  party in ROLES
    ? { actor: actorOf(party as Role), relations: [] }
    : { actor: actorOf(party as Relation), relations: party === 'SYSTEM' ? [] : [party as Relation] }
