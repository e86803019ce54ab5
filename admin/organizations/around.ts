// What a list shows of a place: organisations are registered in towns and districts, so a committee sees those of its district.

const isCommittee = (division: string | null): division is string => division !== null && !division.endsWith('000')

/** The place itself, or the district of a committee. */
export const around = (division: string | null): string | null =>
  isCommittee(division) ? division.slice(0, 6).padEnd(12, '0') : division

/** Services checked in a place, or those that serve a committee. */
export const servedAt = (division: string | null) =>
  isCommittee(division) ? { division: null, serves: division } : { division, serves: null }
