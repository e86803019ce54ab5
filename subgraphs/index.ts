// The subgraphs of the platform. The composition, the demo and the tests read this list.
import type { Subgraph } from './shared/subgraph.ts'
import type { Subscriptions } from './shared/context.ts'
import { compacts } from './compacts/index.ts'
import { duties } from './duties/index.ts'
import { office } from './office/index.ts'
import { organizations } from './organizations/index.ts'
import { residents } from './residents/index.ts'
import { territory } from './territory/index.ts'

export const SUBGRAPHS: readonly Subgraph[] = [territory, residents, office, compacts, duties, organizations]

const listened = ({ messages, manyMessages }: Subgraph): Readonly<Record<string, unknown>> => ({ ...messages, ...manyMessages })

/** Which subgraphs listen to a message. */
export const SUBSCRIPTIONS: Subscriptions = Object.fromEntries(
  [...new Set(SUBGRAPHS.flatMap((s) => Object.keys(listened(s))))].map((message) => [
    message,
    SUBGRAPHS.filter((s) => listened(s)[message]).map((s) => s.name),
  ]),
)
