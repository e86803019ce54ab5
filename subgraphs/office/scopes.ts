// The scopes a client may ask for: reading and writing, by subgraph.
const SUBGRAPHS = ['territory', 'residents', 'duties', 'organizations', 'volunteers', 'legal', 'compacts', 'cases', 'office']

export const SCOPES: readonly string[] = SUBGRAPHS.flatMap((s) => [`${s}:read`, `${s}:write`])
export const isScope = (scope: string) => SCOPES.includes(scope)
