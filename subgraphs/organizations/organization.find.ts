// Finding an organisation: the one that stands in its place, and one with which something may begin.
import { find, hold, type Context } from '../shared/context.ts'
import { refused } from '../shared/errors.ts'
import { text } from '../shared/words.ts'
import { SocialOrganization } from './organization.entity.ts'
import { socialOrganizationMachine } from './organization.machine.ts'

export const what = socialOrganizationMachine.label

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
