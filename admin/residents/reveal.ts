// Asks for one field of a person in full; who asked and why is written down by the server.
import { carryOut } from '../app/act.ts'
import { t } from '../app/i18n.ts'
import { revealFieldMutation, type PersonalField } from './rights.queries.ts'

export const revealer =
  (resident: string, field: PersonalField, about: string, approval: string | null = null) =>
  async (reason: string): Promise<string | null> => {
    const { data } = await carryOut(
      revealFieldMutation,
      { resident, field, reason, approval },
      { title: t('residents.reveal.title', { field: t(`residents.field.${field}`) }), about },
    )
    return data?.revealField.value ?? null
  }
