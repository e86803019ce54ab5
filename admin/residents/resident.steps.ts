// What the acts about a resident or a household ask for.
import { carryOut } from '../app/act.ts'
import { halfWidth } from '../app/format.ts'
import { t } from '../app/i18n.ts'
import type { FieldSpec, Step, Values } from '../app/step.ts'
import { choices } from './options.ts'
import { createDataRequestMutation, type DataRequestKind } from './request.queries.ts'
import {
  appointMutation,
  createHouseholdMutation,
  createResidentMutation,
  endResidentMutation,
  enterGuardianMutation,
  giveConsentMutation,
  nameRepresentativeMutation,
  requestRevealMutation,
  reviseResidentMutation,
  type ConsentPurpose,
  type Ending,
  type HouseholdWhole,
  type Paper,
  type PersonalField,
  type Relation,
  type Residence,
  type ResidentWhole,
} from './resident.queries.ts'
import { endings, papers, personalFields, purposes, relations, requestKinds, residences } from './residents.display.ts'

const guardianFields = (required: boolean): FieldSpec[] => [
  { key: 'guardianName', label: t('residents.guardian.name'), kind: 'text', required, hint: t('residents.guardian.hint') },
  { key: 'guardianPhone', label: t('residents.guardian.phone'), kind: 'text' },
]
const guardianOf = (values: Values) =>
  values.text('guardianName')
    ? { name: values.text('guardianName'), phone: halfWidth(values.text('guardianPhone')) || null, resident: null }
    : null

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

