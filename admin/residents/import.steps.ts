// What an import asks for when the headings of its file are not those of the form.
import { carryOut } from '../app/act.ts'
import { t } from '../app/i18n.ts'
import type { Step } from '../app/step.ts'
import { matchColumnsMutation, type ImportRunWhole } from './import.queries.ts'

export const matchStep = ({ id, version, headings, columns }: ImportRunWhole): Step => ({
  says: t('residents.import.matchSays'),
  fields: columns.map(({ name, required, hint, heading }) => ({
    key: name,
    label: name,
    kind: 'choice',
    required,
    hint,
    value: heading ?? '',
    options: headings.map((one) => ({ value: one, label: one })),
  })),
  send: (values, about) =>
    carryOut(
      matchColumnsMutation,
      {
        id,
        expectedVersion: version,
        columns: columns.map(({ name }) => ({ name, heading: values.text(name) })).filter(({ heading }) => heading),
      },
      about,
    ),
})
