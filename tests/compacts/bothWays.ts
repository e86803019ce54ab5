// Trying guards both ways: open with facts in order, blocked with one fact out of order.
import { expect, test } from 'vitest'
import type { Actor, Party, Relation } from '../../subgraphs/shared/actor.ts'
import type { AnyMachine } from '../../subgraphs/shared/machine.ts'
import { actorOf, DIVISION } from './actors.ts'

export const at = (beijing: string) => new Date(`${beijing}+08:00`)
export const NOW = at('2026-06-20T10:00:00')

interface Asked {
  refusal: (action: string, subject: object, actor: Actor, now: Date) => { zh: string } | null
}

/** The sentence for one action taken by a party the table names, from the first state it is possible in. */
export const ask = (machine: AnyMachine, action: string, facts: object, from?: string): string | null => {
  const row = machine.actions[action]!
  const party = row.by[0] as Party
  const relations: Relation[] = party === 'AUTHOR' || party === 'OWNER' ? [party] : []
  const subject = { relations, ...facts, status: from ?? row.from[0]!, division: DIVISION }
  return (machine as unknown as Asked).refusal(action, subject, actorOf(party as Relation), NOW)?.zh ?? null
}

export type Case<Facts> = [
  action: string,
  out: Partial<Facts> & { relations?: Relation[] },
  sentence: string,
  inOrder?: Partial<Facts>,
  from?: string,
]

export const bothWays = <Facts extends object>(machine: AnyMachine, ready: Facts, cases: Case<Facts>[]) => {
  test.each(cases)('%s is open in order, and blocked with %o', (action, out, sentence, inOrder = {}, from) => {
    expect(ask(machine, action, { ...ready, ...inOrder }, from)).toBeNull()
    expect(ask(machine, action, { ...ready, ...inOrder, ...out }, from)).toContain(sentence)
  })
  test('every action with a guard is among the cases', () => {
    const guarded = machine.actionNames.filter((a) => machine.actions[a]!.unless)
    expect(guarded.filter((a) => !cases.some(([action]) => action === a))).toEqual([])
  })
}
