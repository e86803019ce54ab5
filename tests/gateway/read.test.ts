// The plain reader and the ORM see the same rows, with the same values, through the same scope.
import type { EntityMetadata, EntityProperty } from '@mikro-orm/core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ANONYMOUS, SYSTEM, type Actor } from '../../subgraphs/shared/actor.ts'
import { SUBGRAPHS } from '../../subgraphs/index.ts'
import { exampleResident } from '../../subgraphs/office/seed.ts'
import { person, statementsOf } from '../support/platform.ts'
import { world, type World } from '../support/world.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.stop())

const ACTORS: Record<string, Actor> = {
  system: SYSTEM,
  anonymous: ANONYMOUS,
  secretary: person('COMMITTEE_SECRETARY', '310113109043'),
  town: person('SUBDISTRICT_OFFICER', '310113109000'),
  grid: person('GRID_WORKER', '310113109043001'),
  resident: person('RESIDENT', '310113109043', { resident: exampleResident(1) }),
  auditor: person('AUDITOR', '310113000000'),
  nobody: { ...person('RESIDENT', '310113109043'), grants: [] },
}

/** A row as plain values: relations by their ids. */
const plain = (props: readonly EntityProperty[], row: Record<string, unknown>): unknown =>
  Object.fromEntries(
    props.map(({ name, kind, targetMeta }) => {
      const value = row[name] as Record<string, unknown> | null
      return [name, kind === 'm:1' ? value && value[targetMeta!.primaryKeys[0]!] : value]
    }),
  )

const inSomeOrder = (rows: unknown[]) => rows.map((row) => JSON.stringify(row)).sort()

for (const { name, entities } of SUBGRAPHS)
  describe(name, () => {
    for (const entity of entities)
      test(entity.name, async () => {
        const running = w.platforms[0]!.running.find((one) => one.name === name)!
        const meta = running.orm.getMetadata().get(entity) as unknown as EntityMetadata
        const props = (Object.values(meta.properties) as EntityProperty[]).filter((p) => p.persist !== false && !p.lazy)
        for (const [who, actor] of Object.entries(ACTORS)) {
          const caller = { actor, requestId: 'reading', idempotencyKey: null }
          const em = running.orm.em.fork()
          em.setFilterParams('scope', { actor })
          const whole = await em.find(
            entity,
            {},
            { limit: 300, orderBy: Object.fromEntries(meta.primaryKeys.map((k) => [k, 'asc'])) as never },
          )
          let rows: object[] = []
          const statements = await statementsOf(running, async () => {
            rows = await running
              .contextFor(caller)
              .em.find(entity, {}, { limit: 300, orderBy: Object.fromEntries(meta.primaryKeys.map((k) => [k, 'asc'])) as never })
          })
          expect(
            statements.filter((s) => s.startsWith('select "e0"')),
            'the ORM was not needed',
          ).toEqual([])
          const [expected, seen] = [whole, rows].map((all) => inSomeOrder(all.map((row) => plain(props, row as never))))
          expect({ who, rows: seen }).toEqual({ who, rows: expected })
          expect(rows.every((row) => row instanceof (entity as never as new () => object))).toBe(true)
        }
      })
  })
