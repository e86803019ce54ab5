// On which grounds a committee may refuse, and the article each stands on: dated rows, so that a new law is a new row.
import type { RuleRow } from '../shared/rule.ts'
import { text, type Text } from '../shared/words.ts'

/** Grounds of a refusal and of an objection, in the order in which they are met. */
export const GROUNDS = {
  OFF_LIST: text('清单外事项', 'Matter outside the list'),
  UNFUNDED: text('经费未到位', 'Funding not provided'),
  REPEATED_DATA: text('重复报送', 'Data asked for again'),
  EXCESS_APPRAISAL: text('超范围考核', 'Appraisal beyond what is allowed'),
  OFF_LIST_CERTIFICATE: text('要求出具清单外证明', 'Certificate outside the list demanded'),
} satisfies Record<string, Text>

export type Ground = keyof typeof GROUNDS

/** What an article says, in one sentence fit to show. */
export interface Article {
  readonly article: Text
  readonly says: Text
}

const SHANGHAI = '《上海市居民委员会工作条例》'
const shanghai = (zh: string, en: string) =>
  text(SHANGHAI + zh, `Shanghai Ordinance on the Work of Residents' Committees, art. ${en}`)
const LISTS = text('两份清单管理制度', 'the rules on the two lists')

const row = (ground: string, division: string, validFrom: string, article: Text, says: Text): RuleRow<Article> => ({
  code: `ARTICLE_${ground}`,
  division,
  validFrom,
  value: { article, says },
  basis: article.zh,
})

const REFUSABLE = text('对清单以外的协助行政事项，居民委员会有权拒绝办理', 'the committee may refuse matters outside the list')
const BEARS_COST = text('委托居民委员会协助的，所需经费由委托部门承担', 'the department that entrusts a matter bears its cost')
const SHARES = text('居民区基础数据应当收集、整合并共享', 'basic data of the neighbourhood is collected once and shared')
const APPRAISES = text(
  '对居民委员会的评价由街道办事处、乡镇人民政府组织，以居民评价为重点',
  'committees are appraised by the subdistrict and by residents',
)
const NO_CERTIFICATE = text(
  '对清单以外的事项，居民委员会有权拒绝出具证明',
  'the committee may refuse certificates outside the list',
)
const NO_SHIFTING = text(
  '职能部门不得将职责范围内的事项转交给居民委员会承担',
  'departments do not pass their own duties on to committees',
)

export const ARTICLES: readonly RuleRow<Article>[] = [
  row('OFF_LIST', '', '2010-01-01', LISTS, REFUSABLE),
  row('OFF_LIST', '31', '2017-07-01', shanghai('第二十七条第一款', '27(1)'), REFUSABLE),
  row(
    'UNFUNDED',
    '',
    '2026-01-01',
    text('《城市居民委员会组织法》第四十三条', 'Organic Law of Urban Residents Committees, art. 43'),
    BEARS_COST,
  ),
  row('REPEATED_DATA', '', '2010-01-01', LISTS, SHARES),
  row('REPEATED_DATA', '31', '2017-07-01', shanghai('第三十六条', '36'), SHARES),
  row('EXCESS_APPRAISAL', '', '2010-01-01', LISTS, APPRAISES),
  row('EXCESS_APPRAISAL', '31', '2017-07-01', shanghai('第十八条', '18'), APPRAISES),
  row('OFF_LIST_CERTIFICATE', '', '2010-01-01', LISTS, NO_CERTIFICATE),
  row('OFF_LIST_CERTIFICATE', '31', '2017-07-01', shanghai('第二十八条第二款', '28(2)'), NO_CERTIFICATE),
  row('UPHELD', '', '2010-01-01', LISTS, NO_SHIFTING),
  row('UPHELD', '31', '2017-07-01', shanghai('第三十八条', '38'), NO_SHIFTING),
]
