// Promising money, confirming its budget, transferring it in parts, and reconciling what arrived.
import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { For, SignedIn } from '../shared/access.ts'
import { dayOf } from '../shared/calendar.ts'
import { find, hold, take, type Context } from '../shared/context.ts'
import { badInput, forbidden, notFound, refused } from '../shared/errors.ts'
import { begin, record } from '../shared/event.ts'
import { text } from '../shared/words.ts'
import { AdmissionApplication } from './admission.entity.ts'
import { admissionApplicationMachine } from './admission.machine.ts'
import { columnsIn } from './changes.ts'
import { dayIn } from './item.write.ts'
import { actFunding, completeFunding } from './funding.acts.ts'
import { FundingCommitment, fundingTypes, FundingTransfer } from './funding.entity.ts'
import { transferredOf } from './funding.facts.ts'
import { FundingInput, TransferInput } from './funding.inputs.ts'
import { fundingCommitmentMachine as machine, type FundingAction } from './funding.machine.ts'
import { yuan } from './funding.rules.ts'
import { DutyItem } from './item.entity.ts'
import { dutyItemMachine } from './item.machine.ts'
import { actsFor, mustNotCarry } from './rights.ts'
import { LINE, said } from './said.ts'
import { isUnitOf } from './unit.rules.ts'

/** Twenty million yuan; amounts are counted in fen. */
const MOST = 2_000_000_000
const REVISED = ['division', 'year', 'amount', 'source', 'accountingUnit', 'transferBy'] as const

const fen = (amount: number, field: string): number => {
  if (amount < 1 || amount > MOST)
    throw badInput(text('金额应当大于零，不超过2000万元。', 'More than nothing, at most 20 million yuan.'), { field })
  return amount
}

const columnsOf = (
  ctx: Context,
  { receiver, year, amount, source, accountingUnit, transferBy }: FundingInput,
  district: string,
) => {
  if (!isUnitOf(receiver, district))
    throw badInput(text('接收单位应当是本区的街镇或者居村。', 'The receiver is a town or committee of the district.'), {
      field: 'receiver',
    })
  if (year < 2000 || year > 2100) throw badInput(text('年度填写有误。', 'Not a year.'), { field: 'year' })
  if (dayIn(transferBy, 'transferBy') < dayOf(ctx.now))
    throw badInput(text('拨付日期不能早于今天。', 'The transfer cannot be due before today.'), { field: 'transferBy' })
  return {
    division: receiver,
    year,
    amount: fen(amount, 'amount'),
    source: said(source, 'source', LINE),
    accountingUnit: said(accountingUnit, 'accountingUnit', LINE),
    transferBy,
  }
}

const mustOwn = (ctx: Context, organization: string | null, division: string) => {
  if (!actsFor(ctx.actor, organization, division))
    throw forbidden(text('只能办理本部门的经费承诺。', 'A department commits only its own funds.'))
}

@Resolver()
export class FundingStepResolver {
  @For('DISTRICT_DEPARTMENT')
  @Mutation(() => FundingCommitment, {
    description: 'Plans what the department pays for the matter it applies for; promised when the application is submitted.',
  })
  async planFunding(
    @Ctx() ctx: Context,
    @Arg('application', () => ID) id: string,
    @Arg('input', () => FundingInput) input: FundingInput,
  ) {
    const application = await hold(ctx, AdmissionApplication, admissionApplicationMachine.label, id)
    mustOwn(ctx, application.organization, application.division)
    if (!['DRAFT', 'RETURNED'].includes(application.status))
      throw refused(text('申请已经提交，不能再增加经费承诺。', 'The application is submitted; no commitment is added now.'))
    const commitment = ctx.em.create(FundingCommitment, {
      ...columnsOf(ctx, input, application.division),
      id: uuidv7(),
      organization: application.organization,
      application: id,
      matter: application.name,
      createdAt: ctx.now,
    })
    await begin(ctx, machine, commitment, { title: commitment.matter, data: { amount: commitment.amount } }, 'OWNER')
    if (application.status === 'RETURNED') application.correctedAt = ctx.now
    return commitment
  }

