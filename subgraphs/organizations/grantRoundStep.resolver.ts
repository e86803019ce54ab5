// Making fund lines, templates and rounds, and taking the steps of a round.
import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { For, SignedIn } from '../shared/access.ts'
import { find, take, type Context } from '../shared/context.ts'
import { badInput, notFound, refused } from '../shared/errors.ts'
import { begin, record } from '../shared/event.ts'
import { text } from '../shared/words.ts'
import { columnsIn } from './changes.ts'
import { dayAsked, mustFollow } from './day.ts'
import { conditionsWrong } from './grantEligibility.rules.ts'
import { actRound } from './grantRound.acts.ts'
import { GrantFund, GrantTemplate, MicroGrantRound, roundTypes } from './grantRound.entity.ts'
import { GrantFundInput, GrantRoundInput, GrantTemplateInput } from './grantRound.inputs.ts'
import { GRANT_OFFICERS, microGrantRoundMachine as machine, type RoundAction } from './grantRound.machine.ts'
import { criteriaWrong, sharesWrong } from './grantRound.rules.ts'
import { mustHold, mustNotCarry } from './rights.ts'
import { LINE, said } from './said.ts'
import { drawReviewers } from './grantReview.acts.ts'

const FUND = text('资金来源', 'Fund line')
const TEMPLATE = text('申报评审模板', 'Template')
/** Twenty million yuan; amounts are counted in fen. */
const MOST = 2_000_000_000

export const fen = (amount: number, field: string): number => {
  if (amount < 1 || amount > MOST)
    throw badInput(text('金额应当大于零，不超过2000万元。', 'More than nothing, at most 20 million yuan.'), { field })
  return amount
}

const right = (wrong: ReturnType<typeof criteriaWrong>, field: string): void => {
  if (wrong) throw badInput(wrong, { field })
}

const templateOf = ({ division, name, form, criteria }: GrantTemplateInput) => {
  right(criteriaWrong(criteria), 'criteria')
  if (!form.length || form.length > 30 || new Set(form.map((s) => s.key)).size < form.length)
    throw badInput(text('申报表应有1至30项，不得重复。', 'A form has 1 to 30 parts, each once.'), { field: 'form' })
  return {
    division,
    name: said(name, 'name', LINE),
    form: form.map(({ key, label, hint, limit }) => ({
      key: said(key, 'form', 40),
      label: said(label, 'form', LINE),
      hint: hint.trim(),
      limit: Math.min(Math.max(limit, 10), 5_000),
    })),
    criteria: criteria.map(({ key, label, points, weight }) => ({
      key: said(key, 'criteria', 40),
      label: said(label, 'criteria', LINE),
      points,
      weight,
    })),
  }
}

const columnsOf = async (ctx: Context, input: GrantRoundInput) => {
  const [fund, template] = await Promise.all([find(ctx, GrantFund, input.fund), find(ctx, GrantTemplate, input.template)])
  if (!fund) throw notFound(FUND)
  if (!template) throw notFound(TEMPLATE)
  right(sharesWrong(input.shares), 'shares')
  right(conditionsWrong(input.conditions), 'conditions')
  const { reviewers, quorum, spreadAlarm } = input
  if (reviewers % 2 === 0 || reviewers < 3 || reviewers > 15)
    throw badInput(text('评审人数应为3至15的单数。', 'The number of reviewers is odd, 3 to 15.'), { field: 'reviewers' })
  if (quorum < 3 || quorum > reviewers)
    throw badInput(text('有效评审不少于3份，不超过评审人数。', 'The quorum is 3 or more, and no more than the reviewers.'), {
      field: 'quorum',
    })
  if (spreadAlarm < 1 || spreadAlarm > 10_000)
    throw badInput(text('分差提醒应为0至100%。', 'The spread lies between 0 and 100 %.'), { field: 'spreadAlarm' })
  const [opensOn, closesOn] = [dayAsked(input.opensOn, 'opensOn'), dayAsked(input.closesOn, 'closesOn')]
  mustFollow(opensOn, closesOn, 'closesOn')
  const { division, fields, isBlind, shares, conditions, dropsExtremes } = input
  return {
    division,
    code: said(input.code, 'code', 20),
    title: said(input.title, 'title', LINE),
    fund,
    template,
    pool: fen(input.pool, 'pool'),
    cap: fen(input.cap, 'cap'),
    fields: [...new Set(fields)],
    isBlind,
    shares,
    form: template.form,
    criteria: template.criteria,
    conditions: conditions.map(({ code, value }) => ({ code, value: value ?? null })),
    opensOn,
    closesOn,
    reviewers,
    quorum,
    dropsExtremes,
    spreadAlarm,
  }
}
const REVISED = ['title', 'pool', 'cap', 'opensOn', 'closesOn', 'reviewers', 'quorum'] as const

