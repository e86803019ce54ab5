// A comment on an issue (留言): shown, hidden with a reason, contested. What was written is never lost.
import { defineMachine, type ActionOf, type StateOf } from '../shared/machine.ts'
import { text } from '../shared/words.ts'
import { contestedBefore, judgesOwnHiding, ownComment, type CommentFacts } from './issueComment.rules.ts'

export const issueCommentMachine = defineMachine<CommentFacts>()({
  name: 'IssueComment',
  label: text('留言', 'Comment'),
  initial: 'SHOWN',
  states: {
    SHOWN: { label: text('已公开', 'Shown') },
    HIDDEN: {
      label: text('已隐藏', 'Hidden'),
      says: text(
        '理由公开；原文保留，留言人、居委会和居务监督委员可见。',
        'The reason is public; the words are kept for its writer, the committee and supervision.',
      ),
    },
    CONTESTED: { label: text('复核中', 'Contested'), says: text('由居务监督委员复核。', 'A supervision member decides.') },
    WITHDRAWN: { label: text('已撤回', 'Withdrawn'), says: text('由留言人撤回。', 'Taken back by its writer.'), final: true },
  },
  actions: {
    HIDE: {
      label: text('隐藏', 'Hide'),
      from: ['SHOWN'],
      to: 'HIDDEN',
      by: ['COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER'],
      reason: true,
      aside: true,
      unless: ownComment,
    },
    CONTEST: {
      label: text('申请复核', 'Contest'),
      from: ['HIDDEN'],
      to: 'CONTESTED',
      by: ['AUTHOR'],
      reason: true,
      aside: true,
      starts: 'ISSUE_COMMENT_REVIEW',
      unless: contestedBefore,
    },
    SHOW: {
      label: text('恢复公开', 'Show again'),
      from: ['HIDDEN', 'CONTESTED'],
      to: 'SHOWN',
      by: ['SUPERVISION_MEMBER'],
      reason: true,
      unless: judgesOwnHiding,
    },
    KEEP_HIDDEN: {
      label: text('维持隐藏', 'Keep it hidden'),
      from: ['CONTESTED'],
      to: 'HIDDEN',
      by: ['SUPERVISION_MEMBER'],
      reason: true,
      unless: judgesOwnHiding,
    },
    WITHDRAW: {
      label: text('撤回留言', 'Withdraw'),
      from: ['SHOWN', 'HIDDEN'],
      to: 'WITHDRAWN',
      by: ['AUTHOR'],
      aside: true,
    },
  },
})

export type IssueCommentStatus = StateOf<typeof issueCommentMachine>
export type IssueCommentAction = ActionOf<typeof issueCommentMachine>
