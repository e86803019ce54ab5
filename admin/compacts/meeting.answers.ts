// The minutes as they go out, to be checked before they are countersigned and published.
import type { Answer } from '../app/confirm.ts'
import { t } from '../app/i18n.ts'
import type { MeetingWhole } from './meeting.queries.ts'

export const meetingAnswers = ({ minutes, agenda }: MeetingWhole): Answer[] => [
  { label: t('compacts.meeting.minutes'), value: minutes ?? '' },
  ...agenda.map(({ position, topic, outcome, result, dissent }) => ({
    label: `${position}. ${topic}`,
    value: [
      outcome && t(`compacts.outcome.${outcome}`),
      result,
      dissent && `${t('compacts.meeting.dissent')}${t('offers.colon')}${dissent}`,
    ]
      .filter(Boolean)
      .join('\n'),
  })),
]
