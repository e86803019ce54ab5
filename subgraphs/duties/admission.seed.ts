// The demo's applications: one in each state an officer meets.
import type { Context } from '../shared/context.ts'
import { COMMITTEE, NEIGHBOUR, steps, Story, type Proposed } from './admission.story.ts'
import type { Citation } from './seed.laws.ts'

const mind = (name: string, content: string, yuan: number, more: Partial<Proposed> = {}): Proposed => ({
  by: 'WJW',
  name,
  category: 'PUBLIC_SERVICE',
  content,
  yuan,
  bases: ['精神卫生法 第二十条'] as const,
  ...more,
})
const home = (
  name: string,
  content: string,
  yuan: number,
  bases: readonly Citation[] = ['居组法 第十条第一款第七项'],
): Proposed => ({
  by: 'FGJ',
  name,
  category: 'PUBLIC_MANAGEMENT',
  content,
  yuan,
  bases,
})

export const seedAdmission = async (ctx: Context): Promise<void> => {
  await new Story(ctx, 190)
    .show(mind('协助社区心理健康指导', '协助开展社区心理健康指导、精神卫生知识宣传教育活动。', 24_000))
    .then((story) => story.adopt('XZ-21', '示例准入〔2026〕1号'))

  const strays = { by: 'NYW', category: 'PUBLIC_MANAGEMENT', bases: ['动物防疫法 第三十条'] } as const
  const suspended = await new Story(ctx, 170).show(
    mind('协助控制和处置流浪犬、猫', '在街镇组织协调下，做好流浪犬、猫的控制和处置。', 14_400, strays),
  )
  await suspended.adopt('XZ-23', '示例准入〔2026〕2号')
  await suspended.later(100).act('joint', 'SUSPEND', '处置单位正在重新委托，联席会议决定暂停，待落实后恢复。')

  const support = { bases: ['计生法 第十二条'] } as const
  const admitted = await new Story(ctx, 30).show(
    mind('协助宣传生育支持政策', '协助宣传生育支持政策，引导居民办理登记。', 18_000, support),
  )
  await admitted.admit('示例准入〔2026〕3号')

  const shown = await new Story(ctx, 13).show(
    mind('协助组织心理健康讲座', '协助组织居民参加心理健康讲座，张贴活动通知。', 12_000, { isTemporary: true }),
  )
  await shown.by(COMMITTEE, (at) =>
    steps.objection.objectToAdmission(at, shown.id, '讲座安排请提前一周告知，避免与其他活动冲突。'),
  )

  const voted = new Story(ctx, 10)
  await voted.convene(home('协助宣传业主大会议事规则', '协助宣传业主大会议事规则，引导业主依法参与。', 16_000))
  await voted.later(1).vote('joint2', 'FOR', '属于居委会指导和协助业主大会的范围，同意。')

  const consulted = new Story(ctx, 6)
  await consulted.consult(
    mind('协助组织应急救护知识普及', '结合应急知识宣传，协助组织居民参加应急救护知识普及活动。', 20_000, {
      category: 'PUBLIC_SAFETY',
      bases: ['突发事件法 第四十二条'],
    }),
  )
  await consulted.later(1).sign(NEIGHBOUR, 'AGREE', '同意，建议与消防宣传一并安排。')

  const reviewed = await new Story(ctx, 4).submit(
    home('协助征集物业服务意见', '协助征集居民对物业服务的意见，每半年汇总一次。', 9_600),
  )
  await reviewed.later(2).act('civil', 'ACCEPT')

  const returned = await new Story(ctx, 5).submit(mind('协助发放生育登记告知单', '协助发放生育登记告知单。', 6_000, support))
  const { version } = await returned.application()
  const missing = ['经费测算依据（按居村数量列明）', '告知单样式']
  await returned.later(2).by('civil', (at) => steps.admission.returnAdmissionApplication(at, returned.id, version, missing))

  await new Story(ctx, 1).submit(
    home('协助开展住宅消防安全宣传', '协助开展住宅小区消防安全宣传，张贴提示。', 12_000, ['消防法 第六条', '消防法 第三十二条']),
  )

  const rejected = await new Story(ctx, 25).submit(
    home('代行住宅小区日常消防检查', '代为开展住宅小区日常消防检查并出具检查记录。', 30_000, ['消防法 第六条']),
  )
  await rejected.later(2).act('civil', 'ACCEPT')
  await rejected
    .later(3)
    .review(['BASIS_IN_FORCE'], '消防监督检查是有关部门的法定职责，所列条款仅规定协助宣传教育，不得转由居委会办理。')

  await new Story(ctx, 1).draft(mind('协助开展心理健康宣传周', '协助开展心理健康宣传周活动。', 8_000), false)
}
