import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AES, SM, vault } from '../../subgraphs/residents/crypto.ts'

const PERSON = '0198a000-0000-7000-8000-000000000001'
const OTHER = '0198a000-0000-7000-8000-000000000002'
const ID = '31019919500101001X'

describe.each([
  ['AES-256-GCM', AES],
  ['SM4 with HMAC-SM3', SM],
])('%s', (_, cipher) => {
  const safe = vault('a secret of the test', cipher)

  test('what is sealed comes back whole, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const key = safe.newKey(PERSON)
        const clean = Buffer.from(value).toString()
        return safe.open(key, PERSON, 'phone', safe.seal(key, PERSON, 'phone', clean)) === clean
      }),
    )
  })

  test('the same value never looks the same twice, and does not show', () => {
    const key = safe.newKey(PERSON)
    const sealed = [1, 2, 3].map(() => safe.seal(key, PERSON, 'idNumber', ID))
    expect(new Set(sealed).size).toBe(3)
    expect(sealed.some((s) => s.includes(ID) || Buffer.from(s.slice(3), 'base64url').includes(ID))).toBe(false)
  })

  test('a value moved to another person, another field or another key does not open', () => {
    const [key, otherKey] = [safe.newKey(PERSON), safe.newKey(OTHER)]
    const sealed = safe.seal(key, PERSON, 'idNumber', ID)
    expect(() => safe.open(key, PERSON, 'phone', sealed)).toThrow()
    expect(() => safe.open(key, OTHER, 'idNumber', sealed)).toThrow()
    expect(() => safe.open(otherKey, OTHER, 'idNumber', sealed)).toThrow()
  })

  test('one altered byte anywhere is noticed', () => {
    const key = safe.newKey(PERSON)
    const sealed = safe.seal(key, PERSON, 'idNumber', ID)
    const bytes = Buffer.from(sealed.slice(3), 'base64url')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const altered = Buffer.from(bytes)
        altered[at] = altered[at]! ^ by
        expect(() => safe.open(key, PERSON, 'idNumber', `${cipher.mark}.${altered.toString('base64url')}`)).toThrow()
      }),
    )
  })

  test('without the wrapped key, or with another secret, nothing opens', () => {
    const key = safe.newKey(PERSON)
    const sealed = safe.seal(key, PERSON, 'idNumber', ID)
    expect(() => vault('another secret', cipher).open(key, PERSON, 'idNumber', sealed)).toThrow()
    expect(() => safe.open(safe.newKey(PERSON), PERSON, 'idNumber', sealed)).toThrow()
  })

  test('the index finds the same value again and tells values and kinds apart', () => {
    expect(safe.index('RESIDENT_ID', ID)).toBe(vault('a secret of the test', cipher).index('RESIDENT_ID', ID))
    const others = [
      safe.index('RESIDENT_ID', '310199198802290027'),
      safe.index('PASSPORT', ID),
      vault('another', cipher).index('RESIDENT_ID', ID),
    ]
    expect(others).not.toContain(safe.index('RESIDENT_ID', ID))
    expect(safe.index('RESIDENT_ID', ID)).toHaveLength(43)
  })
})

test('values sealed before a change of cipher stay readable after it', () => {
  const [before, after] = [vault('s', AES), vault('s', SM)]
  const key = before.newKey(PERSON)
  expect(after.open(key, PERSON, 'phone', before.seal(key, PERSON, 'phone', '13800000000'))).toBe('13800000000')
})

test('SM3 is the standard’s: its own test vector', async () => {
  const { createHash } = await import('node:crypto')
  expect(createHash('sm3').update('abc').digest('hex')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
})
