// The desk of whoever is signed in: to-dos, messages, preferences; and the audit search.
import type { FilterQuery } from '@mikro-orm/postgresql'
import { Arg, Args, Ctx, Field, FieldResolver, ID, Int, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql'
import { For, Needs, SignedIn } from '../shared/access.ts'
import type { Context } from '../shared/context.ts'
import { badInput } from '../shared/errors.ts'
import { connection, page, PageArgs } from '../shared/page.ts'
import { allOf, inDivision, where } from '../shared/scope.ts'
import { say, text } from '../shared/words.ts'
import { AuditEntry } from './audit.entity.ts'
import { Division } from './division.stub.ts'
import { Message, Preference } from './message.entity.ts'
import { AuditFilter, TodoFilter } from './office.inputs.ts'
import { Todo } from './todo.entity.ts'

const TodoConnection = connection(Todo, 'Todo')
const MessageConnection = connection(Message, 'Message')
const AuditEntryConnection = connection(AuditEntry, 'AuditEntry')

@SignedIn()
@ObjectType({ description: 'How many records wait for the caller.' })
class TodoCounts {
  @Field(() => Int) total!: number
  @Field(() => Int) overdue!: number
  @Field(() => Int, { description: 'Due within two days.' }) soon!: number
}

const SOON = 2 * 86_400_000

const overdue = (now: Date) => ({ dueAt: { $lt: now } })
const soon = (now: Date) => ({ dueAt: { $gte: now, $lt: new Date(now.getTime() + SOON) } })

@Resolver(() => Todo)
export class DeskResolver {
  @SignedIn()
  @Query(() => TodoConnection, { description: 'What waits for the caller, by deadline.' })
  todos(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => TodoFilter, { nullable: true }) filter?: TodoFilter,
  ) {
    const asked = allOf(
      filter?.types ? { type: { $in: filter.types } } : true,
      filter?.overdue ? overdue(ctx.now) : true,
      filter?.soon ? soon(ctx.now) : true,
      filter?.dueBefore ? { dueAt: { $lt: filter.dueBefore } } : true,
      filter?.division ? inDivision(filter.division) : true,
    )
    return page(ctx, Todo, { where: where(asked) as FilterQuery<Todo>, orderBy: { dueAt: 'asc nulls last' }, first, after })
  }

  @SignedIn()
  @Query(() => TodoCounts)
  async todoCounts(@Ctx() ctx: Context): Promise<TodoCounts> {
    const [total, late, due] = await Promise.all([
      ctx.em.count(Todo, {}),
      ctx.em.count(Todo, overdue(ctx.now)),
      ctx.em.count(Todo, soon(ctx.now)),
    ])
    return { total, overdue: late, soon: due }
  }

  @Needs('words', 'status')
  @FieldResolver(() => String, { description: "Where the record stands, in the caller's language." })
  statusLabel(@Root() todo: Todo, @Ctx() ctx: Context) {
    return todo.words ? say(todo.words, ctx.actor.locale) : todo.status
  }

  @Needs('division')
  @FieldResolver(() => Division)
  division(@Root() todo: Todo) {
    return { code: todo.division }
  }

  @SignedIn()
  @Query(() => MessageConnection, { description: "The caller's messages, newest first." })
  messages(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('unread', () => Boolean, { nullable: true }) unread?: boolean,
  ) {
    return page(ctx, Message, { where: unread ? { readAt: null } : {}, orderBy: { at: 'desc' }, first, after })
  }

  @SignedIn()
  @Mutation(() => Int, { description: 'Marks messages as read, all of them when no id is given; says how many.' })
  readMessages(@Ctx() ctx: Context, @Arg('ids', () => [ID], { nullable: true }) ids?: string[]) {
    return ctx.em.nativeUpdate(
      Message,
      { readAt: null, account: ctx.actor.id ?? '', ...(ids ? { id: { $in: ids } } : {}) },
      { readAt: ctx.now },
    )
  }

  @SignedIn()
  @Query(() => [Preference], { description: 'How the caller likes the pages whose keys begin so.' })
  preferences(@Ctx() ctx: Context, @Arg('prefix', () => String, { defaultValue: '' }) prefix: string) {
    return ctx.em.find(Preference, { key: { $like: `${prefix.replaceAll('%', '')}%` } }, { limit: 200 })
  }

  @SignedIn()
  @Mutation(() => Preference)
  async setPreference(@Ctx() ctx: Context, @Arg('key', () => String) key: string, @Arg('value', () => String) value: string) {
    if (key.length > 200 || value.length > 10_000) throw badInput(text('设置内容过长。', 'The value is too long.'))
    const preference = { account: ctx.actor.id!, key, value }
    await ctx.em.upsert(Preference, preference, { onConflictMergeFields: ['value'] })
    return preference
  }
}

@Resolver(() => Message)
export class MessageResolver {
  @Needs('words', 'title')
  @FieldResolver(() => String, { description: "What it says, in the caller's language where it was said in both." })
  title(@Root() { words, title }: Message, @Ctx() { actor }: Context): string {
    return words ? say(words, actor.locale) : title
  }
}

@Resolver(() => AuditEntry)
export class AuditResolver {
  @For('AUDITOR', 'SEC_ADMIN')
  @Query(() => AuditEntryConnection, { description: 'Acts recorded on the whole platform, newest first.' })
  auditEntries(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => AuditFilter, { nullable: true }) filter?: AuditFilter,
  ) {
    const f = filter ?? {}
    const asked = allOf(
      f.types ? { type: { $in: f.types } } : true,
      f.actions ? { action: { $in: f.actions } } : true,
      f.account ? { account: f.account } : true,
      f.stream ? { stream: f.stream } : true,
      f.division ? inDivision(f.division) : true,
      f.from ? { at: { $gte: f.from } } : true,
      f.to ? { at: { $lt: f.to } } : true,
      f.text ? { $or: [{ title: { $ilike: `%${f.text}%` } }, { by: { $ilike: `%${f.text}%` } }] } : true,
    )
    return page(ctx, AuditEntry, { where: where(asked) as FilterQuery<AuditEntry>, orderBy: { at: 'desc' }, first, after })
  }

  @Needs('words', 'action')
  @FieldResolver(() => String, { description: "What was done, in the caller's language." })
  label(@Root() entry: AuditEntry, @Ctx() ctx: Context) {
    return entry.words ? say(entry.words, ctx.actor.locale) : entry.action
  }

  @Needs('division')
  @FieldResolver(() => Division)
  division(@Root() entry: AuditEntry) {
    return { code: entry.division }
  }
}
