// The demo's matters of assistance: twenty-seven, as many as Taicang's first list had.
import type { DutyCategory } from './item.rules.ts'
import { example, type Example } from './seed.example.ts'
import type { Citation } from './seed.laws.ts'

const assist = (
  code: string,
  department: string,
  yuan: number,
  category: DutyCategory,
  name: string,
  content: string,
  bases: readonly Citation[],
  more: Partial<Example> = {},
) => example(`XZ-${code}`, name, category, content, bases, { department, yuan, performer: 'EITHER', ...more })

const CITY = { performer: 'RESIDENTS_COMMITTEE' } as const

export const ASSIST: readonly Example[] = [
  assist(
    '01',
    'YJJ',
    3_000,
    'PUBLIC_SAFETY',
    '协助做好突发事件应对',
    '协助人民政府和有关部门做好突发事件应对工作。',
    ['突发事件法 第二十二条'],
    { frequency: '按需' },
  ),
  assist(
    '02',
    'YJJ',
    1_500,
    'PUBLIC_SAFETY',
    '应急知识宣传和演练',
    '根据人民政府要求，结合实际开展应急知识宣传普及活动和必要的应急演练。',
    ['突发事件法 第四十二条'],
    { frequency: '每年一次演练' },
  ),
  assist(
    '03',
    'YJJ',
    1_000,
    'PUBLIC_SAFETY',
    '突发事件信息报告',
    '设专职或者兼职信息报告员，及时报告突发事件信息。',
    ['突发事件法 第六十条', '突发事件法 第六十一条'],
    { standard: '及时、客观、真实' },
  ),
  assist(
    '04',
    'YJJ',
    800,
    'PUBLIC_SAFETY',
    '报告安全生产隐患',
    '发现区域内生产经营单位存在事故隐患或者安全生产违法行为，向当地人民政府或者有关部门报告。',
    ['安全生产法 第七十五条'],
  ),
  assist('05', 'XFJ', 2_000, 'PUBLIC_SAFETY', '协助消防宣传教育', '协助人民政府和有关部门加强消防宣传教育。', ['消防法 第六条'], {
    frequency: '每季度一次',
  }),
  assist(
    '06',
    'GAJ',
    6_000,
    'PUBLIC_SAFETY',
    '协助维护社会治安',
    '协助维护社会治安，组织居民参与群防群治。',
    ['居组法 第十条第一款第五项'],
    CITY,
  ),
  assist(
    '07',
    'GAJ',
    1_500,
    'PUBLIC_SAFETY',
    '协助禁毒宣传教育',
    '协助人民政府和公安机关等部门加强禁毒宣传教育，落实禁毒防范措施。',
    ['禁毒法 第十七条'],
    { frequency: '每半年一次' },
  ),
  assist(
    '08',
    'GAJ',
    1_000,
    'RIGHTS_PROTECTION',
    '家庭暴力告诫书查访',
    '对收到告诫书的加害人、受害人进行查访，监督加害人不再实施家庭暴力。',
    ['反家暴法 第十七条'],
  ),
  assist(
    '09',
    'GAJ',
    1_200,
    'PUBLIC_SAFETY',
    '预防未成年人犯罪',
    '开展有针对性的预防犯罪宣传，协助维护学校周围治安，掌握未成年人监护、就学和就业情况。',
    ['预防未成年人犯罪法 第二十五条'],
  ),
  assist('10', 'SFJ', 2_400, 'PUBLIC_MANAGEMENT', '协助社区矫正', '依法协助社区矫正机构做好社区矫正工作。', [
    '社区矫正法 第十二条',
    '居组法 第十条第一款第五项',
  ]),
  assist(
    '11',
    'SFJ',
    2_400,
    'PUBLIC_MANAGEMENT',
    '协助刑满释放人员帮教',
    '协助做好刑满释放人员帮教工作。',
    ['居组法 第十条第一款第五项'],
    CITY,
  ),
  assist(
    '12',
    'XFB',
    2_000,
    'PUBLIC_MANAGEMENT',
    '协助处理信访事项',
    '协助处理信访事项和协调化解矛盾纠纷。',
    ['居组法 第十条第一款第五项'],
    CITY,
  ),
  assist('13', 'MZJ', 4_000, 'RIGHTS_PROTECTION', '协助社会救助', '协助做好入户走访和社会救助申请等工作。', ['救助办法 第四条']),
  assist(
    '14',
    'MZJ',
    3_600,
    'RIGHTS_PROTECTION',
    '未成年人保护专人专岗',
    '设专人专岗，宣传未成年人保护法律，指导监护人履行职责，建立留守、困境未成年人信息档案并给予关爱帮扶。',
    ['未保法 第四十三条'],
    { standard: '专人专岗' },
  ),
  assist(
    '15',
    'MZJ',
    800,
    'RIGHTS_PROTECTION',
    '协助监督未成年人委托照护',
    '协助有关部门监督未成年人委托照护情况，发现被委托人缺乏照护能力、怠于履行照护职责的及时报告。',
    ['未保法 第四十三条'],
  ),
  assist(
    '16',
    'MZJ',
    800,
    'RIGHTS_PROTECTION',
    '紧急情况下的临时生活照料',
    '因突发事件等紧急情况被监护人生活无人照料的，安排必要的临时生活照料措施。',
    ['民法典 第三十四条'],
  ),
  assist(
    '17',
    'MZJ',
    600,
    'RIGHTS_PROTECTION',
    '督促赡养人、扶养人履行义务',
    '赡养人、扶养人不履行赡养、扶养义务的，督促其履行。',
    ['老年人法 第二十四条'],
  ),
  assist('18', 'FEW', 1_000, 'RIGHTS_PROTECTION', '协助预防家庭暴力', '配合协助街镇开展家庭暴力预防工作。', ['反家暴法 第八条']),
  assist('19', 'FEW', 600, 'RIGHTS_PROTECTION', '协助执行人身安全保护令', '协助执行人身安全保护令。', ['反家暴法 第三十二条']),
  assist(
    '20',
    'JYJ',
    800,
    'RIGHTS_PROTECTION',
    '督促适龄儿童入学',
    '协助政府做好工作，督促适龄儿童、少年入学。',
    ['义务教育法 第十三条'],
    { frequency: '每学年' },
  ),
  assist(
    '21',
    'WJW',
    2_000,
    'PUBLIC_SERVICE',
    '协助社区心理健康指导',
    '协助开展社区心理健康指导、精神卫生知识宣传教育活动。',
    ['精神卫生法 第二十条'],
    { frequency: '每季度一次' },
  ),
  assist('22', 'WJW', 1_600, 'PUBLIC_SERVICE', '协助做好计划生育工作', '依法做好计划生育工作。', ['计生法 第十二条']),
  assist(
    '23',
    'NYW',
    1_200,
    'PUBLIC_MANAGEMENT',
    '协助控制和处置流浪犬、猫',
    '在街镇组织协调下，做好流浪犬、猫的控制和处置，防止疫病传播。',
    ['动物防疫法 第三十条'],
  ),
  assist(
    '24',
    'FGJ',
    3_000,
    'PUBLIC_MANAGEMENT',
    '指导和协助设立业主大会',
    '指导和协助设立业主大会、选举业主委员会。',
    ['民法典 第二百七十七条', '居组法 第十条第一款第七项'],
    CITY,
  ),
  assist(
    '25',
    'FGJ',
    2_400,
    'PUBLIC_MANAGEMENT',
    '协助指导和监督业主大会、业主委员会',
    '协助指导和监督业主大会、业主委员会依法履行职责。',
    ['居组法 第十条第一款第七项', '物业条例 第二十条'],
    CITY,
  ),
  assist('26', 'FGJ', 1_800, 'PUBLIC_MANAGEMENT', '协助调解物业纠纷', '协助调解物业纠纷。', ['居组法 第十条第一款第七项'], CITY),
  assist(
    '27',
    'YJJ',
    1_000,
    'PUBLIC_SAFETY',
    '突发事件宣传动员和自救互救',
    '按照人民政府的决定、命令进行宣传动员，组织群众开展自救与互救，协助维护社会秩序。',
    ['突发事件法 第七十七条'],
    { frequency: '突发事件发生时' },
  ),
]

