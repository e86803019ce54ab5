// Joining and parting issues: what is proposed, what they go on in, and where they come from.
import { Arg, Ctx, Field, FieldResolver, ID, Int, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql'
import { For, Needs, SignedIn } from '../shared/access.ts'
import { find, grouped, many, take, type Context } from '../shared/context.ts'
import { badInput } from '../shared/errors.ts'
import { text } from '../shared/words.ts'
import { actIssue } from './issue.acts.ts'
import { Issue, type PartText } from './issue.entity.ts'
import { IssuePart } from './issue.inputs.ts'
import { issueMachine } from './issue.machine.ts'
import { MOST_PARTS } from './issueRegroup.rules.ts'
import { similarTo } from './issueSimilar.ts'
import { LINE, said } from './said.ts'

const what = issueMachine.label

@SignedIn()
@ObjectType({ description: 'One of the issues another is to be split into.' })
class ProposedPart implements PartText {
  @Field(() => String) title!: string
  @Field(() => String) body!: string
}

const by = (ctx: Context, key: 'goesOnIn' | 'splitFrom', id: string): Promise<Issue[] | null> =>
  many(ctx, `issue.${key}`, id, async (ids) =>
    grouped(
      await ctx.em.find(Issue, { [key]: { $in: ids } }, { orderBy: { createdAt: 'asc', id: 'asc' } }),
      (row) => row[key]!.id,
    ),
  )

@Resolver(() => Issue)
export class IssueRegroupResolver {
  @SignedIn()
  @Query(() => [Issue], {
    description:
      'Issues of the committee within the year whose titles say much the same, best first: shown before another is raised.',
  })
  similarIssues(
    @Ctx() ctx: Context,
    @Arg('division', () => ID) division: string,
    @Arg('title', () => String) title: string,
    @Arg('except', () => ID, { nullable: true }) except?: string,
  ): Promise<Issue[]> {
    return similarTo(ctx, division, title.slice(0, LINE), except)
  }

  @Needs('goesOnIn')
  @FieldResolver(() => Issue, { nullable: true, description: 'The issue it is to be merged into, or goes on in.' })
  goesOnIn(@Ctx() ctx: Context, @Root() issue: Issue) {
    return issue.goesOnIn && find(ctx, Issue, issue.goesOnIn.id)
  }

  @Needs('splitFrom')
  @FieldResolver(() => Issue, { nullable: true, description: 'The issue it was part of before that was split.' })
  splitFrom(@Ctx() ctx: Context, @Root() issue: Issue) {
    return issue.splitFrom && find(ctx, Issue, issue.splitFrom.id)
  }

  @Needs('id')
  @FieldResolver(() => [Issue], { description: 'Issues merged into it, or about to be.' })
  async mergedFrom(@Ctx() ctx: Context, @Root() { id }: Issue) {
    return (await by(ctx, 'goesOnIn', id)) ?? []
  }

  @Needs('id')
  @FieldResolver(() => [Issue], { description: 'Issues it was split into.' })
  async parts(@Ctx() ctx: Context, @Root() { id }: Issue) {
    return (await by(ctx, 'splitFrom', id)) ?? []
  }

  @Needs('partTexts')
  @FieldResolver(() => [ProposedPart], { description: 'What it is to be split into.' })
  proposedParts(@Root() { partTexts }: Issue): PartText[] {
    return partTexts ?? []
  }

  @For('COMMITTEE_SECRETARY')
  @Mutation(() => Issue, {
    description:
      'Proposes to merge the issue into another of the same committee. Its authors and the other’s have five days to object; silence agrees.',
  })
  async proposeMerge(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('into', () => ID) into: string,
    @Arg('reason', () => String) reason: string,
  ) {
    const issue = await take(ctx, Issue, what, id, expectedVersion)
    const target = await find(ctx, Issue, into)
    if (!target) throw badInput(text('没有找到要合并到的议题。', 'The issue to merge into was not found.'), { field: 'into' })
    issue.goesOnIn = target
    await ctx.em.flush()
    return actIssue(ctx, issue, 'PROPOSE_MERGE', { reason, data: { other: target.number } })
  }

  @For('COMMITTEE_SECRETARY')
  @Mutation(() => Issue, {
    description: `Proposes to split the issue into 2 to ${MOST_PARTS} others. Its authors have five days to object.`,
  })
  async proposeSplit(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('parts', () => [IssuePart]) parts: IssuePart[],
    @Arg('reason', () => String) reason: string,
  ) {
    if (parts.length < 2 || parts.length > MOST_PARTS)
      throw badInput(text(`请拆分为2至${MOST_PARTS}件。`, `Split it into 2 to ${MOST_PARTS}.`), { field: 'parts' })
    const issue = await take(ctx, Issue, what, id, expectedVersion)
    issue.partTexts = parts.map(({ title, body }) => ({ title: said(title, 'parts', LINE), body: said(body, 'parts') }))
    return actIssue(ctx, issue, 'PROPOSE_SPLIT', { reason, data: { parts: issue.partTexts.map(({ title }) => title) } })
  }
}
