// What the guards ask about a service; one statement each, however many services are asked about.
import { grouped, many, find, type Context } from '../shared/context.ts'
import type { Relation } from '../shared/actor.ts'
import { isInvolved } from './entry.facts.ts'
import { SocialOrganization } from './organization.entity.ts'
import { alike } from './organization.rules.ts'
import { ServicePoint } from './place.entity.ts'
import { relationsOf } from './rights.ts'
import { ServiceListing } from './service.entity.ts'
import type { ServiceFacts } from './service.rules.ts'

export const SERVICE_FACTS = [
  'id',
  'status',
  'division',
  'previousStatus',
  'organization',
  'name',
  'areas',
  'phone',
  'proposal',
  'enteredBy',
] as const satisfies readonly (keyof ServiceListing)[]
type Known = Pick<ServiceListing, (typeof SERVICE_FACTS)[number]>

export const pointsOf = async (ctx: Context, service: string): Promise<ServicePoint[]> =>
  (await many(ctx, 'service.points', service, async (ids) =>
    grouped(await ctx.em.find(ServicePoint, { service: { $in: ids } }, { orderBy: { id: 'asc' } }), (point) => point.service),
  )) ?? []

const siblingsOf = async (ctx: Context, organization: string): Promise<ServiceListing[]> =>
  (await many(ctx, 'service.siblings', organization, async (ids) => {
    const at = { organization: { $in: ids }, status: { $in: ['IN_REVIEW', 'ACTIVE', 'TEMPORARILY_CLOSED'] } }
    const rows = await ctx.em.find(ServiceListing, at as never, { orderBy: { id: 'asc' }, filters: { scope: false } })
    return grouped(rows, (row) => row.organization)
  })) ?? []

/** From here on two services of an organisation are held to be the same. */
const SAME_SERVICE = 90

export const serviceFacts = async (ctx: Context, service: Known): Promise<ServiceFacts & { relations: Relation[] }> => {
  const { id, organization, name, areas, phone, proposal, enteredBy } = service
  const siblings = await siblingsOf(ctx, organization)
  return {
    relations: relationsOf(ctx.actor, service),
    organizationStatus: (await find(ctx, SocialOrganization, organization))!.status,
    points: (await pointsOf(ctx, id)).length,
    areas: areas.length,
    hasPhone: phone !== null,
    doubles: siblings.filter((one) => one.id !== id && alike(one.name, name) >= SAME_SERVICE).map((one) => one.name),
    hasProposal: proposal !== null,
    isInvolved: (enteredBy !== null && enteredBy === ctx.actor.id) || (await isInvolved(ctx, organization)),
  }
}
