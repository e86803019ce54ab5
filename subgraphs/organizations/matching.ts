// A filter by part of what is written in a column.

/** The condition that one of the columns holds the words; none given is no condition. */
export const partOf = (words: string | null | undefined, ...columns: readonly string[]) => {
  const like = `%${words?.trim().replace(/[\\%_]/g, '\\$&')}%`
  return words?.trim() ? { $or: columns.map((column) => ({ [column]: { $ilike: like } })) } : true
}
