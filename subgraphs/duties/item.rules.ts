// What an item of a list is made of, and what may be done with it once its list is in force. Knows facts, not records.
import { text, type Text } from '../shared/words.ts'
import { hasCome, isWithin } from './day.rules.ts'
import type { Guard } from './guard.rules.ts'

export const CATEGORIES = {
  SELF_GOVERNANCE: text('居民自治', 'Self-governance'),
  PUBLIC_SERVICE: text('公共服务', 'Public service'),
  PUBLIC_MANAGEMENT: text('公共管理', 'Public management'),
  PUBLIC_SAFETY: text('公共安全', 'Public safety'),
  RIGHTS_PROTECTION: text('权益保障', 'Protection of rights'),
  CERTIFICATION: text('出具证明', 'Certification'),
} satisfies Record<string, Text>
export type DutyCategory = keyof typeof CATEGORIES

export const PERFORMERS = {
  RESIDENTS_COMMITTEE: text('居民委员会', "Residents' committee"),
  VILLAGERS_COMMITTEE: text('村民委员会', "Villagers' committee"),
  EITHER: text('居（村）民委员会', "Residents' or villagers' committee"),
  TOWN: text('街道办事处、镇人民政府', 'Subdistrict office or town government'),
} satisfies Record<string, Text>
export type DutyPerformer = keyof typeof PERFORMERS

export interface ItemFacts {
  /** Where its version stands. */
  readonly versionStatus: string
  /** First and last day on which it holds, 2026-01-01; no last day for good. */
  readonly validFrom: string
  readonly validTo: string | null
  /** What it stands or falls with, so that nobody acts on it alone; null when it stands by itself, and for the system. */
  readonly follows: 'APPLICATION' | 'LIST_ABOVE' | null
}

type ItemGuard = Guard<ItemFacts>

/** Whether an item holds today: its version in force, itself listed, and today within its days. */
export const isInForce = (
  { versionStatus, validFrom, validTo, status }: Omit<ItemFacts, 'follows'> & { readonly status: string },
  now: Date,
): boolean => versionStatus === 'IN_FORCE' && status === 'LISTED' && isWithin(validFrom, validTo, now)

export const notListed: ItemGuard = ({ versionStatus }) =>
  versionStatus === 'PUBLISHED' || versionStatus === 'IN_FORCE'
    ? null
    : text('该事项所在的清单没有发布，或者已经失效。', 'The list of this item is not published, or no longer in force.')

export const follower: ItemGuard = ({ follows }) =>
  follows === 'APPLICATION'
    ? text('该事项经准入列入清单，请在准入申请中办理。', 'This item came by admission; act on its application.')
    : follows === 'LIST_ABOVE'
      ? text('该事项承接自上级清单，请在上级清单中办理。', 'This item was taken over; act on it in the list above.')
      : null

export const notOver: ItemGuard = ({ validTo }, now) =>
  validTo && hasCome(validTo, now) && !isWithin(validTo, validTo, now)
    ? null
    : text('有效期还没有满。', 'Its last day is not over.')
