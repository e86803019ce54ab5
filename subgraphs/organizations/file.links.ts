// How this subgraph and the office agree about a file without asking each other: a receipt says what was handed in
// and by whom, a link says that its bearer may fetch it for a while. Both are signed with a key of the platform's secret.
import { createHash } from 'node:crypto'
import { jwtVerify, SignJWT } from 'jose'
import type { Context } from '../shared/context.ts'
import { badInput } from '../shared/errors.ts'
import { text } from '../shared/words.ts'

export interface HandedIn {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly size: number
}

const QUARTER = 900
const keyOf = (secret: string) => createHash('sha256').update(`file:${secret}`).digest()

/** What a receipt says; refused when it is not the caller's own, forged or older than a day. */
export const receipted = async (ctx: Context, receipt: string): Promise<HandedIn> => {
  const how = { algorithms: ['HS256'], subject: 'receipt', currentDate: ctx.now }
  const { payload } = await jwtVerify(receipt, keyOf(ctx.secret), how).catch(() => ({ payload: null }))
  if (!payload || payload['account'] !== ctx.actor.id)
    throw badInput(text('文件凭据无效或者已过期，请重新上传。', 'The receipt of the file does not hold; upload it again.'), {
      field: 'file',
    })
  const { id, name, type, size } = payload as unknown as HandedIn
  return { id, name, type, size }
}

/** Where the file can be fetched for the next quarter of an hour at least; the same words within one. */
export const linkTo = async (ctx: Context, id: string): Promise<string> => {
  const until = (Math.floor(ctx.now.getTime() / 1000 / QUARTER) + 2) * QUARTER
  const signed = new SignJWT({ id }).setProtectedHeader({ alg: 'HS256' }).setSubject('link').setExpirationTime(until)
  return `/files/${await signed.sign(keyOf(ctx.secret))}`
}