/** Whose article or money was another the year before, and what has left the list since. */
export const ASSIST_BEFORE: readonly Example[] = [
  ...ASSIST.slice(0, 23).map((item) => {
    const bases = item.bases.filter((basis) => !basis.startsWith('居组法 '))
    const yuan = ['XZ-06', 'XZ-13', 'XZ-14'].includes(item.code) ? item.yuan! - 800 : item.yuan
    const old: Citation = item.code === 'XZ-06' ? '原居组法 第三条第四项' : '原居组法 第三条第五项'
    return { ...item, yuan, bases: bases.length === item.bases.length ? bases : [...bases, old] }
  }),
  assist('28', 'WJW', 1_500, 'PUBLIC_SERVICE', '组织居民参与传染病预防与控制', '组织居民参与社区的传染病预防与控制活动。', [
    '传染病防治法 第九条',
  ]),
]

/** What the next draft adds, and what it gives another basis. */
export const AID: Example = assist(
  '13',
  'MZJ',
  4_000,
  'RIGHTS_PROTECTION',
  '协助社会救助',
  '依法协助做好入户走访、社会救助申请等工作。',
  ['社会救助法 第五条'],
)
export const REPORTING: Example = assist(
  '29',
  'MZJ',
  1_000,
  'RIGHTS_PROTECTION',
  '报告需要救助的家庭和人员',
  '工作中发现需要救助的家庭和人员，及时向街镇或者社会救助管理部门报告。',
  ['社会救助法 第三十九条'],
)

/** Added by the town. */
export const OF_TOWN: Example = assist(
  'Z01',
  'XFJ',
  2_000,
  'PUBLIC_SAFETY',
  '组织群众性防火安全检查',
  '确定消防安全管理人，组织制定防火安全公约，进行防火安全检查。',
  ['消防法 第三十二条'],
  { frequency: '每月一次' },
)