  @For('DISTRICT_DEPARTMENT')
  @Mutation(() => FundingCommitment, { description: 'Promises money for a matter of the department that is on a list already.' })
  async promiseFunding(
    @Ctx() ctx: Context,
    @Arg('item', () => ID) id: string,
    @Arg('input', () => FundingInput) input: FundingInput,
  ) {
    const item = await find(ctx, DutyItem, id)
    if (!item) throw notFound(dutyItemMachine.label)
    mustOwn(ctx, item.organization, item.division)
    const version = await ctx.em.findOneOrFail(DutyItem, { id }, { populate: ['listVersion'], filters: { scope: false } })
    const commitment = ctx.em.create(FundingCommitment, {
      ...columnsOf(ctx, input, item.division),
      id: uuidv7(),
      organization: item.organization!,
      list: version.listVersion.list,
      itemCode: item.code,
      matter: item.name,
      createdAt: ctx.now,
    })
    const data = { amount: commitment.amount }
    await begin(ctx, machine, commitment, { title: commitment.matter, data }, 'OWNER')
    return actFunding(ctx, commitment, 'PROMISE')
  }

  @For('DISTRICT_DEPARTMENT')
  @Mutation(() => FundingCommitment, { description: 'Changes what is only planned.' })
  async reviseFunding(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('input', () => FundingInput) input: FundingInput,
  ) {
    const commitment = await take(ctx, FundingCommitment, machine.label, id, expectedVersion)
    mustOwn(ctx, commitment.organization, commitment.division)
    if (commitment.status !== 'PLANNED') throw refused(text('经费已经承诺，不得更改。', 'What was promised does not change.'))
    const before = columnsIn(commitment, REVISED)
    Object.assign(commitment, columnsOf(ctx, input, `${commitment.division.slice(0, 6)}000000`))
    const { status, matter: title } = commitment
    const data = { before, after: columnsIn(commitment, REVISED) }
    await record(ctx, commitment, { type: machine.name, action: 'REVISE', from: status, to: status, title, data })
    return commitment
  }

  @SignedIn()
  @Mutation(() => FundingCommitment, { description: 'Takes an action of the funding workflow that carries no data.' })
  async actOnFundingCommitment(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('action', () => fundingTypes.Action) action: FundingAction,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('reason', () => String, { nullable: true }) reason?: string,
  ) {
    mustNotCarry(machine, action)
    return actFunding(ctx, await take(ctx, FundingCommitment, machine.label, id, expectedVersion), action, { reason })
  }

  @For('DISTRICT_FINANCE', 'DISTRICT_DEPARTMENT')
  @Mutation(() => FundingCommitment, { description: 'Confirms that the budget holds it, with the document of the budget.' })
  async budgetFunding(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('document', () => String) document: string,
  ) {
    const commitment = await take(ctx, FundingCommitment, machine.label, id, expectedVersion)
    commitment.budgetDocument = said(document, 'document', LINE)
    return actFunding(ctx, commitment, 'BUDGET', { data: { budgetDocument: commitment.budgetDocument } })
  }

  @For('DISTRICT_DEPARTMENT')
  @Mutation(() => FundingCommitment, {
    description:
      'Records a transfer with its voucher, whole or in part; an amount below zero takes an earlier one back. Never more than was promised.',
  })
  async transferFunds(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('input', () => TransferInput) { amount, voucher, transferredOn }: TransferInput,
  ) {
    const commitment = await take(ctx, FundingCommitment, machine.label, id, expectedVersion)
    const left = commitment.amount - (await transferredOf(ctx, id))
    if (amount === 0) throw badInput(text('金额不能为零。', 'The amount is not nothing.'), { field: 'amount' })
    if (amount > left || amount < left - commitment.amount)
      throw badInput(
        text(
          `最多还可以拨付${yuan(left)}元，冲回不得超过已拨付数。`,
          `At most ${yuan(left)} yuan can be transferred; no more can be taken back than was.`,
        ),
        {
          field: 'amount',
        },
      )
    if (dayIn(transferredOn, 'transferredOn') > dayOf(ctx.now))
      throw badInput(text('拨付日期不能晚于今天。', 'A transfer is recorded once it is made.'), { field: 'transferredOn' })
    const line = { amount, voucher: said(voucher, 'voucher', LINE), transferredOn }
    await actFunding(ctx, commitment, 'TRANSFER', { data: line })
    ctx.em.create(FundingTransfer, { ...line, id: uuidv7(), commitment, by: ctx.actor.name, at: ctx.now })
    await completeFunding(ctx, commitment)
    return commitment
  }

  @SignedIn()
  @Mutation(() => FundingCommitment, {
    description:
      'The receiving side confirms what arrived, in fen; where it differs from what was transferred, it is sent back instead.',
  })
  async reconcileFunding(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('received', () => Int) received: number,
  ) {
    const commitment = await take(ctx, FundingCommitment, machine.label, id, expectedVersion)
    commitment.received = received
    return actFunding(ctx, commitment, 'RECONCILE', { received, data: { received } })
  }
}
