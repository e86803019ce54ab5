// Every guard of projects, surveys, compacts, pledges and affairs both ways.
import { describe, expect, test } from 'vitest'
import { text } from '../../subgraphs/shared/words.ts'
import { amendmentMachine } from '../../subgraphs/compacts/amendment.machine.ts'
import type { AmendmentFacts } from '../../subgraphs/compacts/amendment.rules.ts'
import { compactMachine } from '../../subgraphs/compacts/compact.machine.ts'
import type { CompactFacts } from '../../subgraphs/compacts/compact.rules.ts'
import { conveningMachine } from '../../subgraphs/compacts/convening.machine.ts'
import { affairsDisclosureMachine } from '../../subgraphs/compacts/disclosure.machine.ts'
import type { DisclosureFacts } from '../../subgraphs/compacts/disclosure.rules.ts'
import { moralReviewMachine } from '../../subgraphs/compacts/moral.machine.ts'
import type { MoralFacts } from '../../subgraphs/compacts/moral.rules.ts'
import { ownersCommitteeMachine } from '../../subgraphs/compacts/owners.machine.ts'
import { OWNERS_ROWS, type OwnersFacts, type OwnersRule } from '../../subgraphs/compacts/owners.rules.ts'
import { pledgeMachine } from '../../subgraphs/compacts/pledge.machine.ts'
import { signingBlocked } from '../../subgraphs/compacts/pledge.rules.ts'
import { pledgePaperMachine } from '../../subgraphs/compacts/pledgePaper.machine.ts'
import { projectMachine } from '../../subgraphs/compacts/project.machine.ts'
import type { ProjectFacts } from '../../subgraphs/compacts/project.rules.ts'
import { surveyMachine } from '../../subgraphs/compacts/survey.machine.ts'
import { at, bothWays, NOW } from './bothWays.ts'

describe('projects', () => {
  const ready: ProjectFacts = {
    owner: '顾村物业',
    budget: 0,
    milestones: 1,
    unproven: [],
    isOwner: false,
    isStopDecided: true,
    spent: 0,
    supervision: { label: text('', ''), budget: 2_000_000, members: 3 },
    supervisors: 3,
    openFindings: 0,
    isAgreedByGroup: true,
    isEvaluated: true,
  }
  bothWays<ProjectFacts>(projectMachine, ready, [
    ['START', { owner: '' }, '责任单位'],
    ['START', { milestones: 0 }, '至少一个节点'],
    ['START', { supervisors: 2 }, '不少于3人', { budget: 2_000_000 }],
    ['START', { budget: 2_000_000 }, '2万元以上', { budget: 1_999_999, supervisors: 0 }],
    ['DELIVER', { unproven: ['安装', '验收'] }, '安装、验收'],
    ['ACCEPT', { isOwner: true }, '自己的项目'],
    ['ACCEPT', { openFindings: 1 }, '1个问题'],
    ['ACCEPT', { isAgreedByGroup: false }, '验收的意见'],
    ['ACCEPT', { supervisors: 1, isAgreedByGroup: false }, '验收的意见', { supervisors: 0, isAgreedByGroup: false }],
    ['SEND_BACK', { isOwner: true }, '自己的项目'],
    ['FINISH', { spent: null }, '决算'],
    ['FINISH', { isEvaluated: false }, '评估通过'],
    ['STOP', { isStopDecided: false }, '会议讨论', {}, 'IN_PROGRESS'],
  ])
})

