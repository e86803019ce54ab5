// What a committee of the demo may certify, and what may not be passed down to it.
import type { DutyCategory } from './item.rules.ts'
import { example, type Example } from './seed.example.ts'
import type { Citation } from './seed.laws.ts'

const certificate = (code: string, name: string, content: string, bases: readonly Citation[]) =>
  example(`ZM-${code}`, name, 'CERTIFICATION', content, bases, {
    performer: 'EITHER',
    standard: '凭申请人身份证件和有关材料，当场或者三个工作日内出具',
  })

export const CERTIFICATES: readonly Example[] = [
  certificate('01', '推荐公民担任民事诉讼代理人', '当事人所在社区推荐公民担任其民事诉讼代理人的推荐材料。', [
    '民事诉讼法 第六十一条',
  ]),
  certificate('02', '推荐公民担任行政诉讼代理人', '当事人所在社区推荐公民担任其行政诉讼代理人的推荐材料。', [
    '行政诉讼法 第三十一条',
  ]),
  certificate('03', '指定监护人', '对监护人的确定有争议的，指定监护人的书面决定。', ['民法典 第三十一条']),
  certificate(
    '04',
    '同意其他个人或者组织担任监护人',
    '其他愿意担任监护人的个人或者组织担任监护人，经居（村）民委员会同意的证明。',
    ['民法典 第二十七条', '民法典 第二十八条'],
  ),
]

const negative = (
  code: string,
  name: string,
  content: string,
  bases: readonly Citation[],
  category: DutyCategory = 'PUBLIC_MANAGEMENT',
) => example(`FM-${code}`, name, category, content, bases)

const unlisted = (code: string, name: string, n: string) =>
  negative(
    code,
    `要求出具${name}`,
    `${name}不应由基层群众性自治组织出具，由有关部门依职权核查或者出具。`,
    [`证明意见 附件第${n}项`, '上海居委条例 第二十八条'],
    'CERTIFICATION',
  )

export const NEGATIVE: readonly Example[] = [
  negative('01', '部门法定职责转由居民委员会承担', '应当由政府部门及其派出机构履行的法定职责，不得转由居民委员会承担。', [
    '上海居委条例 第二十七条',
  ]),
  negative('02', '没有经费保障的委托事项', '委托居民委员会协助开展工作而不承担所需经费的，不得下交。', ['居组法 第四十三条']),
  negative('03', '行政处罚等行政执法', '行政处罚由具有行政处罚权的行政机关在法定职权范围内实施，不得交由居民委员会实施。', [
    '行政处罚法 第十七条',
  ]),
  negative('04', '以居民委员会名义提供担保', '居民委员会不得提供担保。', ['居组法 第十二条']),
  negative(
    '05',
    '超出处理目的收集居民个人信息',
    '收集个人信息应当限于实现处理目的的最小范围，不得要求居民委员会过度收集。',
    ['个保法 第六条'],
    'RIGHTS_PROTECTION',
  ),
  unlisted('06', '亲属关系证明', '一'),
  unlisted('07', '居民身份信息证明', '二'),
  unlisted('08', '无犯罪记录证明', '五'),
]
