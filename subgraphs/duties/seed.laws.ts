// The statutes the demo's items stand on: real titles, ranks, days in force. A law revised meanwhile stands here once per wording.
import type { BasisLevel } from './basis.rules.ts'
import type { BasisText } from './exchange.rules.ts'

type Law = readonly [law: string, level: BasisLevel, inForceFrom: string, inForceTo?: string]

const LAWS = {
  居组法: ['城市居民委员会组织法', 'LAW', '2026-01-01'],
  原居组法: ['城市居民委员会组织法', 'LAW', '2018-12-29', '2025-12-31'],
  上海居委条例: ['上海市居民委员会工作条例', 'LOCAL_REGULATION', '2017-07-01'],
  突发事件法: ['突发事件应对法', 'LAW', '2024-11-01'],
  反家暴法: ['反家庭暴力法', 'LAW', '2016-03-01'],
  社区矫正法: ['社区矫正法', 'LAW', '2020-07-01'],
  未保法: ['未成年人保护法', 'LAW', '2021-06-01'],
  预防未成年人犯罪法: ['预防未成年人犯罪法', 'LAW', '2021-06-01'],
  义务教育法: ['义务教育法', 'LAW', '2006-09-01'],
  消防法: ['消防法', 'LAW', '2019-04-23'],
  禁毒法: ['禁毒法', 'LAW', '2008-06-01'],
  精神卫生法: ['精神卫生法', 'LAW', '2013-05-01'],
  动物防疫法: ['动物防疫法', 'LAW', '2021-05-01'],
  传染病防治法: ['传染病防治法', 'LAW', '2013-06-29', '2025-08-31'],
  计生法: ['人口与计划生育法', 'LAW', '2002-09-01'],
  安全生产法: ['安全生产法', 'LAW', '2021-09-01'],
  民法典: ['民法典', 'LAW', '2021-01-01'],
  人民调解法: ['人民调解法', 'LAW', '2011-01-01'],
  老年人法: ['老年人权益保障法', 'LAW', '2018-12-29'],
  民事诉讼法: ['民事诉讼法', 'LAW', '2024-01-01'],
  行政诉讼法: ['行政诉讼法', 'LAW', '2015-05-01'],
  行政处罚法: ['行政处罚法', 'LAW', '2021-07-15'],
  个保法: ['个人信息保护法', 'LAW', '2021-11-01'],
  物业条例: ['物业管理条例', 'ADMIN_REGULATION', '2003-09-01'],
  救助办法: ['社会救助暂行办法', 'ADMIN_REGULATION', '2014-05-01'],
  社会救助法: ['社会救助法', 'LAW', '2026-07-01'],
  证明意见: ['关于改进和规范基层群众性自治组织出具证明工作的指导意见', 'NORMATIVE', '2020-04-27'],
} satisfies Record<string, Law>

export type Statute = keyof typeof LAWS
/** 居组法 第四十三条 */
export type Citation = `${Statute} ${string}`

export const cited = (citation: Citation): BasisText => {
  const [name, article] = citation.split(' ') as [Statute, string]
  const [law, level, inForceFrom, inForceTo]: Law = LAWS[name]
  return { law, article, level, inForceFrom, inForceTo: inForceTo ?? null, link: null }
}
