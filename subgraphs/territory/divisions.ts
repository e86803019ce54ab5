// Reads divisions.csv and finishes each row: kind, parent and the path of names. Knows no database.
import { readFileSync } from 'node:fs'
import { prefixOf } from '../shared/actor.ts'
import { divisionKindOf, type DivisionKind } from './division.rules.ts'

export interface DivisionRow {
  readonly code: string
  readonly name: string
  readonly kind: DivisionKind
  readonly parent: string | null
  /** Names from the widest down; 市辖区 names no place and is left out. */
  readonly path: string
  readonly pinyin: string
  readonly initials: string
}

const NAMELESS = new Set(['市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划'])

/** The code one level up, or null at the top. */
export const parentCodeOf = (code: string): string | null => {
  const cut = { 2: 0, 4: 2, 6: 4, 9: 6, 12: 9 }[prefixOf(code).length]
  return cut ? code.slice(0, cut).padEnd(12, '0') : null
}

/** The path of a name below the path of its parent. */
export const pathOf = (name: string, above: string | null): string =>
  NAMELESS.has(name) ? (above ?? '') : `${above ?? ''}${name}`

/** The committed extract, parents before children. */
export const readDivisions = (): DivisionRow[] => {
  const paths = new Map<string, string>()
  return readFileSync(new URL('divisions.csv', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => /^\d{12},/.test(line))
    .map((line) => {
      const [code, name, pinyin, initials] = line.split(',') as [string, string, string, string]
      const kind = divisionKindOf(code)
      if (!kind) throw new Error(`divisions.csv: ${code} lies in no band.`)
      const parent = parentCodeOf(code)
      const path = pathOf(name, parent && paths.get(parent)!)
      paths.set(code, path)
      return { code, name, kind, parent, path, pinyin, initials }
    })
}
