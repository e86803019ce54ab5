// Lists of words as GraphQL enums, described in both languages.
import { registerEnumType } from 'type-graphql'
import type { Text } from '../shared/words.ts'

/** A GraphQL enum of the keys of a word list. */
export const enumOf = <Name extends string>(name: string, description: string, words: Record<Name, Text>) => {
  const names = Object.keys(words) as Name[]
  const values = Object.fromEntries(names.map((n) => [n, n])) as { readonly [N in Name]: N }
  const described = Object.fromEntries(names.map((n) => [n, { description: `${words[n].en} (${words[n].zh}).` }]))
  registerEnumType(values, { name, description, valuesConfig: described as never })
  return values
}
