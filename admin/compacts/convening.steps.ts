// What a meeting that must be called asks for: to be asked for, names from paper, and the meeting itself.
import { carryOut } from '../app/act.ts'
import { client } from '../app/client.ts'
import { t } from '../app/i18n.ts'
import type { Step } from '../app/step.ts'
import {
  askForMeetingMutation,
  conveneMutation,
  signConveningMutation,
  unsignConveningMutation,
  type ConveningWhole,
} from './convening.queries.ts'
import { acceptedIssuesQuery } from './lift.queries.ts'
import { meetingFields, meetingInputOf } from './meeting.steps.ts'
import type { MeetingType } from './meeting.queries.ts'
import { choices } from './options.ts'
import { findPeople } from './people.ts'

interface About {
  readonly id: string
  readonly title: string
  readonly division: { readonly code: string }
}

/** Entered by an officer for a resident who hands in a paper. */
export const askStep = ({ id, division }: About): Step => ({
  says: t('compacts.convening.askSays'),
  fields: [
    {
      key: 'type',
      label: t('compacts.meeting.type'),
      kind: 'choice',
      required: true,
      options: choices('meetingType', ['RESIDENTS', 'REPRESENTATIVES']),
      value: 'RESIDENTS',
    },
    {
      key: 'author',
      label: t('compacts.convening.author'),
      kind: 'person',
      required: true,
      find: (words) => findPeople(words, division.code),
    },
    { key: 'reason', label: t('compacts.convening.reason'), kind: 'long', required: true },
  ],
  send: (values, about) => {
    const input = { type: values.choice<MeetingType>('type'), author: values.text('author'), reason: values.text('reason') }
    return carryOut(askForMeetingMutation, { issue: id, input }, about)
  },
})

export const signStep = ({ id, division }: ConveningWhole): Step => ({
  says: t('compacts.convening.signSays'),
  fields: [
    {
      key: 'resident',
      label: t('compacts.convening.signer'),
      kind: 'person',
      required: true,
      find: (words) => findPeople(words, division.code),
    },
  ],
  send: (values, about) => carryOut(signConveningMutation, { id, resident: values.text('resident') }, about),
})

export const unsignStep = ({ id, signers }: ConveningWhole): Step => ({
  fields: [
    {
      key: 'resident',
      label: t('compacts.convening.signer'),
      kind: 'choice',
      required: true,
      options: (signers ?? []).map((one) => ({
        value: one.id,
        label: [one.name, one.address].filter(Boolean).join(' · '),
      })),
    },
  ],
  send: (values, about) => carryOut(unsignConveningMutation, { id, resident: values.text('resident') }, about),
})

const plain = new Set(['title', 'startsAt', 'place', 'agenda', 'basis', 'exception'])

/** The meeting that answers; where it is due by law, on an issue the committee names. */
export const conveneStep = async (convening: ConveningWhole): Promise<Step> => {
  const { id, version, type, typeLabel, issue, division, basis, reason } = convening
  const { data } = issue ? { data: null } : await client.query(acceptedIssuesQuery, { division: division.code }).toPromise()
  const issues = (data?.issues.edges ?? []).map(({ node }) => ({ value: node.id, label: `${node.number} ${node.title}` }))
  const known = { type, title: typeLabel, ...(reason ? { agenda: [{ topic: reason }] } : {}) }
  return {
    says: basis,
    fields: [
      ...(issue
        ? []
        : [
            {
              key: 'issue',
              label: t('compacts.convening.about'),
              kind: 'choice' as const,
              required: true,
              options: issues,
              value: '',
            },
          ]),
      ...meetingFields(known, [type]).filter(({ key }) => plain.has(key) && (key !== 'basis' || type === 'RESIDENTS')),
    ],
    send: (values, about) => {
      const input = { ...meetingInputOf(values), type, matter: null, invitees: [], seats: null }
      const picked = issue ? null : values.text('issue')
      return carryOut(conveneMutation, { id, expectedVersion: version, input, issue: picked }, about)
    },
  }
}
