// Every machine as a page: its states, who may do what, and a diagram.
import type { AnyMachine } from '../../subgraphs/shared/machine.ts'
import { partyWords } from '../../subgraphs/shared/actor.ts'

const diagram = (machine: AnyMachine): string => {
  const lines = ['stateDiagram-v2', `  [*] --> ${machine.initial}`]
  for (const [name, action] of Object.entries(machine.actions))
    for (const from of action.from) lines.push(`  ${from} --> ${action.to === 'PREVIOUS' ? from : action.to}: ${name}`)
  for (const [state, row] of Object.entries(machine.states)) if (row.final) lines.push(`  ${state} --> [*]`)
  return lines.join('\n')
}

const table = (machine: AnyMachine): string =>
  [
    '| action | 中文 | from | to | by | reason | clock |',
    '|---|---|---|---|---|---|---|',
    ...Object.entries(machine.actions).map(
      ([name, a]) =>
        `| \`${name}\` ${a.label.en} | ${a.label.zh} | ${a.from.join(', ')} | ${a.to} | ${a.by.map((p) => partyWords(p).en).join(', ')} | ${a.reason ? 'yes' : ''} | ${a.starts ?? ''} |`,
    ),
  ].join('\n')

export const machinesPage = (machines: readonly AnyMachine[]): string =>
  [
    '# Machines\n\nWritten from the tables in `subgraphs/*/*.machine.ts`.\n',
    ...machines.map((m) => `## ${m.name} ${m.label.zh}\n\n\`\`\`mermaid\n${diagram(m)}\n\`\`\`\n\n${table(m)}\n`),
  ].join('\n')
