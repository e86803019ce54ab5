// What a meeting asks for: to be planned, changed, broken off; and the vote that is drafted for it.
import { carryOut } from '../app/act.ts'
import { dateTime } from '../app/format.ts'
import { t } from '../app/i18n.ts'
import { typedMoment, type FieldSpec, type Step, type Values } from '../app/step.ts'
import { bases, meetingTypes, voteManners, votePurposes } from './compacts.display.ts'
import {
  adjournMeetingMutation,
  checkInMutation,
  planAssemblyMutation,
  planMeetingMutation,
  reviseMeetingMutation,
  type Basis,
  type MeetingAction,
  type MeetingType,
  type MeetingWhole,
  type OwnersMatter,
} from './meeting.queries.ts'
import { choices } from './options.ts'
import { draftVoteMutation, reviseVoteMutation, type VoteManner, type VotePurpose, type VoteWhole } from './vote.queries.ts'
import { findPeople } from './people.ts'
import { addToMinutesMutation, takeSeatMutation } from './roll.queries.ts'

const HOUR = 3_600_000

interface Record {
  readonly id: string
  readonly version: number
}

type Known = Omit<Partial<MeetingWhole>, 'agenda'> & { readonly agenda?: readonly { readonly topic: string }[] | undefined }

export const meetingFields = (known: Known, types: readonly MeetingType[]): FieldSpec[] => [
  {
    key: 'type',
    label: t('compacts.meeting.type'),
    kind: 'choice',
    required: true,
    options: choices('meetingType', types),
    value: known.type ?? types[0] ?? '',
  },
  { key: 'title', label: t('compacts.meeting.title'), kind: 'text', required: true, value: known.title ?? '' },
  {
    key: 'startsAt',
    label: t('compacts.meeting.startsAt'),
    kind: 'moment',
    required: true,
    value: known.startsAt ? typedMoment(known.startsAt) : '',
    hint: t('compacts.meeting.startsHint'),
  },
  { key: 'place', label: t('compacts.meeting.place'), kind: 'text', required: true, value: known.place ?? '' },
  {
    key: 'agenda',
    label: t('compacts.meeting.agenda'),
    kind: 'lines',
    required: true,
    value: known.agenda?.map((item) => item.topic) ?? [''],
  },
  {
    key: 'basis',
    label: t('compacts.meeting.basis'),
    kind: 'choice',
    options: choices('basis', bases),
    value: known.basis ?? '',
    hint: t('compacts.meeting.basisHint'),
  },
  {
    key: 'matter',
    label: t('compacts.called.matter'),
    kind: 'choice',
    options: choices('matter', ['R3', 'R4']),
    value: known.matter ?? '',
    hint: t('compacts.called.matterHint'),
  },
  { key: 'invitees', label: t('compacts.called.invitees'), kind: 'lines', value: known.invitees?.length ? known.invitees : [''] },
  {
    key: 'seats',
    label: t('compacts.called.seats'),
    kind: 'number',
    value: known.seats ? String(known.seats) : '',
    hint: t('compacts.called.seatsHint'),
  },
  {
    key: 'exception',
    label: t('compacts.meeting.exception'),
    kind: 'long',
    value: known.exception ?? '',
    hint: t('compacts.meeting.exceptionHint'),
  },
]

export const meetingInputOf = (values: Values) => ({
  type: values.choice<MeetingType>('type'),
  title: values.text('title'),
  startsAt: values.moment('startsAt'),
  place: values.text('place'),
  agenda: values.list('agenda'),
  basis: values.textOrNull('basis') as Basis | null,
  exception: values.textOrNull('exception'),
  matter: values.textOrNull('matter') as OwnersMatter | null,
  invitees: values.list('invitees'),
  seats: values.text('seats') ? values.number('seats') : null,
})

/** A meeting on an issue: to deliberate, or to review what was achieved. */
export const planMeetingStep = (
  issue: Record & { readonly title: string; readonly topics: readonly string[] },
  isReview: boolean,
): Step => ({
  draft: { key: `meeting.new.${issue.id}` },
  // What was left to the next meeting stands on its agenda already.
  fields: meetingFields(
    { title: issue.title, ...(issue.topics.length && { agenda: issue.topics.map((topic) => ({ topic })) }) },
    isReview ? ['REVIEW'] : meetingTypes.filter((type) => type !== 'REVIEW'),
  ),
  send: (values, about) =>
    carryOut(planMeetingMutation, { issue: issue.id, expectedVersion: issue.version, input: meetingInputOf(values) }, about),
})

/** The meeting that adopts a compact. */
export const planAssemblyStep = (compact: Record & { readonly title: string }): Step => ({
  draft: { key: `meeting.new.${compact.id}` },
  fields: meetingFields({ title: compact.title, basis: 'HOUSEHOLD' }, ['RESIDENTS', 'REPRESENTATIVES']),
  send: (values, about) =>
    carryOut(
      planAssemblyMutation,
      { compact: compact.id, expectedVersion: compact.version, input: meetingInputOf(values) },
      about,
    ),
})

