import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import {
  addDays,
  addWorkingDays,
  dayOf,
  dueAfter,
  hasCalendar,
  missingYear,
  isWorkingDay,
  startOf,
  TIME_UNITS,
  workingDayFrom,
  workingDaysBetween,
  type TimeUnit,
} from '../../subgraphs/shared/calendar.ts'

// The server may stand anywhere: the whole file runs in a zone drawn at random, and says which when it fails.
const ZONES = [
  'Pacific/Pago_Pago',
  'America/Sao_Paulo',
  'Asia/Beirut',
  'Europe/London',
  'UTC',
  'Asia/Shanghai',
  'Pacific/Kiritimati',
]
const home = process.env.TZ
const zone = ZONES[Math.floor(Math.random() * ZONES.length)]!
process.env.TZ = zone
afterAll(() => {
  if (home === undefined) delete process.env.TZ
  else process.env.TZ = home
})

const at = (beijing: string): Date => new Date(`${beijing.replace(' ', 'T')}:00+08:00`)
const shown = (instant: Date): string => new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
const due = (from: string, value: number, unit: TimeUnit) => shown(dueAfter(at(from), { value, unit }))

describe(`in the zone ${zone}`, () => {
  test('the server really stands there', () => {
    expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone)
  })

  test.each([
    ['2026-02-13 16:00', 5, '2026-02-27 16:00'],
    ['2026-02-14 10:00', 5, '2026-02-28 10:00'],
    ['2026-02-16 10:00', 5, '2026-03-02 00:00'],
    ['2026-09-30 17:30', 5, '2026-10-13 17:30'],
    ['2026-09-30 17:30', 15, '2026-10-27 17:30'],
    ['2026-05-08 09:00', 1, '2026-05-09 09:00'],
    ['2026-01-03 09:00', 1, '2026-01-05 00:00'],
  ])('received %s, %d working days end %s', (from, days, expected) => expect(due(from, days, 'WORK_DAY')).toBe(expected))

  test('the 15 hours of a first answer run through night and holiday', () => {
    expect(due('2026-02-13 18:00', 15, 'NATURAL_HOUR')).toBe('2026-02-14 09:00')
    expect(due('2026-02-15 18:00', 15, 'NATURAL_HOUR')).toBe('2026-02-16 09:00')
    expect(due('2026-02-13 18:00', 4, 'URGENT_WORK_HOUR')).toBe('2026-02-13 22:00')
  })

  test('calendar days keep the time of day', () => {
    expect(due('2026-12-25 08:00', 10, 'NATURAL_DAY')).toBe('2027-01-04 08:00')
  })

  test.each([
    ['2026-09-29 10:00', 1, '2026-09-29 11:00'],
    ['2026-09-29 11:00', 1, '2026-09-29 13:30'],
    ['2026-09-29 11:30', 0.5, '2026-09-29 13:30'],
    ['2026-09-29 17:00', 1, '2026-09-30 09:30'],
    ['2026-09-30 17:00', 4, '2026-10-08 14:00'],
    ['2026-10-03 12:00', 7, '2026-10-08 17:30'],
    ['2026-10-10 08:00', 2, '2026-10-10 11:00'],
  ])('received %s, %d working hours end %s', (from, hours, expected) => expect(due(from, hours, 'WORK_HOUR')).toBe(expected))

  test('a division with its own hours counts in them', () => {
    const evening = dueAfter(at('2026-09-29 16:00'), { value: 3, unit: 'WORK_HOUR' }, [
      ['08:30', '17:00'],
      ['18:00', '20:00'],
    ])
    expect(shown(evening)).toBe('2026-09-29 20:00')
  })

  test('make-up Saturdays and Sundays are worked, holidays on weekdays are not', () => {
    expect(['2026-02-14', '2026-01-04', '2026-10-10', '2026-02-28'].map(isWorkingDay)).toEqual([true, true, true, true])
    expect(['2026-02-16', '2026-10-07', '2026-11-21', '2026-11-22'].map(isWorkingDay)).toEqual([false, false, false, false])
  })

  test('2026 has 248 working days', () => {
    expect(workingDaysBetween('2025-12-31', '2026-12-31')).toBe(248)
  })

  test('a year whose holidays are not published counts weekdays, and is named', () => {
    expect([hasCalendar('2026'), hasCalendar('2004'), hasCalendar('2031')]).toEqual([true, true, false])
    expect(['2031-10-01', '2031-03-01', '2031-03-02', '2031-03-03'].map(isWorkingDay)).toEqual([true, false, false, true])
    expect([missingYear(new Date('2030-10-20T00:00:00Z')), missingYear(new Date('2025-11-21T00:00:00Z'))]).toEqual(['2030', null])
    expect(missingYear(new Date('2031-06-01T00:00:00Z'))).toBe('2031')
  })

  test('the day of an instant is the day in Beijing', () => {
    expect(dayOf(new Date('2026-11-20T16:00:00Z'))).toBe('2026-11-21')
    expect(dayOf(new Date('2026-11-20T15:59:59Z'))).toBe('2026-11-20')
    expect(dayOf(startOf('2026-03-29'))).toBe('2026-03-29')
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01')
  })

  const instants = fc.date({ min: at('2010-01-01 00:00'), max: at('2026-08-01 00:00'), noInvalidDate: true })

  test('a limit in working days always ends on a working day, and one more day always ends later', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 40 }), (from, value) => {
        const end = dueAfter(from, { value, unit: 'WORK_DAY' })
        expect(isWorkingDay(dayOf(end))).toBe(true)
        expect(dueAfter(from, { value: value + 1, unit: 'WORK_DAY' }).getTime()).toBeGreaterThan(end.getTime())
        expect(workingDaysBetween(workingDayFrom(dayOf(from)), dayOf(end))).toBe(value)
      }),
    )
  })

  test('a limit in two steps ends where the whole does', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 }), (from, a, b) => {
        for (const unit of ['WORK_DAY', 'WORK_HOUR', 'NATURAL_HOUR'] as const) {
          const stepped = dueAfter(dueAfter(from, { value: a, unit }), { value: b, unit })
          expect(stepped).toEqual(dueAfter(from, { value: a + b, unit }))
        }
      }),
    )
  })

  test('a later receipt is never due earlier', () => {
    fc.assert(
      fc.property(
        instants,
        instants,
        fc.integer({ min: 1, max: 20 }),
        fc.constantFrom(...(Object.keys(TIME_UNITS) as TimeUnit[])),
        (a, b, value, unit) => {
          const [early, late] = a <= b ? [a, b] : [b, a]
          expect(dueAfter(early, { value, unit }).getTime()).toBeLessThanOrEqual(dueAfter(late, { value, unit }).getTime())
        },
      ),
    )
  })

  test('working days add up one by one', () => {
    expect(addWorkingDays('2026-09-30', 1)).toBe('2026-10-08')
    expect(addWorkingDays('2026-09-30', 0)).toBe('2026-09-30')
  })
})
