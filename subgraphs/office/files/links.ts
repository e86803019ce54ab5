// Receipts and links of files, the office's side: it gives the receipt of what was handed in, and honours the links of others.
import { createHash } from 'node:crypto'
import { jwtVerify, SignJWT } from 'jose'
import type { StoredFile } from './file.entity.ts'

const DAY = 86_400
const keyOf = (secret: string) => createHash('sha256').update(`file:${secret}`).digest()

export const receiptOf = ({ id, name, type, size, account, at }: StoredFile, secret: string): Promise<string> =>
  new SignJWT({ id, name, type, size, account })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject('receipt')
    .setExpirationTime(Math.floor(at.getTime() / 1000) + DAY)
    .sign(keyOf(secret))

/** The file a link leads to, or null when it does not hold any more, or never did. */
export const linked = async (token: string, secret: string, now: Date): Promise<string | null> => {
  const how = { algorithms: ['HS256'], subject: 'link', currentDate: now }
  const found = await jwtVerify(token, keyOf(secret), how).catch(() => null)
  return found && String(found.payload['id'])
}
