// How the demo's applications come about: the same mutations people use, with a clock that is moved by hand.
import { ANONYMOUS, type Actor, type Role } from '../shared/actor.ts'
import { addDays, addWorkingDays, dayOf } from '../shared/calendar.ts'
import type { Context } from '../shared/context.ts'
import { act } from '../shared/event.ts'
import { actAdmission } from './admission.acts.ts'
import { AdmissionApplication } from './admission.entity.ts'
import { admissionFacts } from './admission.facts.ts'
import { admissionApplicationMachine, type AdmissionAction } from './admission.machine.ts'
import { ADMISSION_CHECKS, type AdmissionCheck, type JointChoice } from './admission.rules.ts'
import { AdmissionDecisionResolver } from './admissionDecision.resolver.ts'
import { AdmissionObjectionResolver } from './admissionObjection.resolver.ts'
import { Opinion } from './admissionOpinion.entity.ts'
import { AdmissionStepResolver } from './admissionStep.resolver.ts'
import { FundingCommitment } from './funding.entity.ts'
import { FundingStepResolver } from './fundingStep.resolver.ts'
import type { DutyCategory } from './item.rules.ts'
import type { Stance } from './opinion.machine.ts'
import { OpinionResolver } from './opinion.resolver.ts'
import { departmentOf } from './seed.departments.ts'
import { cited, type Citation } from './seed.laws.ts'
import { bySystem, settle } from './transaction.ts'
import { DutyListVersion } from './version.entity.ts'

const DISTRICT = '310113000000'
const TOWN = '310113109000'
export const COMMITTEE = '310113109043'
export const NEIGHBOUR = '310113109001'
const DAY = 86_400_000

export const steps = {
  admission: new AdmissionStepResolver(),
  decision: new AdmissionDecisionResolver(),
  objection: new AdmissionObjectionResolver(),
  opinion: new OpinionResolver(),
  funding: new FundingStepResolver(),
}

const officer = (name: string, role: Role, division: string, organization: string | null = null): Actor => ({
  ...ANONYMOUS,
  kind: 'PERSON',
  id: name,
  name,
  organization,
  grants: [{ role, division }],
})

const PEOPLE = {
  WJW: officer('示例卫健部门干部', 'DISTRICT_DEPARTMENT', DISTRICT, departmentOf('WJW')),
  FGJ: officer('示例房管部门干部', 'DISTRICT_DEPARTMENT', DISTRICT, departmentOf('FGJ')),
  NYW: officer('示例农业农村部门干部', 'DISTRICT_DEPARTMENT', DISTRICT, departmentOf('NYW')),
  civil: officer('示例区民政干部', 'DISTRICT_CIVIL_AFFAIRS', DISTRICT),
  justice: officer('示例司法局干部', 'DISTRICT_JUSTICE', DISTRICT),
  finance: officer('示例财政局干部', 'DISTRICT_FINANCE', DISTRICT),
  joint: officer('示例联席会议成员丁', 'DISTRICT_JOINT_MEETING', DISTRICT),
  joint2: officer('示例联席会议成员戊', 'DISTRICT_JOINT_MEETING', DISTRICT),
  joint3: officer('示例联席会议成员己', 'DISTRICT_JOINT_MEETING', DISTRICT),
  joint4: officer('示例联席会议成员庚', 'DISTRICT_JOINT_MEETING', DISTRICT),
  town: officer('示例街镇干部', 'SUBDISTRICT_OFFICER', TOWN),
  [COMMITTEE]: officer('示例书记', 'COMMITTEE_SECRETARY', COMMITTEE),
  [NEIGHBOUR]: officer('示例邻村书记', 'COMMITTEE_SECRETARY', NEIGHBOUR),
} satisfies Record<string, Actor>

type Who = keyof typeof PEOPLE

export interface Proposed {
  readonly by: 'WJW' | 'FGJ' | 'NYW'
  readonly name: string
  readonly category: DutyCategory
  readonly content: string
  readonly bases: readonly Citation[]
  readonly yuan: number
  readonly isTemporary?: true
}

/** One application's story; its clock only goes forward. */
export class Story {
  now: Date
  id = ''

  constructor(
    readonly ctx: Context,
    daysAgo: number,
  ) {
    this.now = new Date(ctx.now.getTime() - daysAgo * DAY)
  }

  later(days: number): this {
    this.now = new Date(Math.min(this.now.getTime() + days * DAY, this.ctx.now.getTime()))
    return this
  }

  async by<T>(who: Who, work: (ctx: Context) => Promise<T>): Promise<T> {
    const done = await work({ ...this.ctx, actor: PEOPLE[who], now: this.now, loaders: new Map() })
    await settle(this.ctx)
    return done
  }

  application(): Promise<AdmissionApplication> {
    return this.ctx.em.findOneOrFail(AdmissionApplication, { id: this.id }, { filters: { scope: false } })
  }

  async act(who: Who, action: AdmissionAction, reason?: string): Promise<void> {
    const { version } = await this.application()
    await this.by(who, (ctx) => steps.admission.actOnAdmissionApplication(ctx, this.id, action, version, reason))
  }

