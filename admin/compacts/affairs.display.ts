// How the states of affairs look; exhaustive, so that the compiler asks about a new one.
import { badgeOf } from './badges.ts'
import type { Tone } from '../app/ui/StatusBadge.vue'
import type { DisclosureCategory, DisclosureStatus, MoralKind, MoralMeasure, MoralStatus } from './affairs.queries.ts'
import type { GroupSeat, OwnersStatus } from './owners.queries.ts'

export const disclosureTones: Record<DisclosureStatus, Tone> = {
  DRAFT: 'neutral',
  REVIEWING: 'wait',
  REVIEWED: 'info',
  PUBLISHED: 'good',
  QUERIED: 'wait',
  ANSWERED: 'good',
  ORDERED: 'bad',
  ARCHIVED: 'neutral',
  DISCARDED: 'neutral',
}
export const moralTones: Record<MoralStatus, Tone> = {
  PROPOSED: 'wait',
  CONVENED: 'info',
  REVIEWED: 'wait',
  PUBLISHED: 'good',
  CLOSED: 'neutral',
  DECLINED: 'neutral',
}
export const ownersTones: Record<OwnersStatus, Tone> = {
  REPORTED: 'wait',
  PREPARING: 'info',
  POSTED: 'info',
  ELECTED: 'wait',
  FILED: 'good',
  ENDED: 'neutral',
  STOPPED: 'neutral',
}

const namesOf = <Name extends string>(names: Record<Name, true>) => Object.keys(names) as Name[]

export const disclosureStatuses = Object.keys(disclosureTones) as DisclosureStatus[]
export const moralStatuses = Object.keys(moralTones) as MoralStatus[]
export const ownersStatuses = Object.keys(ownersTones) as OwnersStatus[]
export const disclosureCategories = namesOf<DisclosureCategory>({
  DECISION: true,
  FUNDS: true,
  FACILITIES: true,
  SERVICES: true,
  CONSULTATION: true,
  ASSISTANCE: true,
  OTHER: true,
})
export const moralKinds = namesOf<MoralKind>({ GOOD_DEED: true, BAD_HABIT: true })
export const moralMeasures = namesOf<MoralMeasure>({ COMMEND: true, PERSUADE: true, PROPOSE: true, NONE: true })
export const groupSeats = namesOf<GroupSeat>({ SUBDISTRICT: true, COMMITTEE: true, POLICE: true, DEVELOPER: true, OWNER: true })

export const disclosureBadge = badgeOf('disclosureStatus', disclosureTones)
export const moralBadge = badgeOf('moralStatus', moralTones)
export const ownersBadge = badgeOf('ownersStatus', ownersTones)

/** Hundredths of a square metre as square metres with two decimals. */
export const metres = (hundredths: number): string =>
  (hundredths / 100).toLocaleString('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

export const TOWN = ['SUBDISTRICT_OFFICER', 'SUBDISTRICT_LEAD']
