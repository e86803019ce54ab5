// Days as a public notice names them.
import { day } from '../app/format.ts'

/** The last day of a period that ends at midnight. */
export const lastDay = (end: string): string => day(new Date(end).getTime() - 1)
