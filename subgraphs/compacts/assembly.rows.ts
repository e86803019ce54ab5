// The rules of assemblies as dated rows, each with its law and article. A change of law is a new row; what was decided keeps the row of its day.
import type { RuleRow } from '../shared/rule.ts'
import { text, type Text } from '../shared/words.ts'
import type { AssemblyRule, Threshold } from './assembly.rules.ts'

const share = (num: number, den: number, more = false): Threshold => ({ num, den, more })
const moreThanHalf = share(1, 2, true)
const twoThirds = share(2, 3)
const threeQuarters = share(3, 4)

const ORGANIC_2025 = text('《城市居民委员会组织法》（2025年修订）', 'Urban Residents Committees Organic Law (2025 revision)')
const ORGANIC_1989 = text('《城市居民委员会组织法》（1989年）', 'Urban Residents Committees Organic Law (1989)')
const VILLAGE_2025 = text('《村民委员会组织法》（2025年修正）', 'Villagers Committees Organic Law (2025 amendment)')
const VILLAGE_2010 = text('《村民委员会组织法》（2010年修订）', 'Villagers Committees Organic Law (2010 revision)')
const CIVIL_CODE = text('《民法典》', 'Civil Code')
const PROPERTY_LAW = text('《物权法》', 'Property Law')

const LABELS = {
  R1: text('居民会议', "Residents' meeting"),
  R2: text('居民代表会议', "Residents' representatives' meeting"),
  V1: text('村民会议', "Villagers' meeting"),
  V2: text('村民代表会议', "Villagers' representatives' meeting"),
  R3: text('业主共同决定（一般事项）', 'Owners, ordinary matters'),
  R4: text('业主共同决定（重大事项）', 'Owners, weighty matters'),
  R5: text('民主协商', 'Consultation'),
  LIFT: text('加装电梯（本门栋业主）', 'Lift retrofit (owners of the door)'),
} satisfies Record<AssemblyRule['code'], Text>

type Said = Pick<AssemblyRule, 'code' | 'validFrom' | 'law' | 'articles' | 'says'> & Partial<AssemblyRule>

const row = (said: Said): AssemblyRule => ({
  label: LABELS[said.code],
  bases: ['PERSON'],
  quorum: null,
  majority: moreThanHalf,
  composition: null,
  noticeDays: 0,
  binding: true,
  ...said,
})

const ABSTAINS = text(
  '弃权计入到会，不计入赞成；票数相等为不通过。',
  'An abstention counts as present, not as agreeing; a tie fails.',
)
const says = (zh: string, en: string): Text => text(zh + ABSTAINS.zh, `${en} ${ABSTAINS.en}`)

/** Owners: heads and floor area, both; of those taking part since the Civil Code, of all before it. */
const owners = (said: Said): AssemblyRule => row({ bases: ['OWNER'], byArea: true, proxies: 3, paperStands: true, ...said })

const HALF_OF_ALL = says(
  '专有部分占建筑物总面积过半数的业主且占总人数过半数的业主同意。',
  'Owners of more than half of the floor area and more than half of all owners must agree.',
)
const TWO_THIRDS_OF_ALL = says(
  '专有部分占建筑物总面积三分之二以上的业主且占总人数三分之二以上的业主同意。',
  'Owners of at least two thirds of the floor area and at least two thirds of all owners must agree.',
)
const WEIGHTY = says(
  '专有部分面积占比三分之二以上且人数占比三分之二以上的业主参与表决，参与表决专有部分面积四分之三以上且参与表决人数四分之三以上同意。',
  'Owners of at least two thirds of the area and of the heads must take part; three quarters of both of those taking part must agree.',
)

