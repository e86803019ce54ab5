// Every guard of an issue both ways.
import { describe } from 'vitest'
import { issueMachine } from '../../subgraphs/compacts/issue.machine.ts'
import type { IssueFacts } from '../../subgraphs/compacts/issue.rules.ts'
import { at, bothWays, NOW } from './bothWays.ts'

describe('issues', () => {
  const carried = { status: 'CERTIFIED', quorate: true, carried: true }
  const lost = { status: 'CERTIFIED', quorate: true, carried: false }
  const evaluation = { answers: 20, satisfied: 12, households: 500 }
  const ready: IssueFacts = {
    title: '楼道堆物整治',
    body: '三号楼楼道长期堆放杂物，影响消防通道。',
    otherOpen: 2,
    revisedSinceReturn: true,
    dueAt: at('2026-06-20T09:59:59'),
    appealUntil: NOW,
    hasAppealed: false,
    isScreener: false,
    needsAssembly: false,
    hasScopeAndLead: true,
    isDeliberated: true,
    hasConsensus: true,
    isStudied: true,
    vote: null,
    failedAt: at('2026-03-22T23:59:00'),
    revisedSinceVote: false,
    project: { status: 'DELIVERED' },
    evaluation,
    isReviewed: true,
    reworks: 1,
    compactStatus: 'IN_FORCE',
  }
  bothWays<IssueFacts>(issueMachine, ready, [
    ['SUBMIT', { title: '堆物' }, '不少于4字'],
    ['SUBMIT', { otherOpen: 3 }, '不超过3件'],
    ['ACCEPT', { relations: ['AUTHOR'] }, '提出人不能把关'],
    ['ACCEPT', { hasScopeAndLead: false }, '议题类别'],
    ['RETURN', { relations: ['AUTHOR'] }, '提出人不能把关'],
    ['REJECT', { relations: ['AUTHOR'] }, '提出人不能把关'],
    ['REFER', { relations: ['AUTHOR'] }, '提出人不能把关'],
    ['RESUBMIT', { revisedSinceReturn: false }, '尚未修改'],
    ['LAPSE', { dueAt: NOW }, '还没有到'],
    ['APPEAL', { hasAppealed: true }, '一次'],
    ['APPEAL', { appealUntil: at('2026-06-20T09:59:59') }, '5个工作日'],
    ['UPHOLD_APPEAL', { isScreener: true }, '原把关人'],
    ['DISMISS_APPEAL', { isScreener: true }, '原把关人'],
    ['PUT_TO_VOTE', { isDeliberated: false }, '第三十二条', { vote: { status: 'OPEN', quorate: null, carried: null } }],
    ['PUT_TO_VOTE', { isStudied: false }, '第三十条', { vote: { status: 'OPEN', quorate: null, carried: null } }],
    ['PUT_TO_VOTE', { vote: null }, '尚未开始', { vote: { status: 'OPEN', quorate: null, carried: null } }],
    ['ADOPT', { vote: { ...carried, status: 'COUNTED' } }, '未经核签', { vote: carried }],
    ['ADOPT', { vote: lost }, '未获通过', { vote: carried }],
    ['FAIL', { vote: carried }, '已获通过', { vote: lost }],
    ['RECALL_VOTE', { vote: carried }, '没有作废', { vote: { ...carried, status: 'VOIDED' } }],
    ['AGREE', { needsAssembly: true }, '第三十二条'],
    ['AGREE', { isDeliberated: false }, '协商会议纪要'],
    ['AGREE', { hasConsensus: false }, '一致意见'],
    ['CLOSE', { isDeliberated: false }, '协商会议纪要'],
    ['REOPEN', { failedAt: at('2026-03-23T00:00:00') }, '满90日', { vote: lost }],
    ['REOPEN', { vote: lost }, '满90日', { vote: { ...lost, quorate: false }, failedAt: NOW }],
    ['REOPEN', { revisedSinceVote: false }, '满90日', { vote: lost, failedAt: NOW, revisedSinceVote: true }],
    ['EVALUATE', { project: { status: 'IN_PROGRESS' } }, '尚未完工'],
    ['DEMAND_REWORK', { evaluation }, '不需要整改', { evaluation: { ...evaluation, satisfied: 11 } }],
    ['DEMAND_REWORK', { reworks: 2 }, '街镇', { evaluation: { ...evaluation, satisfied: 11 } }],
    [
      'DEMAND_REWORK',
      { evaluation: { answers: 19, satisfied: 1, households: 191 } },
      '样本不足',
      { evaluation: { answers: 19, satisfied: 1, households: 190 } },
    ],
    ['DRAFT_COMPACT', { evaluation: null }, '样本不足', {}, 'EVALUATING'],
    ['DRAFT_COMPACT', { isReviewed: false }, '评议会', {}, 'EVALUATING'],
    ['DRAFT_COMPACT', { evaluation: { ...evaluation, satisfied: 11 } }, '低于60%', {}, 'EVALUATING'],
    ['CONCLUDE', { isReviewed: false }, '评议会', {}, 'EVALUATING'],
    ['CONCLUDE', { compactStatus: 'FILED' }, '尚未施行', {}, 'COMPACTING'],
    [
      'WITHDRAW',
      { vote: { status: 'OPEN', quorate: null, carried: null } },
      '开始表决',
      { vote: { status: 'ARMED', quorate: null, carried: null } },
    ],
  ])
})
