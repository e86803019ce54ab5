// What the demo shows of issues at the desk: one referred and answered for, two that say the same, and what is said about them.
import type { Context } from '../shared/context.ts'
import { CaseClass, RejectionCode, type Issue } from './issue.entity.ts'
import { IssueCommentResolver } from './issueComment.resolver.ts'
import { IssueJudgeResolver } from './issueJudge.resolver.ts'
import { IssueRegroupResolver } from './issueRegroup.resolver.ts'
import { IssueStepResolver } from './issueStep.resolver.ts'
import { Naming } from './naming.ts'
import { exampleDepartment } from './seed.people.ts'
import { Story } from './seed.steps.ts'

const comments = new IssueCommentResolver()
const judge = new IssueJudgeResolver()
const steps = new IssueStepResolver()
const regroup = new IssueRegroupResolver()

const say = (story: Story, who: 'member' | number, issue: Issue, words: string, naming = Naming.OFFICERS) =>
  story.by(who, (ctx) => comments.commentOnIssue(ctx, issue.id, words, naming))

const refer = (story: Story, issue: Issue): Promise<Issue> => {
  const input = {
    to: '示例房管部门',
    organization: exampleDepartment(2),
    caseClass: CaseClass.COMPONENT,
    reason: '属于设施维修，转承办部门办理。',
  }
  return story.by('secretary', (ctx) => judge.referIssue(ctx, issue.id, issue.version, input))
}

const neighbours = async (ctx: Context): Promise<void> => {
  const story = new Story(ctx, 2)
  const plants = await story.raise(106, '三号楼前绿化补种', '三号楼前草坪枯死一大片，希望补种耐阴的植物。', [60, 61, 62, 63])
  const shrubs = await story
    .later(0, 3)
    .raise(107, '三号楼门前绿化修复', '三号楼门前绿化带被踩坏，泥土裸露，下雨天很滑。', [70, 71, 72])
  await say(story.later(0, 1), 60, plants, '可以种八角金盘，不怕晒不到太阳。', Naming.PUBLIC)
  await say(story, 61, plants, '建议先把踩出来的小路铺上石板。')
  const rude = await say(story.later(0, 1), 62, plants, '就是某户天天在草坪上遛狗，大家都知道是谁！', Naming.ANONYMOUS)
  await story
    .later(0, 1)
    .by('member', (now) => comments.actOnIssueComment(now, rude.id, 'HIDE', rude.version, '指向个人，未经核实。'))
  await say(story, 'member', plants, '感谢大家的建议，居委会已联系绿化养护单位现场查看。')
  await story.reply(plants, '已收到，居委会将在三个工作日内研究答复。')
  await story
    .later(0, 6)
    .by('secretary', (now) => regroup.proposeMerge(now, shrubs.id, shrubs.version, plants.id, '同一处绿化，合并后一并协商。'))
}

/** What waits at the desk: fresh, returned, rejected, referred, and a draft. */
export const desk = async (ctx: Context): Promise<void> => {
  const story = new Story(ctx, 5)
  const returned = await story.raise(94, '希望改善环境', '小区环境不好，希望居委会改善一下环境卫生。')
  await story.later(0, 8).act('secretary', returned, 'RETURN', '请写明具体位置和希望解决的问题。')
  const rejected = await story.raise(95, '楼上邻居漏水赔偿', '楼上漏水泡坏了我家吊顶，希望居委会表决让他赔偿。')
  await story
    .later(0, 5)
    .by('secretary', (now) =>
      steps.rejectIssue(
        now,
        rejected.id,
        rejected.version,
        RejectionCode.PERSONAL_DISPUTE,
        '属于邻里个人纠纷，可以申请人民调解。',
      ),
    )
  const referred = await story.raise(96, '道路窨井盖松动', '小区主路窨井盖松动，车辆经过时响声很大，存在安全隐患。')
  await refer(story.later(0, 2), referred)
  await neighbours(ctx)
  const fresh = new Story(ctx, 0.25)
  await fresh.raise(
    2,
    '儿童游乐区地垫破损',
    '游乐区地垫多处破损翘起，孩子容易绊倒，希望更换。',
    [97, 98, 99, 100, 101, 102, 103, 104],
  )
  await fresh.raise(105, '快递柜增设', '晚上取件排队时间长，希望在南门增设一组快递柜。')
  await fresh.later(0, 2).draft(1, '楼下健身器材维修', '健身步道旁的漫步机松动，希望尽快维修。')
}