describe('compacts', () => {
  const passed = ['LAWFUL', 'DECENT', 'RIGHTS_KEPT', 'NO_FINES'] as const
  const carried = { status: 'PUBLISHED', quorate: true, carried: true }
  const ready: CompactFacts = {
    kind: 'COMPACT',
    expiresOn: '2026-06-19',
    openAmendments: 0,
    articles: [
      { number: 1, body: '楼道不堆放杂物。', passed },
      { number: 2, body: '电动车不上楼。', passed },
    ],
    owner: '李书记（示例）',
    commentOpenedAt: at('2026-06-12T23:59:59'),
    dueAt: at('2026-06-20T10:00:00'),
    commentDays: 7,
    unanswered: 0,
    vote: carried,
    repeal: carried,
    isSubmitted: true,
    isAnnounced: true,
    announcedAt: at('2026-06-04T23:59:59'),
    publicityDays: 15,
    effectiveOn: '2026-06-20',
    successorStatus: 'IN_FORCE',
  }
  bothWays<CompactFacts>(compactMachine, ready, [
    ['OPEN_COMMENT', { articles: [] }, '第一条起'],
    ['OPEN_COMMENT', { articles: [{ number: 2, body: '电动车不上楼。', passed }] }, '第一条起'],
    [
      'OPEN_COMMENT',
      { articles: [{ number: 1, body: '违者罚款。', passed: ['LAWFUL', 'DECENT', 'RIGHTS_KEPT'] }] },
      '第1条尚未通过合法性审查',
    ],
    ['REQUEST_STUDY', { commentOpenedAt: at('2026-06-13T00:00:00') }, '不少于7日'],
    ['REQUEST_STUDY', { openAmendments: 1 }, '1份修改建议'],
    ['REQUEST_STUDY', { kind: 'CIVILITY' }, '倡议'],
    ['CONFIRM', { kind: 'CHARTER' }, '第三十、三十一条', { kind: 'CIVILITY' }],
    ['CONFIRM', { unanswered: 1 }, '1条意见', { kind: 'CIVILITY' }],
    ['POST', { kind: 'COMPACT' }, '备案', { kind: 'CIVILITY', isAnnounced: false }],
    ['POST', { isAnnounced: true }, '已经公布', { kind: 'CIVILITY', isAnnounced: false }],
    ['SUBMIT_FILING', { kind: 'CIVILITY' }, '倡议', { isSubmitted: false }],
    ['FILE', { kind: 'CIVILITY' }, '倡议'],
    ['EXPIRE', { expiresOn: '2026-06-20' }, '没有届满'],
    ['EXPIRE', { expiresOn: null }, '没有届满'],
    ['REQUEST_STUDY', { unanswered: 2 }, '2条意见'],
    ['GO_ON', { dueAt: at('2026-06-20T10:00:01') }, '期限未满'],
    ['GO_ON', { dueAt: null }, '期限未满'],
    ['ADOPT', { vote: { ...carried, status: 'COUNTED' } }, '未经核签'],
    ['ADOPT', { vote: { ...carried, carried: false } }, '未获通过'],
    ['FAIL', { vote: carried }, '没有未通过', { vote: { ...carried, carried: false } }],
    ['FAIL', { vote: carried }, '没有作废', { vote: { ...carried, status: 'VOIDED' } }],
    ['SUBMIT_FILING', { isSubmitted: true }, '已经报送', { isSubmitted: false }],
    ['FILE', { isSubmitted: false }, '尚未报送'],
    ['ANNOUNCE', { isAnnounced: true }, '已经公布', { isAnnounced: false }],
    ['TAKE_EFFECT', { announcedAt: at('2026-06-05T00:00:00') }, '公布不少于15日'],
    ['TAKE_EFFECT', { effectiveOn: '2026-06-21' }, '施行日期'],
    ['REVISE', { successorStatus: 'DRAFTING' }, '已经在起草', { successorStatus: null }],
    ['CORRECT', { successorStatus: 'DRAFTING' }, '已经在起草', { successorStatus: null }],
    ['SUPERSEDE', { successorStatus: 'FILED' }, '没有新版'],
    ['REPEAL', { repeal: null }, '废止公约'],
  ])
})

describe('pledges', () => {
  bothWays(pledgeMachine, { isVersionOver: false, hasLeft: false }, [
    ['LAPSE', { isVersionOver: false }, '仍然有效', { isVersionOver: true }],
  ])

  const ready = {
    compactStatus: 'IN_FORCE',
    shownHash: 'a',
    textHash: 'a',
    basis: 'HOUSEHOLD',
    isOnRoll: true,
    isAdult: true,
    otherHouseholds: 0,
    mostHouseholds: 1,
  } as const
  test.each([
    [{ compactStatus: 'VOTING' }, '尚未通过'],
    [{ compactStatus: 'SUPERSEDED' }, '尚未通过'],
    [{ shownHash: 'b' }, '已更新'],
    [{ isOnRoll: false }, '名册'],
    [{ isAdult: false }, '十八周岁'],
    [{ otherHouseholds: 1 }, '最多代表1户'],
  ])('signing is open in order, and blocked with %o', (out, sentence) => {
    expect(signingBlocked(ready)).toBeNull()
    expect(signingBlocked({ ...ready, ...out })?.zh).toContain(sentence)
  })
})

