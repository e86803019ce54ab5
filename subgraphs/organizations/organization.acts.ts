// Entering an organisation, taking an action on it, and finding the one that stands in its place.
import { v7 as uuidv7 } from 'uuid'
import { dayOf } from '../shared/calendar.ts'
import type { Context } from '../shared/context.ts'
import { badInput } from '../shared/errors.ts'
import { act, begin } from '../shared/event.ts'
import { plain } from '../shared/identifiers.ts'
import { text } from '../shared/words.ts'
import { dayOrNull } from './day.ts'
import { SocialOrganization } from './organization.entity.ts'
import type { SocialOrganizationInput } from './organization.inputs.ts'
import { socialOrganizationMachine, type OrganizationAction } from './organization.machine.ts'
import { follow, type Turn } from './organization.followers.ts'
import { codeWrong } from './organization.rules.ts'
import { said, saidOrNull } from './said.ts'

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
    purpose: saidOrNull(input.purpose, 'purpose', 2_000),
    address: saidOrNull(input.address, 'address', 200),
  }
}

/** Enters an organisation into the register of a division. */
export const enter = async (ctx: Context, division: string, input: SocialOrganizationInput): Promise<SocialOrganization> => {
  const columns = columnsOf(ctx, input)
  const organization = ctx.em.create(SocialOrganization, { ...columns, id: uuidv7(), division, createdAt: ctx.now })
  await begin(ctx, socialOrganizationMachine, organization, { title: columns.name, data: columns })
  return organization
}

/** What a step means for everything that hangs on the organisation; a merger says so itself, since duplicates go on. */
const TURNS: Partial<Record<OrganizationAction, Turn>> = {
  LIQUIDATE: 'LIQUIDATING',
  RESUME: 'RESUMED',
  DEREGISTER: 'ENDED',
  REVOKE: 'ENDED',
  DIVIDE: 'ENDED',
}

export const actOrganization = async (
  ctx: Context,
  organization: SocialOrganization,
  action: OrganizationAction,
  reason?: string,
  data?: unknown,
): Promise<SocialOrganization> => {
  await act(ctx, socialOrganizationMachine, organization, action, {}, { title: organization.name, reason, data })
  const turn = TURNS[action]
  if (turn) await follow(ctx, organization, turn)
  return organization
}
