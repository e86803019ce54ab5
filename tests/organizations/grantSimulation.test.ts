// Two rounds of grants end to end, with every invariant after every step. `npm run grants` runs it at full size: 280 organisations,
// 540 applications, 45 reviewers, and prints what each act took; here it is a small one.
import { expect, test } from 'vitest'
import { INVARIANTS, simulate } from './grants.simulation.ts'
import { openGrants } from './grants.world.ts'

const isWhole = process.env['GRANTS'] === 'whole'
const SIZE = isWhole
  ? { organizations: 280, applications: 540, reviewers: 45 }
  : { organizations: 14, applications: 26, reviewers: 12 }
const seed = Number(process.env['SEED'] ?? 1)

test(`${SIZE.applications} applications from the call to the last instalment`, { timeout: 3_600_000 }, async () => {
  const g = await openGrants()
  const course = await simulate(g, SIZE, seed, (line) => void (isWhole && console.log(line)))
  const states = await g.sql<{ status: string; n: number }>(
    `select status, count(*)::int as n from organizations.grant_agreement group by 1 order by 1`,
  )
  await g.stop()
  if (isWhole) {
    console.log(
      `\nseed ${seed} · ${course.seconds.toFixed(0)} s · ${course.steps.length} steps · ${Object.keys(INVARIANTS).length} invariants, ${course.checks} checks, ${course.broken.length} broken`,
    )
    console.log(`agreements: ${states.map(({ status, n }) => `${status} ${n}`).join(', ')}\n`)
    for (const [name, { acts, milliseconds, statements }] of [...course.acts].sort(
      ([, a], [, b]) => b.milliseconds - a.milliseconds,
    ))
      console.log(
        `${name.padEnd(44)} ${String(acts).padStart(6)} × ${(milliseconds / acts).toFixed(1).padStart(8)} ms ${(statements / acts).toFixed(1).padStart(8)} statements`,
      )
  }
  expect(course.broken).toEqual([])
  expect(course.checks).toBe(course.steps.length * Object.keys(INVARIANTS).length)
  expect(states.map(({ status }) => status)).toContain('CLOSED')
})
