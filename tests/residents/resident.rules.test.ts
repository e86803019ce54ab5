import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../subgraphs/shared/calendar.ts'
import { LIMITS } from '../../subgraphs/residents/limits.rules.ts'
import {
  ageOn,
  isChild,
  needsGuardian,
  reaches,
  reasonProblem,
  shownAs,
  sightOf,
  type Masks,
} from '../../subgraphs/residents/resident.rules.ts'

const at = (day: string, time = '12:00') => new Date(`${day}T${time}:00+08:00`)
const days = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays('1920-01-01', n))

test('an age is reached on the birthday, in Beijing', () => {
  expect(ageOn('2008-03-02', at('2026-03-02', '00:00'))).toBe(18)
  expect(ageOn('2008-03-02', at('2026-03-01', '23:59'))).toBe(17)
  expect(isChild('2014-03-15', 14, at('2028-03-14', '23:59'))).toBe(true)
  expect(isChild('2014-03-15', 14, at('2028-03-15', '00:00'))).toBe(false)
})

test('those born on 29 February have their birthday on 1 March in common years', () => {
  expect([reaches('2008-02-29', 18), reaches('2008-02-29', 20)]).toEqual(['2026-03-01', '2028-02-29'])
  expect([ageOn('2008-02-29', at('2026-02-28')), ageOn('2008-02-29', at('2026-03-01'))]).toEqual([17, 18])
})

test('whoever has reached an age is that old, and the day before is not', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 100 }), (born, age) => {
      const birthday = reaches(born, age)
      expect(ageOn(born, at(birthday))).toBe(age)
      expect(ageOn(born, at(addDays(birthday, -1)))).toBe(age - 1)
    }),
  )
})

test('a child needs a guardian, anyone older does not', () => {
  expect(needsGuardian('2014-03-15', 14, at('2026-03-02'))?.zh).toContain('监护人')
  expect(needsGuardian('2011-03-15', 14, at('2026-03-02'))).toBeNull()
})

test('a reason says something', () => {
  expect([reasonProblem('  办事 '), reasonProblem(''), reasonProblem('上门走访')].map((p) => p?.zh ?? null)).toEqual([
    '请写明理由，至少4个字。',
    '请写明理由，至少4个字。',
    null,
  ])
})

test('the nearer role decides, and a child is seen as a child by every officer', () => {
  const sight = (held: Parameters<typeof sightOf>[0]['held'], isChild = false, isOwn = false) => sightOf({ held, isChild, isOwn })
  expect(sight(['SUBDISTRICT_OFFICER', 'COMMITTEE_MEMBER'])).toBe('COMMITTEE')
  expect(sight(['GRID_WORKER', 'SUBDISTRICT_LEAD'])).toBe('TOWN')
  expect([
    sight(['COMMITTEE_SECRETARY'], true),
    sight(['GRID_WORKER'], true),
    sight(['COMMITTEE_SECRETARY'], true, true),
    sight(['AUDITOR'], true),
  ]).toEqual(['CHILD', 'CHILD', 'OWN', 'NONE'])
})

test('nobody but the household sees an ID number, a phone number or a birth date in full', () => {
  const masks = LIMITS.find((r) => r.code === 'RESIDENT_MASKING')!.value as Masks
  for (const [sight, fields] of Object.entries(masks)) {
    const full = Object.entries(fields)
      .filter(([, shown]) => shown === 'FULL')
      .map(([field]) => field)
    if (sight !== 'OWN') expect(full.filter((f) => ['ID_NUMBER', 'PHONE', 'BIRTH_DATE'].includes(f))).toEqual([])
    if (fields.ID_NUMBER === 'MASKED') expect(fields.BIRTH_DATE).toBe('HIDDEN')
  }
  expect(shownAs(masks, 'COMMITTEE', 'ID_NUMBER', '310199198802290027')).toBe('310199********0027')
  expect(shownAs(masks, 'CHILD', 'PHONE', '14000000001')).toBeNull()
})

test('every rule names its source', () => {
  expect(LIMITS.filter((r) => !/《|本平台/.test(r.basis))).toEqual([])
})
