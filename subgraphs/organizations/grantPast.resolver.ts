// Grants of before and elsewhere as history, and the public list of all grants in the words of 360Giving.
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, Field, Info, InputType, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { For, Public } from '../shared/access.ts'
import { hasRole } from '../shared/actor.ts'
import type { Context } from '../shared/context.ts'
import { badInput, forbidden } from '../shared/errors.ts'
import { connection, page, PageArgs } from '../shared/page.ts'
import { text } from '../shared/words.ts'
import { grantPackage } from './grantExport.ts'
import { PastGrant, PastGrantParty, PastGrantPlace, PastGrantProgramme } from './grantPast.entity.ts'

const PastGrantConnection = connection(PastGrant, 'PastGrant', 'public')

@InputType({ description: 'A grant as its publisher told it, by the 360Giving standard; amounts in hundredths of the currency.' })
export class PastGrantInput {
  @Field(() => String) grantId!: string
  @Field(() => String) title!: string
  @Field(() => String) description!: string
  @Field(() => String) currency!: string
  @Field(() => Int) amountAwarded!: number
  @Field(() => String) awardDate!: string
  @Field(() => String, { nullable: true }) fromOpenCall?: string | null
  @Field(() => String, { nullable: true }) regrantType?: string | null
  @Field(() => String, { nullable: true }) dataSource?: string | null
  @Field(() => [PastGrantParty]) funders!: PastGrantParty[]
  @Field(() => [PastGrantParty]) recipients!: PastGrantParty[]
  @Field(() => [PastGrantProgramme]) programmes!: PastGrantProgramme[]
  @Field(() => [PastGrantPlace], { nullable: true }) places?: PastGrantPlace[] | null
}

@Public()
@ObjectType({ description: 'Grants of the history in one currency; money granted on is not counted again.' })
export class PastGrantTotal {
  @Field(() => String) currency!: string
  @Field(() => Int) count!: number
  @Field(() => String, { description: 'In hundredths of the currency, as text since it may be large.' }) amount!: string
}

const MOST = 200

/** As its publisher wrote it, to the last blank; empty is refused. */
const told = (words: string, field: string): string => {
  if (!words.trim() || words.length > 10_000)
    throw badInput(text('名称和说明应有内容，不超过10000字。', 'Title and description have 1 to 10,000 characters.'), { field })
  return words.replaceAll('\0', '')
}

@Resolver(() => PastGrant)
export class PastGrantResolver {
  @Public()
  @Query(() => PastGrantConnection, { description: 'Grants of before and elsewhere, newest first.' })
  pastGrants(@Ctx() ctx: Context, @Args(() => PageArgs) { first, after }: PageArgs, @Info() info: GraphQLResolveInfo) {
    return page(ctx, PastGrant, { orderBy: { awardDate: 'desc' }, first, after, info })
  }

  @Public()
  @Query(() => [PastGrantTotal], { description: 'What the history sums to, for each currency apart.' })
  pastGrantTotals(@Ctx() ctx: Context) {
    return ctx.em.execute<PastGrantTotal[]>(
      `select currency, count(*)::int as count, sum(case when regrant_type is null then amount_awarded else 0 end)::text as amount
         from organizations.past_grant group by currency order by currency`,
    )
  }

  @Public()
  @Query(() => String, {
    nullable: true,
    description:
      'All grants as a 360Giving 1.4 package (JSON): awards and history; no persons, nothing of those who got none. Null as long as there is no grant.',
  })
  grants360(@Ctx() ctx: Context) {
    return grantPackage(ctx)
  }

  @For('DISTRICT_CIVIL_AFFAIRS')
  @Mutation(() => Int, {
    description: `Takes over grants as history, ${MOST} at a time; those known already are left as they are. Gives how many are new.`,
  })
  async importPastGrants(@Ctx() ctx: Context, @Arg('grants', () => [PastGrantInput]) grants: PastGrantInput[]) {
    if (!hasRole(ctx.actor, ['DISTRICT_CIVIL_AFFAIRS'])) throw forbidden()
    if (grants.length > MOST) throw badInput(text(`一次最多${MOST}项。`, `At most ${MOST} at a time.`), { field: 'grants' })
    const known = await ctx.em.find(
      PastGrant,
      { grantId: { $in: grants.map((g) => g.grantId) } },
      { fields: ['grantId'] as never },
    )
    const ids = new Set(known.map(({ grantId }) => grantId))
    const fresh = grants.filter(({ grantId }) => !ids.has(grantId) && ids.add(grantId))
    for (const grant of fresh) {
      const at = `grants.${grant.grantId}`
      if (!/^360G-[A-Za-z0-9]+-.+$/.test(grant.grantId))
        throw badInput(text('资助编号应以 360G- 开头。', 'An identifier begins with 360G-.'), { field: at })
      if (grant.amountAwarded < 1)
        throw badInput(
          text('资助金额应当大于零；退回作为交易记录。', 'A grant is more than nothing; returns are transactions.'),
          { field: at },
        )
      if (!/^\d{4}-\d{2}-\d{2}/.test(grant.awardDate) || Number.isNaN(Date.parse(grant.awardDate)))
        throw badInput(text('资助日期有误。', 'Not a date.'), { field: at })
      if (!grant.funders.length || !grant.recipients.length)
        throw badInput(text('应有资助方和受助方。', 'A grant has a funder and a recipient.'), { field: at })
      const { fromOpenCall = null, regrantType = null, dataSource = null, places = null } = grant
      ctx.em.create(PastGrant, {
        ...grant,
        id: uuidv7(),
        title: told(grant.title, at),
        description: told(grant.description, at),
        fromOpenCall,
        regrantType,
        dataSource,
        places,
        at: ctx.now,
      })
    }
    await ctx.em.flush()
    return fresh.length
  }
}