export const ASSEMBLY_RULES: readonly AssemblyRule[] = [
  row({
    code: 'R1',
    validFrom: '1990-01-01',
    bases: ['PERSON', 'HOUSEHOLD'],
    quorum: moreThanHalf,
    law: ORGANIC_1989,
    articles: '第九条',
    says: text(
      '全体十八周岁以上居民或者户的代表过半数出席方可举行，出席人的过半数通过。弃权计入出席，不计入赞成。',
      'More than half of all adults or household representatives must attend; more than half of those attending must agree. An abstention counts as attending, not as agreeing.',
    ),
  }),
  row({
    code: 'R1',
    validFrom: '2026-01-01',
    bases: ['PERSON', 'HOUSEHOLD'],
    quorum: moreThanHalf,
    noticeDays: 10,
    proxies: 3,
    law: ORGANIC_2025,
    articles: '第二十六条、第二十七条',
    says: says(
      '全体十八周岁以上居民或者户的代表过半数参加，到会人员过半数通过。',
      'More than half of all adults or household representatives must take part; more than half of those present must agree.',
    ),
  }),
  row({
    code: 'R2',
    validFrom: '1990-01-01',
    quorum: moreThanHalf,
    law: ORGANIC_1989,
    articles: '第九条（居民小组选举的代表）',
    says: text(
      '居民小组选举的代表过半数出席方可举行，出席人的过半数通过。弃权计入出席，不计入赞成。',
      'More than half of the group representatives must attend; more than half of those attending must agree. An abstention counts as attending, not as agreeing.',
    ),
  }),
  row({
    code: 'R2',
    validFrom: '2026-01-01',
    quorum: twoThirds,
    composition: share(4, 5),
    law: ORGANIC_2025,
    articles: '第二十八条、第二十九条',
    says: text(
      '组成人员三分之二以上参加方可召开，到会组成人员过半数通过；居民代表占组成人员五分之四以上。弃权计入到会，不计入赞成。',
      'At least two thirds of the members must take part, more than half of those present must agree; representatives make up at least four fifths. An abstention counts as present, not as agreeing.',
    ),
  }),
  ...[
    { validFrom: '2010-10-28', law: VILLAGE_2010, articles: '第二十一条、第二十二条' },
    { validFrom: '2026-01-01', law: VILLAGE_2025, articles: '第二十五条、第二十六条' },
  ].map((dated) =>
    row({
      ...dated,
      code: 'V1',
      bases: ['PERSON', 'HOUSEHOLD'],
      quorum: moreThanHalf,
      householdQuorum: twoThirds,
      noticeDays: 10,
      says: says(
        '本村十八周岁以上村民过半数或者本村三分之二以上的户的代表参加，到会人员过半数通过。',
        'More than half of the adult villagers or two thirds of the household representatives must take part; more than half of those present must agree.',
      ),
    }),
  ),
  ...[
    { validFrom: '2010-10-28', law: VILLAGE_2010, articles: '第二十五条、第二十六条' },
    { validFrom: '2026-01-01', law: VILLAGE_2025, articles: '第二十九条、第三十条' },
  ].map((dated) =>
    row({
      ...dated,
      code: 'V2',
      quorum: twoThirds,
      composition: share(4, 5),
      says: says(
        '三分之二以上的组成人员参加方可召开，到会人员过半数通过；村民代表占组成人员五分之四以上。',
        'At least two thirds of the members must take part, more than half of those present must agree; representatives make up at least four fifths.',
      ),
    }),
  ),
  owners({
    code: 'R3',
    validFrom: '2007-10-01',
    majority: moreThanHalf,
    ofAll: true,
    law: PROPERTY_LAW,
    articles: '第七十六条第二款',
    says: HALF_OF_ALL,
  }),
  owners({
    code: 'R3',
    validFrom: '2021-01-01',
    quorum: twoThirds,
    majority: moreThanHalf,
    noticeDays: 15,
    law: CIVIL_CODE,
    articles: '第二百七十八条',
    says: says(
      '专有部分面积占比三分之二以上且人数占比三分之二以上的业主参与表决，参与表决专有部分面积过半数且参与表决人数过半数同意。',
      'Owners of at least two thirds of the area and of the heads must take part; more than half of both of those taking part must agree.',
    ),
  }),
  owners({
    code: 'R4',
    validFrom: '2007-10-01',
    majority: twoThirds,
    ofAll: true,
    law: PROPERTY_LAW,
    articles: '第七十六条第二款',
    says: TWO_THIRDS_OF_ALL,
  }),
  owners({
    code: 'R4',
    validFrom: '2021-01-01',
    quorum: twoThirds,
    majority: threeQuarters,
    noticeDays: 15,
    law: CIVIL_CODE,
    articles: '第二百七十八条第一款第六项至第八项',
    says: WEIGHTY,
  }),
  row({
    code: 'R5',
    validFrom: '2026-01-01',
    bases: ['PERSON', 'HOUSEHOLD'],
    binding: false,
    law: ORGANIC_2025,
    articles: '第三十二条',
    says: text(
      '协商意见供决策参考；需要提交居民会议或者居民代表会议的，应当召集会议讨论决定。',
      'A consultation informs a decision; what needs a residents’ or representatives’ meeting must still go there.',
    ),
  }),
  owners({
    code: 'LIFT',
    validFrom: '2007-10-01',
    majority: twoThirds,
    ofAll: true,
    law: PROPERTY_LAW,
    articles: '第七十六条第一款第六项',
    says: TWO_THIRDS_OF_ALL,
  }),
  owners({
    code: 'LIFT',
    validFrom: '2021-01-01',
    quorum: twoThirds,
    majority: threeQuarters,
    noticeDays: 15,
    law: CIVIL_CODE,
    articles: '第二百七十八条第一款第七项',
    says: WEIGHTY,
  }),
]

/** Shanghai's own rows for lifts: the pilots asked for nine tenths of the door and two thirds of the compound, later rules for the owners of the door. */
const SHANGHAI_LIFTS: readonly AssemblyRule[] = [
  owners({
    code: 'LIFT',
    validFrom: '2011-01-01',
    majority: share(9, 10),
    ofAll: true,
    compound: twoThirds,
    law: text('《物权法》及上海市加装电梯试点要求', 'Property Law, and the terms of the Shanghai lift pilots'),
    articles: '第七十六条',
    says: says(
      '本门栋业主十分之九以上同意，并经本小区业主三分之二以上同意。',
      'At least nine tenths of the owners of the door must agree, and two thirds of those of the compound.',
    ),
  }),
  owners({
    code: 'LIFT',
    validFrom: '2020-01-01',
    majority: twoThirds,
    ofAll: true,
    law: text('沪建房管联〔2019〕749号、《物权法》', 'Shanghai document 2019-749; Property Law'),
    articles: '第七十六条',
    says: TWO_THIRDS_OF_ALL,
  }),
  owners({
    code: 'LIFT',
    validFrom: '2021-01-01',
    quorum: twoThirds,
    majority: threeQuarters,
    noticeDays: 15,
    law: text('沪建房管联〔2019〕749号、《民法典》', 'Shanghai document 2019-749; Civil Code'),
    articles: '第二百七十八条第一款第七项',
    says: WEIGHTY,
  }),
]

const rowOf = (rule: AssemblyRule, division = ''): RuleRow<AssemblyRule> => ({
  code: rule.code,
  validFrom: rule.validFrom,
  ...(division ? { division } : {}),
  value: rule,
  basis: `${rule.law.zh}${rule.articles}`,
})

/** The same rows as the platform keeps dated rules. */
export const ASSEMBLY_ROWS: readonly RuleRow<AssemblyRule>[] = [
  ...ASSEMBLY_RULES.map((rule) => rowOf(rule)),
  ...SHANGHAI_LIFTS.map((rule) => rowOf(rule, '31')),
]
