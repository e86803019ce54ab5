// What may be seen of a person and by whom, and what age changes. Knows no record and no database.
import type { Role } from '../shared/actor.ts'
import { dayOf } from '../shared/calendar.ts'
import { maskAddress, maskId, maskName, maskPhone } from '../shared/masking.ts'
import { text, type Text } from '../shared/words.ts'

/** Fields of a person that are never simply shown. */
export const FIELDS = {
  NAME: text('姓名', 'Name'),
  ID_NUMBER: text('证件号码', 'Number of the paper'),
  PHONE: text('手机号码', 'Phone number'),
  BIRTH_DATE: text('出生日期', 'Date of birth'),
  ADDRESS: text('住址', 'Address'),
} satisfies Record<string, Text>
export type PersonalField = keyof typeof FIELDS

/** In which light a caller sees a person. */
export type Sight = 'OWN' | 'COMMITTEE' | 'TOWN' | 'GRID' | 'CHILD' | 'NONE'
export type Shown = 'FULL' | 'MASKED' | 'HIDDEN'
export type Masks = Readonly<Record<Sight, Readonly<Record<PersonalField, Shown>>>>

export const COMMITTEE_STAFF = ['COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER'] as const satisfies readonly Role[]
export const TOWN_STAFF = ['SUBDISTRICT_LEAD', 'SUBDISTRICT_OFFICER', 'COMMUNITY_MANAGER'] as const satisfies readonly Role[]
export const ROW_STAFF = [...COMMITTEE_STAFF, ...TOWN_STAFF] as const
/** May see one field in full for a reason; a community manager and a grid worker may not. */
export const REVEALERS = [...COMMITTEE_STAFF, 'SUBDISTRICT_LEAD', 'SUBDISTRICT_OFFICER'] as const satisfies readonly Role[]
/** Decide whether the data of a child may be seen. */
export const APPROVERS = ['COMMITTEE_SECRETARY', 'SUBDISTRICT_LEAD'] as const satisfies readonly Role[]

const isAny = (held: readonly Role[], roles: readonly Role[]) => held.some((role) => roles.includes(role))

/** The light in which someone with these roles at the person's place sees the person. */
export const sightOf = ({ isOwn, isChild, held }: { isOwn: boolean; isChild: boolean; held: readonly Role[] }): Sight => {
  if (isOwn) return 'OWN'
  const sight = isAny(held, COMMITTEE_STAFF)
    ? 'COMMITTEE'
    : isAny(held, TOWN_STAFF)
      ? 'TOWN'
      : held.includes('GRID_WORKER')
        ? 'GRID'
        : 'NONE'
  return isChild && sight !== 'NONE' ? 'CHILD' : sight
}

const MASK: Record<PersonalField, (value: string) => string | null> = {
  NAME: maskName,
  ID_NUMBER: maskId,
  PHONE: maskPhone,
  // Six and four of an ID number are shown, and the rest is the birth date: showing both would show it all.
  BIRTH_DATE: () => null,
  ADDRESS: maskAddress,
}

/** The value as it may be shown. */
export const shownAs = (masks: Masks, sight: Sight, field: PersonalField, value: string | null): string | null => {
  if (value === null) return null
  const shown = masks[sight][field]
  return shown === 'FULL' ? value : shown === 'MASKED' ? MASK[field](value) : null
}

/** The birthday on which someone reaches an age; those born on 29 February on 1 March in common years. */
export const reaches = (birthDate: string, age: number): string => {
  const year = Number(birthDate.slice(0, 4)) + age
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const day = birthDate.endsWith('02-29') && !isLeap ? '-03-01' : birthDate.slice(4)
  return String(year).padStart(4, '0') + day
}

/** Completed years of age on the day of an instant. */
export const ageOn = (birthDate: string, now: Date): number => {
  const years = Number(dayOf(now).slice(0, 4)) - Number(birthDate.slice(0, 4))
  return reaches(birthDate, years) <= dayOf(now) ? years : years - 1
}

/** Under the age at which all of a person's data is sensitive and a guardian decides (个人信息保护法 §28, §31). */
export const isChild = (birthDate: string, childAge: number, now: Date): boolean => reaches(birthDate, childAge) > dayOf(now)

/** The sentence that stops a child from acting alone, or null. */
export const needsGuardian = (birthDate: string, childAge: number, now: Date): Text | null =>
  isChild(birthDate, childAge, now)
    ? text(`未满${childAge}周岁的，由其监护人办理。`, `Someone under ${childAge} acts through a guardian.`)
    : null

/** Reasons must say something: a word is not a reason. */
export const reasonProblem = (reason: string): Text | null =>
  [...reason.trim()].length < 4 ? text('请写明理由，至少4个字。', 'Say why, in four characters or more.') : null
