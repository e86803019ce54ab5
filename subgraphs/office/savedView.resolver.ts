// Saved views of lists: kept by whoever made them, shared in the roles they hold.
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { Needs, SignedIn } from '../shared/access.ts'
import { rolesAt, type Actor } from '../shared/actor.ts'
import { take, type Context } from '../shared/context.ts'
import { badInput, forbidden, refused } from '../shared/errors.ts'
import { record } from '../shared/event.ts'
import { text } from '../shared/words.ts'
import { Division } from './division.stub.ts'
import { SavedViewInput } from './office.inputs.ts'
import { SavedView } from './savedView.entity.ts'
import { misdescribed, MOST_VIEWS, unshareable } from './savedView.rules.ts'

const what = text('视图', 'View')
const SHOWN = 150

const isMaker = (view: SavedView, actor: Actor) => view.account === actor.id
const mayDrop = (view: SavedView, actor: Actor) =>
  isMaker(view, actor) || (view.audience !== 'MINE' && rolesAt(actor, view.division).includes('SYS_ADMIN'))

/** What the input makes of a view; refuses what it may not be. */
const described = (ctx: Context, input: SavedViewInput, division: string) => {
  const { list, state, audience } = input
  const shared = { audience, role: (audience === 'ROLE' && input.role) || null, division: input.division ?? null }
  const name = input.name.trim()
  const wrong = misdescribed({ list, name, state })
  if (wrong) throw badInput(wrong.words, { field: wrong.field })
  const why = unshareable(ctx.actor, shared)
  if (why) throw forbidden(why)
  return { list, name, state, audience, role: shared.role, division: audience === 'MINE' ? division : shared.division! }
}

/** A view of one's own is named in the history by its list only. */
const step = (view: SavedView, action: string) => ({
  type: 'SavedView',
  action,
  title: view.audience === 'MINE' ? view.list : view.name,
  data: { list: view.list, audience: view.audience, role: view.role },
})

@Resolver(() => SavedView)
export class SavedViewResolver {
  @SignedIn()
  @Query(() => [SavedView], {
    description: "The caller's views and those that reach them; for a system administrator also those shared in their divisions.",
  })
  async savedViews(@Ctx() ctx: Context) {
    const account = ctx.actor.id ?? ''
    const mine = await ctx.em.find(SavedView, { account }, { orderBy: { createdAt: 'asc' } })
    const others = { orderBy: { createdAt: 'desc' as const }, limit: SHOWN }
    return [...mine, ...(await ctx.em.find(SavedView, { account: { $ne: account } }, others))]
  }

  @Needs('audience', 'division')
  @FieldResolver(() => Division, { nullable: true, description: 'Where it is shared; null while it is not.' })
  division(@Root() view: SavedView) {
    return view.audience === 'MINE' ? null : { code: view.division }
  }

  @Needs('account')
  @FieldResolver(() => Boolean, { description: 'Whether the caller made it, and may change it.' })
  isMine(@Root() view: SavedView, @Ctx() ctx: Context) {
    return isMaker(view, ctx.actor)
  }

  @Needs('account', 'audience', 'division')
  @Needs('account')
  @FieldResolver(() => Boolean, { description: 'Whether the caller may drop it.' })
  mayDrop(@Root() view: SavedView, @Ctx() ctx: Context) {
    return mayDrop(view, ctx.actor)
  }

  @SignedIn()
  @Mutation(() => SavedView, { description: `Keeps a state of a list under a name; ${MOST_VIEWS} at most.` })
  async saveView(@Ctx() ctx: Context, @Arg('input', () => SavedViewInput) input: SavedViewInput) {
    const { actor } = ctx
    const made = described(ctx, input, actor.grants[0]?.division ?? '')
    await ctx.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`views:${actor.id}`])
    if ((await ctx.em.count(SavedView, { account: actor.id! })) >= MOST_VIEWS)
      throw refused(
        text(`最多保存 ${MOST_VIEWS} 个视图，请先删除不用的。`, `You may keep ${MOST_VIEWS} views: drop one you no longer use.`),
      )
    const view = ctx.em.create(SavedView, { id: uuidv7(), ...made, account: actor.id!, by: actor.name, createdAt: ctx.now })
    await record(ctx, view, step(view, 'CREATE'))
    return view
  }

  @SignedIn()
  @Mutation(() => SavedView, { description: 'Changes a view; only whoever made it may.' })
  async reviseView(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('input', () => SavedViewInput) input: SavedViewInput,
  ) {
    const view = await take(ctx, SavedView, what, id, expectedVersion)
    if (!isMaker(view, ctx.actor))
      throw forbidden(text('只有保存者可以修改这个视图。', 'Only whoever made this view may change it.'))
    const next = described(ctx, input, view.division)
    // What ceases to be shared is told of where it was shared.
    const told = view.audience === 'MINE' ? null : step(view, 'REVISE').title
    Object.assign(view, next)
    await record(ctx, view, { ...step(view, 'REVISE'), ...(told && { title: told }) })
    return view
  }

  @SignedIn()
  @Mutation(() => ID, {
    description: 'Drops a view: whoever made it, or a system administrator one that is shared in their divisions.',
  })
  async dropView(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
  ) {
    const view = await take(ctx, SavedView, what, id, expectedVersion)
    if (!mayDrop(view, ctx.actor))
      throw forbidden(text('只有保存者可以删除这个视图。', 'Only whoever made this view may drop it.'))
    await record(ctx, view, step(view, 'DROP'))
    ctx.em.remove(view)
    return id
  }
}
