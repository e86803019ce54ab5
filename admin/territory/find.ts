// Divisions for the palette, by name, pinyin, first letters or code.
import type { Hit } from '../app/feature.ts'
import { findPlaces } from '../app/places.ts'

export const find = async (words: string): Promise<Hit[]> =>
  (await findPlaces(words))
    .slice(0, 8)
    .map(({ code, name, hint }) => ({ title: name, hint: hint ?? code, to: { name: 'division', params: { code } } }))
