// A resident's own code for one meeting, shown at the door: signed, so that nobody comes as somebody else.
import { createHmac, timingSafeEqual } from 'node:crypto'

const SIGNATURE = 10

const signature = (secret: string, meeting: string, body: Buffer): Buffer =>
  createHmac('sha256', secret).update(`compacts.check-in:${meeting}:`).update(body).digest().subarray(0, SIGNATURE)

export const checkInCodeOf = (secret: string, meeting: string, resident: string): string => {
  const body = Buffer.from(resident.replaceAll('-', ''), 'hex')
  return Buffer.concat([body, signature(secret, meeting, body)]).toString('base64url')
}

/** The resident a code names, if the platform made it for this meeting. */
export const readCheckInCode = (secret: string, meeting: string, code: string): string | null => {
  const bytes = Buffer.from(code.trim(), 'base64url')
  if (bytes.length !== 16 + SIGNATURE) return null
  const body = bytes.subarray(0, 16)
  if (!timingSafeEqual(bytes.subarray(16), signature(secret, meeting, body))) return null
  return body.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
