// What stands in the way of one reviewer's work on one application. Knows facts, not records.
import { text, type Text } from '../shared/words.ts'
import type { Guard } from './guard.rules.ts'

export interface AssignmentFacts {
  readonly round: string
  readonly isTied: boolean
  /** What is wrong with the sheet as it stands. */
  readonly sheet: Text | null
  /** The revision the sheet was filled in on, and the newest. */
  readonly readRevision: number
  readonly revision: number
}

type AssignmentGuard = Guard<AssignmentFacts>

/** What an assignment is called where it stands among others: the round, and the number of the application in it. */
export const assignmentTitle = (round: string, number: number): string => `${round}（${number}号）`

export const notReviewing: AssignmentGuard = ({ round }) =>
  round === 'REVIEWING' ? null : text('评审已经结束。', 'The review is over.')

export const isTied: AssignmentGuard = ({ isTied: tied }) =>
  tied ? text('您与申报单位有利害关系，应当回避。', 'You have a tie to the applicant and must stay out.') : null

export const incompleteSheet: AssignmentGuard = ({ sheet }) => sheet

export const outdated: AssignmentGuard = ({ readRevision, revision }) =>
  readRevision === revision
    ? null
    : text(
        `材料已更新至第${revision}稿，评分基于第${readRevision}稿，请查看后确认。`,
        `The material is at revision ${revision}, the sheet was filled in on ${readRevision}: look at it and confirm.`,
      )
