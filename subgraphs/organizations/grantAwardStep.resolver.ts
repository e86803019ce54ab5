// The steps of agreements and instalments: signing, reporting, evaluating, paying, taking money back, and changing what was agreed.
import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { For, SignedIn } from '../shared/access.ts'
import { dayOf } from '../shared/calendar.ts'
import { take, type Context } from '../shared/context.ts'
import { badInput, forbidden, refused } from '../shared/errors.ts'
import { text } from '../shared/words.ts'
import { dayAsked } from './day.ts'
import { enclose, enclosuresOf } from './enclosure.acts.ts'
import { actAgreement, actInstalment } from './grantAward.acts.ts'
import {
  agreementTypes,
  GrantAgreement,
  GrantInstalment,
  GrantReport,
  GrantReturn,
  instalmentTypes,
  ResultName,
  RESULTS,
  type EvaluationResult,
} from './grantAward.entity.ts'
import { agreementSums } from './grantAward.facts.ts'
import { GrantReportInput, GrantReturnInput } from './grantAward.inputs.ts'
import { grantAgreementMachine as machine, type AgreementAction } from './grantAgreement.machine.ts'
import { grantInstalmentMachine, type InstalmentAction } from './grantInstalment.machine.ts'
import { yuan } from './grantMoney.rules.ts'
import { GRANT_OFFICERS } from './grantRound.machine.ts'
import { fen } from './grantRoundStep.resolver.ts'
import { actsFor, mustNotCarry } from './rights.ts'
import { LINE, said } from './said.ts'

const pastDay = (ctx: Context, day: string, field: string): string => {
  if (dayAsked(day, field) > dayOf(ctx.now)) throw badInput(text('日期不能晚于今天。', 'It cannot lie after today.'), { field })
  return day
}

@Resolver()
export class GrantAwardStepResolver {
  @SignedIn()
  @Mutation(() => GrantAgreement, { description: 'Takes an action of the workflow of an agreement that carries no data.' })
  async actOnGrantAgreement(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('action', () => agreementTypes.Action) action: AgreementAction,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('reason', () => String, { nullable: true }) reason?: string,
  ) {
    mustNotCarry(machine, action)
    return actAgreement(ctx, await take(ctx, GrantAgreement, machine.label, id, expectedVersion), action, { reason })
  }

  @For('PARTNER_ORGANIZATION')
  @Mutation(() => GrantAgreement, {
    description: 'Hands in the report that is due: at mid-term, on what was rectified, or at the end.',
  })
  async reportOnGrant(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('input', () => GrantReportInput) { body, beneficiaries, spent, files }: GrantReportInput,
  ) {
    const agreement = await take(ctx, GrantAgreement, machine.label, id, expectedVersion)
    if (!actsFor(ctx.actor, agreement.organization))
      throw forbidden(text('只能提交本单位的报告。', 'An organisation reports on its own projects.'))
    if (beneficiaries < 0 || beneficiaries > 10_000_000)
      throw badInput(text('受益人数填写有误。', 'Not a number of people.'), { field: 'beneficiaries' })
    if (spent < agreement.spent || spent > agreement.award)
      throw badInput(
        text(
          `已使用资金应在${yuan(agreement.spent)}元至${yuan(agreement.award)}元之间。`,
          `What was spent lies between ${yuan(agreement.spent)} and ${yuan(agreement.award)} yuan.`,
        ),
        { field: 'spent' },
      )
    const action =
      ({ CONTINUING: 'REPORT_FINAL', RECTIFYING: 'REPORT_AGAIN' } as const)[agreement.status as 'CONTINUING'] ?? 'REPORT_MIDTERM'
    const columns = { body: said(body, 'body'), beneficiaries, spent, submittedAt: ctx.now }
    const kind = action === 'REPORT_FINAL' ? 'FINAL' : 'MIDTERM'
    const report = await ctx.em.findOne(GrantReport, { agreement: id, kind })
    const given = files.map((file) => ({ file }))
    const made = report ? await enclose(ctx, report.id, given, { kept: (await enclosuresOf(ctx, report.id)).length }) : []
    const more = made.length ? { files: made.map(({ name }) => name) } : {}
    await actAgreement(ctx, agreement, action, { data: { beneficiaries, spent, ...more } })
    Object.assign(report!, columns)
    agreement.spent = spent
    return agreement
  }

  @For(...GRANT_OFFICERS)
  @Mutation(() => GrantAgreement, { description: 'Passes the final evaluation with its result; FAIL has an action of its own.' })
  async passGrant(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('result', () => ResultName) result: EvaluationResult,
  ) {
    const agreement = await take(ctx, GrantAgreement, machine.label, id, expectedVersion)
    if (result === 'FAIL')
      throw badInput(text('不合格请使用“末期评估不合格”。', 'Use the action for a failed project.'), { field: 'result' })
    agreement.result = result
    return actAgreement(ctx, agreement, 'PASS_FINAL', { data: { result: RESULTS[result].zh } })
  }

  @For('DISTRICT_FINANCE')
  @Mutation(() => GrantAgreement, { description: 'Records money that came back: a balance returned, or what was clawed back.' })
  async recordGrantReturn(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('input', () => GrantReturnInput) { amount, voucher, returnedOn }: GrantReturnInput,
  ) {
    const agreement = await take(ctx, GrantAgreement, machine.label, id, expectedVersion)
    const { paid, returned } = await agreementSums(ctx, id)
    if (fen(amount, 'amount') > paid - returned)
      throw badInput(text(`最多可退回${yuan(paid - returned)}元。`, `At most ${yuan(paid - returned)} yuan can come back.`), {
        field: 'amount',
      })
    const line = { amount, voucher: said(voucher, 'voucher', LINE), returnedOn: pastDay(ctx, returnedOn, 'returnedOn') }
    await actAgreement(ctx, agreement, agreement.status === 'TERMINATED' ? 'CLAW_BACK' : 'RETURN', { data: line })
    ctx.em.create(GrantReturn, { ...line, id: uuidv7(), agreement, at: ctx.now })
    await ctx.em.flush()
    ctx.loaders.clear()
    return agreement
  }

  @SignedIn()
  @Mutation(() => GrantInstalment, { description: 'Takes an action of the workflow of an instalment that carries no data.' })
  async actOnGrantInstalment(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('action', () => instalmentTypes.Action) action: InstalmentAction,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('reason', () => String, { nullable: true }) reason?: string,
  ) {
    mustNotCarry(grantInstalmentMachine, action)
    const row = await take(ctx, GrantInstalment, grantInstalmentMachine.label, id, expectedVersion)
    return actInstalment(ctx, row, action, { reason })
  }

  @For('DISTRICT_FINANCE')
  @Mutation(() => GrantInstalment, {
    description: 'Records a payment with its voucher, by a third person: neither who checked nor who approved it.',
  })
  async payGrantInstalment(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('voucher', () => String) voucher: string,
    @Arg('paidOn', () => String) paidOn: string,
  ) {
    const row = await take(ctx, GrantInstalment, grantInstalmentMachine.label, id, expectedVersion)
    if (row.status === 'PAID') throw refused(text('该期拨款已经支付。', 'It is paid already.'))
    const line = { voucher: said(voucher, 'voucher', LINE), paidOn: pastDay(ctx, paidOn, 'paidOn') }
    Object.assign(row, line, { paidBy: ctx.actor.id })
    return actInstalment(ctx, row, 'PAY', { data: { ...line, amount: row.amount } })
  }
}