describe('amendments', () => {
  const ready: AmendmentFacts = { compactStatus: 'DRAFTING', baseBody: '楼道不堆放杂物。', currentBody: '楼道不堆放杂物。' }
  bothWays<AmendmentFacts>(amendmentMachine, ready, [
    ['ACCEPT', { compactStatus: 'COMMENT' }, '退回修改文本'],
    ['ACCEPT', { currentBody: '楼道不停车。' }, '条文已经修改'],
    ['ACCEPT', { currentBody: null }, '条文已经修改'],
    ['OUTDATE', { currentBody: '楼道不堆放杂物。' }, '没有变化', { currentBody: '楼道不停车。' }],
    ['CLOSE', { compactStatus: 'DRAFTING' }, '仍在进行', { compactStatus: 'WITHDRAWN' }],
  ])
})

describe('meetings that must be called', () => {
  bothWays(conveningMachine, { isReached: true, dueAt: NOW }, [
    ['REACH', { isReached: false }, '法定比例'],
    ['LAPSE', { dueAt: at('2026-06-20T10:00:01') }, '联名到'],
  ])
})

describe('surveys', () => {
  bothWays(surveyMachine, { closesAt: NOW, isOwner: false }, [
    ['CLOSE', { closesAt: at('2026-06-20T10:00:01') }, '截止时间'],
    ['CLOSE', { isOwner: true }, '自己的项目'],
  ])
})

describe('pledges on paper', () => {
  bothWays(pledgePaperMachine, { isEnterer: false, isIdentified: true }, [
    ['CONFIRM', { isEnterer: true }, '两名不同'],
    ['CONFIRM', { isIdentified: false }, '没有在名册'],
  ])
})

describe('disclosures', () => {
  const ready: DisclosureFacts = {
    body: '本季度社区自治金收支情况如下。',
    publishedAt: at('2026-06-04T23:59:59'),
    publicityDays: 15,
    unanswered: 0,
  }
  bothWays<DisclosureFacts>(affairsDisclosureMachine, ready, [
    ['SUBMIT', { body: '收支情况' }, '不少于10字'],
    ['SETTLE', { unanswered: 1 }, '1条居民查询'],
    ['ARCHIVE', { publishedAt: at('2026-06-05T00:00:00') }, '公布不少于15日'],
    ['ARCHIVE', { unanswered: 2 }, '2条居民查询'],
  ])
})

describe("owners' committees", () => {
  const ready: OwnersFacts = {
    group: [],
    isGroupAnnounced: true,
    postedAt: at('2026-06-04T23:59:59'),
    postingDays: 15,
    meetingOn: '2026-06-20',
    termEndsOn: '2026-06-19',
    hasSuccessor: false,
    rule: OWNERS_ROWS[0]!.value as OwnersRule,
  }
  bothWays<OwnersFacts>(ownersCommitteeMachine, ready, [
    ['ANNOUNCE_GROUP', { isGroupAnnounced: true }, '已经公告', { isGroupAnnounced: false }],
    ['POST', { isGroupAnnounced: false }, '先公告筹备组'],
    ['ELECT', { postedAt: at('2026-06-05T00:00:00') }, '不少于15日'],
    ['ELECT', { meetingOn: '2026-06-21' }, '没有到召开的日期'],
    ['FAIL', { meetingOn: '2026-06-21' }, '没有到召开的日期'],
    ['RENEW', { hasSuccessor: true }, '已经开始'],
    ['END', { termEndsOn: '2026-06-20' }, '没有届满'],
  ])
})

describe('moral reviews', () => {
  bothWays<MoralFacts>(moralReviewMachine, { kind: 'GOOD_DEED', isAgreed: true, isNamed: true }, [
    ['PUBLISH', { isAgreed: false }, '过半数同意'],
    ['PUBLISH', { kind: 'BAD_HABIT' }, '不公开姓名'],
  ])
})