export const reviseMeetingStep = (meeting: MeetingWhole): Step => ({
  fields: meetingFields(meeting, meetingTypes),
  send: (values, about) =>
    carryOut(reviseMeetingMutation, { id: meeting.id, expectedVersion: meeting.version, input: meetingInputOf(values) }, about),
})

/** The actions of a meeting that carry fields; the minutes have a form of their own. */
export const meetingSteps = ({ id, version }: MeetingWhole): Partial<{ [Action in MeetingAction]: Step }> => ({
  ADJOURN: {
    fields: [
      { key: 'startsAt', label: t('compacts.meeting.goesOn'), kind: 'moment', required: true },
      { key: 'reason', label: t('reason.label'), kind: 'long', required: true },
    ],
    send: (values, about) =>
      carryOut(
        adjournMeetingMutation,
        { id, expectedVersion: version, startsAt: values.moment('startsAt'), reason: values.text('reason') },
        about,
      ),
  },
})

/** What was published stays; a correction is added to it. */
/** A seat for a resident who asked at the desk or by telephone. */
export const seatStep = ({ id, division }: MeetingWhole): Step => ({
  says: t('compacts.day.seatForSays'),
  fields: [
    {
      key: 'resident',
      label: t('compacts.meeting.who'),
      kind: 'person',
      required: true,
      find: (words) => findPeople(words, division.code),
    },
  ],
  send: (values, about) => carryOut(takeSeatMutation, { meeting: id, resident: values.text('resident') }, about),
})

export const addendumStep = ({ id, version }: Record): Step => ({
  says: t('compacts.minutes.addSays'),
  fields: [{ key: 'words', label: t('compacts.minutes.addWords'), kind: 'long', required: true }],
  send: (values, about) => carryOut(addToMinutesMutation, { id, expectedVersion: version, words: values.text('words') }, about),
})

export const checkInStep = (meeting: MeetingWhole): Step => ({
  fields: [
    {
      key: 'resident',
      label: t('compacts.meeting.who'),
      kind: 'person',
      required: true,
      find: (words) => findPeople(words, meeting.division.code),
    },
  ],
  send: (values, about) => carryOut(checkInMutation, { id: meeting.id, resident: values.text('resident') }, about),
})

const voteFields = (known: Partial<VoteWhole>, opensAt: string | Date): FieldSpec[] => [
  {
    key: 'purpose',
    label: t('compacts.vote.purpose'),
    kind: 'choice',
    required: true,
    options: choices('votePurpose', votePurposes),
    value: known.purpose ?? 'DECISION',
  },
  {
    key: 'proposal',
    label: t('compacts.vote.proposal'),
    kind: 'long',
    required: true,
    value: known.proposal ?? '',
    hint: t('compacts.vote.proposalHint'),
  },
  {
    key: 'manner',
    label: t('compacts.vote.manner'),
    kind: 'choice',
    required: true,
    options: choices('voteManner', voteManners),
    value: known.manner ?? 'AT_MEETING',
  },
  {
    key: 'isSecret',
    label: t('compacts.called.secret'),
    kind: 'yes',
    value: known.isSecret ?? false,
    hint: t('compacts.called.secretHint'),
  },
  {
    key: 'opensAt',
    label: t('compacts.vote.opensAt'),
    kind: 'moment',
    required: true,
    value: typedMoment(known.opensAt ?? opensAt),
  },
  {
    key: 'closesAt',
    label: t('compacts.vote.closesAt'),
    kind: 'moment',
    required: true,
    value: typedMoment(known.closesAt ?? new Date(new Date(opensAt).getTime() + HOUR)),
    hint: t('compacts.vote.closesHint'),
  },
  {
    key: 'delegation',
    label: t('compacts.vote.delegation'),
    kind: 'text',
    value: known.delegation ?? '',
    hint: t('compacts.vote.delegationHint'),
  },
]

const voteInputOf = (values: Values) => ({
  purpose: values.choice<VotePurpose>('purpose'),
  proposal: values.text('proposal'),
  manner: values.choice<VoteManner>('manner'),
  isSecret: values.yes('isSecret'),
  opensAt: values.moment('opensAt'),
  closesAt: values.moment('closesAt'),
  delegation: values.textOrNull('delegation'),
})

/** The vote of a meeting that decides; its words begin with the issue's or the compact's. */
export const draftVoteStep = (meeting: MeetingWhole): Step => ({
  fields: voteFields(
    {
      purpose: meeting.compact ? 'COMPACT' : meeting.type === 'OWNERS' ? 'OWNERS' : 'DECISION',
      proposal: meeting.compact
        ? t('compacts.vote.adoptCompact', { title: meeting.compact.title })
        : (meeting.issue?.title ?? ''),
    },
    meeting.startsAt,
  ),
  says: t('compacts.vote.draftSays', { at: dateTime(meeting.startsAt) }),
  send: (values, about) => carryOut(draftVoteMutation, { meeting: meeting.id, input: voteInputOf(values) }, about),
})

export const reviseVoteStep = (vote: VoteWhole): Step => ({
  fields: voteFields(vote, vote.opensAt),
  send: (values, about) =>
    carryOut(reviseVoteMutation, { id: vote.id, expectedVersion: vote.version, input: voteInputOf(values) }, about),
})
