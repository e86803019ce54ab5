// Mergers and divisions of organisations, and what a merger would do before it is done.
import { Arg, Ctx, Field, ID, Int, Mutation, ObjectType, Query, registerEnumType, Resolver } from 'type-graphql'
import { For } from '../shared/access.ts'
import { take, type Context } from '../shared/context.ts'
import { say } from '../shared/words.ts'
import { what } from './organization.find.ts'
import { SocialOrganization } from './organization.entity.ts'
import { divide, merge, mergerOf } from './organization.merge.ts'
import { mustHold, REGISTRARS } from './rights.ts'
import { said } from './said.ts'
import type { MergerGround } from './standing.rules.ts'

const MergerGroundName = { DUPLICATE: 'DUPLICATE', MERGER: 'MERGER' } as const
registerEnumType(MergerGroundName, {
  name: 'MergerGround',
  description: 'Why two entries become one.',
  valuesConfig: {
    DUPLICATE: { description: 'The same organisation was entered twice (重复登记合并): everything goes on under the other id.' },
    MERGER: { description: 'One organisation was merged into another (吸收合并): what hung on it ends with it.' },
  },
})

@For(...REGISTRARS)
@ObjectType({ description: 'Records that would move in a merger.' })
export class MergerMoving {
  @Field(() => String, { description: "In the caller's language." }) label!: string
  @Field(() => Int) count!: number
}

@For(...REGISTRARS)
@ObjectType({ description: 'What a merger would do.' })
export class MergerPreview {
  @Field(() => [MergerMoving]) moving!: MergerMoving[]
  @Field(() => String, { nullable: true, description: 'What stands in its way.' }) blocked!: string | null
}

@Resolver()
export class OrganizationChangeResolver {
  @For(...REGISTRARS)
  @Query(() => MergerPreview, { description: 'What merging one organisation into another would do.' })
  async mergerPreview(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('into', () => ID) into: string,
  ): Promise<MergerPreview> {
    const { moving, blocked } = await mergerOf(ctx, id, into)
    const { locale } = ctx.actor
    return {
      moving: moving.map(({ words, count }) => ({ label: say(words, locale), count })),
      blocked: blocked && say(blocked, locale),
    }
  }

  @For(...REGISTRARS)
  @Mutation(() => SocialOrganization, {
    description:
      'Merges an organisation into another. Nothing is deleted: both ids go on resolving, the old one names its successor.',
  })
  async mergeSocialOrganization(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('into', () => ID) into: string,
    @Arg('ground', () => MergerGroundName) ground: MergerGround,
    @Arg('reason', () => String) reason: string,
  ) {
    const organization = await take(ctx, SocialOrganization, what, id, expectedVersion)
    mustHold(ctx, REGISTRARS, organization.division)
    return merge(ctx, organization, into, ground, said(reason, 'reason', 500))
  }

  @For(...REGISTRARS)
  @Mutation(() => SocialOrganization, {
    description: 'Divides an organisation into others that were entered before. It goes on, or ends and leads to them.',
  })
  async divideSocialOrganization(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('into', () => [ID]) into: string[],
    @Arg('goesOn', () => Boolean, { description: 'It exists beside them (存续分立).' }) goesOn: boolean,
    @Arg('reason', () => String) reason: string,
  ) {
    const organization = await take(ctx, SocialOrganization, what, id, expectedVersion)
    mustHold(ctx, REGISTRARS, organization.division)
    return divide(ctx, organization, into, goesOn, said(reason, 'reason', 500))
  }
}
