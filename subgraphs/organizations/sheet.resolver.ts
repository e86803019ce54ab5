// Importing organisations from a sheet, and settling what registers disagree about.
import type { FilterQuery } from '@mikro-orm/postgresql'
import type { GraphQLResolveInfo } from 'graphql'
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Info,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql'
import { For, Needs } from '../shared/access.ts'
import { find, take, type Context } from '../shared/context.ts'
import { badInput } from '../shared/errors.ts'
import { act, Event, EventsArgs, eventsOf } from '../shared/event.ts'
import { connection, page, PageArgs } from '../shared/page.ts'
import { allOf, inDivision, where } from '../shared/scope.ts'
import { text } from '../shared/words.ts'
import { among, AMONG } from './among.ts'
import { conflictTypes, RegisterConflict } from './conflict.entity.ts'
import { registerConflictMachine, type ConflictAction, type ConflictStatus } from './conflict.machine.ts'
import { Division } from './division.stub.ts'
import { SocialOrganization } from './organization.entity.ts'
import { mustHold, OFFICERS, REGISTRARS } from './rights.ts'
import { LINE, said } from './said.ts'
import { checkSheet, OrganizationSheetReport, SheetPass, writeSheet } from './sheet.ts'
import { Waiting, waitingOf } from './waiting.ts'

const ConflictConnection = connection(RegisterConflict, 'RegisterConflict')

@For(...REGISTRARS)
@ObjectType({ description: 'What an import did.' })
export class OrganizationImport {
  @Field(() => Int) added!: number
  @Field(() => Int, { description: 'Entries that changed.' }) revised!: number
  @Field(() => Int, { description: 'Entries about which the registers disagree: each is a task.' }) disagreed!: number
}

@InputType()
export class RegisterConflictFilter {
  @Field(() => [ID], { nullable: true, description: AMONG }) ids?: string[]
  @Field(() => ID, { nullable: true }) division?: string
  @Field(() => [conflictTypes.Status], { nullable: true }) status?: ConflictStatus[]
}

@Resolver(() => RegisterConflict)
export class SheetResolver {
  @For(...REGISTRARS)
  @Query(() => OrganizationSheetReport, { description: 'What a sheet would do to the register, row by row. Nothing is written.' })
  organizationSheet(
    @Ctx() ctx: Context,
    @Arg('division', () => ID) division: string,
    @Arg('rows', () => [[String]], { description: 'The cells as text, headings included.' }) rows: string[][],
    @Arg('passes', () => [SheetPass], { defaultValue: [] }) passes: SheetPass[],
  ) {
    mustHold(ctx, REGISTRARS, division)
    return checkSheet(ctx, division, rows, passes)
  }

  @For(...REGISTRARS)
  @Mutation(() => OrganizationImport, { description: 'Writes a sheet into the register, the whole of it or nothing.' })
  async importSocialOrganizations(
    @Ctx() ctx: Context,
    @Arg('division', () => ID) division: string,
    @Arg('source', () => String, { description: 'Where the sheet comes from.' }) source: string,
    @Arg('rows', () => [[String]]) rows: string[][],
    @Arg('passes', () => [SheetPass], { defaultValue: [] }) passes: SheetPass[],
  ) {
    mustHold(ctx, REGISTRARS, division)
    const from = said(source, 'source', LINE)
    const report = await checkSheet(ctx, division, rows, passes)
    const wrong = report.rows.find(({ effect }) => effect === 'NONE' || effect === 'DOUBTFUL')
    if (report.problem) throw badInput(text(report.problem, report.problem), { field: 'rows' })
    if (wrong)
      throw badInput(
        text(`第${wrong.line}行有误或待核对，没有写入。`, `Line ${wrong.line} is wrong or doubtful; nothing was written.`),
        {
          field: 'rows',
        },
      )
    return writeSheet(ctx, division, from, report)
  }

  @For(...OFFICERS)
  @Query(() => RegisterConflict, { nullable: true })
  registerConflict(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return find(ctx, RegisterConflict, id)
  }

  @For(...OFFICERS)
  @Query(() => ConflictConnection, { description: 'What registers disagree about, latest first.' })
  registerConflicts(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => RegisterConflictFilter, { nullable: true }) filter: RegisterConflictFilter | undefined,
    @Info() info: GraphQLResolveInfo,
  ) {
    const asked = allOf(
      among(filter?.ids),
      filter?.division ? inDivision(filter.division) : true,
      filter?.status?.length ? { status: { $in: filter.status } } : true,
    )
    const orderBy = { createdAt: 'desc' } as const
    return page(ctx, RegisterConflict, { where: where(asked) as FilterQuery<RegisterConflict>, orderBy, first, after, info })
  }

  @Needs('division')
  @FieldResolver(() => Division)
  division(@Root() { division }: RegisterConflict) {
    return { code: division }
  }

  @Needs('organization')
  @FieldResolver(() => SocialOrganization)
  organization(@Ctx() ctx: Context, @Root() { organization }: RegisterConflict) {
    return find(ctx, SocialOrganization, organization)
  }

  @Needs('id', 'status', 'division', 'previousStatus')
  @FieldResolver(() => [conflictTypes.Offer])
  offers(@Ctx() ctx: Context, @Root() { status, division, previousStatus }: RegisterConflict) {
    return registerConflictMachine.offers({ status, division, previousStatus }, ctx.actor, ctx.now)
  }

  @Needs('id')
  @FieldResolver(() => [Event])
  events(@Ctx() ctx: Context, @Root() { id }: RegisterConflict, @Args(() => EventsArgs) { last }: EventsArgs) {
    return eventsOf(ctx, id, last)
  }

  @Needs('id', 'status')
  @FieldResolver(() => Waiting)
  waiting(@Ctx() ctx: Context, @Root() conflict: RegisterConflict) {
    return waitingOf(ctx, registerConflictMachine, conflict)
  }

  @For(...REGISTRARS)
  @Mutation(() => RegisterConflict, { description: 'Says which register is right. Ours is changed by its own steps.' })
  async actOnRegisterConflict(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('action', () => conflictTypes.Action) action: ConflictAction,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('reason', () => String, { nullable: true }) reason?: string,
  ) {
    const conflict = await take(ctx, RegisterConflict, registerConflictMachine.label, id, expectedVersion)
    const organization = await find(ctx, SocialOrganization, conflict.organization)
    await act(ctx, registerConflictMachine, conflict, action, {}, { title: organization!.name, reason })
    return conflict
  }
}
