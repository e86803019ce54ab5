// A meeting on an issue, from plan to published minutes.
import { defineMachine, type ActionOf, type StateOf } from '../shared/machine.ts'
import { text } from '../shared/words.ts'
import { all } from './guard.rules.ts'
import * as rule from './meeting.rules.ts'
import type { MeetingFacts } from './meeting.rules.ts'

export const meetingMachine = defineMachine<MeetingFacts>()({
  name: 'Meeting',
  label: text('会议', 'Meeting'),
  initial: 'PLANNED',
  states: {
    PLANNED: { label: text('筹备中', 'Planned'), says: text('尚未通知。', 'Nobody has been told yet.') },
    NOTICED: {
      label: text('已通知', 'Noticed'),
      says: text('名册已锁定，等待召开。', 'The electorate is frozen; the day is awaited.'),
    },
    OPEN: { label: text('进行中', 'Open'), says: text('正在开会。', 'In session.') },
    CLOSED: {
      label: text('已散会', 'Closed'),
      says: text('签到已锁定，等待纪要。', 'Attendance is final; minutes are awaited.'),
    },
    MINUTED: { label: text('待会签', 'Minuted'), says: text('纪要等待监督会签。', 'The minutes wait for countersignature.') },
    PUBLISHED: {
      label: text('已公布', 'Published'),
      says: text('纪要已公布，不再更改。', 'The minutes are public and final.'),
      final: true,
    },
    CANCELLED: { label: text('已取消', 'Cancelled'), final: true },
  },
  actions: {
    APPROVE_SHORT_NOTICE: {
      label: text('同意临时通知', 'Approve a shorter notice'),
      from: ['PLANNED'],
      to: 'PLANNED',
      by: ['PARTY_BRANCH'],
      reason: true,
      aside: true,
      unless: all(rule.noException, rule.approvedAlready),
    },
    NOTICE: {
      label: text('发出通知', 'Give notice'),
      from: ['PLANNED'],
      to: 'NOTICED',
      by: ['COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER'],
      unless: all(rule.noAgenda, rule.noBasis, rule.startsInPast, rule.noticeTooShort),
    },
    OPEN: {
      label: text('宣布开会', 'Open'),
      from: ['NOTICED'],
      to: 'OPEN',
      by: ['MEETING_CHAIR'],
      unless: all(rule.tooEarly, rule.chairAbsent),
    },
    ADJOURN: {
      label: text('延期再开', 'Adjourn'),
      from: ['OPEN'],
      to: 'NOTICED',
      by: ['MEETING_CHAIR'],
      reason: true,
      carries: true,
      aside: true,
      unless: rule.voteStillOpen,
    },
    CLOSE: {
      label: text('宣布散会', 'Close'),
      from: ['OPEN'],
      to: 'CLOSED',
      by: ['MEETING_CHAIR'],
      starts: 'MEETING_MINUTES',
      unless: rule.voteStillOpen,
    },
    RECORD_MINUTES: {
      label: text('整理纪要', 'Record the minutes'),
      from: ['CLOSED'],
      to: 'MINUTED',
      by: ['COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER'],
      carries: true,
      starts: 'MEETING_COUNTERSIGN',
      lacks: rule.resultsMissing,
    },
    PUBLISH: {
      label: text('会签公布', 'Countersign and publish'),
      from: ['MINUTED'],
      to: 'PUBLISHED',
      by: ['SUPERVISION_MEMBER'],
      seals: true,
    },
    PUBLISH_UNSIGNED: {
      label: text('逾期公布（未会签）', 'Publish without countersignature'),
      from: ['MINUTED'],
      to: 'PUBLISHED',
      by: ['SYSTEM'],
      unless: rule.countersignPending,
    },
    CANCEL: {
      label: text('取消会议', 'Cancel'),
      from: ['PLANNED', 'NOTICED'],
      to: 'CANCELLED',
      by: ['COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER'],
      reason: true,
      aside: true,
    },
  },
})

export type MeetingStatus = StateOf<typeof meetingMachine>
export type MeetingAction = ActionOf<typeof meetingMachine>
