// The subgraphs of the platform. The composition, the demo and the tests read this list.
import type { Subgraph } from './shared/serve.ts'
import type { Subscriptions } from './shared/jobs.ts'
import { office } from './office/index.ts'

export const SUBGRAPHS: readonly Subgraph[] = [office]

/** Which subgraphs listen to a message. */
export const SUBSCRIPTIONS: Subscriptions = Object.fromEntries(
  [...new Set(SUBGRAPHS.flatMap((s) => Object.keys(s.messages ?? {})))].map((message) => [
    message,
    SUBGRAPHS.filter((s) => s.messages?.[message]).map((s) => s.name),
  ]),
)
