// What is wrong with a value by a JSON Schema, as far as the standards we publish by use the language; an unknown keyword is an error.
// Strict: a property the schema does not name is wrong too, so that a slip of the pen is found.

type Schema = Record<string, unknown>

const WORDS = new Set(
  '$id $schema $ref $defs title description weight rollUp codelist openCodelist type required properties items minItems uniqueItems minimum pattern format enum oneOf anyOf'.split(
    ' ',
  ),
)
const typeOf = (value: unknown) => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value)
const FORMATS: Record<string, RegExp> = {
  'date-time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/,
  uri: /^[a-z][a-z0-9+.-]*:\/\/\S+$/i,
}

/** What is wrong, one line each; nothing when it is right. `schemas` are found by their `$id`. */
export const wrongBy = (schemas: readonly Schema[], root: Schema, value: unknown): string[] => {
  const byId = new Map(schemas.map((s) => [s['$id'], s]))
  const check = (schema: Schema, at: string, it: unknown, base: Schema): string[] => {
    const unknown = Object.keys(schema).filter((word) => !WORDS.has(word))
    if (unknown.length) throw new Error(`${at}: the schema says ${unknown.join()}`)
    const wrong: string[] = []
    const ref = schema['$ref'] as string | undefined
    if (ref) {
      const whole = byId.get(ref)
      const local = ref.replace('#/$defs/', '')
      const found = whole ?? ((base['$defs'] as Record<string, Schema>)[local] as Schema | undefined)
      if (!found) throw new Error(`${at}: no ${ref}`)
      wrong.push(...check(found, at, it, whole ?? base))
    }
    const types = schema['type'] as string | string[] | undefined
    if (types && ![types].flat().includes(typeOf(it))) wrong.push(`${at}: ${typeOf(it)}, not ${String(types)}`)
    if (schema['enum'] && !(schema['enum'] as unknown[]).includes(it)) wrong.push(`${at}: ${String(it)} is not in the list`)
    if (typeof it === 'number' && typeof schema['minimum'] === 'number' && it < schema['minimum'])
      wrong.push(`${at}: below ${schema['minimum']}`)
    if (typeof it === 'string') {
      if (schema['pattern'] && !new RegExp(schema['pattern'] as string).test(it))
        wrong.push(`${at}: ${it} is not ${String(schema['pattern'])}`)
      const format = schema['format'] as string | undefined
      if (format && !FORMATS[format]!.test(it)) wrong.push(`${at}: ${it} is no ${format}`)
    }
    for (const word of ['oneOf', 'anyOf'] as const) {
      const choices = schema[word] as Schema[] | undefined
      const fits = choices?.filter((one) => !check(one, at, it, base).length).length
      if (choices && (word === 'oneOf' ? fits !== 1 : !fits)) wrong.push(`${at}: fits ${fits} of ${choices.length}`)
    }
    if (typeOf(it) === 'object') {
      const row = it as Record<string, unknown>
      for (const name of (schema['required'] as string[] | undefined) ?? [])
        if (!(name in row)) wrong.push(`${at}: lacks ${name}`)
      const properties = schema['properties'] as Record<string, Schema> | undefined
      for (const [name, one] of Object.entries(properties ? row : {})) {
        const known = properties![name]
        if (known) wrong.push(...check(known, `${at}.${name}`, one, base))
        else wrong.push(`${at}.${name}: not in the standard`)
      }
    }
    if (Array.isArray(it)) {
      if (it.length < ((schema['minItems'] as number | undefined) ?? 0)) wrong.push(`${at}: too few`)
      if (schema['uniqueItems'] && new Set(it.map((one) => JSON.stringify(one))).size < it.length)
        wrong.push(`${at}: twice the same`)
      if (schema['items']) it.forEach((one, i) => wrong.push(...check(schema['items'] as Schema, `${at}[${i}]`, one, base)))
    }
    return wrong
  }
  return check(root, '', value, root)
}
