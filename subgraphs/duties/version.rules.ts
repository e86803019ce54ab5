// What stands in the way of one version of a list. Knows facts, not records.
import { stillShown } from '../shared/notice.ts'
import { text } from '../shared/words.ts'
import { hasCome } from './day.rules.ts'
import type { Guard } from './guard.rules.ts'

export interface VersionFacts {
  readonly items: number
  /** Codes of items without a legal basis, and without a department where the kind of list asks for one. */
  readonly baseless: readonly string[]
  readonly ownerless: readonly string[]
  /** Codes of inherited items that no longer read as in the list above, or are missing here. */
  readonly stale: readonly string[]
  /** Codes of items that need money and have no commitment that is at least budgeted. */
  readonly unfunded: readonly string[]
  readonly unanswered: number
  readonly solicitedAt: Date | null
  readonly solicitationDays: number
  readonly publishedAt: Date | null
  readonly publicityDays: number
  /** Day on which it takes effect, 2026-01-01. */
  readonly effectiveOn: string | null
  /** Another version of the list is published, and its day has come. */
  readonly hasSuccessor: boolean
  /** A version it was not compiled from is in force. */
  readonly isOutrun: boolean
}

type VersionGuard = Guard<VersionFacts>

/** The first five codes, as either language lists them. */
const some = (codes: readonly string[]) => {
  const more = codes.length > 5 ? ' …' : ''
  return { zh: codes.slice(0, 5).join('、') + more, en: codes.slice(0, 5).join(', ') + more }
}

export const incomplete: VersionGuard = ({ items, baseless, ownerless }) => {
  if (items === 0) return text('清单还没有事项。', 'The list has no items yet.')
  if (baseless.length > 0)
    return text(
      `${baseless.length}项没有法律依据：${some(baseless).zh}。`,
      `${baseless.length} items without a legal basis: ${some(baseless).en}.`,
    )
  return ownerless.length > 0
    ? text(
        `${ownerless.length}项没有责任部门：${some(ownerless).zh}。`,
        `${ownerless.length} items without a department: ${some(ownerless).en}.`,
      )
    : null
}

export const stale: VersionGuard = ({ stale: codes }) =>
  codes.length > 0
    ? text(
        `上级清单已有变化，请重新承接：${some(codes).zh}。`,
        `The list above has changed; take its items over again: ${some(codes).en}.`,
      )
    : null

export const outrun: VersionGuard = ({ isOutrun }) =>
  isOutrun
    ? text(
        '底稿已被更新的版本替代，请以施行中的版本重新编制。',
        'A newer version has taken effect since; compile again from the one in force.',
      )
    : null

export const solicitationRuns: VersionGuard = ({ solicitedAt, solicitationDays }, now) =>
  stillShown({ begunAt: solicitedAt, days: solicitationDays }, text('征求意见', 'Soliciting opinions'), null, now)

export const unanswered: VersionGuard = ({ unanswered: left }) =>
  left > 0 ? text(`还有${left}条意见没有答复。`, `${left} opinions have no answer yet.`) : null

export const publicityRuns: VersionGuard = ({ publishedAt, publicityDays }, now) =>
  stillShown(
    { begunAt: publishedAt, days: publicityDays },
    text('公布', 'Publicity'),
    text('居委会组织法第三十四条', 'Organic Law art. 34'),
    now,
  )

export const notEffective: VersionGuard = ({ effectiveOn }, now) =>
  effectiveOn && hasCome(effectiveOn, now) ? null : text('施行日期还没有到。', 'Its effective date has not come.')

export const unfunded: VersionGuard = ({ unfunded: codes }) =>
  codes.length > 0
    ? text(
        `${codes.length}项经费尚未列入预算：${some(codes).zh}（居委会组织法第四十三条）。`,
        `${codes.length} items have no budgeted funding: ${some(codes).en} (Organic Law art. 43).`,
      )
    : null

export const noSuccessor: VersionGuard = ({ hasSuccessor }) =>
  hasSuccessor ? null : text('没有到期施行的新版清单。', 'No newer version is due to take effect.')
