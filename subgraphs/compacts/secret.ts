// How a secret vote is kept and counted: sealed while it is open, opened all at once at the close.
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { v4 as uuidv4 } from 'uuid'
import type { Context } from '../shared/context.ts'
import type { Choice } from './ballot.rules.ts'
import type { Vote } from './vote.entity.ts'

const CHOICES = ['AGREE', 'DISAGREE', 'ABSTAIN'] as const satisfies readonly Choice[]
/** What a box holds, in the order of the choices. */
export type BoxCount = Record<Choice, number>

/** The key of one vote: half of it lies in the database until the close, the other half never. */
const keyOf = async (ctx: Context, vote: string): Promise<Buffer> => {
  const [row] = await ctx.em.execute<{ salt: string }[]>(
    `with own as (insert into compacts.vote_salt (vote, salt) values (?, ?) on conflict do nothing returning salt)
     select salt from own union all select salt from compacts.vote_salt where vote = ? limit 1`,
    [vote, randomBytes(32).toString('base64'), vote],
  )
  return createHmac('sha256', ctx.secret).update(`compacts.secret-vote:${vote}:`).update(row!.salt).digest()
}

const LENGTH = 24

/** Sealed words are of one length, and never twice the same. */
const seal = (key: Buffer, about: string, words: string): string => {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(about))
  return Buffer.concat([iv, cipher.update(words.padEnd(LENGTH)), cipher.final(), cipher.getAuthTag()]).toString('base64')
}

const unseal = (key: Buffer, about: string, sealed: string): string => {
  const bytes = Buffer.from(sealed, 'base64')
  const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
    .setAAD(Buffer.from(about))
    .setAuthTag(bytes.subarray(-16))
  return Buffer.concat([cipher.update(bytes.subarray(12, -16)), cipher.final()])
    .toString()
    .trim()
}

/** Puts a choice beside its unit, sealed, in place of the one before. */
export const sealChoice = async (ctx: Context, vote: Vote, elector: string, choice: Choice): Promise<void> => {
  const sealed = seal(await keyOf(ctx, vote.id), elector, choice)
  await ctx.em.execute(
    `insert into compacts.sealed_ballot (id, vote_id, elector_id, sealed) values (?, ?, ?, ?)
     on conflict (vote_id, elector_id) do update set sealed = excluded.sealed`,
    [uuidv4(), vote.id, elector, sealed],
  )
}

export const sealBox = async (ctx: Context, vote: Vote, unitsHash: string, count: BoxCount): Promise<string> =>
  seal(await keyOf(ctx, vote.id), unitsHash, CHOICES.map((choice) => count[choice]).join(','))

export const openBox = async (ctx: Context, vote: Vote, unitsHash: string, sealed: string): Promise<BoxCount> => {
  const [AGREE, DISAGREE, ABSTAIN] = unseal(await keyOf(ctx, vote.id), unitsHash, sealed)
    .split(',')
    .map(Number)
  return { AGREE: AGREE!, DISAGREE: DISAGREE!, ABSTAIN: ABSTAIN! }
}

interface Sealed {
  about: string
  sealed: string
}

/** At the close: how often each choice was found, once for all; then seals and key are destroyed. */
export const openSeals = async (ctx: Context, vote: Vote): Promise<void> => {
  const key = await keyOf(ctx, vote.id)
  const found: BoxCount = { AGREE: 0, DISAGREE: 0, ABSTAIN: 0 }
  const ballots = await ctx.em.execute<Sealed[]>(
    'select elector_id as about, sealed from compacts.sealed_ballot where vote_id = ?',
    [vote.id],
  )
  for (const { about, sealed } of ballots) found[unseal(key, about, sealed) as Choice] += 1
  const boxes = await ctx.em.execute<Sealed[]>(
    'select distinct on (units_hash) units_hash as about, sealed from compacts.ballot_box where vote_id = ? and is_matched order by units_hash, id',
    [vote.id],
  )
  for (const { about, sealed } of boxes) {
    const box = await openBox(ctx, vote, about, sealed)
    for (const choice of CHOICES) found[choice] += box[choice]
  }
  for (const choice of CHOICES)
    await ctx.em.execute('insert into compacts.secret_count (id, vote_id, choice, ballots) values (?, ?, ?, ?)', [
      uuidv4(),
      vote.id,
      choice,
      found[choice],
    ])
  await ctx.em.execute('delete from compacts.sealed_ballot where vote_id = ?', [vote.id])
  await ctx.em.execute('delete from compacts.ballot_box where vote_id = ?', [vote.id])
  await ctx.em.execute('delete from compacts.vote_salt where vote = ?', [vote.id])
}

/** What was found in the box of a secret vote; null when it is not counted yet. */
export const foundIn = async (ctx: Context, vote: string): Promise<BoxCount | null> => {
  const rows = await ctx.em.execute<{ choice: Choice; ballots: number }[]>(
    'select choice, ballots from compacts.secret_count where vote_id = ?',
    [vote],
  )
  return rows.length ? (Object.fromEntries(rows.map(({ choice, ballots }) => [choice, ballots])) as BoxCount) : null
}
