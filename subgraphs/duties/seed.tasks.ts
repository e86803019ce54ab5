// The demo's tasks: one in each state, data asked twice, a refusal upheld, and certificates. They come about as officers' acts would.
import { ANONYMOUS, type Actor, type Role } from '../shared/actor.ts'
import { addDays, dayOf } from '../shared/calendar.ts'
import type { Context } from '../shared/context.ts'
import { CertificateResolver } from './certificate.resolver.ts'
import type { Ground } from './ground.rules.ts'
import { DutyItem } from './item.entity.ts'
import { DutyObjection } from './objection.entity.ts'
import type { ObjectionAction } from './objection.machine.ts'
import type { Effect } from './objection.rules.ts'
import { ObjectionStepResolver } from './objectionStep.resolver.ts'
import { departmentOf, exampleId } from './seed.departments.ts'
import { TaskDatum, type DutyTask } from './task.entity.ts'
import type { TaskText } from './task.inputs.ts'
import type { TaskAction } from './task.machine.ts'
import { TaskStepResolver } from './taskStep.resolver.ts'
import { settle } from './transaction.ts'

const DISTRICT = '310113000000'
const COMMITTEE = '310113109043'
const NEIGHBOURS = ['310113109044', '310113109045', '310113109046', '310113112017']
const DAY = 86_400_000

const officer = (n: number, name: string, role: Role, division: string, more: Partial<Actor> = {}): Actor => ({
  ...ANONYMOUS,
  kind: 'PERSON',
  id: exampleId('officer', n),
  name,
  grants: [{ role, division }],
  ...more,
})

const PEOPLE = {
  health: officer(1, '示例卫健部门干部', 'DISTRICT_DEPARTMENT', DISTRICT, { organization: departmentOf('WJW') }),
  housing: officer(2, '示例房管部门干部', 'DISTRICT_DEPARTMENT', DISTRICT, { organization: departmentOf('FGJ') }),
  civil: officer(3, '示例区民政干部', 'DISTRICT_CIVIL_AFFAIRS', DISTRICT),
  secretary: officer(4, '示例书记', 'COMMITTEE_SECRETARY', COMMITTEE),
  member: officer(5, '示例委员', 'COMMITTEE_MEMBER', COMMITTEE),
  resident: officer(6, '示例居民甲', 'RESIDENT', COMMITTEE, { resident: exampleId('resident', 1) }),
}
type Who = keyof typeof PEOPLE

const [taskSteps, objectionSteps, certificates] = [new TaskStepResolver(), new ObjectionStepResolver(), new CertificateResolver()]

/** The demo as it goes on: who does what, so many days ago. */
class Story {
  readonly #ctx: Context
  #ago = 0

  constructor(ctx: Context) {
    this.#ctx = ctx
  }

  ago(days: number): this {
    this.#ago = days
    return this
  }

