// What entering a service or a place and the steps on them ask for.
import { carryOut } from '../app/act.ts'
import { halfWidth } from '../app/format.ts'
import { t } from '../app/i18n.ts'
import type { FieldSpec, Step, Values } from '../app/step.ts'
import { withNamed, type Area } from './areas.ts'
import { accesses, costs, languages, placeKinds, serviceFields } from './offers.display.ts'
import { choicesOf } from './organizations.display.ts'
import {
  addPlaceMutation,
  closeServiceMutation,
  createServiceMutation,
  revisePlaceMutation,
  reviseServiceMutation,
  type PlaceAccess,
  type PlaceKind,
  type ServiceAction,
  type ServiceCost,
  type ServiceField,
  type ServiceLanguage,
  type ServicePlace,
  type ServiceWhole,
} from './service.queries.ts'

const s = (key: string) => t(`organizations.service.${key}`)

const fieldsOf = (areas: readonly Area[], told?: ServiceWhole): readonly FieldSpec[] => [
  { key: 'name', label: s('name'), kind: 'text', required: true, value: told?.name ?? '' },
  {
    key: 'field',
    label: s('field'),
    kind: 'choice',
    required: true,
    options: choicesOf('serviceField', serviceFields),
    value: told?.field ?? '',
  },
  { key: 'description', label: s('description'), kind: 'long', required: true, value: told?.description ?? '' },
  { key: 'audience', label: s('audience'), kind: 'text', value: told?.audience ?? '' },
  {
    key: 'areas',
    label: s('areas'),
    kind: 'choices',
    required: true,
    options: withNamed(areas, told?.areas ?? []),
    value: told?.areas.map(({ code }) => code) ?? [],
  },
  { key: 'phone', label: s('phone'), kind: 'text', required: true, hint: s('phoneHint'), value: told?.hotline ?? '' },
  {
    key: 'languages',
    label: s('languages'),
    kind: 'choices',
    options: choicesOf('language', languages),
    value: told?.languages ?? ['zh'],
  },
  {
    key: 'cost',
    label: s('cost'),
    kind: 'choice',
    required: true,
    options: choicesOf('cost', costs),
    value: told?.cost ?? 'FREE',
  },
  { key: 'costNote', label: s('costNote'), kind: 'text', value: told?.costNote ?? '' },
  { key: 'capacity', label: s('capacity'), kind: 'number', value: told?.capacity ? String(told.capacity) : '' },
  { key: 'capacityUnit', label: s('capacityUnit'), kind: 'text', hint: s('capacityHint'), value: told?.capacityUnit ?? '' },
]

const inputOf = (values: Values) => ({
  name: values.text('name'),
  description: values.text('description'),
  field: values.choice<ServiceField>('field'),
  audience: values.textOrNull('audience'),
  areas: values.list('areas'),
  phone: values.textOrNull('phone'),
  languages: values.list('languages') as ServiceLanguage[],
  cost: values.choice<ServiceCost>('cost'),
  costNote: values.textOrNull('costNote'),
  capacity: values.text('capacity') ? values.number('capacity') : null,
  capacityUnit: values.textOrNull('capacityUnit'),
})

export const createServiceStep = (organization: string, areas: readonly Area[], done: (id: string) => void): Step => ({
  says: s('createSays'),
  draft: { key: `service.new.${organization}` },
  fields: fieldsOf(areas),
  send: async (values, about) => {
    const outcome = await carryOut(createServiceMutation, { organization, input: inputOf(values) }, about)
    if (outcome.data) done(outcome.data.createServiceListing.id)
    return outcome
  },
})

export const reviseStep = (service: ServiceWhole, areas: readonly Area[]): Step => ({
  fields: fieldsOf(areas, service),
  send: (values, about) =>
    carryOut(reviseServiceMutation, { id: service.id, expectedVersion: service.version, input: inputOf(values) }, about),
})

export const serviceSteps = (service: ServiceWhole, areas: readonly Area[]): Partial<Record<ServiceAction, Step>> => {
  const { id, version: expectedVersion } = service
  return {
    PROPOSE: { ...reviseStep(service, areas), says: s('proposeSays') },
    CLOSE_FOR_A_TIME: {
      says: s('closeSays'),
      fields: [
        { key: 'alert', label: s('alert'), kind: 'text', required: true },
        { key: 'until', label: s('closedUntil'), kind: 'day', required: true },
      ],
      send: (values, about) =>
        carryOut(closeServiceMutation, { id, expectedVersion, alert: values.text('alert'), until: values.text('until') }, about),
    },
  }
}

const degrees = (values: Values, key: string): number | null => (values.text(key) ? Number(halfWidth(values.text(key))) : null)

/** A place of an organisation; a confidential one is told to nobody else. */
export const placeStep = (organization: string, areas: readonly Area[], place?: ServicePlace): Step => ({
  says: s('placeSays'),
  draft: place ? { key: `place.${place.id}`, version: place.version } : { key: `place.new.${organization}` },
  fields: [
    { key: 'name', label: s('placeName'), kind: 'text', required: true, value: place?.where?.name ?? '' },
    {
      key: 'kind',
      label: s('placeKind'),
      kind: 'choice',
      required: true,
      options: choicesOf('placeKind', placeKinds),
      value: place?.kind ?? 'PHYSICAL',
    },
    {
      key: 'division',
      label: t('organizations.of.division'),
      kind: 'choice',
      required: true,
      options: withNamed(areas, place?.where ? [place.where.division] : []),
      value: place?.where?.division.code ?? '',
    },
    { key: 'line', label: s('line'), kind: 'text', value: place?.where?.line ?? '' },
    { key: 'postcode', label: s('postcode'), kind: 'text', value: place?.where?.postcode ?? '' },
    { key: 'latitude', label: s('latitude'), kind: 'number', value: String(place?.where?.latitude ?? '') },
    { key: 'longitude', label: s('longitude'), kind: 'number', value: String(place?.where?.longitude ?? '') },
    { key: 'directions', label: s('directions'), kind: 'text', value: place?.where?.directions ?? '' },
    {
      key: 'access',
      label: s('access'),
      kind: 'choices',
      options: choicesOf('access', accesses),
      value: place?.access ?? [],
    },
    {
      key: 'isConfidential',
      label: s('confidential'),
      kind: 'yes',
      hint: s('confidentialHint'),
      value: place?.isConfidential ?? false,
    },
  ],
  send: (values, about) => {
    const input = {
      name: values.text('name'),
      kind: values.choice<PlaceKind>('kind'),
      isConfidential: values.yes('isConfidential'),
      division: values.text('division'),
      line: values.textOrNull('line'),
      postcode: values.textOrNull('postcode'),
      latitude: degrees(values, 'latitude'),
      longitude: degrees(values, 'longitude'),
      directions: values.textOrNull('directions'),
      access: values.list('access') as PlaceAccess[],
    }
    return place
      ? carryOut(revisePlaceMutation, { id: place.id, expectedVersion: place.version, input }, about)
      : carryOut(addPlaceMutation, { organization, input }, about)
  },
})
