// What the acts about a resident ask for.
import { carryOut } from '../app/act.ts'
import { halfWidth } from '../app/format.ts'
import { t } from '../app/i18n.ts'
import type { FieldSpec, Step, Values } from '../app/step.ts'
import type { HouseholdWhole } from './household.queries.ts'
import { choices } from './options.ts'
import {
  appointMutation,
  createResidentMutation,
  endResidentMutation,
  enterGuardianMutation,
  reviseResidentMutation,
  type Ending,
  type Paper,
  type Relation,
  type Residence,
  type ResidentWhole,
} from './resident.queries.ts'
import { endings, papers, relations, residences } from './residents.display.ts'

const guardianFields = (required: boolean): FieldSpec[] => [
  { key: 'guardianName', label: t('residents.guardian.name'), kind: 'text', required, hint: t('residents.guardian.hint') },
  { key: 'guardianPhone', label: t('residents.guardian.phone'), kind: 'text' },
]

const guardianOf = (values: Values) =>
  values.text('guardianName')
    ? { name: values.text('guardianName'), phone: halfWidth(values.text('guardianPhone')) || null, resident: null }
    : null

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
