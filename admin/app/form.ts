// What is wrong with a form: what was left empty, and what the server said of it.
import { ref } from 'vue'
import { t } from './i18n.ts'
import type { Mistake } from './mistakes.ts'

export interface FieldMistake {
  readonly field: string | null
  readonly sentence: string
}

export const useMistakes = () => {
  const mistakes = ref<FieldMistake[]>([])

  return {
    mistakes,
    /** The sentence about one field, to stand beside it. */
    wrong: (field: string): string | null => mistakes.value.find((one) => one.field === field)?.sentence ?? null,
    /** True when every required field has a value; else says which have not. */
    check: (required: readonly (readonly [field: string, label: string, value: unknown])[]): boolean => {
      const isEmpty = (value: unknown) =>
        value === null ||
        value === undefined ||
        (typeof value === 'string' && !value.trim()) ||
        (Array.isArray(value) && !value.length)
      mistakes.value = required
        .filter(([, , value]) => isEmpty(value))
        .map(([field, label]) => ({ field, sentence: t('form.missing', { label }) }))
      return !mistakes.value.length
    },
    /** Shows what the server said. */
    told: ({ field, sentence }: Mistake) => (mistakes.value = [{ field, sentence }]),
  }
}
