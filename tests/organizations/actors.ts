// People of the tests: one per role, over the district, the town and the committee they act in, and those who act for organisations.
import { v5 as uuidv5 } from 'uuid'
import { ANONYMOUS, ROLES, SYSTEM, type Actor, type Party, type Relation, type Role } from '../../subgraphs/shared/actor.ts'
import { SCOPES } from '../../subgraphs/office/scopes.ts'

export const DISTRICT = '310113000000'
export const TOWN = '310113109000'
export const DIVISION = '310113109043'

/** The example organisation by its number. */
export const organizationId = (n: number) => uuidv5(`organization:${n}`, 'b8a2e5b6-7f0a-5b0e-9c58-6f1f5d9f0a11')

const divisionOf = (role: Role) =>
  /^(DISTRICT|PARTNER|EVALUATOR)/.test(role) || role === 'AUDITOR'
    ? DISTRICT
    : /^(SUBDISTRICT|LEGAL)/.test(role)
      ? TOWN
      : DIVISION

export const actorOf = (role: Role | Relation, more: Partial<Actor> & { division?: string } = {}): Actor => {
  if (role === 'SYSTEM') return SYSTEM
  const { division, ...rest } = more
  const grants = role in ROLES ? [{ role: role as Role, division: division ?? divisionOf(role as Role) }] : []
  return {
    ...ANONYMOUS,
    kind: 'PERSON',
    id: uuidv5(`account:${role}`, uuidv5.URL),
    name: `示例${role}`,
    grants,
    scopes: SCOPES,
    locale: 'en',
    ...rest,
  }
}

/** Somebody who acts for an organisation. */
export const partner = (organization: string, more: Partial<Actor> = {}): Actor =>
  actorOf('PARTNER_ORGANIZATION', { id: uuidv5(`partner:${organization}`, uuidv5.URL), organization, ...more })

/** The actor a party stands for, and what ties them to the record. */
export const as = (party: Party): { actor: Actor; relations: Relation[] } =>
  party in ROLES
    ? { actor: actorOf(party as Role), relations: [] }
    : { actor: actorOf(party as Relation), relations: party === 'SYSTEM' ? [] : [party as Relation] }
