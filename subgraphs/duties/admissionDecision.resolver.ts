// Deciding on a matter: the joint meeting and its votes, the publicity and its objections, the document that admits it.
import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { For } from '../shared/access.ts'
import { dayOf } from '../shared/calendar.ts'
import { hold, rule, take, type Context } from '../shared/context.ts'
import { badInput } from '../shared/errors.ts'
import { text } from '../shared/words.ts'
import { actAdmission } from './admission.acts.ts'
import { AdmissionApplication } from './admission.entity.ts'
import { admissionFacts } from './admission.facts.ts'
import { AdjustmentInput } from './admission.inputs.ts'
import { admissionApplicationMachine as machine } from './admission.machine.ts'
import { isCarried, type JointChoice } from './admission.rules.ts'
import type { Span } from './admissionLimits.rules.ts'
import { columnsIn } from './changes.ts'
import { dayIn } from './item.write.ts'
import { JointChoiceName, JointVote } from './jointVote.entity.ts'
import { LINE, said, TEXT } from './said.ts'
import { settle } from './transaction.ts'

const ADJUSTED = ['content', 'standard', 'frequency', 'timeLimit', 'materials', 'validTo'] as const
const SHORT: ReadonlySet<string> = new Set(['frequency', 'timeLimit'])

@Resolver()
export class AdmissionDecisionResolver {
  @For('DISTRICT_CIVIL_AFFAIRS')
  @Mutation(() => AdmissionApplication, { description: 'Closes the consultation and puts the matter before the joint meeting.' })
  async conveneJointMeeting(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('meetsOn', () => String, { description: '2026-01-01' }) meetsOn: string,
    @Arg('members', () => Int, { description: 'How many members are to vote.' }) members: number,
  ) {
    if (members < 1 || members > 99) throw badInput(text('应到成员为1至99人。', 'One to 99 members.'), { field: 'members' })
    if (dayIn(meetsOn, 'meetsOn') < dayOf(ctx.now))
      throw badInput(text('会议日期不能早于今天。', 'The meeting cannot lie before today.'), { field: 'meetsOn' })
    const application = await take(ctx, AdmissionApplication, machine.label, id, expectedVersion)
    await actAdmission(ctx, application, 'CONVENE', { data: { meetsOn, members } })
    return Object.assign(application, { meetsOn, members })
  }

  @For('DISTRICT_JOINT_MEETING')
  @Mutation(() => AdmissionApplication, { description: 'A member votes, once, with a reason.' })
  async castJointVote(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('choice', () => JointChoiceName) choice: JointChoice,
    @Arg('reason', () => String) reason: string,
  ) {
    const application = await hold(ctx, AdmissionApplication, machine.label, id)
    const why = said(reason, 'reason')
    // Who voted is history; how and why is for those who read the votes.
    await actAdmission(ctx, application, 'VOTE')
    const { division } = application
    const by = { account: ctx.actor.id!, by: ctx.actor.name }
    ctx.em.create(JointVote, { id: uuidv7(), application, division, ...by, choice, reason: why, at: ctx.now })
    await settle(ctx)
    return application
  }

  @For('DISTRICT_CIVIL_AFFAIRS')
  @Mutation(() => AdmissionApplication, {
    description:
      'Enters the minutes of the joint meeting. Where it is carried by the rule the matter is shown to the public; else it is rejected.',
  })
  async concludeJointMeeting(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('minutes', () => String) minutes: string,
    @Arg('publicityDays', () => Int, {
      nullable: true,
      description: 'Working days of publicity; the fewest the rule allows when left out.',
    })
    publicityDays?: number | null,
  ) {
    const application = await take(ctx, AdmissionApplication, machine.label, id, expectedVersion)
    const { least, most } = rule<Span>(ctx, 'ADMISSION_PUBLICITY', application.division).value
    const days = publicityDays ?? least
    if (days < least || days > most)
      throw badInput(text(`公示期为${least}至${most}个工作日。`, `Publicity lasts ${least} to ${most} working days.`), {
        field: 'publicityDays',
      })
    const reason = said(minutes, 'minutes')
    const facts = await admissionFacts(ctx, application)
    const shown = isCarried(facts) ? { publicityBegunAt: ctx.now, publicityDays: days } : {}
    Object.assign(application, { minutes: reason, decidedAt: ctx.now, ...shown })
    const { votes, votesFor, members } = facts
    return actAdmission(ctx, application, isCarried(facts) ? 'CARRY' : 'DECLINE', { reason, data: { members, votes, votesFor } })
  }

  @For('DISTRICT_CIVIL_AFFAIRS')
  @Mutation(() => AdmissionApplication, {
    description: 'Admits the matter with a document number; it enters the version of the list being compiled.',
  })
  async admitApplication(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('documentNumber', () => String) documentNumber: string,
  ) {
    const application = await take(ctx, AdmissionApplication, machine.label, id, expectedVersion)
    application.documentNumber = said(documentNumber, 'documentNumber', LINE)
    return actAdmission(ctx, application, 'ADMIT', { data: { documentNumber: application.documentNumber } })
  }

  @For('DISTRICT_CIVIL_AFFAIRS')
  @Mutation(() => AdmissionApplication, {
    description: 'Enters what was adjusted in the version being compiled; the matter is in force again with it.',
  })
  async settleAdjustment(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('input', () => AdjustmentInput) input: AdjustmentInput,
  ) {
    const application = await take(ctx, AdmissionApplication, machine.label, id, expectedVersion)
    const before = columnsIn(application, ADJUSTED)
    for (const key of ADJUSTED) {
      const words = input[key]
      if (words?.trim()) application[key] = key === 'validTo' ? dayIn(words, key) : said(words, key, SHORT.has(key) ? LINE : TEXT)
    }
    const after = columnsIn(application, ADJUSTED)
    if (ADJUSTED.every((key) => before[key] === after[key]))
      throw badInput(text('没有调整任何内容；不作调整的，请选择“不作调整”。', 'Nothing is changed; leave it as it is instead.'), {
        field: 'content',
      })
    return actAdmission(ctx, application, 'SETTLE_ADJUSTMENT', { data: { before, after } })
  }
}
