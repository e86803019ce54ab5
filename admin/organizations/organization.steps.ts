// What the steps on an organisation, and what is entered about it, ask for.
import { carryOut } from '../app/act.ts'
import { client } from '../app/client.ts'
import { today } from '../app/clock.ts'
import { day } from '../app/format.ts'
import { t } from '../app/i18n.ts'
import type { Step } from '../app/step.ts'
import type { Deed } from './deeds.ts'
import {
  addPersonMutation,
  divideOrganizationMutation,
  gradeOrganizationMutation,
  keepBranchMutation,
  keepContactsMutation,
  liftMarkMutation,
  markOrganizationMutation,
  recordReportMutation,
  reviseOrganizationMutation,
} from './organization.mutations.ts'
import {
  findOrganizationsQuery,
  type MarkKind,
  type OrganizationAction,
  type OrganizationGrade,
  type OrganizationPost,
  type OrganizationWhole,
  type ReportResult,
} from './organization.queries.ts'
import { choicesOf, grades, markKinds, posts, reportResults } from './organizations.display.ts'
import { registerFields, registerInput } from './register.steps.ts'

/** Organisations in being, to choose from by name or code. */
export const findOrganizations = async (search: string, except?: string) => {
  const { data } = await client.query(findOrganizationsQuery, { search, division: null }).toPromise()
  return (data?.socialOrganizations.edges ?? [])
    .filter(({ node }) => node.id !== except)
    .map(({ node }) => ({ value: node.id, label: `${node.name}（${node.code}）` }))
}

const now = () => day(today())

/** A division names those it led to; up to three here, the rest follow by doing it again. */
const divideStep = ({ id, version: expectedVersion }: OrganizationWhole, goesOn: boolean): Step => ({
  says: t(goesOn ? 'organizations.change.spinOffSays' : 'organizations.change.divideSays'),
  fields: [
    ...[1, 2, 3].map((n) => ({
      key: `into${n}`,
      label: t('organizations.change.intoN', { n }),
      kind: 'person' as const,
      required: n === 1 || (n === 2 && !goesOn),
      find: (words: string) => findOrganizations(words, id),
      findBy: t('organizations.change.findBy'),
    })),
    { key: 'reason', label: t('organizations.change.reason'), kind: 'long', required: true },
  ],
  send: (values, about) => {
    const into = [1, 2, 3].map((n) => values.text(`into${n}`)).filter(Boolean)
    return carryOut(divideOrganizationMutation, { id, expectedVersion, into, goesOn, reason: values.text('reason') }, about)
  },
})

export const organizationSteps = (organization: OrganizationWhole): Partial<Record<OrganizationAction, Step>> => ({
  SPIN_OFF: divideStep(organization, true),
  DIVIDE: divideStep(organization, false),
})

