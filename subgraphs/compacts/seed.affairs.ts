// The demo's works and affairs: projects under way, a charter and a civility pledge, what the committee makes public, an owners'
// committee, moral reviews. All of it is invented.
import type { Context } from '../shared/context.ts'
import { DisclosureResolver } from './disclosure.resolver.ts'
import { MoralResolver } from './moral.resolver.ts'
import { OwnersResolver } from './owners.resolver.ts'
import { exampleResident, HOME } from './seed.people.ts'
import { Story } from './seed.steps.ts'
import { Works } from './seed.works.ts'

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i)
const MOST_AGREE = { agree: 46, disagree: 9, abstain: 4 }
const steps = { disclosure: new DisclosureResolver(), owners: new OwnersResolver(), moral: new MoralResolver() }

/** Work under way, with one milestone overdue. */
export const lights = async (ctx: Context): Promise<void> => {
  const story = new Works(ctx, 52)
  const issue = await story.raise(
    47,
    '中心绿地夜间照明改造',
    '中心绿地晚上光线太暗，老人散步容易绊倒，希望增设庭院灯。',
    range(48, 70),
  )
  await story.later(1).accept(issue)
  await story.consult(
    issue,
    'COORDINATION',
    '照明改造协调会',
    ['灯位和亮度', '费用来源'],
    ['装十二盏庭院灯', '使用自治金'],
    range(47, 53),
    '靠近绿地的两户担心光线扰民。',
  )
  await story.study(issue)
  await story.count(
    await story.vote(
      await story.assemble(issue, '照明改造居民会议', '表决照明改造'),
      '同意在中心绿地增设十二盏庭院灯。',
      MOST_AGREE,
    ),
  )
  const project = await story.later(2).project(
    issue,
    '中心绿地照明改造',
    '示例物业服务中心',
    4_200_000,
    [
      ['方案公示', 7],
      ['灯具采购', 18],
      ['安装调试', 40],
    ],
    [48, 52, 56],
  )
  await story.later(8).prove(project, 1)
}

/** Delivered, and waiting for the residents' judgement. */
export const bench = async (ctx: Context): Promise<void> => {
  const story = new Works(ctx, 58)
  const issue = await story.raise(
    54,
    '加装楼道休息椅',
    '五号楼没有电梯，老人上楼中途没有地方歇脚，希望在二楼、四楼平台加装折叠椅。',
    range(55, 62),
  )
  await story.later(1).accept(issue, false)
  await story.consult(issue, 'CONVERSATION', '休息椅恳谈会', ['装在哪里'], ['二楼、四楼平台各装一把'], range(54, 58))
  await story.later(1).act('chair', issue, 'AGREE')
  const project = await story.later(2).project(issue, '楼道休息椅', '示例社区社会组织', 260_000, [
    ['安装', 15],
    ['安全检查', 20],
  ])
  await story.later(18).prove(project, 2)
  await story.deliver(project)
  await story.later(1).act('secretary', issue, 'EVALUATE')
  const marks = range(54, 62).map((n): [number, number] => [n, n === 60 ? 3 : 5])
  await story.survey(issue, '五号楼两个单元', 54, 30, marks)
}

/** A civility pledge: confirmed by a council, announced, to be in force in a few days. */
export const civility = async (ctx: Context): Promise<void> => {
  const story = new Works(ctx, 40)
  const issue = await story.raise(
    64,
    '邻里文明公约倡议',
    '希望把大家认可的好习惯写成一份倡议：噪声、晾晒、电梯礼让等，自愿签署。',
    range(65, 72),
  )
  await story.later(1).accept(issue, false)
  await story.consult(issue, 'COUNCIL', '文明公约议事会', ['倡议写什么'], ['写入噪声、晾晒、礼让三项'], range(64, 69))
  await story.later(1).act('chair', issue, 'AGREE')
  const compact = await story.compact(
    issue,
    '顾村示例小区邻里文明公约',
    ['夜间十点后放低音量。', '晾晒衣物不滴水。', '上下电梯先出后进，礼让老人和儿童。'],
    'CIVILITY',
  )
  await story.later(8).confirm(compact, '议事会逐条讨论，一致同意作为倡议公布（示例）。')
}

/** A charter being drafted, with a change proposed to one of its articles. */
export const charter = async (ctx: Context): Promise<void> => {
  const story = new Works(ctx, 26)
  const issue = await story.raise(
    73,
    '制定居民自治章程',
    '居委会换届后还没有自治章程，建议明确议事规则和居民代表的职责。',
    range(74, 80),
  )
  await story.later(1).accept(issue, false)
  await story.consult(issue, 'COUNCIL', '自治章程议事会', ['章程写什么'], ['明确议事规则和代表职责'], range(73, 78))
  await story.later(1).act('chair', issue, 'AGREE')
  const compact = await story.draftText(
    issue,
    '顾村示例居委会居民自治章程',
    ['居民会议每年至少召开一次。', '居民代表每半年向所在小组报告一次工作。', '社区事务按照议题、协商、表决、公开的步骤办理。'],
    'CHARTER',
  )
  await story.later(1).amend(compact, 'member', 2, '居民代表每季度向所在小组报告一次工作。', '小组反映半年一次间隔太长。')
}

