// Distances between positions on the earth.

interface Position {
  readonly latitude: number | null
  readonly longitude: number | null
}

/** The mean radius of the earth in metres (IUGG). */
const RADIUS = 6_371_009
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** The great-circle distance in whole metres; null when one of the two is not known. */
export const metresBetween = (one: Position, other: Position | null | undefined): number | null => {
  if (one.latitude === null || one.longitude === null || !other || other.latitude === null || other.longitude === null)
    return null
  const [from, to] = [radians(one.latitude), radians(other.latitude)]
  const [north, east] = [to - from, radians(other.longitude - one.longitude)]
  const half = Math.sin(north / 2) ** 2 + Math.cos(from) * Math.cos(to) * Math.sin(east / 2) ** 2
  return Math.round(2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(half))))
}
