// Two editions of a compact, article by article.
import { Arg, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql'
import { SignedIn } from '../shared/access.ts'
import { find, type Context } from '../shared/context.ts'
import { notFound } from '../shared/errors.ts'
import { Article, Compact } from './compact.entity.ts'
import { articlesOf } from './compact.facts.ts'
import { compactMachine } from './compact.machine.ts'
import { pairArticles } from './compare.rules.ts'

@SignedIn()
@ObjectType({ description: 'An article in two editions: gone when it is only in the earlier, new when it is only in the later.' })
class ArticlePair {
  @Field(() => Article, { nullable: true }) before!: Article | null
  @Field(() => Article, { nullable: true }) after!: Article | null
}

@SignedIn()
@ObjectType({ description: 'What one edition changed of another.' })
class CompactDifference {
  @Field(() => Compact) before!: Compact
  @Field(() => Compact) after!: Compact
  @Field(() => [ArticlePair], { description: 'In the order of the text.' }) articles!: ArticlePair[]
  @Field(() => Int) added!: number
  @Field(() => Int) changed!: number
  @Field(() => Int) removed!: number
}

@Resolver()
export class CompactCompareResolver {
  @SignedIn()
  @Query(() => CompactDifference, { description: 'Two editions side by side, article by article.' })
  async compactDifference(
    @Ctx() ctx: Context,
    @Arg('before', () => ID) beforeId: string,
    @Arg('after', () => ID) afterId: string,
  ): Promise<CompactDifference> {
    const [before, after] = await Promise.all([find(ctx, Compact, beforeId), find(ctx, Compact, afterId)])
    if (!before || !after) throw notFound(compactMachine.label)
    const [left, right] = await Promise.all([articlesOf(ctx, beforeId), articlesOf(ctx, afterId)])
    const pairs = pairArticles(
      left.map(({ body }) => body),
      right.map(({ body }) => body),
    )
    const articles = pairs.map((pair) => ({
      before: pair.before === null ? null : left[pair.before]!,
      after: pair.after === null ? null : right[pair.after]!,
    }))
    const count = (test: (pair: ArticlePair) => boolean) => articles.filter(test).length
    return {
      before,
      after,
      articles,
      added: count((pair) => !pair.before),
      removed: count((pair) => !pair.after),
      changed: count((pair) => !!pair.before && !!pair.after && pair.before.body !== pair.after.body),
    }
  }
}
