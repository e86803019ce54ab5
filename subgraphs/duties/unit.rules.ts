// The towns and committees of a district that are asked, and that receive. Knows codes, not records.
import { prefixOf } from '../shared/actor.ts'

/** Whether a division is a town or a committee below another. */
export const isUnitOf = (unit: string, division: string): boolean =>
  /^\d{12}$/.test(unit) &&
  unit.startsWith(prefixOf(division)) &&
  prefixOf(unit).length > prefixOf(division).length &&
  prefixOf(unit).length >= 9

/** Whether a division is a town. */
export const isTown = (unit: string): boolean => prefixOf(unit).length === 9
