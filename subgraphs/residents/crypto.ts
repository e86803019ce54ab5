// Personal numbers at rest: every person has a data key, wrapped by a key derived from the platform's secret, so that
// destroying one row of keys makes that person's numbers unreadable for good. Knows no record and no database.
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
  type KeyObject,
} from 'node:crypto'

/** Authenticated encryption under a 32-byte key; `bound` ties the text to its place, so that it cannot be moved. */
export interface Cipher {
  readonly mark: string
  readonly seal: (key: KeyObject, clear: Buffer, bound: string) => Buffer
  readonly open: (key: KeyObject, sealed: Buffer, bound: string) => Buffer
}

export const AES: Cipher = {
  mark: 'A1',
  seal: (key, clear, bound) => {
    const iv = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(bound))
    const body = Buffer.concat([cipher.update(clear), cipher.final()])
    return Buffer.concat([iv, cipher.getAuthTag(), body])
  },
  open: (key, sealed, bound) => {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12)).setAAD(Buffer.from(bound))
    decipher.setAuthTag(sealed.subarray(12, 28))
    const clear = decipher.update(sealed.subarray(28))
    // It says nothing more, but throws when the text was altered.
    decipher.final()
    return clear
  },
}

const sm3 = (key: KeyObject | Buffer, ...parts: (Buffer | string)[]): Buffer =>
  parts.reduce((mac, part) => mac.update(part), createHmac('sm3', key)).digest()

/** SM4 in counter mode, then HMAC-SM3 over everything (GB/T 32907, GB/T 32905): OpenSSL has no SM4-GCM. */
export const SM: Cipher = {
  mark: 'S1',
  seal: (key, clear, bound) => {
    const iv = randomBytes(16)
    const cipher = createCipheriv('sm4-ctr', sm3(key, 'encrypt').subarray(0, 16), iv)
    const body = Buffer.concat([cipher.update(clear), cipher.final()])
    return Buffer.concat([iv, sm3(sm3(key, 'authenticate'), iv, body, bound), body])
  },
  open: (key, sealed, bound) => {
    const [iv, tag, body] = [sealed.subarray(0, 16), sealed.subarray(16, 48), sealed.subarray(48)]
    if (!timingSafeEqual(tag, sm3(sm3(key, 'authenticate'), iv, body, bound))) throw new Error('A sealed value was altered.')
    const decipher = createDecipheriv('sm4-ctr', sm3(key, 'encrypt').subarray(0, 16), iv)
    return Buffer.concat([decipher.update(body), decipher.final()])
  },
}

const CIPHERS: readonly Cipher[] = [AES, SM]

const write = (cipher: Cipher, key: KeyObject, clear: Buffer, bound: string) =>
  `${cipher.mark}.${cipher.seal(key, clear, bound).toString('base64url')}`

const read = (key: KeyObject, sealed: string, bound: string): Buffer => {
  const [mark, body] = sealed.split('.')
  const cipher = CIPHERS.find((c) => c.mark === mark)
  if (!cipher || !body) throw new Error('A sealed value has no known mark.')
  return cipher.open(key, Buffer.from(body, 'base64url'), bound)
}

/** How many data keys are held. */
const HELD = 10_000

export interface Vault {
  /** A fresh data key for one person, wrapped: what is stored. */
  readonly newKey: (person: string) => string
  readonly seal: (wrapped: string, person: string, field: string, value: string) => string
  readonly open: (wrapped: string, person: string, field: string, sealed: string) => string
  /** The same for the same normalised value, and nothing else can be learnt from it: for exact search. */
  readonly index: (kind: string, value: string) => string
}

/** Opens the vault with the platform's secret. Values sealed with another cipher stay readable. */
export const vault = (secret: string, cipher: Cipher = AES): Vault => {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, 'linli', purpose, 32))
  const [master, indexKey] = [createSecretKey(derive('residents.wrap')), derive('residents.index')]
  /** Data keys just unwrapped: a page opens several numbers of each person. */
  const held = new Map<string, { readonly person: string; readonly key: KeyObject }>()
  const unwrap = (wrapped: string, person: string): KeyObject => {
    const known = held.get(wrapped)
    if (known?.person === person) return known.key
    const key = createSecretKey(read(master, wrapped, `${person}/key`))
    if (held.size >= HELD) held.clear()
    held.set(wrapped, { person, key })
    return key
  }
  const digest = cipher === SM ? 'sm3' : 'sha256'
  return {
    newKey: (person) => write(cipher, master, randomBytes(32), `${person}/key`),
    seal: (wrapped, person, field, value) => write(cipher, unwrap(wrapped, person), Buffer.from(value), `${person}/${field}`),
    open: (wrapped, person, field, sealed) => read(unwrap(wrapped, person), sealed, `${person}/${field}`).toString(),
    index: (kind, value) => createHmac(digest, indexKey).update(`${kind}:${value}`).digest('base64url'),
  }
}
