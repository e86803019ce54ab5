// Forming an owners' committee (业委会组建): reported, prepared, posted, elected, filed, and renewed before its term ends.
import { defineMachine, type ActionOf, type StateOf } from '../shared/machine.ts'
import { text } from '../shared/words.ts'
import { all } from './guard.rules.ts'
import * as rule from './owners.rules.ts'
import type { OwnersFacts } from './owners.rules.ts'

const TOWN = ['SUBDISTRICT_OFFICER', 'SUBDISTRICT_LEAD'] as const
const COMMITTEE = ['COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER'] as const

export const ownersCommitteeMachine = defineMachine<OwnersFacts>()({
  name: 'OwnersCommittee',
  label: text('业委会组建', "Owners' committee"),
  initial: 'REPORTED',
  states: {
    REPORTED: {
      label: text('待成立筹备组', 'Reported'),
      says: text('六十日内成立筹备组。', 'A preparatory group is due within sixty days.'),
    },
    PREPARING: { label: text('筹备中', 'In preparation') },
    POSTED: {
      label: text('文件公告中', 'Posted'),
      says: text('业主清册和会议文件公告十五日后开会。', 'The meeting follows fifteen days of posting.'),
    },
    ELECTED: { label: text('待备案', 'Elected'), says: text('选举产生后三十日内备案。', 'To be filed within thirty days.') },
    FILED: { label: text('任期中', 'In office') },
    ENDED: { label: text('任期届满', 'Term ended'), final: true },
    STOPPED: { label: text('已终止', 'Stopped'), final: true },
  },
  actions: {
    FORM_GROUP: {
      label: text('成立筹备组', 'Form the group'),
      from: ['REPORTED'],
      to: 'PREPARING',
      by: TOWN,
      carries: true,
      starts: 'OWNERS_GROUP_NOTICE',
    },
    ANNOUNCE_GROUP: {
      label: text('公告筹备组成员', 'Announce the group'),
      from: ['PREPARING'],
      to: 'PREPARING',
      by: [...TOWN, ...COMMITTEE],
      seals: true,
      unless: rule.announcedAlready,
    },
    POST: {
      label: text('公告业主清册和会议文件', 'Post roll and documents'),
      from: ['PREPARING'],
      to: 'POSTED',
      by: [...TOWN, ...COMMITTEE],
      carries: true,
      unless: rule.notAnnounced,
    },
    ELECT: {
      label: text('登记选举结果', 'Record the election'),
      from: ['POSTED'],
      to: 'ELECTED',
      by: TOWN,
      carries: true,
      starts: 'OWNERS_FILING',
      unless: all(rule.postingRuns, rule.meetingToCome),
    },
    FAIL: {
      label: text('未达法定比例，重新筹备', 'Prepare again'),
      from: ['POSTED'],
      to: 'PREPARING',
      by: TOWN,
      reason: true,
      aside: true,
      unless: rule.meetingToCome,
    },
    FILE: {
      label: text('接收备案', 'File'),
      from: ['ELECTED'],
      to: 'FILED',
      by: TOWN,
      carries: true,
    },
    RENEW: {
      label: text('启动换届', 'Begin the renewal'),
      from: ['FILED'],
      to: 'FILED',
      by: [...TOWN, ...COMMITTEE],
      carries: true,
      aside: true,
      unless: rule.renewedAlready,
    },
    END: {
      label: text('任期届满', 'Term ends'),
      from: ['FILED'],
      to: 'ENDED',
      by: ['SYSTEM'],
      unless: rule.termRuns,
    },
    STOP: {
      label: text('终止筹备', 'Stop'),
      from: ['REPORTED', 'PREPARING', 'POSTED'],
      to: 'STOPPED',
      by: TOWN,
      reason: true,
      aside: true,
    },
  },
})

export type OwnersStatus = StateOf<typeof ownersCommitteeMachine>
export type OwnersAction = ActionOf<typeof ownersCommitteeMachine>
