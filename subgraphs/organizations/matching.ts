// A filter by part of what is written in a column.
import { raw } from '@mikro-orm/core'

/** The condition that one of the columns holds the words; none given is no condition. */
export const partOf = (words: string | null | undefined, ...columns: readonly string[]) => {
  const like = `%${words?.trim().replace(/[\\%_]/g, '\\$&')}%`
  return words?.trim() ? { $or: columns.map((column) => ({ [column]: { $ilike: like } })) } : true
}

/** The columns as one text: what an index over pairs of characters is made of. */
const together = (table: string, columns: readonly string[]) => columns.map((column) => `${table}.${column}`).join(` || ' ' || `)

/** An index that finds words of two characters and more in some columns, which no index over three can. */
export const pairsIndex = (table: string, ...columns: readonly string[]) => ({
  name: `${table}_pairs`,
  expression: `create index "${table}_pairs" on "organizations"."${table}" using gin (organizations.pairs(${together('', columns).replaceAll(/(^|\s)\./g, '$1')}))`,
})

/** As `partOf`, found by such an index; one character alone is looked for in every row. */
export const wordsIn = (words: string | null | undefined, ...columns: readonly string[]) => {
  const part = partOf(words, ...columns)
  if (part === true || words!.trim().length < 2) return part
  const word = words!.trim()
  const found = { [raw((table) => `organizations.pairs(${together(table, columns)}) @> organizations.pairs(?)`, [word])]: [] }
  // Of two characters the pair is the word; a longer one must have its pairs in a row.
  return [...word].length === 2 && !/\s/.test(word) ? found : { $and: [found, part] }
}
