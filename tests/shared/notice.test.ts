// A public notice is over at 24:00 of its last day in Beijing, and says how long it must be shown until then.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { endOfDays, noticeEnds, stillShown } from '../../subgraphs/shared/notice.ts'
import { text } from '../../subgraphs/shared/words.ts'

const at = (beijing: string) => new Date(`${beijing}+08:00`)
const what = text('公布', 'Publicity')
const basis = text('居委会组织法第三十四条', 'Organic Law art. 34')

describe('fifteen days', () => {
  const notice = { begunAt: at('2026-06-05T14:00:00'), days: 15 }

  test('that began on the fifth are over when the twentieth is', () => {
    expect(noticeEnds(notice)).toEqual(at('2026-06-21T00:00:00'))
    expect(stillShown(notice, what, basis, at('2026-06-20T23:59:59'))).toEqual(
      text('公布不少于15日（居委会组织法第三十四条）。', 'Publicity lasts at least 15 days (Organic Law art. 34).'),
    )
    expect(stillShown(notice, what, basis, at('2026-06-21T00:00:00'))).toBeNull()
  })

  test('do not run before they begin', () => {
    const idle = { begunAt: null, days: 15 }
    expect(noticeEnds(idle)).toBeNull()
    expect(stillShown(idle, what, null, at('2030-01-01T00:00:00'))).toEqual(
      text('公布不少于15日。', 'Publicity lasts at least 15 days.'),
    )
  })
})

test('the hour of its beginning never shortens a notice', () => {
  const day = fc.integer({ min: 0, max: 86_399 })
  fc.assert(
    fc.property(day, day, fc.integer({ min: 1, max: 60 }), (a, b, days) => {
      const [first, second] = [a, b].map((s) => new Date(at('2026-03-01T00:00:00').getTime() + s * 1000))
      return endOfDays(first!, days).getTime() === endOfDays(second!, days).getTime()
    }),
  )
})
