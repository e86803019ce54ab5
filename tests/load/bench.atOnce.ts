// Twenty act on one record at once, each with the version they read: one acts, the others are told.
import { fresh } from './bench.fresh.ts'
import { answerOf, type Bench, type Target } from './bench.run.ts'
import type { Shape } from './bench.servers.ts'
import { w3 } from './questions/w3.ts'

export const OFFICERS = 20

export interface AtOnce {
  readonly shape: Shape
  readonly acted: number
  readonly told: number
}

interface Answer {
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[]
}

export const actAtOnce = async ({ owner }: Bench, product: Target): Promise<Omit<AtOnce, 'shape'>> => {
  const [{ id, account, version }] = (await fresh(owner, 1)) as [{ id: string; account: string; version: number }]
  const shots = await Promise.all(
    Array.from({ length: OFFICERS }, (_, n) =>
      product.shotOf(w3, { account, turns: [{ id, version, reply: `第${n + 1}人的答复。` }], params: [] }),
    ),
  )
  const answers = (await Promise.all(shots.map((shot, n) => answerOf(product, shot, n)))) as Answer[]
  const told = answers.filter(({ errors }) => errors?.[0]?.extensions?.code === 'VERSION_CONFLICT').length
  return { acted: answers.filter(({ errors }) => !errors).length, told }
}
