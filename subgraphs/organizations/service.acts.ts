// Writing a service, taking an action on it, and what follows for it when its organisation ends.
import { LockMode } from '@mikro-orm/postgresql'
import type { Context } from '../shared/context.ts'
import { badInput } from '../shared/errors.ts'
import { act } from '../shared/event.ts'
import { text } from '../shared/words.ts'
import { dayOf } from '../shared/calendar.ts'
import { phoneAsked } from './contact.ts'
import type { Follower } from './organization.followers.ts'
import { LINE, said, saidOrNull } from './said.ts'
import { ServiceListing, type ServiceText } from './service.entity.ts'
import { serviceFacts } from './service.facts.ts'
import type { ServiceInput } from './service.inputs.ts'
import { serviceListingMachine, type ServiceAction } from './service.machine.ts'

const MOST_AREAS = 50

/** What the input says of a service, checked. */
export const serviceText = (input: ServiceInput): ServiceText => {
  const { field, cost, languages, capacity = null } = input
  const name = said(input.name, 'name', 60)
  if ([...name].length < 2) throw badInput(text('名称为2至60个字。', 'A name has 2 to 60 characters.'), { field: 'name' })
  const areas = [...new Set(input.areas)].sort()
  if (areas.length > MOST_AREAS || areas.some((area) => !/^\d{12}$/.test(area)))
    throw badInput(text('服务区域应为12位区划代码，不超过50个。', 'Areas are division codes of 12 digits, 50 at most.'), {
      field: 'areas',
    })
  if (capacity !== null && (capacity < 1 || capacity > 1_000_000))
    throw badInput(text('服务能力应为正整数。', 'A capacity is a positive number.'), { field: 'capacity' })
  return {
    name,
    description: said(input.description, 'description', 2_000),
    field,
    audience: saidOrNull(input.audience, 'audience', LINE),
    languages: [...new Set(languages)],
    cost,
    costNote: saidOrNull(input.costNote, 'costNote', 200),
    capacity,
    capacityUnit: capacity === null ? null : said(input.capacityUnit ?? '', 'capacityUnit', 20),
    areas,
    phone: phoneAsked(input.phone),
  }
}

interface Told {
  readonly reason?: string | undefined
  readonly data?: unknown
}

export const actService = async (
  ctx: Context,
  service: ServiceListing,
  action: ServiceAction,
  told: Told = {},
): Promise<ServiceListing> => {
  await act(ctx, serviceListingMachine, service, action, await serviceFacts(ctx, service), { title: service.name, ...told })
  if (action === 'PUBLISH' || action === 'ASSURE' || action === 'REOPEN') service.assuredOn = dayOf(ctx.now)
  if (service.status !== 'TEMPORARILY_CLOSED') Object.assign(service, { alert: null, closedUntil: null })
  if (service.status === 'INACTIVE' || action === 'DECLINE') service.proposal = null
  return service
}

/** Services stop when their organisation winds up or ends: in liquidation nothing else may be done. */
export const followServices: Follower = async (ctx, organization, turn) => {
  if (turn !== 'LIQUIDATING' && turn !== 'ENDED') return 0
  const services = await ctx.em.find(
    ServiceListing,
    { organization: organization.id, status: { $in: ['DRAFT', 'IN_REVIEW', 'ACTIVE', 'TEMPORARILY_CLOSED'] } },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' }, filters: { scope: false } },
  )
  const reason = turn === 'ENDED' ? '组织登记终止，服务停止。' : '组织进入清算，服务停止。'
  for (const service of services) await actService(ctx, service, 'STOP', { reason })
  return services.length
}

/** Services closed up to a day open again after it. */
export const reopenServices = async (ctx: Context): Promise<void> => {
  const due = await ctx.em.find(
    ServiceListing,
    { status: 'TEMPORARILY_CLOSED', closedUntil: { $lt: dayOf(ctx.now) } },
    { lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE, limit: 200, orderBy: { id: 'asc' }, filters: { scope: false } },
  )
  for (const service of due) {
    const subject = { ...(await serviceFacts(ctx, service)), status: service.status, division: service.division }
    if (!serviceListingMachine.refusal('REOPEN', subject, ctx.actor, ctx.now)) await actService(ctx, service, 'REOPEN')
  }
}
