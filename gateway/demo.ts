// The demo: example accounts and a small believable town, written once into an empty database.
import type { Running } from '../subgraphs/shared/subgraph.ts'
import { SUBGRAPHS } from '../subgraphs/index.ts'
import { Event } from '../subgraphs/shared/event.ts'

/** Seeds every subgraph whose history is still empty, in the order of the list. */
export const seedDemo = async (running: readonly Running[], say: (step: string) => void): Promise<void> => {
  for (const one of running) {
    const { seed } = SUBGRAPHS.find((s) => s.name === one.name)!
    if (!seed || (await one.asSystem((ctx) => ctx.em.count(Event, {})))) continue
    say(`写入演示数据 ${one.name}`)
    await one.asSystem(seed)
  }
}