  async draft({ by, name, category, content, bases, yuan, isTemporary }: Proposed, isFunded = true): Promise<this> {
    const start = addWorkingDays(dayOf(this.now), 45)
    const input = {
      ...({ listType: 'ASSIST_GOVERNMENT', performer: 'EITHER', name, category, content } as const),
      standard: '宣传告知到位，台账留一份，不层层加码、不要求重复填报。',
      frequency: '每季度一次',
      timeLimit: '每季度末前完成',
      materials: '活动记录一份',
      staffing: '部门提供宣传材料和讲解人员',
      validFrom: start,
      validTo: isTemporary ? addDays(start, 365) : null,
      bases: bases.map((basis) => {
        const { law, article, level, inForceFrom } = cited(basis)
        return { law, article, level, inForceFrom }
      }),
    }
    const made = await this.by(by, (ctx) => steps.admission.createAdmissionApplication(ctx, input))
    this.id = made.id
    if (!isFunded) return this
    const today = dayOf(this.ctx.now)
    const ahead = start > today ? start : today
    const money = {
      receiver: TOWN,
      year: Number(ahead.slice(0, 4)),
      amount: yuan * 100,
      source: '区级部门预算',
      accountingUnit: '街镇/年',
      transferBy: addDays(ahead, 60),
    }
    await this.by(by, (ctx) => steps.funding.planFunding(ctx, this.id, money))
    return this
  }

  async submit(proposed: Proposed): Promise<this> {
    await this.draft(proposed)
    await this.act(proposed.by, 'SUBMIT')
    return this
  }

  async review(passed: readonly AdmissionCheck[], opinion: string): Promise<void> {
    const { version } = await this.application()
    await this.by('justice', (ctx) => steps.admission.reviewAdmissionApplication(ctx, this.id, version, [...passed], opinion))
  }

  async consult(proposed: Proposed): Promise<void> {
    await this.submit(proposed)
    await this.later(2).act('civil', 'ACCEPT')
    await this.later(3).review(
      Object.keys(ADMISSION_CHECKS) as AdmissionCheck[],
      '所列依据现行有效，事项属于依法协助范围，经费已有安排，同意。',
    )
    const { version } = await this.application()
    await this.by('civil', (ctx) => steps.admission.inviteOpinions(ctx, this.id, version, [TOWN, COMMITTEE, NEIGHBOUR]))
  }

  async sign(unit: string, stance: Stance, body: string): Promise<void> {
    const opinion = await this.ctx.em.findOneOrFail(
      Opinion,
      { application: this.id, division: unit },
      { filters: { scope: false } },
    )
    const who = (unit === TOWN ? 'town' : unit) as Who
    await this.by(who, (ctx) => steps.opinion.signOpinion(ctx, opinion.id, opinion.version, stance, body))
  }

  async convene(proposed: Proposed): Promise<void> {
    await this.consult(proposed)
    await this.later(2).sign(TOWN, 'AGREE', '同意，建议由街镇统筹安排时间。')
    await this.sign(COMMITTEE, 'AGREE_WITH_CHANGES', '同意，建议每季度不超过一次，材料由部门印制。')
    await this.sign(NEIGHBOUR, 'AGREE', '同意。')
    const { version } = await this.application()
    await this.later(1).by('civil', (ctx) => steps.decision.conveneJointMeeting(ctx, this.id, version, dayOf(this.now), 5))
  }

  async vote(who: Who, choice: JointChoice, reason: string): Promise<void> {
    await this.by(who, (ctx) => steps.decision.castJointVote(ctx, this.id, choice, reason))
  }

  async show(proposed: Proposed): Promise<this> {
    await this.convene(proposed)
    this.later(2)
    for (const who of ['joint', 'joint2', 'joint3'] as const) await this.vote(who, 'FOR', '依据充分，经费落实，同意准入。')
    await this.vote('joint4', 'ABSTAIN', '建议先在部分居村试行。')
    const { version } = await this.application()
    const minutes = '会议听取申报部门说明和基层意见，应到5人，实到4人，赞成3票、弃权1票，同意准入，公示5个工作日。'
    await this.by('civil', (ctx) => steps.decision.concludeJointMeeting(ctx, this.id, version, minutes, 5))
    return this
  }

  async admit(documentNumber: string): Promise<void> {
    const { version } = await this.application()
    await this.later(16).by('civil', (ctx) => steps.decision.admitApplication(ctx, this.id, version, documentNumber))
  }

  async budget(): Promise<void> {
    for (const { id, version } of await this.ctx.em.find(
      FundingCommitment,
      { application: this.id },
      { filters: { scope: false } },
    ))
      await this.by('finance', (ctx) => steps.funding.budgetFunding(ctx, id, version, '示例财预〔2026〕3号'))
  }

  /** Admitted to the list that has carried the item since before the demo begins. */
  async adopt(itemCode: string, documentNumber: string): Promise<void> {
    const application = await this.application()
    const type = application.listType
    const listVersion = await this.ctx.em.findOneOrFail(
      DutyListVersion,
      { division: DISTRICT, status: 'IN_FORCE', list: { type } },
      { filters: { scope: false } },
    )
    await this.later(16).by('civil', async (ctx) => {
      const facts = await admissionFacts(ctx, application)
      Object.assign(application, { documentNumber, admittedAt: ctx.now, list: listVersion.list, listVersion, itemCode })
      const told = { title: application.name, data: { documentNumber } }
      await act(ctx, admissionApplicationMachine, application, 'ADMIT', facts, told)
    })
    await this.budget()
    this.later(45)
    await actAdmission({ ...bySystem(this.ctx), now: this.now, loaders: new Map() }, application, 'TAKE_EFFECT')
    await settle(this.ctx)
  }
}
