// How the states of organisations look; exhaustive, so that the compiler asks about a new one.
import { t } from '../app/i18n.ts'
import { pendingOf } from '../app/pending.ts'
import type { Tone } from '../app/ui/StatusBadge.vue'
import type {
  MarkKind,
  OrganizationGrade,
  OrganizationKind,
  OrganizationPost,
  OrganizationStatus,
  ReportResult,
} from './organization.queries.ts'

export const organizationTones: Record<OrganizationStatus, Tone> = {
  REGISTERED: 'good',
  LIQUIDATING: 'wait',
  DEREGISTERED: 'neutral',
  REVOKED: 'bad',
  MERGED: 'neutral',
  DIVIDED: 'neutral',
}

export const resultTones: Record<ReportResult, Tone> = { PASSED: 'good', BASIC: 'info', FAILED: 'bad', MISSING: 'bad' }

/** The names of a word list of the API, in its order. */
export const namesOf = <Name extends string>(names: Record<Name, unknown>) => Object.keys(names) as Name[]

export const organizationStatuses = namesOf(organizationTones)
export const kinds = namesOf<OrganizationKind>({ ASSOCIATION: true, SERVICE_AGENCY: true, FOUNDATION: true, OTHER: true })
export const grades = namesOf<OrganizationGrade>({ A5: true, A4: true, A3: true, A2: true, A1: true })
export const reportResults = namesOf<ReportResult>({ PASSED: true, BASIC: true, FAILED: true, MISSING: true })
export const markKinds = namesOf<MarkKind>({ ABNORMAL: true, VIOLATION: true, PENALTY: true })
export const posts = namesOf<OrganizationPost>({
  LEGAL_REPRESENTATIVE: true,
  DIRECTOR: true,
  SUPERVISOR: true,
  SECRETARY_GENERAL: true,
  STAFF: true,
  CONTACT: true,
})

/** The names of a word list with their words. */
export const choicesOf = (list: string, names: readonly string[]) =>
  names.map((value) => ({ value, label: t(`organizations.${list}.${value}`) }))

export const badgeOf =
  <Status extends string>(words: string, tones: Record<Status, Tone>) =>
  ({ id, status }: { readonly id: string; readonly status: Status }) => {
    const next = pendingOf(id)?.to as Status | undefined
    const shown = next ?? status
    return { tone: tones[shown], label: t(`organizations.${words}.${shown}`), pending: next !== undefined }
  }

export const organizationBadge = badgeOf('organizationStatus', organizationTones)

/** Who keeps the register and the directory. */
export const REGISTRARS = ['DISTRICT_CIVIL_AFFAIRS']

/** Officers who look after organisations. */
export const KEEPERS = ['DISTRICT_CIVIL_AFFAIRS', 'SUBDISTRICT_OFFICER', 'SUBDISTRICT_LEAD']
/** Officers who see what is being done with organisations. */
export const OFFICERS = [
  ...KEEPERS,
  'DISTRICT_FINANCE',
  'COMMITTEE_SECRETARY',
  'COMMITTEE_MEMBER',
  'SUPERVISION_MEMBER',
  'AUDITOR',
]
export const PARTNER = ['PARTNER_ORGANIZATION']
/** Who may read the people of an organisation. */
export const READERS = [...OFFICERS, ...PARTNER]
