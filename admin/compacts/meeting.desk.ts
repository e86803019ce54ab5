import { defineDesk } from '../app/desk.ts'
import { meetingBadge } from './badges.ts'
import { meetingQuery } from './meeting.queries.ts'
import MeetingDesk from './MeetingDesk.vue'

export default defineDesk({
  query: meetingQuery,
  pick: ({ meeting }) => meeting,
  standing: (meeting) => ({
    name: meeting.title,
    about: meeting.division.name,
    dueAt: meeting.dueAt,
    waiting: meeting.waiting,
    ...meetingBadge(meeting),
  }),
  view: MeetingDesk,
})
