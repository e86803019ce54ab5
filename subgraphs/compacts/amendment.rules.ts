// What stands in the way of an amendment to an article. It is written on the text as it was read: the base. Knows facts, not records.
import { text } from '../shared/words.ts'
import type { Guard } from './guard.rules.ts'

export interface AmendmentFacts {
  readonly compactStatus: string
  /** The text the amendment was written on, null for an article to be added. */
  readonly baseBody: string | null
  /** The article as it stands, null when there is none of that number. */
  readonly currentBody: string | null
}

type AmendmentGuard = Guard<AmendmentFacts>

export const notDrafting: AmendmentGuard = ({ compactStatus }) =>
  compactStatus === 'DRAFTING'
    ? null
    : text(
        '条文只在起草时修改，请先把公约退回修改文本。',
        'Articles change only while drafting; take the compact back to drafting first.',
      )

/** The article reads as it did when the amendment was written. */
export const isOnBase = ({ baseBody, currentBody }: Pick<AmendmentFacts, 'baseBody' | 'currentBody'>): boolean =>
  baseBody === null || baseBody === currentBody

export const staleBase: AmendmentGuard = (facts) =>
  isOnBase(facts)
    ? null
    : text('条文已经修改，请先按现行条文重新提出。', 'The article has changed; write the amendment on the text as it stands.')

export const stillOnBase: AmendmentGuard = (facts) =>
  isOnBase(facts) ? text('条文没有变化。', 'The article has not changed.') : null

export const textStands: AmendmentGuard = ({ compactStatus }) =>
  ['WITHDRAWN', 'SUPERSEDED', 'REPEALED', 'EXPIRED'].includes(compactStatus)
    ? null
    : text('草案仍在进行。', 'The draft is still under way.')
