// Choices for the fields of this feature, in the reader's language.
import { t } from '../app/i18n.ts'

export const choices = (list: string, names: readonly string[]) =>
  names.map((value) => ({ value, label: t(`residents.${list}.${value}`) }))
