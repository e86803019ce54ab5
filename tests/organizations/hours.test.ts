// When a place is open, in Beijing time, whatever the server's zone.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hoursOn, hoursWrong, isOpenAt, nextOpenDay, type Hours } from '../../subgraphs/organizations/hours.rules.ts'
import { alike, finderOf, likeness, normalName } from '../../subgraphs/organizations/organization.rules.ts'

const week: Hours = {
  intervals: [1, 2, 3, 4, 5].flatMap((weekday) => [
    { weekday, opens: '09:00', closes: '12:00' },
    { weekday, opens: '13:00', closes: '17:00' },
  ]),
  exceptions: [{ from: '2026-03-16', until: '2026-03-17', opens: null, closes: null, note: '盘点' }],
  holidays: 'CLOSED',
}
const at = (moment: string) => isOpenAt(week, new Date(`${moment}:00+08:00`))

describe('opening hours', () => {
  test('38: not during lunch, from the minute it opens to the minute it closes', () => {
    expect(
      ['08:59', '09:00', '11:59', '12:00', '12:30', '13:00', '16:59', '17:00'].map((time) => at(`2026-03-02T${time}`)),
    ).toEqual([false, true, true, false, false, true, true, false])
  })

  test('closed at the weekend and on public holidays, open on the days made up for', () => {
    expect(hoursOn(week, '2026-03-01')).toEqual([])
    expect(hoursOn(week, '2026-10-01')).toEqual([])
    expect(hoursOn({ ...week, holidays: 'AS_USUAL' }, '2026-10-01')).toHaveLength(2)
    // 2026-02-14, a Saturday, was worked for the Spring Festival.
    expect(hoursOn(week, '2026-02-14')).toEqual(hoursOn(week, '2026-03-02'))
  })

  test('days of their own win over the week, and over holidays', () => {
    expect(hoursOn(week, '2026-03-16')).toEqual([])
    const open: Hours = {
      ...week,
      exceptions: [{ from: '2026-10-01', until: '2026-10-03', opens: '10:00', closes: '15:00', note: null }],
    }
    expect(hoursOn(open, '2026-10-02')).toEqual([{ opens: '10:00', closes: '15:00' }])
    expect(nextOpenDay(week, '2026-03-14')).toBe('2026-03-18')
  })

  test('40: days of their own that lie behind do not close the service', () => {
    const old: Hours = {
      ...week,
      exceptions: [{ from: '2025-01-01', until: '2025-12-31', opens: null, closes: null, note: null }],
    }
    expect(isOpenAt(old, new Date('2026-03-02T10:00:00+08:00'))).toBe(true)
  })

  test.each([
    [[{ weekday: 8, opens: '09:00', closes: '10:00' }], 'A time is written'],
    [[{ weekday: 1, opens: '9:00', closes: '10:00' }], 'A time is written'],
    [[{ weekday: 1, opens: '22:00', closes: '02:00' }], 'past midnight'],
    [
      [
        { weekday: 1, opens: '09:00', closes: '12:00' },
        { weekday: 1, opens: '11:00', closes: '13:00' },
      ],
      'do not overlap',
    ],
  ])('hours that are none are told so', (intervals, sentence) =>
    expect(hoursWrong({ intervals, exceptions: [] })!.en).toContain(sentence),
  )

  test('it is open exactly within the hours of the day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 365 * 24 * 60 }), (minutes) => {
        const moment = new Date(Date.UTC(2026, 0, 1) + minutes * 60_000)
        const beijing = new Date(moment.getTime() + 8 * 3_600_000).toISOString()
        const within = hoursOn(week, beijing.slice(0, 10)).some(
          ({ opens, closes }) => opens <= beijing.slice(11, 16) && beijing.slice(11, 16) < closes,
        )
        expect(isOpenAt(week, moment)).toBe(within)
      }),
    )
  })
})

describe('how alike two organisations are', () => {
  test('the legal form, brackets and width of letters make no difference', () => {
    expect(normalName('示例区 启航（青少年）事务中心社会服务机构')).toBe(normalName('示例区启航(青少年)事务中心'))
    expect(alike('启航青少年事务中心', '启航青少年事务中心')).toBe(100)
    expect(alike('启航青少年事务中心', '银龄乐学社')).toBe(0)
  })

  test('the same from either side, and never beyond its bounds', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.string({ maxLength: 20 }), (a, b) => {
        const found = alike(a, b)
        expect(found).toBe(alike(b, a))
        expect(found >= 0 && found <= 100).toBe(true)
      }),
    )
  })

  test('a like address speaks for the same organisation, names far apart do not become one by it', () => {
    const [a, b] = [
      { name: '示例区光辉社区矫正事务所', address: '示例路35号2楼' },
      { name: '示例区光辉社区矫正中心', address: '示例路35号2楼' },
    ]
    expect(likeness(a, b)).toBeGreaterThan(likeness({ ...a, address: null }, b))
    expect(likeness({ name: '甲乙丙丁', address: '示例路1号' }, { name: '戊己庚辛', address: '示例路1号' })).toBe(0)
  })

  test('finds what comparing all would find', () => {
    const names = ['暖阳社区服务中心', '暖阳社区服务中心（示例）', '启航青少年事务中心', '光辉社区矫正事务所', '光辉社区矫正所']
    const all = names.map((name, id) => ({ id: String(id), name, address: null }))
    for (const one of all) {
      const expected = all.filter((other) => likeness(one, other) >= 75).map(({ id }) => id)
      expect(
        finderOf(all)(one)
          .map((found) => found.one.id)
          .sort(),
      ).toEqual(expected.sort())
    }
  })
})
