// What is kept of a record in its history when it is revised.

/** Some of its columns, as they stand now. */
export const columnsIn = <Row extends object, Key extends keyof Row>(row: Row, keys: readonly Key[]): Pick<Row, Key> =>
  Object.fromEntries(keys.map((key) => [key, row[key]])) as Pick<Row, Key>