  day(days: number): string {
    return addDays(dayOf(this.#ctx.now), days)
  }

  async by<T>(who: Who, work: (ctx: Context) => Promise<T>): Promise<T> {
    const now = new Date(this.#ctx.now.getTime() - this.#ago * DAY)
    const done = await work({ ...this.#ctx, actor: PEOPLE[who], now, loaders: new Map() })
    await settle(this.#ctx)
    return done
  }

  async issue(who: Who, code: string | null, more: Partial<TaskText> & Pick<TaskText, 'title'>, divisions = [COMMITTEE]) {
    const item =
      code && (await this.#ctx.em.findOneOrFail(DutyItem, { code, division: DISTRICT, listVersion: { status: 'IN_FORCE' } })).id
    const text = { kind: 'WORK', standard: '按清单要求办理，留存工作记录。', data: [], dueOn: this.day(12), ...more } as TaskText
    const rows = await this.by(who, (ctx) => taskSteps.issueDutyTasks(ctx, { ...text, ...(item && { item }), divisions }))
    return rows.map(({ task }) => task!)
  }

  act(who: Who, task: DutyTask, action: TaskAction, reason?: string) {
    return this.by(who, (ctx) => taskSteps.actOnDutyTask(ctx, task.id, action, task.version, reason))
  }

  async submit(task: DutyTask, report: string, values: readonly string[] = []) {
    const data = await this.#ctx.em.find(TaskDatum, { task: task.id }, { orderBy: { position: 'asc' } })
    const answers = data.map(({ id }, at) => ({ id, answer: values[at] ?? '0' }))
    return this.by('member', (ctx) => taskSteps.submitDutyTask(ctx, task.id, task.version, report, answers))
  }

  /** The committee refuses; gives the objection that is opened. */
  async refuse(task: DutyTask, ground: Ground, why: string): Promise<DutyObjection> {
    await this.by('secretary', (ctx) => taskSteps.refuseDutyTask(ctx, task.id, task.version, ground, why))
    return this.#ctx.em.findOneOrFail(DutyObjection, { task: task.id }, { orderBy: { createdAt: 'desc' } })
  }

  object(objection: DutyObjection, action: ObjectionAction) {
    return this.by('civil', (ctx) => objectionSteps.actOnDutyObjection(ctx, objection.id, action, objection.version))
  }

  answer(who: Who, objection: DutyObjection, answer: string) {
    return this.by(who, (ctx) => objectionSteps.answerDutyObjection(ctx, objection.id, objection.version, answer))
  }

  uphold(objection: DutyObjection, decision: string, effects: Effect[], circular?: string) {
    const input = { decision, effects, ...(circular && { circular }) }
    return this.by('civil', (ctx) => objectionSteps.upholdDutyObjection(ctx, objection.id, objection.version, input))
  }

  dismiss(objection: DutyObjection, decision: string) {
    return this.by('civil', (ctx) => objectionSteps.dismissDutyObjection(ctx, objection.id, objection.version, decision))
  }
}

const data = (...names: [name: string, caliber?: string][]) =>
  names.map(([name, caliber]) => ({ name, ...(caliber && { caliber }) }))

const tasks = async (story: Story): Promise<void> => {
  const period = { periodFrom: story.day(-100), periodTo: story.day(-10) }
  story.ago(60)
  const [elders] = await story.issue(
    'health',
    HEALTH,
    {
      ...period,
      kind: 'DATA',
      title: '老年人心理健康服务需求摸底',
      standard: '以户籍和常住登记为准，不含寄住。',
      data: data(['60周岁以上老年人数', '常住人口'], ['独居老人数', '身边无子女同住']),
    },
    [COMMITTEE, ...NEIGHBOURS],
  )
  let task = await story.ago(58).act('member', await story.ago(59).act('member', elders!, 'ACCEPT'), 'START')
  task = await story.ago(52).submit(task, '已与居住登记核对。', ['1326', '47'])
  await story.ago(50).act('health', task, 'CONFIRM')

  const [vaccine] = await story.ago(9).issue('health', HEALTH, { title: '精神卫生日宣传材料入户发放', dueOn: story.day(6) })
  await story.ago(7).act('member', await story.ago(8).act('member', vaccine!, 'ACCEPT'), 'START')

  const [lecture] = await story
    .ago(20)
    .issue('health', HEALTH, { kind: 'EVENT', title: '社区心理健康讲座', dueOn: story.day(-4) })
  await story
    .ago(5)
    .submit(
      await story.ago(18).act('member', await story.ago(19).act('member', lecture!, 'ACCEPT'), 'START'),
      '到场六十二人，发放资料一百二十份。',
    )

  await story.ago(1).issue('housing', HOUSING, {
    ...period,
    kind: 'DATA',
    title: '业主委员会换届基础数据',
    standard: '逐幢填报。',
    data: data(['60周岁以上老年人数', '户籍人口'], ['空置房屋数']),
  })
  await story.ago(0).issue('health', HEALTH, { kind: 'VISIT', title: '独居老人心理关爱走访' }, [COMMITTEE, ...NEIGHBOURS])
}

const objections = async (story: Story): Promise<void> => {
  const [again] = await story.ago(40).issue('housing', HOUSING, {
    kind: 'DATA',
    title: '业主大会参会人员结构数据',
    periodFrom: story.day(-100),
    periodTo: story.day(-10),
    data: data(['60周岁以上老年人数']),
    dueOn: story.day(-20),
  })
  let objection = await story.ago(39).refuse(again!, 'REPEATED_DATA', '同一期间的老年人口数据已经向卫健部门报送并确认。')
  await story.ago(38).object(objection, 'ACCEPT')
  await story.ago(37).object(objection, 'INVESTIGATE')
  await story.ago(34).answer('housing', objection, '经核实，所需数据可以直接调用，愿意撤回。')
  await story
    .ago(30)
    .uphold(
      objection,
      '同一期间、同一口径的数据已由其他部门采集并确认，属于重复报送，责令撤回任务。',
      ['WITHDRAW', 'CIRCULAR'],
      '示例区住房保障和房屋管理局未先查询已有数据，重复要求居村报送，予以通报。请各部门下达数据任务前先行查询。',
    )

  const [check] = await story.ago(33).issue('housing', HOUSING, { title: '业主委员会履职情况月度了解', dueOn: story.day(-10) })
  objection = await story.ago(32).refuse(check!, 'OFF_LIST', '清单中没有按月了解的要求。')
  await story.ago(31).object(objection, 'ACCEPT')
  await story.ago(30).object(objection, 'INVESTIGATE')
  await story.ago(29).answer('housing', objection, '事项在清单内，频次按辖区实际确定。')
  await story.ago(26).dismiss(objection, '任务所依据的事项在施行的清单内，由责任部门下达，异议不成立。')

  const [survey] = await story
    .ago(6)
    .issue('health', HEALTH, { kind: 'VISIT', title: '居民心理健康状况入户调查', dueOn: story.day(9) })
  objection = await story.ago(5).refuse(survey!, 'UNFUNDED', '入户调查的交通和误工补贴没有到位。')
  await story.ago(4).object(objection, 'ACCEPT')
  await story.ago(3).object(objection, 'INVESTIGATE')

  await story.ago(1).by('resident', (ctx) =>
    objectionSteps.raiseDutyObjection(ctx, {
      division: COMMITTEE,
      department: departmentOf('FGJ'),
      ground: 'OFF_LIST_CERTIFICATE',
      statement: '办理手续时窗口要求居委会出具亲属关系证明。',
    }),
  )
}

const attempts = async (story: Story): Promise<void> => {
  await story.ago(45).issue('health', null, { title: '协助收集医保缴费回执' })
  await story.ago(28).issue('health', HOUSING, { title: '群租房信息登记' }, [COMMITTEE, NEIGHBOURS[0]!])
  await story.ago(11).issue('housing', HEALTH, { title: '住户健康码核验' })
}

const certify = async (story: Story): Promise<void> => {
  const items = await story.ago(0).by('secretary', (ctx) => certificates.certifiable(ctx, COMMITTEE))
  const ask = (who: Who, days: number, of: { item?: string; matter?: string }, name: string, receiver: string, purpose: string) =>
    story
      .ago(days)
      .by(who, (ctx) => certificates.requestCertificate(ctx, { division: COMMITTEE, name, receiver, purpose, ...of }))
  const [first] = items
  const one = await ask('member', 15, { item: first!.id }, '示例居民乙', '示例区人民法院', '担任民事诉讼代理人')
  await story
    .ago(14)
    .by('secretary', (ctx) =>
      certificates.issueCertificate(
        ctx,
        one.id,
        one.version,
        '示例居民乙系我居民区居民，经研究，推荐其担任示例居民丙民事诉讼的代理人。',
      ),
    )
  const two = await ask('member', 8, { matter: '亲属关系证明' }, '示例居民丁', '示例银行', '办理存款继承')
  const input = {
    refusal: 'OFF_LIST',
    referral: '可持户口簿、出生医学证明等材料，或者向户籍所在地公安派出所、公证机构申请。',
  } as const
  await story.ago(7).by('secretary', (ctx) => certificates.refuseCertificate(ctx, two.id, two.version, input))
  await ask('resident', 1, { item: items.at(-1)!.id }, '示例居民甲', '示例区人民法院', '监护人确认')
  await ask('member', 0, { matter: '无犯罪记录证明' }, '示例居民戊', '示例公司', '入职')
}

/** Items in force of the two departments that the demo's accounts act for. */
const [HEALTH, HOUSING] = ['XZ-21', 'XZ-25']

export const seedTasks = async (ctx: Context): Promise<void> => {
  const story = new Story(ctx)
  await tasks(story)
  await objections(story)
  await attempts(story)
  await certify(story)
}
