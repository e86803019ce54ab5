// What a table can be held to, and every machine as a page: its states, who may do what, and a diagram.
import type { ActionRow, AnyMachine } from '../../subgraphs/shared/machine.ts'
import { partyWords, ROLES, type Party } from '../../subgraphs/shared/actor.ts'

const diagram = (machine: AnyMachine): string => {
  const lines = ['stateDiagram-v2', `  [*] --> ${machine.initial}`]
  for (const [name, action] of Object.entries(machine.actions))
    for (const from of action.from) lines.push(`  ${from} --> ${action.to === 'PREVIOUS' ? from : action.to}: ${name}`)
  for (const [state, row] of Object.entries(machine.states)) if (row.final) lines.push(`  ${state} --> [*]`)
  return lines.join('\n')
}

const table = (machine: AnyMachine): string =>
  [
    '| action | 中文 | from | to | by | reason | seals | clock |',
    '|---|---|---|---|---|---|---|---|',
    ...Object.entries(machine.actions).map(
      ([name, a]) =>
        `| \`${name}\` ${a.label.en} | ${a.label.zh} | ${a.from.join(', ')} | ${a.to} | ${a.by.map((p) => partyWords(p).en).join(', ')} | ${a.reason ? 'yes' : ''} | ${a.seals ? 'yes' : ''} | ${a.starts ?? ''} |`,
    ),
  ].join('\n')

export const machinesPage = (machines: readonly AnyMachine[]): string =>
  [
    '# Machines\n\nWritten from the tables in `subgraphs/*/*.machine.ts`.\n',
    ...machines.map((m) => `## ${m.name} ${m.label.zh}\n\n\`\`\`mermaid\n${diagram(m)}\n\`\`\`\n\n${table(m)}\n`),
  ].join('\n')

const leadsTo = (machine: AnyMachine, action: ActionRow<string, never>): readonly string[] =>
  action.to === 'PREVIOUS' ? machine.stateNames.filter((s) => !machine.states[s]!.final && !action.from.includes(s)) : [action.to]

/** States no action leads to. */
export const unreachable = (machine: AnyMachine): string[] => {
  const seen = new Set([machine.initial])
  for (let grew = true; grew;) {
    grew = false
    for (const action of Object.values(machine.actions))
      if (action.from.some((s) => seen.has(s)))
        for (const to of leadsTo(machine, action)) if (!seen.has(to)) grew = !!seen.add(to)
  }
  return machine.stateNames.filter((s) => !seen.has(s))
}

/** States that say they are final and are not, or that lead nowhere and do not say so. */
export const stuck = (machine: AnyMachine): string[] =>
  machine.stateNames.filter((s) => Object.values(machine.actions).some((a) => a.from.includes(s)) === !!machine.states[s]!.final)

/** Who may do what in which state, one line a state: the policy a councillor can read. */
export const matrix = (machine: AnyMachine): string[] =>
  machine.stateNames.map((state) => {
    const parties = [...Object.keys(ROLES), 'AUTHOR', 'OWNER', 'SYSTEM'] as Party[]
    const cells = parties.flatMap((p) => {
      const may = machine.actionNames.filter(
        (a) => machine.actions[a]!.from.includes(state) && machine.actions[a]!.by.includes(p),
      )
      return may.length ? [`${p}: ${may.join(' ')}`] : []
    })
    return `${state} | ${cells.join(' | ') || '-'}`
  })
