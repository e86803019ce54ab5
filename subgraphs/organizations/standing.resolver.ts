// What hangs on an organisation, read with it and kept by civil affairs; its people and contacts also by itself.
import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql'
import { For, Needs, Public } from '../shared/access.ts'
import { rolesAt } from '../shared/actor.ts'
import { find, grouped, many, type Context } from '../shared/context.ts'
import { maskName } from '../shared/masking.ts'
import { SocialOrganization } from './organization.entity.ts'
import { actsFor, KEEPERS, OFFICERS } from './rights.ts'
import {
  AnnualReport,
  LinkName,
  OrganizationBranch,
  OrganizationLink,
  OrganizationMark,
  OrganizationPerson,
} from './standing.entity.ts'
import { hangingOn, marksOf, peopleOf, reportsOf } from './standing.find.ts'
import type { LinkKind } from './standing.rules.ts'

@Public()
@ObjectType({ description: 'An organisation that came before or after another.' })
export class LinkedOrganization {
  @Field(() => LinkName) kind!: LinkKind
  @Field(() => SocialOrganization) organization!: SocialOrganization
}

@Resolver(() => OrganizationPerson)
export class OrganizationPersonResolver {
  @Needs('name', 'organization', 'division')
  @FieldResolver(() => String, {
    description: 'In full for those who keep the register and the organisation itself, else 张*三.',
  })
  name(@Ctx() { actor }: Context, @Root() { name, organization, division }: OrganizationPerson): string {
    const keeps = rolesAt(actor, division).some((role) => (KEEPERS as readonly string[]).includes(role))
    return actor.kind === 'SYSTEM' || keeps || actsFor(actor, organization) ? name : maskName(name)
  }
}

@Resolver(() => SocialOrganization)
export class StandingResolver {
  @For(...OFFICERS, 'PARTNER_ORGANIZATION')
  @Needs('id')
  @FieldResolver(() => [OrganizationPerson], { description: 'Its people, present and past; for its officers and itself.' })
  people(@Ctx() ctx: Context, @Root() { id }: SocialOrganization) {
    return peopleOf(ctx, id)
  }

  @Public()
  @Needs('id')
  @FieldResolver(() => [OrganizationBranch])
  branches(@Ctx() ctx: Context, @Root() { id }: SocialOrganization) {
    return hangingOn(ctx, OrganizationBranch, id, { since: 'asc', id: 'asc' })
  }

  @Public()
  @Needs('id')
  @FieldResolver(() => [AnnualReport], { description: 'Latest first.' })
  annualReports(@Ctx() ctx: Context, @Root() { id }: SocialOrganization) {
    return reportsOf(ctx, id)
  }

  @Public()
  @Needs('id')
  @FieldResolver(() => [OrganizationMark], { description: 'What is and was held against it, latest first.' })
  marks(@Ctx() ctx: Context, @Root() { id }: SocialOrganization) {
    return marksOf(ctx, id)
  }

  @Public()
  @Needs('id')
  @FieldResolver(() => [LinkedOrganization], { description: 'Organisations it was merged into or divided into.' })
  followedBy(@Ctx() ctx: Context, @Root() { id }: SocialOrganization) {
    return linked(ctx, id, 'before', 'after')
  }

  @Public()
  @Needs('id')
  @FieldResolver(() => [LinkedOrganization], {
    description: 'Organisations that were merged into it, or that it was divided from.',
  })
  follows(@Ctx() ctx: Context, @Root() { id }: SocialOrganization) {
    return linked(ctx, id, 'after', 'before')
  }
}

const linked = async (
  ctx: Context,
  id: string,
  at: 'before' | 'after',
  to: 'before' | 'after',
): Promise<LinkedOrganization[]> => {
  const links = await many(ctx, `links.${at}`, id, async (ids) =>
    grouped(
      await ctx.em.find(OrganizationLink, { [at]: { $in: ids } }, { orderBy: { at: 'asc', id: 'asc' } }),
      (link) => link[at],
    ),
  )
  const found = (links ?? []).map(async (link) => ({
    kind: link.kind,
    organization: (await find(ctx, SocialOrganization, link[to]))!,
  }))
  return Promise.all(found)
}
