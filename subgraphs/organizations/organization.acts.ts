// Entering an organisation, taking an action on it, and finding the one that stands in its place.
import { v7 as uuidv7 } from 'uuid'
import { dayOf } from '../shared/calendar.ts'
import { find, hold, type Context } from '../shared/context.ts'
import { badInput, refused } from '../shared/errors.ts'
import { act, begin } from '../shared/event.ts'
import { plain } from '../shared/identifiers.ts'
import { text } from '../shared/words.ts'
import { dayOrNull } from './day.ts'
import { SocialOrganization } from './organization.entity.ts'
import type { SocialOrganizationInput } from './organization.inputs.ts'
import { socialOrganizationMachine, type OrganizationAction } from './organization.machine.ts'
import { codeWrong } from './organization.rules.ts'
import { said } from './said.ts'

export const what = socialOrganizationMachine.label

/** What the input says, checked, as it is stored. */
export const columnsOf = (ctx: Context, input: SocialOrganizationInput) => {
  const wrong = codeWrong(input.code, input.codeReason ?? null)
  if (wrong) throw badInput(wrong, { field: 'code' })
  const name = said(input.name, 'name', 80)
  if ([...name].length < 2) throw badInput(text('名称为2至80个字。', 'A name has 2 to 80 characters.'), { field: 'name' })
  const registeredOn = dayOrNull(input.registeredOn, 'registeredOn')
  if (registeredOn && registeredOn > dayOf(ctx.now))
    throw badInput(text('登记日期不能晚于今天。', 'It cannot have been registered in the future.'), { field: 'registeredOn' })
  return {
    code: plain(input.code),
    codeReason: codeWrong(input.code, null) ? said(input.codeReason ?? '', 'codeReason', 200) : null,
    name,
    kind: input.kind,
    registeredOn,
    purpose: input.purpose?.trim() ? said(input.purpose, 'purpose', 2_000) : null,
    address: input.address?.trim() ? said(input.address, 'address', 200) : null,
  }
}

/** Enters an organisation into the register of a division. */
export const enter = async (ctx: Context, division: string, input: SocialOrganizationInput): Promise<SocialOrganization> => {
  const columns = columnsOf(ctx, input)
  const organization = ctx.em.create(SocialOrganization, { ...columns, id: uuidv7(), division, createdAt: ctx.now })
  await begin(ctx, socialOrganizationMachine, organization, { title: columns.name, data: columns })
  return organization
}

export const actOrganization = async (
  ctx: Context,
  organization: SocialOrganization,
  action: OrganizationAction,
  reason?: string,
  data?: unknown,
): Promise<SocialOrganization> => {
  await act(ctx, socialOrganizationMachine, organization, action, {}, { title: organization.name, reason, data })
  return organization
}

/** The organisation that stands in the place of one that was merged, however often; the one itself otherwise. */
export const currentOf = async (ctx: Context, id: string): Promise<SocialOrganization | null> => {
  const organization = await find(ctx, SocialOrganization, id)
  return organization?.successor ? currentOf(ctx, organization.successor) : organization
}

/** The organisation, locked, if it is in being: nothing new begins with one that winds up or is no more. */
export const mustBeRegistered = async (ctx: Context, id: string): Promise<SocialOrganization> => {
  const organization = await hold(ctx, SocialOrganization, what, id)
  const { label } = socialOrganizationMachine.states[organization.status]
  if (organization.status !== 'REGISTERED')
    throw refused(text(`该组织${label.zh}，不能办理。`, `Not possible: the organisation is ${label.en.toLowerCase()}.`), {
      rule: 'ORGANIZATION_REGISTERED',
    })
  return organization
}
