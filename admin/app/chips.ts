// The conditions of a list in words: as chips below its form, and wherever it has to be said what a list is limited to.
import { t } from './i18n.ts'
import type { FilterField, FilterValues } from './list.ts'

/** A condition that is on, in words; without it these values are left of its field. */
export interface Chip {
  readonly key: string
  readonly left: readonly string[]
  readonly label: string
}

const wordOf = (field: FilterField, value: string) => field.options?.find((option) => option.value === value)?.label ?? value
const chip = (field: FilterField, value: string, left: readonly string[]): Chip => ({
  key: field.key,
  left,
  label: t('filter.chip', { field: field.label, value }),
})

/** The conditions that are on, in the order of the fields. */
export const chipsOf = (fields: readonly FilterField[], values: FilterValues): Chip[] =>
  fields.flatMap((field) => {
    const on = values[field.key] ?? []
    if (field.kind === 'dates') return on.length ? [chip(field, on.join(' — '), [])] : []
    return on.map((value) =>
      chip(
        field,
        wordOf(field, value),
        on.filter((one) => one !== value),
      ),
    )
  })

/** What a list is limited to, in words: the place, and the conditions that are on. */
export const wordsOf = (
  fields: readonly FilterField[],
  { values }: { readonly values: FilterValues },
  place?: { readonly name: string } | null,
): string[] => [
  ...(place ? [t('filter.chip', { field: t('filter.place'), value: place.name })] : []),
  ...chipsOf(fields, values).map(({ label }) => label),
]
