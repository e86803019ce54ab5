// Dates, amounts and what is typed, as officers write them.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { initialsOf } from '../../admin/app/pinyin.ts'
import { dateTime, day, halfWidth, share, span, urgency, yuan } from '../../admin/app/format.ts'
import { longDay, ordinal } from '../../admin/compacts/paper.ts'
import { isInTime } from '../../subgraphs/compacts/ballot.rules.ts'
import { typedMoment, Values } from '../../admin/app/step.ts'

const HOUR = 3_600_000

test('moments are told in Beijing time, whatever the zone of the machine', () => {
  expect(dateTime('2026-11-21T06:30:00Z')).toBe('2026-11-21 14:30')
  expect(day('2026-11-21T16:30:00Z')).toBe('2026-11-22')
  expect(dateTime(null)).toBe('—')
})

test('S5: a window that ends at midnight ends at the same instant on the page and in the API', () => {
  const closesAt = new Values({ at: '2026-06-20 23:59:59' }).moment('at')
  expect(closesAt).toBe('2026-06-20T15:59:59.000Z')
  expect(dateTime(closesAt)).toBe('2026-06-20 23:59')
  const opensAt = new Date('2026-06-20T01:00:00Z')
  expect(isInTime(new Date('2026-06-20T15:59:59.999Z'), opensAt, new Date(closesAt))).toBe(true)
  expect(isInTime(new Date('2026-06-20T16:00:00Z'), opensAt, new Date(closesAt))).toBe(false)
})

test('official papers write days and articles in words', () => {
  expect(longDay('2026-11-21T16:30:00Z')).toBe('2026年11月22日')
  expect([1, 9, 10, 11, 20, 21, 99].map(ordinal)).toEqual(['一', '九', '十', '十一', '二十', '二十一', '九十九'])
})

test('a moment typed in Beijing time comes back as it was typed', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), (at) => {
      const typed = typedMoment(at)
      expect(typedMoment(new Values({ at: typed }).moment('at'))).toBe(typed)
    }),
  )
})

test('fen are shown as yuan with two decimals, and typed yuan become the same fen', () => {
  expect(yuan(4_200_000)).toBe('42,000.00')
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2_000_000_000 }), (fen) => {
      expect(new Values({ sum: yuan(fen) }).fen('sum')).toBe(fen)
    }),
  )
})

describe('a deadline', () => {
  const now = new Date('2026-11-21T00:00:00Z')
  const at = (hours: number) => urgency(new Date(now.getTime() + hours * HOUR), now)

  test.each([
    [-1, 'LATE'],
    [0, 'SOON'],
    [23, 'SOON'],
    [24, 'CALM'],
  ])('%i hours away is %s', (hours, expected) => expect(at(hours)).toBe(expected))

  test('says how far away it is in the largest unit that fits', () => {
    expect([50 * HOUR, 5 * HOUR, 90_000, -30 * HOUR].map(span)).toEqual(['2 天', '5 小时', '1 分钟', '1 天'])
  })
})

test('a share of nothing is not a number', () => {
  expect([share(1136, 1144), share(0, 0)]).toEqual(['99.3%', '—'])
})

test('full-width digits and letters become ordinary ones, Chinese stays', () => {
  expect(halfWidth('\uff11\uff13\uff18\uff38 \u5f20\u4e09\u3000')).toBe('138X 张三 ')
})

test('lists lose their empty lines, texts their margins', () => {
  const values = new Values({ lines: [' 一 ', '', '二'], text: '  x ', none: ' ', on: true })
  expect([values.list('lines'), values.text('text'), values.textOrNull('none'), values.yes('on'), values.yes('off')]).toEqual([
    ['一', '二'],
    'x',
    null,
    true,
    false,
  ])
})

test('the first letters of the pinyin find a menu', () => {
  expect(['议题', '居民公约', '我的工作台', '楼栋', 'API 客户端'].map(initialsOf)).toEqual([
    'yt',
    'jmgy',
    'wdgzt',
    'ld',
    'api khd',
  ])
})

test('what an input method leaves of digits and letters is read; Chinese marks in a title stay', () => {
  expect(halfWidth('ＹＴ２０２６－０００１')).toBe('YT2026-0001')
  expect(halfWidth('１２．５')).toBe('12.5')
  expect(halfWidth('小事：楼道，照明！')).toBe('小事：楼道，照明！')
})
