// What a committee must make public of its affairs (居委会组织法第三十四条), and what stands in the way. Knows facts, not records.
import { stillShown } from '../shared/notice.ts'
import { text, type Text } from '../shared/words.ts'
import type { Guard } from './guard.rules.ts'

/** The seven items of the article, in its order. */
export const DISCLOSURE_CATEGORIES = {
  DECISION: text('居民会议、居民代表会议决定事项及其实施情况', 'Decisions of the assemblies and how they are carried out'),
  FUNDS: text('政府拨付和社会捐赠资金、物资的管理使用情况', 'Use of government funds and donations'),
  FACILITIES: text('居委会所有和使用的设施的管理使用情况', 'Use of the committee’s facilities'),
  SERVICES: text('社区服务项目实施情况', 'Community service projects'),
  CONSULTATION: text('协商确定的事项及其落实情况', 'What was agreed in consultations and how it is carried out'),
  ASSISTANCE: text('协助政府开展工作的情况', 'Work for the government'),
  OTHER: text('涉及居民利益、居民普遍关心的其他事项', 'Other matters that concern the residents'),
} satisfies Record<string, Text>

export type DisclosureCategory = keyof typeof DISCLOSURE_CATEGORIES

export interface DisclosureFacts {
  readonly body: string
  readonly publishedAt: Date | null
  readonly publicityDays: number
  /** Questions of residents without an answer. */
  readonly unanswered: number
}

type DisclosureGuard = Guard<DisclosureFacts>

export const empty: DisclosureGuard = ({ body }) =>
  body.trim().length < 10 ? text('公开内容不少于10字。', 'There is too little to disclose: at least 10 characters.') : null

export const publicityRuns: DisclosureGuard = ({ publishedAt, publicityDays }, now) =>
  stillShown(
    { begunAt: publishedAt, days: publicityDays },
    text('公布', 'Publicity'),
    text('居委会组织法第三十四条', 'Organic Law art. 34'),
    now,
  )

export const unanswered: DisclosureGuard = ({ unanswered: left }) =>
  left > 0 ? text(`还有${left}条居民查询没有答复。`, `${left} questions of residents have no answer yet.`) : null
