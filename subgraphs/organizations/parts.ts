// What a part of this subgraph declares of itself; the index lists the parts and nothing else.
import type { Subgraph } from '../shared/subgraph.ts'

export type Part = Pick<Subgraph, 'entities' | 'resolvers'> &
  Partial<Pick<Subgraph, 'types' | 'machines' | 'rules' | 'acts' | 'details' | 'constraints' | 'appendOnly' | 'sweeps'>>

/** The parts as one. */
export const together = (parts: readonly Part[]) => ({
  entities: parts.flatMap((part) => part.entities),
  resolvers: parts.flatMap((part) => part.resolvers),
  types: parts.flatMap((part) => part.types ?? []),
  machines: parts.flatMap((part) => part.machines ?? []),
  rules: parts.flatMap((part) => part.rules ?? []),
  appendOnly: parts.flatMap((part) => part.appendOnly ?? []),
  sweeps: parts.flatMap((part) => part.sweeps ?? []),
  acts: Object.assign({}, ...parts.map((part) => part.acts ?? {})),
  details: Object.assign({}, ...parts.map((part) => part.details ?? {})),
  constraints: Object.assign({}, ...parts.map((part) => part.constraints ?? {})),
})
