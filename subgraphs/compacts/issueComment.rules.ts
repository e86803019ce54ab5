// What stands in the way of hiding a comment, or of showing it again.
import { text } from '../shared/words.ts'
import type { Guard } from './guard.rules.ts'

export interface CommentFacts {
  /** The actor is the one who hid it. */
  readonly isHider: boolean
  readonly hasContested: boolean
}

type CommentGuard = Guard<CommentFacts>

export const ownComment: CommentGuard = ({ relations }) =>
  relations?.includes('AUTHOR') ? text('不能处理自己的留言。', 'Nobody decides on their own comment.') : null

export const judgesOwnHiding: CommentGuard = ({ isHider, relations }) =>
  isHider || relations?.includes('AUTHOR')
    ? text('留言人和隐藏人不能办理复核。', 'Neither the writer nor whoever hid it may decide.')
    : null

export const contestedBefore: CommentGuard = ({ hasContested }) =>
  hasContested ? text('同一留言只能申请复核一次。', 'A comment may be contested once.') : null