@Resolver()
export class GrantRoundStepResolver {
  @For(...GRANT_OFFICERS)
  @Mutation(() => GrantFund, { description: 'Enters a fund line rounds may draw from.' })
  async createGrantFund(@Ctx() ctx: Context, @Arg('input', () => GrantFundInput) input: GrantFundInput) {
    mustHold(ctx, GRANT_OFFICERS, input.division)
    const { division, year } = input
    if (year < 2000 || year > 2100) throw badInput(text('年度填写有误。', 'Not a year.'), { field: 'year' })
    const columns = { division, year, name: said(input.name, 'name', LINE), amount: fen(input.amount, 'amount') }
    const fund = ctx.em.create(GrantFund, { ...columns, id: uuidv7(), createdAt: ctx.now })
    await record(ctx, fund, { type: 'GrantFund', action: 'CREATE', title: fund.name, data: { amount: fund.amount } })
    return fund
  }

  @For(...GRANT_OFFICERS)
  @Mutation(() => GrantFund, { description: 'Changes the amount of a fund line; never below what rounds hold of it.' })
  async reviseGrantFund(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('amount', () => Int) amount: number,
  ) {
    const fund = await take(ctx, GrantFund, FUND, id, expectedVersion)
    mustHold(ctx, GRANT_OFFICERS, fund.division)
    const data = { before: { amount: fund.amount }, after: { amount } }
    fund.amount = fen(amount, 'amount')
    await record(ctx, fund, { type: 'GrantFund', action: 'REVISE', title: fund.name, data })
    return fund
  }

  @For(...GRANT_OFFICERS)
  @Mutation(() => GrantTemplate, { description: 'Makes a form with its score sheet.' })
  async createGrantTemplate(@Ctx() ctx: Context, @Arg('input', () => GrantTemplateInput) input: GrantTemplateInput) {
    mustHold(ctx, GRANT_OFFICERS, input.division)
    const template = ctx.em.create(GrantTemplate, { ...templateOf(input), id: uuidv7(), createdAt: ctx.now })
    await record(ctx, template, { type: 'GrantTemplate', action: 'CREATE', title: template.name })
    return template
  }

  @For(...GRANT_OFFICERS)
  @Mutation(() => GrantTemplate, { description: 'Changes a form or its score sheet for rounds announced from now on.' })
  async reviseGrantTemplate(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('input', () => GrantTemplateInput) input: GrantTemplateInput,
  ) {
    const template = await take(ctx, GrantTemplate, TEMPLATE, id, expectedVersion)
    mustHold(ctx, GRANT_OFFICERS, template.division)
    const { division: _, ...columns } = templateOf(input)
    Object.assign(template, columns)
    await record(ctx, template, { type: 'GrantTemplate', action: 'REVISE', title: template.name })
    return template
  }

  @For(...GRANT_OFFICERS)
  @Mutation(() => MicroGrantRound, { description: 'Begins a round; a draft only officers see.' })
  async createMicroGrantRound(@Ctx() ctx: Context, @Arg('input', () => GrantRoundInput) input: GrantRoundInput) {
    mustHold(ctx, GRANT_OFFICERS, input.division)
    const round = ctx.em.create(MicroGrantRound, { ...(await columnsOf(ctx, input)), id: uuidv7(), createdAt: ctx.now })
    await begin(ctx, machine, round, { title: round.title, data: { pool: round.pool } })
    return round
  }

  @For(...GRANT_OFFICERS)
  @Mutation(() => MicroGrantRound, { description: 'Changes a draft.' })
  async reviseMicroGrantRound(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('input', () => GrantRoundInput) input: GrantRoundInput,
  ) {
    const round = await take(ctx, MicroGrantRound, machine.label, id, expectedVersion)
    mustHold(ctx, GRANT_OFFICERS, round.division)
    const { status } = round
    if (status !== 'DRAFT') throw refused(text('批次已经公告，不得更改。', 'What was announced does not change.'))
    const before = columnsIn(round, REVISED)
    const { division: _, ...columns } = await columnsOf(ctx, input)
    Object.assign(round, columns)
    const data = { before, after: columnsIn(round, REVISED) }
    await record(ctx, round, { type: machine.name, action: 'REVISE', from: status, to: status, title: round.title, data })
    return round
  }

  @SignedIn()
  @Mutation(() => MicroGrantRound, { description: 'Takes an action of the workflow of a round that carries no data.' })
  async actOnMicroGrantRound(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('action', () => roundTypes.Action) action: RoundAction,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('reason', () => String, { nullable: true }) reason?: string,
  ) {
    mustNotCarry(machine, action)
    return actRound(ctx, await take(ctx, MicroGrantRound, machine.label, id, expectedVersion), action, { reason })
  }

  @For(...GRANT_OFFICERS)
  @Mutation(() => MicroGrantRound, {
    description:
      'Draws reviewers for every application in review that lacks some, by a seed that is logged with the pool: the same seed gives the same draw.',
  })
  async drawGrantReviewers(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('seed', () => String, { nullable: true, description: 'A number drawn in public; otherwise one is made.' }) seed?: string,
  ) {
    const round = await take(ctx, MicroGrantRound, machine.label, id, expectedVersion)
    return drawReviewers(ctx, round, seed)
  }
}
