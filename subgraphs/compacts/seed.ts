// The demo's issues: a dozen matters of one committee, each at another stage. All of it is invented.
import type { Context } from '../shared/context.ts'
import { ConveningStepResolver } from './conveningStep.resolver.ts'
import { desk } from './seed.issues.ts'
import { HOME } from './seed.people.ts'
import { affairs, bench, charter, civility, lights } from './seed.affairs.ts'
import { liftBuilt, liftPosted } from './seed.lifts.ts'
import { Story } from './seed.steps.ts'
import { Works } from './seed.works.ts'
import { bringIntoForce } from './sweeps.ts'
import { bySystem, settle } from './transaction.ts'
import { VotePurpose } from './vote.entity.ts'

const convening = new ConveningStepResolver()
const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i)
const MOST_AGREE = { agree: 46, disagree: 9, abstain: 4 }

/** Walked to the end: a tidy stairwell, a compact in force, households that signed. */
const tidyStairs = async (ctx: Context): Promise<void> => {
  const story = new Works(ctx, 140)
  const issue = await story.raise(
    3,
    '楼道堆物整治和日常保持',
    '多个门洞的楼道长期堆放纸箱和旧家具，消防通道受阻，希望大家一起商量整治和保持的办法。',
    range(4, 21),
  )
  await story.later(0, 6).reply(issue, '已收到，居委会将在三个工作日内研究答复。')
  await story.later(1).accept(issue)
  await story
    .later(1)
    .consult(
      issue,
      'COUNCIL',
      '楼道整治议事会',
      ['堆物如何清理', '清理后如何保持'],
      ['分三批集中清理', '成立楼组自管小组'],
      range(3, 9),
      '一户希望保留楼道鞋柜。',
    )
  await story.study(issue)
  const vote = await story.vote(
    await story.assemble(issue, '楼道整治居民会议', '表决楼道整治方案'),
    '同意按议事会方案开展楼道堆物整治。',
    MOST_AGREE,
  )
  await story.count(vote)
  const project = await story.later(1).project(issue, '楼道堆物整治', '示例物业服务中心', 1_860_000, [
    ['集中清理', 10],
    ['安装置物架', 20],
    ['自管小组成立', 20],
  ])
  await story.later(15).prove(project, 3)
  await story.deliver(project)
  await story.evaluate(issue, 66, 58, 108)
  await story.consult(issue, 'REVIEW', '楼道整治评议会', ['整治效果'], ['居民普遍满意，建议写入公约'], range(10, 14))
  const compact = await story.compact(issue, '顾村示例小区楼道公约', [
    '楼道是公共空间，不堆放杂物，不停放车辆。',
    '鞋柜、雨伞架等物品不得占用消防通道。',
    '楼组自管小组每月巡查一次，发现堆物先行劝导。',
    '搬家、装修产生的垃圾当日清运。',
  ])
  await story.later(2).comment(compact, 22, 2, '靠墙的小鞋柜能不能放？', '不占用消防通道的，由楼组商量确定。')
  await story.endorse(compact)
  const adopting = await story.assemble(issue, '楼道公约居民会议', '表决楼道公约', compact)
  await story.count(
    await story.vote(adopting, '同意制定《顾村示例小区楼道公约》。', { agree: 51, disagree: 5, abstain: 3 }, VotePurpose.COMPACT),
  )
  await story.file(compact, '顾村镇备〔示例〕1号')
  story.later(17)
  await bringIntoForce({ ...bySystem(ctx), now: story.now, loaders: new Map() })
  await settle(ctx)
  await story.later(1).sign(compact, range(3, 40))
  await story.later(1).papers(compact, 41)
}

/** Filed and public; in force when the fifteen days are over. */
const dogs = async (ctx: Context): Promise<void> => {
  const story = new Works(ctx, 46)
  const issue = await story.raise(
    23,
    '文明养犬公约',
    '小区遛狗不牵绳、不清理粪便的情况较多，希望制定大家共同遵守的公约。',
    range(24, 40),
  )
  await story.later(1).accept(issue, false)
  await story.consult(issue, 'HEARING', '文明养犬听证会', ['公约写什么'], ['写入牵绳、清理、免疫三项'], range(23, 30))
  await story.later(1).act('chair', issue, 'AGREE')
  const compact = await story.compact(issue, '顾村示例小区文明养犬公约', [
    '遛犬牵绳，主动避让老人和儿童。',
    '随手清理犬只粪便。',
    '按规定办理犬证、接种疫苗。',
  ])
  await story.endorse(compact)
  await story.count(
    await story.vote(
      await story.assemble(issue, '养犬公约居民会议', '表决养犬公约', compact),
      '同意制定《文明养犬公约》。',
      MOST_AGREE,
      VotePurpose.COMPACT,
    ),
  )
  await story.file(compact, '顾村镇备〔示例〕2号')
}

