// The item an application becomes: entered in the version being compiled, and standing or falling with the application.
import { LockMode } from '@mikro-orm/postgresql'
import { v7 as uuidv7 } from 'uuid'
import type { Context } from '../shared/context.ts'
import { record } from '../shared/event.ts'
import type { AdmissionApplication } from './admission.entity.ts'
import { LegalBasis } from './basis.entity.ts'
import { FundingCommitment } from './funding.entity.ts'
import { actItem } from './item.acts.ts'
import { DutyItem } from './item.entity.ts'
import { itemFacts } from './item.facts.ts'
import { dutyItemMachine, type ItemAction } from './item.machine.ts'
import { CODE_OF } from './list.rules.ts'
import { bySystem, settle } from './transaction.ts'
import { DutyListVersion } from './version.entity.ts'
import { startVersion } from './version.start.ts'

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
  return first && { fundingSource: first.source, funding: first.amount, accountingUnit: first.accountingUnit }
}

/** Enters the matter in the version being compiled, or what was changed of it. */
export const enlist = async (ctx: Context, application: AdmissionApplication): Promise<void> => {
  const version = await compiling(ctx, application)
  const { name, category, performer, partners, content, standard, frequency, timeLimit, materials } = application
  const { staffing, validFrom, validTo, remark, organization, division } = application
  const code = application.itemCode ?? (await nextCode(ctx, version.list.id, CODE_OF[application.listType]))
  const said = {
    ...{ name, category, performer, partners, content, standard, frequency, timeLimit, materials, staffing, remark },
    ...{ organization, validFrom: validFrom!, validTo, admissionDocument: application.documentNumber },
    ...(await fundingOf(ctx, application)),
  }
  Object.assign(application, { list: version.list, listVersion: version, itemCode: code })
  const listed = await ctx.em.findOne(DutyItem, { listVersion: version.id, code }, ALL)
  if (listed) {
    Object.assign(listed, said)
    const { id, status, version: at } = listed
    return at > 0 ? record(ctx, listed, { type: 'DutyItem', action: 'REVISE', from: status, to: status, title: name, data: { item: id } }) : undefined
  }
  const last = await ctx.em.findOne(DutyItem, { listVersion: version.id }, { ...ALL, orderBy: { position: 'desc' } })
  const item = ctx.em.create(DutyItem, {
    ...said,
    id: uuidv7(),
    division,
    listVersion: version,
    code,
    position: (last?.position ?? 0) + 1,
  })
  application.bases.forEach((basis, at) =>
    ctx.em.create(LegalBasis, { ...basis, id: uuidv7(), item, position: at + 1, inForceTo: null }),
  )
  await settle(ctx)
}

/** What befalls the application befalls its item: where it is published, and where it is only being compiled it is struck out. */
export const stand = async (ctx: Context, application: AdmissionApplication, action: ItemAction, reason: string | null): Promise<void> => {
  const system = bySystem(ctx)
  const items = await ctx.em.find(
    DutyItem,
    { code: application.itemCode!, listVersion: { list: application.list!.id } },
    { ...ALL, orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
  )
  for (const item of items) {
    const subject = { ...(await itemFacts(system, item)), status: item.status, division: item.division }
    if (!dutyItemMachine.refusal(action, subject, system.actor, ctx.now)) await actItem(system, item, action, { reason })
    else if (subject.versionStatus === 'COMPILING' && (action === 'WITHDRAW' || action === 'EXPIRE')) await strike(ctx, item)
  }
}

const strike = async (ctx: Context, item: DutyItem): Promise<void> => {
  await settle(ctx)
  await ctx.em.nativeDelete(LegalBasis, { item: item.id }, ALL)
  await ctx.em.nativeDelete(DutyItem, { id: item.id }, ALL)
  ctx.em.getUnitOfWork().unsetIdentity(item)
}

