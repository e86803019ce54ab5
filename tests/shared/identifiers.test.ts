import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  birthDateOf,
  checkPhone,
  checkResidentId,
  checkUscc,
  phoneKindOf,
  plain,
  sexOf,
} from '../../subgraphs/shared/identifiers.ts'
import { divisionKindOf } from '../../subgraphs/territory/division.rules.ts'
import { checkPaper } from '../../subgraphs/residents/papers.rules.ts'

const NOW = new Date('2026-11-21T14:30:00+08:00')
const verdict = (id: string) => checkResidentId(id, NOW).verdict

describe('resident ID numbers (GB 11643-1999)', () => {
  test.each([
    '11010519491231002X',
    '440524188001010014',
    '310113199001010018',
    '31011319600101105X',
    '31019919500101001X',
    '310199198802290027',
    '320599195607080032',
    '320699201403150047',
  ])('%s has a matching check character', (id) => {
    const when = id === '440524188001010014' ? new Date('1990-01-01T00:00:00+08:00') : NOW
    expect(checkResidentId(id, when)).toEqual({ value: id, verdict: 'OK', problem: null })
  })

  test.each([
    ['19010519491231002X', '省级代码'],
    ['310199198902290027', '不存在'],
    ['310199199013010027', '不存在'],
    ['310199202612010015', '晚于今天'],
    ['440524188001010014', '过早'],
    ['310199198802290028', '校验码'],
    ['31019919880229002', '18位'],
    ['310199880229002', '15位'],
    ['', '18位'],
  ])('%s is refused because of %s', (id, why) => {
    const checked = checkResidentId(id, NOW)
    expect(checked.verdict).toBe('ERROR')
    expect(checked.problem!.zh).toContain(why)
  })

  test('a child born today is accepted in Beijing, although it is yesterday elsewhere', () => {
    const dawn = new Date('2026-11-21T00:30:00+08:00')
    expect(checkResidentId('31019920261121001', dawn).verdict).toBe('ERROR')
    const newborn = [...'0123456789X']
      .map((c) => `31019920261121001${c}`)
      .find((id) => checkResidentId(id, dawn).verdict === 'OK')
    expect(newborn).toBeDefined()
    expect(checkResidentId(newborn!, new Date('2026-11-20T23:59:59+08:00')).problem!.zh).toContain('晚于今天')
  })

  test('full-width digits, spaces, a lower-case x and invisible marks are put right', () => {
    expect(checkResidentId('\ufeff３１０１９９ 19500101\u200b 001ｘ', NOW)).toEqual({
      value: '31019919500101001X',
      verdict: 'OK',
      problem: null,
    })
  })

  test('sex and birth date are read from the number', () => {
    expect([birthDateOf('310199198802290027'), sexOf('310199198802290027')]).toEqual(['1988-02-29', 'FEMALE'])
    expect(sexOf('31019919500101001X')).toBe('MALE')
  })

  test('changing any one digit is always noticed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const id = '310199198802290027'
        const digit = (Number(id[at]) + by) % 10
        expect(verdict(id.slice(0, at) + digit + id.slice(at + 1))).toBe('ERROR')
      }),
    )
  })

  test('swapping two neighbouring digits is always noticed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 15 }), (at) => {
        const id = '320699201403150047'
        fc.pre(id[at] !== id[at + 1])
        expect(verdict(id.slice(0, at) + id[at + 1] + id[at] + id.slice(at + 2))).toBe('ERROR')
      }),
    )
  })
})

test('other papers are checked by their own shape', () => {
  const verdicts = (
    [
      ['PASSPORT', 'E12345678'],
      ['PASSPORT', '!'],
      ['HK_MACAO_PERMIT', 'h12345678'],
      ['HK_MACAO_PERMIT', 'A12345678'],
      ['TAIWAN_PERMIT', '12345678'],
      ['FOREIGN_PERMANENT', 'CHN110000000001'],
      ['FOREIGN_PERMANENT', '110105194912310021'],
      ['RESIDENCE_PERMIT', '310199198802290027'],
    ] as const
  ).map(([paper, number]) => checkPaper(paper, number, NOW).verdict)
  expect(verdicts).toEqual(['OK', 'ERROR', 'OK', 'ERROR', 'OK', 'OK', 'ERROR', 'ERROR'])
})

