// What an approved change does: a later day for the report now due, or another award over the instalments not yet due.
import { LockMode } from '@mikro-orm/postgresql'
import type { Relation } from '../shared/actor.ts'
import { find, hold, type Context } from '../shared/context.ts'
import { record } from '../shared/event.ts'
import { text } from '../shared/words.ts'
import { endOf } from './clock.ts'
import { isTiedTo } from './grantActs.ts'
import { grantAgreementMachine } from './grantAgreement.machine.ts'
import { GrantApplication } from './grantApplication.entity.ts'
import { GrantAgreement, GrantInstalment, GrantReport, type GrantChange } from './grantAward.entity.ts'
import { instalmentsOf, reportsOf } from './grantAward.facts.ts'
import { amendmentWrong, replanned } from './grantMoney.rules.ts'
import { MicroGrantRound } from './grantRound.entity.ts'
import { roundCounts } from './grantRound.facts.ts'
import { microGrantRoundMachine } from './grantRound.machine.ts'
import type { SideFacts } from './grantSide.rules.ts'
import { relationsOf } from './rights.ts'
import { settle } from './transaction.ts'

type Asked = Pick<GrantChange, 'organization' | 'agreement' | 'kind' | 'award' | 'extendTo'>

const dueReport = async (ctx: Context, { id, status }: GrantAgreement): Promise<GrantReport | undefined> =>
  (await reportsOf(ctx, id)).find(({ kind }) => kind === (status === 'CONTINUING' ? 'FINAL' : 'MIDTERM'))

const wrongOf = async (ctx: Context, { agreement: { id }, kind, award, extendTo }: Asked): Promise<SideFacts['wrong']> => {
  const agreement = await find(ctx, GrantAgreement, id)
  if (!agreement || !['RUNNING', 'CONTINUING', 'RECTIFYING'].includes(agreement.status))
    return text('项目不在实施中，不能变更。', 'The project does not run; nothing is changed now.')
  if (kind === 'PERIOD') {
    const report = await dueReport(ctx, agreement)
    return report && extendTo! > report.dueOn
      ? null
      : text('延期日期应晚于原定日期。', 'The day must lie after the one that was set.')
  }
  if (kind !== 'AWARD') return null
  const { recommended } = await roundCounts(ctx, agreement.round.id)
  const round = (await find(ctx, MicroGrantRound, agreement.round.id))!
  const parts = await instalmentsOf(ctx, id)
  return amendmentWrong(agreement.firstAward, parts, award!, round.pool - recommended, agreement.award)
}

export const changeFacts = async (ctx: Context, change: Asked): Promise<SideFacts & { relations: Relation[] }> => ({
  relations: relationsOf(ctx.actor, change),
  isTied: await isTiedTo(ctx, change.organization),
  wrong: await wrongOf(ctx, change),
})

export const applyChange = async (ctx: Context, change: GrantChange, agreement: GrantAgreement): Promise<void> => {
  const step = { type: grantAgreementMachine.name, action: 'AMEND', from: agreement.status, to: agreement.status }
  const awaits = grantAgreementMachine.awaits(agreement.status)
  const told = { ...step, title: agreement.title, awaits, organization: agreement.organization }
  if (change.kind === 'PERIOD') {
    const report = await ctx.em.findOneOrFail(GrantReport, { id: (await dueReport(ctx, agreement))!.id }, { refresh: true })
    const data = { before: { dueOn: report.extendedTo ?? report.dueOn }, after: { dueOn: change.extendTo } }
    report.extendedTo = change.extendTo
    agreement.dueAt = endOf(change.extendTo!)
    await record(ctx, agreement, { ...told, dueAt: agreement.dueAt, data })
    return
  }
  if (change.kind !== 'AWARD') return
  await hold(ctx, MicroGrantRound, microGrantRoundMachine.label, agreement.round.id)
  const how = { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { number: 'asc' } } as const
  const parts = await ctx.em.find(GrantInstalment, { agreement: agreement.id }, how)
  const application = await ctx.em.findOneOrFail(
    GrantApplication,
    { id: agreement.application.id },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  )
  const amounts = replanned(parts, change.award!)
  const before = { award: agreement.award }
  const isMore = change.award! > agreement.award
  // The ceiling is never below what it covers: it rises first, and falls last.
  const raise = () => {
    application.awarded = change.award
    agreement.award = change.award!
  }
  if (isMore) raise()
  await settle(ctx)
  parts.forEach((part, i) => (part.amount = amounts[i]!))
  await settle(ctx)
  if (!isMore) raise()
  await record(ctx, agreement, { ...told, dueAt: agreement.dueAt, data: { before, after: { award: change.award } } })
  await settle(ctx)
}