const INPUT = { sums: [] }

/** What the committee makes public: one being drafted, one under review, one up with a question. */
const disclosures = async (ctx: Context): Promise<void> => {
  const story = new Story(ctx, 9)
  const { disclosure } = steps
  const up = await story.by('member', (now) =>
    disclosure.createDisclosure(now, HOME, {
      category: 'FUNDS',
      title: '2026年第三季度社区自治金收支情况',
      period: '2026年第三季度',
      body: '本季度社区自治金由街镇拨付，用于楼道整治和休息椅安装，收支情况如下（示例）。',
      sums: [
        { label: '街镇拨付', amount: 5_000_000 },
        { label: '楼道堆物整治', amount: -1_860_000 },
        { label: '楼道休息椅', amount: -260_000 },
      ],
    }),
  )
  const act = (who: 'member' | 'supervision', action: 'SUBMIT' | 'PASS' | 'PUBLISH', reason?: string) =>
    story.by(who, (now) => disclosure.actOnAffairsDisclosure(now, up.id, action, up.version, reason))
  await act('member', 'SUBMIT')
  await story.later(1)
  await act('supervision', 'PASS', '与账目核对一致，同意公布。')
  await act('member', 'PUBLISH')
  await story.later(3).by(8, (now) => disclosure.queryDisclosure(now, up.id, up.version, '休息椅的单价是多少？'))
  const review = await story.by('member', (now) =>
    disclosure.createDisclosure(now, HOME, {
      ...INPUT,
      category: 'CONSULTATION',
      title: '充电棚选址协商结果',
      body: '议事会就电动自行车充电棚选址进行了协商，协商结果和落实安排如下（示例）。',
    }),
  )
  await story.by('member', (now) => disclosure.actOnAffairsDisclosure(now, review.id, 'SUBMIT', review.version))
  await story.later(1).by('member', (now) =>
    disclosure.createDisclosure(now, HOME, {
      ...INPUT,
      category: 'SERVICES',
      title: '老年助餐服务第三季度开展情况',
      period: '2026年第三季度',
      body: '本季度助餐点服务老人情况（示例，待补充）。',
    }),
  )
}

/** An owners' committee whose roll is posted. */
const owners = async (ctx: Context): Promise<void> => {
  const story = new Story(ctx, 40)
  const reportedOn = new Date(story.now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
  const { owners: form } = steps
  const made = await story.by('town', (now) =>
    form.reportOwnersCommittee(now, { division: HOME, compound: '顾村示例小区', heads: 486, area: 4_321_050, reportedOn }),
  )
  const owner = (n: number) => ({ seat: 'OWNER' as const, name: `示例业主${n}` })
  await story
    .later(12)
    .by('town', (now) =>
      form.formOwnersGroup(now, made.id, made.version, [
        { seat: 'SUBDISTRICT', name: '示例街镇干部' },
        { seat: 'COMMITTEE', name: '示例书记' },
        { seat: 'DEVELOPER', name: '示例开发企业代表' },
        ...[1, 2, 3, 4].map(owner),
      ]),
    )
  await story.later(2).by('town', (now) => form.actOnOwnersCommittee(now, made.id, 'ANNOUNCE_GROUP', made.version))
  const meetingOn = new Date(ctx.now.getTime() + 6 * 24 * 3_600_000).toISOString().slice(0, 10)
  await story
    .later(14)
    .by('member', (now) =>
      form.postOwnersDocuments(
        now,
        made.id,
        made.version,
        ['业主清册', '管理规约（草案）', '业主大会议事规则（草案）', '候选人名单'],
        meetingOn,
      ),
    )
}

/** A good deed published, and a matter that waits for its panel. */
const morals = async (ctx: Context): Promise<void> => {
  const story = new Story(ctx, 30)
  const { moral } = steps
  const deed = await story.by(30, (now) =>
    moral.proposeMoralReview(now, {
      division: HOME,
      kind: 'GOOD_DEED',
      title: '长年义务照看独居邻居',
      body: '三号楼一位居民多年来每天看望独居的邻居，帮忙买菜、取药（示例）。',
    }),
  )
  const panel = range(31, 35).map(exampleResident)
  await story.later(2).by('secretary', (now) => moral.conveneMoralReview(now, deed.id, deed.version, panel, story.after(5)))
  await story.later(5).by('chair', (now) =>
    moral.recordMoralOpinion(now, deed.id, deed.version, {
      agree: 5,
      disagree: 0,
      abstain: 0,
      measure: 'COMMEND',
      opinion: '邻里互助值得提倡，建议在公告栏表扬，不公开姓名。',
    }),
  )
  await story.later(1).by('secretary', (now) => moral.actOnMoralReview(now, deed.id, 'PUBLISH', deed.version))
  await new Story(ctx, 3).by('member', (now) =>
    moral.proposeMoralReview(now, {
      division: HOME,
      kind: 'BAD_HABIT',
      title: '高空抛物',
      body: '二号楼附近多次发现高空抛物，存在安全隐患，建议评议并上门劝导（示例）。',
    }),
  )
}

export const affairs = async (ctx: Context): Promise<void> => {
  for (const part of [owners, morals, disclosures]) await part(ctx)
}
