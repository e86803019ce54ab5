// The demo's organisations. All of them are examples: their codes are well-formed and assigned to nobody.
import type { Context } from '../shared/context.ts'
import { begin } from '../shared/event.ts'
import { addDays, dayOf } from '../shared/calendar.ts'
import { seedGrants } from './grantSeed.ts'
import { SocialOrganization } from './organization.entity.ts'
import { socialOrganizationMachine } from './organization.machine.ts'
import { seedOffers } from './seed.offers.ts'
import { EXAMPLES, organizationId } from './seed.organizations.ts'

export const seed = async (ctx: Context): Promise<void> => {
  for (const [at, { code, name, kind, division, grade, years, purpose }] of EXAMPLES.entries()) {
    const organization = ctx.em.create(SocialOrganization, {
      id: organizationId(at + 1),
      code,
      name,
      kind,
      division,
      purpose,
      grade,
      gradeUntil: grade && addDays(dayOf(ctx.now), years * 365),
      registeredOn: addDays(dayOf(ctx.now), -(1_000 + at * 97)),
      address: `示例路${20 + at * 3}号`,
      createdAt: ctx.now,
    })
    await begin(ctx, socialOrganizationMachine, organization, { title: name })
  }
  await ctx.em.flush()
  await seedOffers(ctx)
  await seedGrants(ctx)
}