/** A compact open for comment; its issue was taken up too late. */
const parking = async (ctx: Context): Promise<void> => {
  const story = new Works(ctx, 39)
  const issue = await story.raise(
    31,
    '非机动车停放公约',
    '电动自行车乱停影响通行，充电桩前也被占用，希望约定停放规则。',
    range(32, 44),
  )
  await story.later(7).accept(issue, false)
  await story.consult(issue, 'COUNCIL', '非机动车停放议事会', ['停放规则'], ['划线停放，充电位即充即走'], range(31, 37))
  await story.later(1).act('chair', issue, 'AGREE')
  const compact = await story
    .later(15)
    .compact(issue, '非机动车停放公约', [
      '电动自行车停放在划线区域。',
      '充电位即充即走，不长时间占用。',
      '不在楼道和架空层充电。',
    ])
  await story.later(1).comment(compact, 45, 2, '夜里充满了来不及挪怎么办？')
  await story.comment(compact, 46, 1, '希望增加划线车位。')
  await story.amend(compact, 47, 2, '充电位充满后一小时内挪车，夜间二十二点至次日六点除外。', '夜里来不及挪车。')
}

/** Being voted on today. */
const charging = async (ctx: Context): Promise<void> => {
  const story = new Story(ctx, 19.5)
  const issue = await story.raise(
    63,
    '小区东门建设电动自行车充电棚',
    '目前没有集中充电的地方，飞线充电有火灾隐患，建议在东门空地建充电棚。',
    range(64, 90),
  )
  await story.later(1).accept(issue)
  await story.consult(
    issue,
    'COUNCIL',
    '充电棚选址议事会',
    ['选址', '收费'],
    ['东门空地', '按市价收费'],
    range(63, 70),
    '东门两户担心噪声。',
  )
  await story.study(issue)
  await story.vote(await story.assemble(issue, '充电棚居民会议', '表决充电棚建设'), '同意在小区东门空地建设电动自行车充电棚。', {
    agree: 30,
    disagree: 6,
    abstain: 2,
  })
}

/** Noticed: the residents' meeting is still to come. */
const gate = async (ctx: Context): Promise<void> => {
  const story = new Story(ctx, 12)
  const issue = await story.raise(
    71,
    '小区西门开放时间调整',
    '西门晚上八点关闭，下班较晚的居民要绕行一公里，希望延长到夜里十一点。',
    range(72, 86),
  )
  await story.later(1).accept(issue)
  await story.consult(
    issue,
    'HEARING',
    '西门开放听证会',
    ['开放到几点', '值守安排'],
    ['开放到二十三点', '物业增加夜班'],
    range(71, 77),
  )
  await story.study(issue)
  const meeting = await story.plan(issue, 'RESIDENTS', '西门开放居民会议', story.after(14), ['表决西门开放时间'])
  await story.actMeeting('secretary', meeting, 'NOTICE')
}

/** In deliberation: a hearing announced, and one issue on which residents ask for a meeting that nobody has called yet. */
const talks = async (ctx: Context): Promise<void> => {
  const story = new Story(ctx, 6)
  const issue = await story.raise(
    78,
    '老年活动室开放安排',
    '活动室只在工作日开放，周末想去的老人进不去，希望由志愿者轮值开放。',
    range(79, 84),
  )
  const trees = await story.later(0, 1).raise(85, '行道树修剪', '三号楼前树枝遮挡低层采光，希望在冬季安排修剪。', range(86, 88))
  await story.later(0, 19).accept(issue, false)
  await story.accept(trees, false)
  const reason = '请召开居民会议，一并商量行道树修剪的范围和时间。'
  const asked = await story.by(85, (now) => convening.askForMeeting(now, trees.id, { type: 'RESIDENTS', reason }))
  for (const n of range(86, 92)) await story.by(n, (now) => convening.signConvening(now, asked.id))
  const topics = ['周末开放', '志愿者轮值']
  const meeting = await story.later(1).plan(issue, 'COUNCIL', '活动室开放议事会', story.after(7), topics, undefined, 6)
  await story.actMeeting('secretary', meeting, 'NOTICE')
  await story.seat(meeting, range(78, 85))
}

/** A vote that did not carry. */
const wall = async (ctx: Context): Promise<void> => {
  const story = new Story(ctx, 45)
  const issue = await story.raise(89, '围墙彩绘', '北侧围墙斑驳，建议请志愿者统一彩绘。', range(90, 93))
  await story.later(1).accept(issue)
  await story.consult(issue, 'COUNCIL', '围墙彩绘议事会', ['彩绘主题'], ['以邻里和睦为主题'], range(89, 92))
  await story.study(issue)
  await story.count(
    await story.vote(await story.assemble(issue, '围墙彩绘居民会议', '表决围墙彩绘'), '同意对小区北侧围墙进行彩绘。', {
      agree: 24,
      disagree: 33,
      abstain: 5,
    }),
  )
}

/** Oldest first, so that numbers follow the calendar. Needs the roll of the committee. */
export const seed = async (ctx: Context): Promise<void> => {
  const [roll] = await ctx.em.execute<{ households: number }[]>(
    'select count(distinct household)::int as households from compacts.roll_entry where division = ? and not has_left',
    [HOME],
  )
  if (!roll?.households) return
  for (const story of [
    tidyStairs,
    liftBuilt,
    bench,
    lights,
    dogs,
    wall,
    civility,
    parking,
    liftPosted,
    charter,
    charging,
    gate,
    talks,
    desk,
    affairs,
  ]) {
    await story(ctx)
    // What one story wrote the next does not read: a small unit of work keeps every flush short.
    ctx.em.clear()
  }
}
