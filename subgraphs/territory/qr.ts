// The code on a building's door: signed, so that it cannot be made up, and numbered, so that it can be renewed.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { renderSVG } from 'uqr'

const SIGNATURE = 10

const signature = (secret: string, body: Buffer): Buffer =>
  createHmac('sha256', secret).update('territory.building-code').update(body).digest().subarray(0, SIGNATURE)

/** The code of a building: its id, the number of the code, and a signature over both. */
export const codeOf = (secret: string, building: { id: string; codeEpoch: number }): string => {
  const body = Buffer.alloc(18)
  body.write(building.id.replaceAll('-', ''), 'hex')
  body.writeUInt16BE(building.codeEpoch, 16)
  return Buffer.concat([body, signature(secret, body)]).toString('base64url')
}

/** The building a code names, if the platform made the code; whether it is still the current one is not known here. */
export const readCode = (secret: string, code: string): { id: string; codeEpoch: number } | null => {
  const bytes = Buffer.from(code, 'base64url')
  if (bytes.length !== 18 + SIGNATURE || bytes.toString('base64url') !== code) return null
  const body = bytes.subarray(0, 18)
  if (!timingSafeEqual(bytes.subarray(18), signature(secret, body))) return null
  const id = body.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return { id, codeEpoch: body.readUInt16BE(16) }
}

export const urlOf = (origin: string, code: string): string => `${origin}/b/${code}`

/** The picture to print; medium correction, as doors get dirty. */
export const svgOf = (url: string): string => renderSVG(url, { ecc: 'M', border: 2 })
