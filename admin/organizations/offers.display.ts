// How entries, services, shops and opportunities look; exhaustive, so that the compiler asks about a new one.
import type { Tone } from '../app/ui/StatusBadge.vue'
import type { ConflictStatus } from './conflict.queries.ts'
import type { EntryStatus, Evidence } from './entry.queries.ts'
import type { ClaimStatus, OpportunityKind, OpportunityStatus } from './opportunity.queries.ts'
import { badgeOf, namesOf } from './organizations.display.ts'
import type {
  HolidayRule,
  PlaceAccess,
  PlaceKind,
  ServiceCost,
  ServiceField,
  ServiceLanguage,
  ServiceStatus,
} from './service.queries.ts'
import type { ShopStatus } from './shop.queries.ts'

export const entryTones: Record<EntryStatus, Tone> = {
  APPLIED: 'wait',
  UNDER_REVIEW: 'info',
  NEEDS_INFO: 'wait',
  PUBLICITY: 'info',
  LISTED: 'good',
  SUSPENDED: 'bad',
  REMOVED: 'bad',
  EXPIRED: 'neutral',
  REJECTED: 'bad',
  WITHDRAWN: 'neutral',
}
export const serviceTones: Record<ServiceStatus, Tone> = {
  DRAFT: 'neutral',
  IN_REVIEW: 'wait',
  ACTIVE: 'good',
  TEMPORARILY_CLOSED: 'wait',
  INACTIVE: 'neutral',
  DEFUNCT: 'bad',
}
export const shopTones: Record<ShopStatus, Tone> = {
  DRAFT: 'neutral',
  IN_REVIEW: 'wait',
  OPEN: 'good',
  PAUSED: 'wait',
  CLOSED: 'neutral',
}
export const opportunityTones: Record<OpportunityStatus, Tone> = {
  DRAFT: 'neutral',
  OPEN: 'good',
  CLOSED: 'neutral',
  EXPIRED: 'neutral',
  WITHDRAWN: 'bad',
}
export const claimTones: Record<ClaimStatus, Tone> = {
  REQUESTED: 'wait',
  ACCEPTED: 'info',
  CONFIRMED: 'good',
  REJECTED: 'bad',
  RELEASED: 'neutral',
}
export const conflictTones: Record<ConflictStatus, Tone> = { OPEN: 'wait', KEPT: 'good', FOLLOWED: 'info' }

export const entryBadge = badgeOf('entryStatus', entryTones)
export const serviceBadge = badgeOf('serviceStatus', serviceTones)
export const shopBadge = badgeOf('shopStatus', shopTones)
export const opportunityBadge = badgeOf('opportunityStatus', opportunityTones)
export const claimBadge = badgeOf('claimStatus', claimTones)
export const conflictBadge = badgeOf('conflictStatus', conflictTones)

export const entryStatuses = namesOf(entryTones)
export const serviceStatuses = namesOf(serviceTones)
export const shopStatuses = namesOf(shopTones)
export const opportunityStatuses = namesOf(opportunityTones)
export const evidences = namesOf<Evidence>({ REGISTRATION: true, FINANCE: true, TAX: true, EQUIPMENT: true, CREDIT: true })
export const serviceFields = namesOf<ServiceField>({
  ELDERLY: true,
  CHILDREN: true,
  DISABILITY: true,
  FAMILY: true,
  HEALTH: true,
  LEGAL: true,
  EMPLOYMENT: true,
  CULTURE: true,
  ENVIRONMENT: true,
  VOLUNTEERING: true,
  OTHER: true,
})
export const languages = namesOf<ServiceLanguage>({ zh: true, wuu: true, en: true, sgn: true })
export const costs = namesOf<ServiceCost>({ FREE: true, REDUCED: true, PAID: true })
export const placeKinds = namesOf<PlaceKind>({ PHYSICAL: true, VIRTUAL: true, MOBILE: true })
export const accesses = namesOf<PlaceAccess>({
  STEP_FREE: true,
  TOILET: true,
  PARKING: true,
  LIFT: true,
  HEARING: true,
  NURSING: true,
})
export const holidayRules = namesOf<HolidayRule>({ CLOSED: true, AS_USUAL: true })
export const opportunityKinds = namesOf<OpportunityKind>({
  PROJECT: true,
  JOB: true,
  TRAINING: true,
  MENTOR: true,
  RESOURCE: true,
})
