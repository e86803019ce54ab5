// People of the tests: one per role, all of the same committee unless said otherwise.
import { ANONYMOUS, SYSTEM, type Actor, type Relation, type Role } from '../../subgraphs/shared/actor.ts'

export const DIVISION = '310113109043'
export const ELSEWHERE = '310113109044'

export const actorOf = (
  role: Role | Relation,
  { division = DIVISION, resident = null as string | null, id = role as string } = {},
): Actor =>
  role === 'SYSTEM'
    ? SYSTEM
    : {
        ...ANONYMOUS,
        kind: 'PERSON',
        id,
        name: id,
        resident,
        grants: role === 'AUTHOR' || role === 'OWNER' ? [] : [{ role, division }],
        scopes: ['compacts:read', 'compacts:write'],
      }
