// What joins and parts issues: proposed by the committee, open to objection, and undone by two.
import type { ActionRow, Subject } from '../shared/machine.ts'
import { text } from '../shared/words.ts'
import { all } from './guard.rules.ts'
import { ownIssue, type IssueFacts } from './issue.rules.ts'
import * as rule from './issueRegroup.rules.ts'

const PROPOSED = ['MERGE_PROPOSED', 'SPLIT_PROPOSED'] as const
const OPEN = ['SUBMITTED', 'DELIBERATING'] as const

export const REGROUPING_STATES = {
  MERGE_PROPOSED: {
    label: text('拟合并', 'Merger proposed'),
    says: text('双方提出人五日内可以提出异议。', 'The authors of both have five days to object.'),
  },
  MERGED: {
    label: text('已合并', 'Merged'),
    says: text('在另一件议题中继续，原文保留。', 'Goes on within another issue; its text is kept.'),
  },
  SPLIT_PROPOSED: {
    label: text('拟拆分', 'Split proposed'),
    says: text('提出人五日内可以提出异议。', 'Its authors have five days to object.'),
  },
  SPLIT: {
    label: text('已拆分', 'Split'),
    says: text('在拆分出的议题中继续，原文保留。', 'Goes on in the issues made of it; its text is kept.'),
  },
} as const

export const REGROUPING = {
  PROPOSE_MERGE: {
    label: text('提出合并', 'Propose a merger'),
    from: OPEN,
    to: 'MERGE_PROPOSED',
    by: ['COMMITTEE_SECRETARY'],
    reason: true,
    carries: true,
    aside: true,
    starts: 'ISSUE_OBJECTION',
    unless: all(ownIssue, rule.mergeAwaited),
    lacks: rule.targetUnfit,
  },
  PROPOSE_SPLIT: {
    label: text('提出拆分', 'Propose a split'),
    from: OPEN,
    to: 'SPLIT_PROPOSED',
    by: ['COMMITTEE_SECRETARY'],
    reason: true,
    carries: true,
    aside: true,
    starts: 'ISSUE_OBJECTION',
    unless: all(ownIssue, rule.mergeAwaited),
  },
  AGREE_MERGE: {
    label: text('同意合并', 'Agree to the merger'),
    from: ['MERGE_PROPOSED'],
    to: 'MERGE_PROPOSED',
    by: ['AUTHOR'],
    unless: rule.answered,
  },
  AGREE_SPLIT: {
    label: text('同意拆分', 'Agree to the split'),
    from: ['SPLIT_PROPOSED'],
    to: 'SPLIT_PROPOSED',
    by: ['AUTHOR'],
    unless: rule.answered,
  },
  OBJECT: {
    label: text('提出异议', 'Object'),
    from: PROPOSED,
    to: 'PREVIOUS',
    by: ['AUTHOR'],
    reason: true,
    unless: rule.objectionTooLate,
  },
  MERGE: {
    label: text('合并', 'Merge'),
    from: ['MERGE_PROPOSED'],
    to: 'MERGED',
    by: ['COMMITTEE_SECRETARY', 'SYSTEM'],
    unless: all(rule.objectionOpen, rule.targetUnfit),
  },
  PART: {
    label: text('拆分', 'Split'),
    from: ['SPLIT_PROPOSED'],
    to: 'SPLIT',
    by: ['COMMITTEE_SECRETARY', 'SYSTEM'],
    unless: rule.objectionOpen,
  },
  DROP_PROPOSAL: {
    label: text('撤回提议', 'Drop the proposal'),
    from: PROPOSED,
    to: 'PREVIOUS',
    by: ['COMMITTEE_SECRETARY', 'SYSTEM'],
    reason: true,
    aside: true,
  },
  ASK_UNMERGE: {
    label: text('申请撤销合并', 'Ask to undo the merger'),
    from: ['MERGED'],
    to: 'MERGED',
    by: ['COMMITTEE_SECRETARY'],
    reason: true,
    aside: true,
    unless: all(rule.restoreAsked, rule.restoreTooLate),
  },
  ASK_REJOIN: {
    label: text('申请撤销拆分', 'Ask to undo the split'),
    from: ['SPLIT'],
    to: 'SPLIT',
    by: ['COMMITTEE_SECRETARY'],
    reason: true,
    aside: true,
    unless: all(rule.restoreAsked, rule.restoreTooLate),
  },
  RESTORE: {
    label: text('同意撤销，恢复原议题', 'Undo it'),
    from: ['MERGED', 'SPLIT'],
    to: 'PREVIOUS',
    by: ['SUPERVISION_MEMBER'],
    reason: true,
    aside: true,
    unless: all(rule.restoreNotAsked, rule.restoreTooLate),
  },
  RECALL: {
    label: text('随原议题恢复而撤回', 'Recall with the split'),
    from: ['SUBMITTED', 'RETURNED', 'REJECTED', 'APPEALED', 'DELIBERATING', 'SUSPENDED'],
    to: 'WITHDRAWN',
    by: ['SYSTEM'],
    aside: true,
    unless: rule.wholeStands,
  },
} as const satisfies Record<string, ActionRow<string, IssueFacts & Subject>>
