// Argon2id for passwords and client secrets, with the parameters stored beside the hash.
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(argon2)
const COST = { memory: 19_456, passes: 2, parallelism: 1 }

interface Cost {
  readonly memory: number
  readonly passes: number
  readonly parallelism: number
}

const digest = (password: string, nonce: Buffer, { memory, passes, parallelism }: Cost): Promise<Buffer> =>
  derive('argon2id', {
    message: Buffer.from(password.normalize('NFKC')),
    nonce,
    memory,
    passes,
    parallelism,
    tagLength: 32,
  }) as Promise<Buffer>

export const hashPassword = async (password: string): Promise<string> => {
  const nonce = randomBytes(16)
  const tag = await digest(password, nonce, COST)
  return ['argon2id', COST.memory, COST.passes, COST.parallelism, nonce.toString('base64url'), tag.toString('base64url')].join(
    '$',
  )
}

export const verifyPassword = async (password: string, kept: string): Promise<boolean> => {
  const [, memory, passes, parallelism, nonce, tag] = kept.split('$') as [string, string, string, string, string, string]
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) }
  return timingSafeEqual(await digest(password, Buffer.from(nonce, 'base64url'), cost), Buffer.from(tag, 'base64url'))
}
