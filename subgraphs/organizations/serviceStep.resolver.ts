// Entering a service, changing it, and its way to the public and off it.
import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { For } from '../shared/access.ts'
import { dayOf } from '../shared/calendar.ts'
import { take, type Context } from '../shared/context.ts'
import { badInput, refused } from '../shared/errors.ts'
import { begin, record } from '../shared/event.ts'
import { text } from '../shared/words.ts'
import { columnsIn } from './changes.ts'
import { dayAsked } from './day.ts'
import { mustBeRegistered } from './organization.find.ts'
import { actsFor, KEEPERS, mustHold, mustNotCarry } from './rights.ts'
import { said } from './said.ts'
import { actService, serviceText } from './service.acts.ts'
import { ServiceListing, serviceTypes, type ServiceText } from './service.entity.ts'
import { ServiceInput } from './service.inputs.ts'
import { serviceListingMachine, type ServiceAction } from './service.machine.ts'

const what = serviceListingMachine.label
const TEXT = [
  'name',
  'description',
  'field',
  'audience',
  'languages',
  'cost',
  'costNote',
  'capacity',
  'capacityUnit',
  'areas',
  'phone',
] as const satisfies readonly (keyof ServiceText)[]

@Resolver()
export class ServiceStepResolver {
  @For(...KEEPERS, 'PARTNER_ORGANIZATION')
  @Mutation(() => ServiceListing, { description: 'Enters a service of an organisation as a draft.' })
  async createServiceListing(
    @Ctx() ctx: Context,
    @Arg('organization', () => ID) organizationId: string,
    @Arg('input', () => ServiceInput) input: ServiceInput,
  ) {
    const organization = await mustBeRegistered(ctx, organizationId)
    const { division } = organization
    if (!actsFor(ctx.actor, organizationId)) mustHold(ctx, KEEPERS, division)
    const columns = serviceText(input)
    const service = ctx.em.create(ServiceListing, {
      ...columns,
      id: uuidv7(),
      division,
      organization: organizationId,
      enteredBy: ctx.actor.id,
      createdAt: ctx.now,
    })
    await begin(ctx, serviceListingMachine, service, { title: service.name })
    return service
  }

  @For(...KEEPERS, 'PARTNER_ORGANIZATION')
  @Mutation(() => ServiceListing, {
    description:
      'Changes a service. A draft at once; one that is offered keeps what was checked until the change is checked too.',
  })
  async reviseServiceListing(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('input', () => ServiceInput) input: ServiceInput,
  ) {
    const service = await take(ctx, ServiceListing, what, id, expectedVersion)
    const isOwn = actsFor(ctx.actor, service.organization)
    if (!isOwn) mustHold(ctx, KEEPERS, service.division)
    const columns = serviceText(input)
    if (service.status === 'DRAFT') {
      const before = columnsIn(service, TEXT)
      Object.assign(service, columns, { enteredBy: ctx.actor.id })
      await record(ctx, service, {
        type: 'ServiceListing',
        action: 'REVISE',
        title: service.name,
        data: { before, after: columns },
      })
      return service
    }
    if (!isOwn)
      throw refused(text('已公开的服务由该组织提出修改，您来审核。', 'Its organisation proposes a change; you check it.'))
    await actService(ctx, service, 'PROPOSE', { data: { before: columnsIn(service, TEXT), after: columns } })
    return Object.assign(service, { proposal: columns })
  }

  @For(...KEEPERS, 'PARTNER_ORGANIZATION')
  @Mutation(() => ServiceListing, { description: 'Closes a service for a time; it opens again by itself after the last day.' })
  async closeServiceForATime(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('alert', () => String, { description: 'Why; it is shown to the public.' }) alert: string,
    @Arg('until', () => String, { description: 'Last day.' }) until: string,
  ) {
    const service = await take(ctx, ServiceListing, what, id, expectedVersion)
    if (dayAsked(until, 'until') < dayOf(ctx.now))
      throw badInput(text('截止日期不能早于今天。', 'The last day cannot lie behind.'), { field: 'until' })
    const told = { alert: said(alert, 'alert', 200), closedUntil: until }
    await actService(ctx, service, 'CLOSE_FOR_A_TIME', { reason: told.alert, data: { closedUntil: until } })
    return Object.assign(service, told)
  }

  @For(...KEEPERS, 'PARTNER_ORGANIZATION')
  @Mutation(() => ServiceListing, { description: 'Takes an action that carries no data of its own.' })
  async actOnServiceListing(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('action', () => serviceTypes.Action) action: ServiceAction,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('reason', () => String, { nullable: true }) reason?: string,
  ) {
    mustNotCarry(serviceListingMachine, action)
    const service = await take(ctx, ServiceListing, what, id, expectedVersion)
    await actService(ctx, service, action, { reason })
    return action === 'APPLY' ? Object.assign(service, service.proposal, { proposal: null }) : service
  }
}
