// How the states of this feature look; exhaustive, so that the compiler asks about a new one.
import type { Tone } from '../app/ui/StatusBadge.vue'
import type { ImportRunStatus } from './import.queries.ts'
import type { DataRequestKind, DataRequestStatus, RevealRequestStatus } from './request.queries.ts'
import type { Ending, Paper, Relation, Residence } from './resident.queries.ts'
import type { ConsentPurpose, PersonalField } from './rights.queries.ts'

export const dataRequestTones: Record<DataRequestStatus, Tone> = {
  SUBMITTED: 'wait',
  PROCESSING: 'info',
  REFUSED: 'bad',
  REVIEWING: 'wait',
  FULFILLED: 'good',
  UPHELD: 'neutral',
  WITHDRAWN: 'neutral',
}

export const revealTones: Record<RevealRequestStatus, Tone> = {
  REQUESTED: 'wait',
  APPROVED: 'good',
  USED: 'neutral',
  REFUSED: 'bad',
  LAPSED: 'neutral',
}

export const importTones: Record<ImportRunStatus, Tone> = {
  UPLOADING: 'neutral',
  CHECKING: 'info',
  MAPPING: 'wait',
  CHECKED: 'wait',
  RUNNING: 'info',
  DONE: 'good',
  UNREADABLE: 'bad',
  DISCARDED: 'neutral',
}

/** States in which work goes on in the background. */
export const isAtWork = (status: ImportRunStatus): boolean => status === 'CHECKING' || status === 'RUNNING'

const namesOf = <Name extends string>(names: Record<Name, true>) => Object.keys(names) as Name[]

export const dataRequestStatuses = Object.keys(dataRequestTones) as DataRequestStatus[]
export const revealStatuses = Object.keys(revealTones) as RevealRequestStatus[]
export const residences = namesOf<Residence>({ REGISTERED: true, PERMANENT: true, MIGRANT: true })
export const relations = namesOf<Relation>({ HEAD: true, SPOUSE: true, CHILD: true, PARENT: true, GRANDCHILD: true, OTHER: true })
export const papers = namesOf<Paper>({
  RESIDENT_ID: true,
  RESIDENCE_PERMIT: true,
  HK_MACAO_PERMIT: true,
  TAIWAN_PERMIT: true,
  FOREIGN_PERMANENT: true,
  PASSPORT: true,
})
export const purposes = namesOf<ConsentPurpose>({
  SERVICE_CONTACT: true,
  PARTNER_CONTACT: true,
  CARE_VISIT: true,
  SAFETY_ALERT: true,
  PUBLIC_NAME: true,
})
export const requestKinds = namesOf<DataRequestKind>({ READ: true, COPY: true, CORRECT: true, DELETE: true, EXPLAIN: true })
/** Erasing is not entered here: it follows from a request to delete. */
export const endings: readonly Exclude<Ending, 'ERASED'>[] = ['MOVED_OUT', 'DECEASED']
export const personalFields = namesOf<PersonalField>({
  NAME: true,
  ID_NUMBER: true,
  PHONE: true,
  BIRTH_DATE: true,
  ADDRESS: true,
})

export const COMMITTEE_STAFF = ['COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER']
/** Who reads and answers requests of people about their own data; others of the committee only register them. */
export const HANDLERS = ['COMMITTEE_SECRETARY', 'SUBDISTRICT_LEAD', 'SUBDISTRICT_OFFICER']
export const REVEALERS = [...COMMITTEE_STAFF, 'SUBDISTRICT_LEAD', 'SUBDISTRICT_OFFICER']
/** Under this age a field is shown only after somebody in charge has agreed. */
export const CHILD = 14
