// The list of meetings: what its address asks for, and how many that is.
import type { ListState } from '../app/list.ts'
import { counter } from '../app/totals.ts'
import { daysOf } from './measured.list.ts'
import { meetingsQuery, type MeetingStatus, type MeetingType } from './meeting.queries.ts'

export const meetingsAsked = (list: ListState, division: string | null) => ({
  filter: {
    status: (list.many('status') as MeetingStatus[] | undefined) ?? null,
    type: (list.many('type') as MeetingType[] | undefined) ?? null,
    division: list.one('division') ?? division,
    from: null,
    held: daysOf(list),
  },
  first: list.first,
  after: list.after ?? null,
})

export const count = counter(meetingsQuery, meetingsAsked)
