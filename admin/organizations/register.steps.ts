// What entering an organisation asks for.
import { carryOut } from '../app/act.ts'
import { halfWidth } from '../app/format.ts'
import { t } from '../app/i18n.ts'
import type { FieldSpec, Step, Values } from '../app/step.ts'
import { createOrganizationMutation } from './organization.mutations.ts'
import type { OrganizationKind, OrganizationWhole } from './organization.queries.ts'
import { choicesOf, kinds } from './organizations.display.ts'

type Told = Pick<OrganizationWhole, 'code' | 'codeReason' | 'name' | 'kind' | 'registeredOn' | 'purpose' | 'address'>

/** The fields of the register; filled with what it says already. */
export const registerFields = (told?: Told): readonly FieldSpec[] => [
  {
    key: 'code',
    label: t('organizations.register.code'),
    kind: 'text',
    required: true,
    hint: t('organizations.register.codeHint'),
    value: told?.code ?? '',
  },
  { key: 'name', label: t('organizations.register.name'), kind: 'text', required: true, value: told?.name ?? '' },
  {
    key: 'kind',
    label: t('organizations.register.kind'),
    kind: 'choice',
    required: true,
    options: choicesOf('kind', kinds),
    value: told?.kind ?? '',
  },
  { key: 'registeredOn', label: t('organizations.register.registeredOn'), kind: 'day', value: told?.registeredOn ?? '' },
  { key: 'address', label: t('organizations.register.address'), kind: 'text', value: told?.address ?? '' },
  { key: 'purpose', label: t('organizations.register.purpose'), kind: 'long', value: told?.purpose ?? '' },
  {
    key: 'codeReason',
    label: t('organizations.register.codeReason'),
    kind: 'text',
    hint: t('organizations.register.codeReasonHint'),
    value: told?.codeReason ?? '',
  },
]

export const registerInput = (values: Values) => ({
  code: halfWidth(values.text('code')).toUpperCase(),
  codeReason: values.textOrNull('codeReason'),
  name: values.text('name'),
  kind: values.choice<OrganizationKind>('kind'),
  registeredOn: values.textOrNull('registeredOn'),
  address: values.textOrNull('address'),
  purpose: values.textOrNull('purpose'),
})

export const enterStep = (division: string, done: (id: string) => void): Step => ({
  says: t('organizations.register.enterSays'),
  draft: { key: `organization.new.${division}` },
  fields: registerFields(),
  send: async (values, about) => {
    const outcome = await carryOut(createOrganizationMutation, { division, input: registerInput(values) }, about)
    if (outcome.data) done(outcome.data.createSocialOrganization.id)
    return outcome
  },
})
