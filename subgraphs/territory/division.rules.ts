// What a division code says of itself. Knows no record.
import { text, type Text } from '../shared/words.ts'

/** Kinds of division, from the widest to the smallest. */
export const DIVISION_KINDS = {
  PROVINCE: text('省（直辖市、自治区）', 'Province or municipality'),
  PREFECTURE: text('地级市', 'Prefecture-level city'),
  DISTRICT: text('区（县、县级市）', 'District, county or county-level city'),
  SUBDISTRICT: text('街道', 'Subdistrict'),
  TOWN: text('镇', 'Town'),
  TOWNSHIP: text('乡', 'Township'),
  SPECIAL_AREA: text('政企合一区域', 'Area run by an enterprise or zone'),
  RESIDENTS_COMMITTEE: text('居民委员会', "Residents' committee"),
  VILLAGERS_COMMITTEE: text('村民委员会', "Villagers' committee"),
  RESIDENTS_AREA: text('类似居民委员会', "Area like a residents' committee"),
  VILLAGERS_AREA: text('类似村民委员会', "Area like a villagers' committee"),
} satisfies Record<string, Text>

export type DivisionKind = keyof typeof DIVISION_KINDS

const band = (part: string, bands: readonly (readonly [upTo: number, kind: DivisionKind])[]): DivisionKind | null =>
  bands.find(([upTo]) => Number(part) <= upTo)?.[1] ?? null

/** What a 12-digit statistical code names, read from its bands (GB/T 2260, GB/T 10114); null when it names nothing. */
export const divisionKindOf = (code: string): DivisionKind | null => {
  if (!/^[1-9]\d{11}$/.test(code)) return null
  const [city, county, town, committee] = [code.slice(2, 4), code.slice(4, 6), code.slice(6, 9), code.slice(9)]
  if (committee !== '000') {
    if (town === '000') return null
    return band(committee, [
      [199, 'RESIDENTS_COMMITTEE'],
      [399, 'VILLAGERS_COMMITTEE'],
      [499, 'RESIDENTS_AREA'],
      [599, 'VILLAGERS_AREA'],
    ])
  }
  if (town !== '000')
    return county === '00' && city === '00'
      ? null
      : band(town, [
          [99, 'SUBDISTRICT'],
          [199, 'TOWN'],
          [399, 'TOWNSHIP'],
          [599, 'SPECIAL_AREA'],
        ])
  if (county !== '00') return 'DISTRICT'
  return city === '00' ? 'PROVINCE' : 'PREFECTURE'
}
