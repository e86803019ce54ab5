// The item an application becomes: entered in the version being compiled, and standing or falling with the application.
import { LockMode } from '@mikro-orm/postgresql'
import type { Context } from '../shared/context.ts'
import type { AdmissionApplication } from './admission.entity.ts'
import { FundingCommitment } from './funding.entity.ts'
import { actItem } from './item.acts.ts'
import { DutyItem } from './item.entity.ts'
import { itemFacts } from './item.facts.ts'
import type { DutyItemInput } from './item.inputs.ts'
import { dutyItemMachine, type ItemAction } from './item.machine.ts'
import { erase, recordChange, rewrite, writeNew } from './item.write.ts'
import { CODE_OF } from './list.rules.ts'
import { bySystem } from './transaction.ts'
import { DutyListVersion } from './version.entity.ts'
import { startVersion } from './version.start.ts'

const ENDS: ReadonlySet<ItemAction> = new Set(['WITHDRAW', 'EXPIRE'])
const ALL = { filters: { scope: false } } as const

/** The version of the list being compiled; begun when there is none. */
const compiling = async (ctx: Context, { division, listType, validFrom }: AdmissionApplication): Promise<DutyListVersion> => {
  const open = await ctx.em.findOne(
    DutyListVersion,
    { division, status: 'COMPILING', list: { type: listType } },
    { ...ALL, orderBy: { number: 'desc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
  )
  return open ?? startVersion(bySystem(ctx), division, listType, Number(validFrom!.slice(0, 4)))
}

/** The next code of the list, over all its versions. */
const nextCode = async (ctx: Context, list: string, mark: string): Promise<string> => {
  const [row] = await ctx.em.execute<{ last: number }[]>(
    `select coalesce(max(substring(i.code from '(\\d+)$')::int), 0) as last from duties.duty_item i
       join duties.duty_list_version v on v.id = i.list_version_id where v.list_id = ? and i.code like ?`,
    [list, `${mark}-%`],
  )
  return `${mark}-${String((row?.last ?? 0) + 1).padStart(2, '0')}`
}

const fundingOf = async (ctx: Context, { id }: AdmissionApplication) => {
  const [first] = await ctx.em.find(
    FundingCommitment,
    { application: id, status: { $ne: 'LAPSED' } },
    { ...ALL, orderBy: { createdAt: 'asc' }, limit: 1 },
  )
  return first ? { fundingSource: first.source, funding: first.amount, accountingUnit: first.accountingUnit } : {}
}

/** What was left open is left out. */
const given = <Words extends object>(words: Words) =>
  Object.fromEntries(Object.entries(words).filter(([, value]) => value !== null)) as {
    [Key in keyof Words]: Exclude<Words[Key], null>
  }

/** Enters the matter in the version being compiled, or what was changed of it. */
export const enlist = async (ctx: Context, application: AdmissionApplication): Promise<void> => {
  const version = await compiling(ctx, application)
  const { name, category, performer, partners, content, standard, frequency, timeLimit, materials } = application
  const { staffing, validFrom, validTo, remark, organization, documentNumber, bases } = application
  const code = application.itemCode ?? (await nextCode(ctx, version.list.id, CODE_OF[application.listType]))
  const input: DutyItemInput = {
    code,
    name,
    category,
    performer,
    content,
    validFrom: validFrom!,
    ...given({
      partners,
      standard,
      frequency,
      timeLimit,
      materials,
      staffing,
      remark,
      validTo,
    }),
    ...(await fundingOf(ctx, application)),
    department: organization,
    admissionDocument: documentNumber!,
    bases,
  }
  Object.assign(application, { list: version.list, listVersion: version, itemCode: code })
  const listed = await ctx.em.findOne(DutyItem, { listVersion: version.id, code }, ALL)
  const { before, after } = await (listed ? rewrite(ctx, listed, input) : writeNew(ctx, version, input))
  await recordChange(ctx, version, listed ? 'REVISE_ITEM' : 'ADD_ITEM', listed ? { before, after } : after)
}

/** What befalls the application befalls its item: where it is published, and where it is only being compiled it is struck out. */
export const stand = async (
  ctx: Context,
  application: AdmissionApplication,
  action: ItemAction,
  reason: string | null,
): Promise<void> => {
  const system = bySystem(ctx)
  const items = await ctx.em.find(
    DutyItem,
    { code: application.itemCode!, listVersion: { list: application.list!.id } },
    { ...ALL, orderBy: { id: 'asc' }, populate: ['listVersion'] },
  )
  for (const item of items) {
    const subject = { ...(await itemFacts(system, item)), status: item.status, division: item.division }
    if (!dutyItemMachine.refusal(action, subject, system.actor, ctx.now)) await actItem(system, item, action, { reason })
    else if (subject.versionStatus === 'COMPILING' && ENDS.has(action)) await strike(ctx, item)
  }
}

const strike = async (ctx: Context, item: DutyItem): Promise<void> => {
  await erase(ctx, item)
  await recordChange(ctx, item.listVersion, 'REMOVE_ITEM', { code: item.code, name: item.name })
}