describe('unified social credit codes (GB 32100-2015)', () => {
  test.each([
    '91350100M000100Y43',
    '91110000101623741K',
    '911101066976941872',
    '52320585MJ8000012B',
    '533101155000987610',
    '52320613MJ7000029P',
    '5131011350001234XX',
  ])('%s is valid', (code) => expect(checkUscc(code)).toEqual({ value: code, verdict: 'OK', problem: null }))

  test('a remainder of 0 gives the check character 0', () => {
    expect(checkUscc('52310113MJ60002970').verdict).toBe('OK')
  })

  test('a code in real use that fails the rule is a warning to override, not a wall', () => {
    const checked = checkUscc('91350211M0000XUF46')
    expect(checked.verdict).toBe('WARNING')
    expect(checked.problem!.zh).toContain('注明理由')
  })

  test.each(['52310113MJ6000297', '52310113MI60002970', '5231A113MJ60002970', ''])('%s is no code at all', (code) =>
    expect(checkUscc(code).verdict).toBe('ERROR'),
  )

  test('changing any one character never passes unnoticed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 8, max: 17 }), fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'), (at, letter) => {
        const code = '52310113MJ60002970'
        fc.pre(code[at] !== letter)
        expect(checkUscc(code.slice(0, at) + letter + code.slice(at + 1)).verdict).not.toBe('OK')
      }),
    )
  })
})

test('the kind of a division is read from its code', () => {
  const kinds = [
    '310000000000',
    '310100000000',
    '310113000000',
    '320585000000',
    '310113002000',
    '310113109000',
    '110113201000',
    '310113400000',
    '310113109043',
    '320585100203',
    '320614400065',
    '110112009498',
    '110112009598',
    '310113109600',
    '310113000043',
    '010113109043',
    '31011310904',
  ].map(divisionKindOf)
  expect(kinds).toEqual([
    'PROVINCE',
    'PREFECTURE',
    'DISTRICT',
    'DISTRICT',
    'SUBDISTRICT',
    'TOWN',
    'TOWNSHIP',
    'SPECIAL_AREA',
    'RESIDENTS_COMMITTEE',
    'VILLAGERS_COMMITTEE',
    'RESIDENTS_COMMITTEE',
    'RESIDENTS_AREA',
    'VILLAGERS_AREA',
    null,
    null,
    null,
    null,
  ])
})

test('phone numbers are normalised and named', () => {
  const read = (typed: string) => {
    const phone = phoneKindOf(typed)
    return phone && `${phone.kind} ${phone.value}`
  }
  expect(
    [
      '138 0000 5678',
      '+86 138-0000-5678',
      '８６１３８００００５６７８',
      '021-56781234',
      '(021)56781234',
      '0512—53571234',
      '051253571234',
    ].map(read),
  ).toEqual([
    'MOBILE 13800005678',
    'MOBILE 13800005678',
    'MOBILE 13800005678',
    'LANDLINE 021-56781234',
    'LANDLINE 021-56781234',
    'LANDLINE 0512-53571234',
    'LANDLINE 0512-53571234',
  ])
  expect(['12345', '95588', '400-820-1234', '12800005678', '5678123', 'abc', ''].map(read)).toEqual([
    'HOTLINE 12345',
    'HOTLINE 95588',
    'HOTLINE 4008201234',
    null,
    null,
    null,
    null,
  ])
})

test('a hotline is no phone number of a person', () => {
  expect([checkPhone('12345').verdict, checkPhone('13800005678').verdict, checkPhone('021-56781234').verdict]).toEqual([
    'ERROR',
    'OK',
    'OK',
  ])
})

test('normalising twice is normalising once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => plain(plain(typed)) === plain(typed)),
    { numRuns: 20_000 },
  )
})
