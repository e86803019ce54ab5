// The people of the demo, under the ids every part of the demo gives them.
import { v5 as uuidv5 } from 'uuid'
import type { Actor, Role } from '../shared/actor.ts'

export const HOME = '310113109043'
const NAMESPACE = 'b8a2e5b6-7f0a-5b0e-9c58-6f1f5d9f0a11'
/** The id of an example resident, the same in every subgraph that seeds the demo. */
export const exampleResident = (n: number): string => uuidv5(`resident:${n}`, NAMESPACE)

/** The same of an example department. */
export const exampleDepartment = (n: number): string => uuidv5(`department:${n}`, NAMESPACE)

export const OFFICERS = {
  secretary: ['COMMITTEE_SECRETARY', '示例书记'],
  member: ['COMMITTEE_MEMBER', '示例委员'],
  chair: ['MEETING_CHAIR', '示例主持人'],
  party: ['PARTY_BRANCH', '示例党组织委员'],
  supervision: ['SUPERVISION_MEMBER', '示例监督委员'],
  legal: ['LEGAL_SPECIALIST', '示例法治专员'],
  town: ['SUBDISTRICT_OFFICER', '示例街镇干部'],
} satisfies Record<string, [Role, string]>

export const person = (id: string, name: string, role: Role, resident: string | null = null): Actor => ({
  kind: 'PERSON',
  id: uuidv5(`account:${id}`, NAMESPACE),
  name,
  resident,
  organization: null,
  grants: [{ role, division: role === 'SUBDISTRICT_OFFICER' || role === 'LEGAL_SPECIALIST' ? '310113109000' : HOME }],
  scopes: [],
  locale: 'zh',
})

/** Somebody of the demo: an officer, the n-th example resident, or whoever is given. */
export const somebody = (who: keyof typeof OFFICERS | number | Actor): Actor => {
  if (typeof who === 'object') return who
  return typeof who === 'number'
    ? person(`resident:${who}`, `示例居民${who}`, 'RESIDENT', exampleResident(who))
    : person(who, OFFICERS[who][1], OFFICERS[who][0])
}
