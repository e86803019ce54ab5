// What the acts about a household ask for.
import { carryOut } from '../app/act.ts'
import { t } from '../app/i18n.ts'
import type { Step } from '../app/step.ts'
import { createHouseholdMutation, nameRepresentativeMutation, type HouseholdWhole } from './household.queries.ts'

export const createHouseholdStep = (division: string, done: (id: string) => void): Step => ({
  fields: [
    {
      key: 'address',
      label: t('residents.household.address'),
      kind: 'text',
      required: true,
      hint: t('residents.household.addressHint'),
    },
    { key: 'room', label: t('residents.household.room'), kind: 'text', required: true },
  ],
  send: async (values, about) => {
    const outcome = await carryOut(
      createHouseholdMutation,
      { input: { division, address: values.text('address'), room: values.text('room'), building: null } },
      about,
    )
    if (outcome.data) done(outcome.data.createHousehold.id)
    return outcome
  },
})

export const representativeStep = (household: HouseholdWhole): Step => ({
  says: t('residents.household.representativeSays'),
  fields: [
    {
      key: 'resident',
      label: t('residents.household.representative'),
      kind: 'choice',
      required: true,
      options: household.members.map(({ id, name }) => ({ value: id, label: name })),
      value: household.representative?.id ?? '',
    },
  ],
  send: (values, about) =>
    carryOut(
      nameRepresentativeMutation,
      { id: household.id, expectedVersion: household.version, resident: values.text('resident') },
      about,
    ),
})
