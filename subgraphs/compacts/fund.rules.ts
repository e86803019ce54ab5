// Where the money of a project comes from.
import { text, type Text } from '../shared/words.ts'

export const FUND_SOURCES = {
  SELF_GOVERNANCE: text('社区自治金', 'Community self-governance fund'),
  SERVICE: text('社区服务项目经费', 'Service funds of the government'),
  MAINTENANCE: text('专项维修资金', 'Maintenance fund'),
  COMMON_INCOME: text('小区公共收益', 'Income of the common parts'),
  GRANT: text('公益创投', 'Venture grant'),
  DONATION: text('社会捐赠', 'Donation'),
  RESIDENTS: text('居民自筹', 'Raised by the residents'),
  OTHER: text('其他', 'Other'),
} satisfies Record<string, Text>

export type FundSource = keyof typeof FUND_SOURCES

/** What the parts come to, in fen. */
export const totalOf = (parts: readonly { readonly amount: number }[]): number =>
  parts.reduce((sum, { amount }) => sum + amount, 0)