export const addResidentStep = (household: HouseholdWhole): Step => ({
  fields: [
    { key: 'name', label: t('residents.field.NAME'), kind: 'text', required: true },
    {
      key: 'paper',
      label: t('residents.resident.paper'),
      kind: 'choice',
      required: true,
      options: choices('paper', papers),
      value: 'RESIDENT_ID',
    },
    {
      key: 'idNumber',
      label: t('residents.field.ID_NUMBER'),
      kind: 'text',
      required: true,
      hint: t('residents.resident.idHint'),
    },
    { key: 'birthDate', label: t('residents.field.BIRTH_DATE'), kind: 'day', hint: t('residents.resident.birthHint') },
    { key: 'phone', label: t('residents.field.PHONE'), kind: 'text' },
    {
      key: 'residence',
      label: t('residents.resident.residence'),
      kind: 'choice',
      required: true,
      options: choices('residence', residences),
      value: 'REGISTERED',
    },
    {
      key: 'relation',
      label: t('residents.resident.relation'),
      kind: 'choice',
      required: true,
      options: choices('relation', relations),
    },
    ...guardianFields(false),
  ],
  send: (values, about) =>
    carryOut(
      createResidentMutation,
      {
        input: {
          household: household.id,
          name: values.text('name'),
          paper: values.choice<Paper>('paper'),
          idNumber: halfWidth(values.text('idNumber')).toUpperCase(),
          birthDate: values.textOrNull('birthDate'),
          phone: halfWidth(values.text('phone')) || null,
          residence: values.choice<Residence>('residence'),
          relation: values.choice<Relation>('relation'),
          guardian: guardianOf(values),
        },
      },
      about,
    ),
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

export const reviseStep = ({ id, version, residence, relation }: ResidentWhole): Step => ({
  says: t('residents.resident.reviseSays'),
  fields: [
    { key: 'name', label: t('residents.field.NAME'), kind: 'text' },
    { key: 'phone', label: t('residents.field.PHONE'), kind: 'text' },
    {
      key: 'residence',
      label: t('residents.resident.residence'),
      kind: 'choice',
      required: true,
      options: choices('residence', residences),
      value: residence,
    },
    {
      key: 'relation',
      label: t('residents.resident.relation'),
      kind: 'choice',
      required: true,
      options: choices('relation', relations),
      value: relation,
    },
  ],
  send: (values, about) =>
    carryOut(
      reviseResidentMutation,
      {
        id,
        expectedVersion: version,
        input: {
          name: values.textOrNull('name'),
          phone: halfWidth(values.text('phone')) || null,
          residence: values.choice<Residence>('residence'),
          relation: values.choice<Relation>('relation'),
        },
      },
      about,
    ),
})

export const endStep = ({ id, version }: ResidentWhole): Step => ({
  fields: [
    { key: 'as', label: t('residents.resident.ending'), kind: 'choice', required: true, options: choices('ending', endings) },
    { key: 'on', label: t('residents.resident.endedOn'), kind: 'day', required: true },
  ],
  send: (values, about) =>
    carryOut(
      endResidentMutation,
      { id, expectedVersion: version, input: { as: values.choice<Ending>('as'), on: values.text('on') } },
      about,
    ),
})

export const guardianStep = ({ id, version }: ResidentWhole): Step => ({
  fields: guardianFields(true),
  send: (values, about) =>
    carryOut(
      enterGuardianMutation,
      {
        ward: id,
        expectedVersion: version,
        input: { name: values.text('guardianName'), phone: halfWidth(values.text('guardianPhone')) || null, resident: null },
      },
      about,
    ),
})

const guardianChoice = ({ guardians }: ResidentWhole): FieldSpec[] =>
  guardians.length
    ? [
        {
          key: 'guardian',
          label: t('residents.guardian.signed'),
          kind: 'choice',
          options: guardians.filter((one) => !one.endedOn).map(({ id, name }) => ({ value: id, label: name })),
        },
      ]
    : []

export const consentStep = (resident: ResidentWhole): Step => ({
  says: t('residents.consent.says'),
  fields: [
    {
      key: 'purpose',
      label: t('residents.consent.purpose'),
      kind: 'choice',
      required: true,
      options: choices('purpose', purposes),
    },
    {
      key: 'notice',
      label: t('residents.consent.notice'),
      kind: 'text',
      required: true,
      hint: t('residents.consent.noticeHint'),
    },
    ...guardianChoice(resident),
  ],
  send: (values, about) =>
    carryOut(
      giveConsentMutation,
      {
        resident: resident.id,
        purpose: values.choice<ConsentPurpose>('purpose'),
        noticeVersion: values.text('notice'),
        guardian: values.textOrNull('guardian'),
      },
      about,
    ),
})

export const dataRequestStep = (resident: ResidentWhole, done: (id: string) => void): Step => ({
  says: t('residents.request.says'),
  fields: [
    {
      key: 'kind',
      label: t('residents.request.kind'),
      kind: 'choice',
      required: true,
      options: choices('requestKind', requestKinds),
    },
    { key: 'wording', label: t('residents.request.wording'), kind: 'long', hint: t('residents.request.wordingHint') },
    ...guardianChoice(resident),
  ],
  send: async (values, about) => {
    const input = {
      resident: resident.id,
      kind: values.choice<DataRequestKind>('kind'),
      wording: values.textOrNull('wording'),
      guardian: values.textOrNull('guardian'),
    }
    const outcome = await carryOut(createDataRequestMutation, { input }, about)
    if (outcome.data) done(outcome.data.createDataRequest.id)
    return outcome
  },
})

export const appointStep = (resident: ResidentWhole): Step => ({
  fields: [
    { key: 'group', label: t('residents.term.group'), kind: 'text', required: true },
    { key: 'from', label: t('residents.term.from'), kind: 'day', required: true },
    { key: 'to', label: t('residents.term.to'), kind: 'day', required: true },
  ],
  send: (values, about) =>
    carryOut(
      appointMutation,
      {
        input: { resident: resident.id, group: values.text('group'), validFrom: values.text('from'), validTo: values.text('to') },
      },
      about,
    ),
})

export const askRevealStep = (resident: ResidentWhole): Step => ({
  says: t('residents.reveal.childSays'),
  fields: [
    {
      key: 'field',
      label: t('residents.reveal.field'),
      kind: 'choice',
      required: true,
      options: choices('field', personalFields),
    },
    { key: 'reason', label: t('reason.label'), kind: 'long', required: true },
  ],
  send: (values, about) =>
    carryOut(
      requestRevealMutation,
      { resident: resident.id, field: values.choice<PersonalField>('field'), reason: values.text('reason') },
      about,
    ),
})
