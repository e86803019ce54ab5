// What this subgraph takes from its surroundings.

/** What the ids of our grants begin with in the list others collect; registered with 360Giving by whoever runs the platform. */
export const grantsPrefix = (): string => process.env['GRANTS_PREFIX'] || '360G-linli'