/** What civil affairs enters about an organisation. */
export const registrarDeeds = (organization: OrganizationWhole): readonly Deed[] => {
  const { id, version: expectedVersion } = organization
  const last = Number(now().slice(0, 4)) - 1
  return [
    {
      key: 'revise',
      title: t('organizations.register.revise'),
      step: () => ({
        fields: registerFields(organization),
        send: (values, about) =>
          carryOut(reviseOrganizationMutation, { id, expectedVersion, input: registerInput(values) }, about),
      }),
    },
    {
      key: 'grade',
      title: t('organizations.standing.grade'),
      step: () => ({
        fields: [
          {
            key: 'grade',
            label: t('organizations.register.grade'),
            kind: 'choice',
            required: true,
            options: choicesOf('grade', grades),
            value: organization.grade ?? '',
          },
          { key: 'until', label: t('organizations.standing.gradeUntil'), kind: 'day', required: true },
        ],
        send: (values, about) =>
          carryOut(
            gradeOrganizationMutation,
            { id, expectedVersion, grade: values.choice<OrganizationGrade>('grade'), until: values.text('until') },
            about,
          ),
      }),
    },
    {
      key: 'report',
      title: t('organizations.standing.report'),
      step: () => ({
        fields: [
          { key: 'year', label: t('organizations.standing.year'), kind: 'number', required: true, value: String(last) },
          {
            key: 'result',
            label: t('organizations.standing.result'),
            kind: 'choice',
            required: true,
            options: choicesOf('reportResult', reportResults),
          },
          {
            key: 'filedOn',
            label: t('organizations.standing.filedOn'),
            kind: 'day',
            hint: t('organizations.standing.filedHint'),
          },
        ],
        send: (values, about) =>
          carryOut(
            recordReportMutation,
            {
              id,
              expectedVersion,
              year: values.number('year'),
              result: values.choice<ReportResult>('result'),
              filedOn: values.textOrNull('filedOn'),
            },
            about,
          ),
      }),
    },
    {
      key: 'mark',
      title: t('organizations.standing.mark'),
      step: () => ({
        says: t('organizations.standing.markSays'),
        fields: [
          {
            key: 'kind',
            label: t('organizations.standing.markKind'),
            kind: 'choice',
            required: true,
            options: choicesOf('mark', markKinds),
          },
          { key: 'reason', label: t('organizations.standing.reason'), kind: 'long', required: true },
          { key: 'documentNumber', label: t('organizations.standing.document'), kind: 'text' },
          { key: 'since', label: t('organizations.standing.markSince'), kind: 'day', required: true, value: now() },
        ],
        send: (values, about) =>
          carryOut(
            markOrganizationMutation,
            {
              id,
              expectedVersion,
              input: {
                kind: values.choice<MarkKind>('kind'),
                reason: values.text('reason'),
                documentNumber: values.textOrNull('documentNumber'),
                since: values.text('since'),
              },
            },
            about,
          ),
      }),
    },
    {
      key: 'branch',
      title: t('organizations.standing.branch'),
      step: () => ({
        says: t('organizations.standing.branchSays'),
        fields: [
          { key: 'name', label: t('organizations.register.name'), kind: 'text', required: true },
          { key: 'since', label: t('organizations.standing.opened'), kind: 'day', required: true },
          { key: 'until', label: t('organizations.standing.closed'), kind: 'day' },
        ],
        send: (values, about) =>
          carryOut(
            keepBranchMutation,
            { id, expectedVersion, name: values.text('name'), since: values.text('since'), until: values.textOrNull('until') },
            about,
          ),
      }),
    },
  ]
}

/** What an organisation keeps about itself, and its officers with it. */
export const ownDeeds = ({ id, version: expectedVersion, phone, mail, website }: OrganizationWhole): readonly Deed[] => [
  {
    key: 'contacts',
    title: t('organizations.standing.contacts'),
    step: () => ({
      fields: [
        { key: 'phone', label: t('organizations.standing.phone'), kind: 'text', value: phone ?? '' },
        { key: 'mail', label: t('organizations.standing.mail'), kind: 'text', value: mail ?? '' },
        { key: 'website', label: t('organizations.standing.website'), kind: 'text', value: website ?? '' },
      ],
      send: (values, about) => {
        const told = { phone: values.textOrNull('phone'), mail: values.textOrNull('mail'), website: values.textOrNull('website') }
        return carryOut(keepContactsMutation, { id, expectedVersion, ...told }, about)
      },
    }),
  },
  {
    key: 'person',
    title: t('organizations.standing.person'),
    step: () => ({
      says: t('organizations.standing.personSays'),
      fields: [
        { key: 'name', label: t('organizations.standing.personName'), kind: 'text', required: true },
        {
          key: 'post',
          label: t('organizations.standing.post'),
          kind: 'choice',
          required: true,
          options: choicesOf('post', posts),
        },
        { key: 'since', label: t('organizations.standing.inPostSince'), kind: 'day', required: true },
      ],
      send: (values, about) => {
        const input = { name: values.text('name'), post: values.choice<OrganizationPost>('post'), since: values.text('since') }
        return carryOut(addPersonMutation, { id, expectedVersion, input }, about)
      },
    }),
  },
]

/** Takes an entry off the list again. */
export const liftStep = ({ id, version: expectedVersion }: OrganizationWhole, mark: string): Step => ({
  fields: [
    { key: 'until', label: t('organizations.standing.markUntil'), kind: 'day', required: true, value: now() },
    { key: 'reason', label: t('organizations.standing.reason'), kind: 'long', required: true },
  ],
  send: (values, about) =>
    carryOut(liftMarkMutation, { id, expectedVersion, mark, until: values.text('until'), reason: values.text('reason') }, about),
})
