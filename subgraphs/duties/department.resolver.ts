// The departments that answer for matters on the lists: anyone reads them; civil affairs enters them.
import type { FilterQuery } from '@mikro-orm/postgresql'
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, Field, FieldResolver, ID, Info, InputType, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { For, Needs, Public, SignedIn } from '../shared/access.ts'
import { take, type Context } from '../shared/context.ts'
import { badInput } from '../shared/errors.ts'
import { Event, EventsArgs, eventsOf, record } from '../shared/event.ts'
import { connection, page, PageArgs } from '../shared/page.ts'
import { allOf, inDivision, where } from '../shared/scope.ts'
import { text } from '../shared/words.ts'
import { among } from './among.ts'
import { Department, LevelName, type Level } from './department.entity.ts'
import { Division } from './division.stub.ts'
import { mustHold } from './rights.ts'

const DepartmentConnection = connection(Department, 'Department', 'public')
const what = text('部门', 'Department')

@InputType()
export class DepartmentFilter {
  @Field(() => [ID], { nullable: true, description: 'Only these.' }) ids?: string[]
  @Field(() => ID, { nullable: true, description: 'In this division or below it.' }) division?: string
  @Field(() => String, { nullable: true, description: 'Part of the name, or the code.' }) search?: string
}

@InputType()
export class DepartmentInput {
  @Field(() => String, { description: '2 to 40 characters.' }) name!: string
  @Field(() => String, { description: 'Unique in its division: 2 to 12 capital letters or digits.' }) code!: string
  @Field(() => LevelName) level!: Level
}

const columnsOf = ({ name, code, level }: DepartmentInput) => {
  const [named, coded] = [name.trim(), code.normalize('NFKC').trim().toUpperCase()]
  if ([...named].length < 2 || [...named].length > 40)
    throw badInput(text('部门名称为2至40个字。', 'A name has 2 to 40 characters.'), { field: 'name' })
  if (!/^[A-Z0-9]{2,12}$/.test(coded))
    throw badInput(text('部门代码为2至12位大写字母或数字。', 'A code is 2 to 12 capital letters or digits.'), { field: 'code' })
  return { name: named, code: coded, level }
}

@Resolver(() => Department)
export class DepartmentResolver {
  @Public()
  @Query(() => DepartmentConnection, { description: 'Departments that answer for matters on the lists, by code.' })
  departments(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => DepartmentFilter, { nullable: true }) filter: DepartmentFilter | undefined,
    @Info() info: GraphQLResolveInfo,
  ) {
    const search = filter?.search?.trim()
    const asked = allOf(
      among(filter?.ids),
      filter?.division ? inDivision(filter.division) : true,
      search ? { $or: [{ name: { $like: `%${search.replace(/[\\%_]/g, '\\$&')}%` } }, { code: search.toUpperCase() }] } : true,
    )
    return page(ctx, Department, {
      where: where(asked) as FilterQuery<Department>,
      orderBy: { division: 'asc', code: 'asc' },
      first,
      after,
      info,
    })
  }

  @Public()
  @Needs('division')
  @FieldResolver(() => Division)
  division(@Root() { division }: Department) {
    return { code: division }
  }

  @SignedIn()
  @Needs('id')
  @FieldResolver(() => [Event])
  events(@Ctx() ctx: Context, @Root() { id }: Department, @Args(() => EventsArgs) { last }: EventsArgs) {
    return eventsOf(ctx, id, last)
  }

  @For('DISTRICT_CIVIL_AFFAIRS')
  @Mutation(() => Department, {
    description: 'Enters a department. Accounts and programs act for it once an administrator has opened them for it.',
  })
  async createDepartment(
    @Ctx() ctx: Context,
    @Arg('division', () => ID) division: string,
    @Arg('input', () => DepartmentInput) input: DepartmentInput,
  ) {
    mustHold(ctx, ['DISTRICT_CIVIL_AFFAIRS'], division)
    const department = ctx.em.create(Department, { ...columnsOf(input), id: uuidv7(), division })
    await record(ctx, department, { type: 'Department', action: 'CREATE', title: department.name, data: columnsOf(input) })
    return department
  }

  @For('DISTRICT_CIVIL_AFFAIRS')
  @Mutation(() => Department, { description: 'Changes what a department is called; lists that name it follow.' })
  async reviseDepartment(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('input', () => DepartmentInput) input: DepartmentInput,
  ) {
    const department = await take(ctx, Department, what, id, expectedVersion)
    mustHold(ctx, ['DISTRICT_CIVIL_AFFAIRS'], department.division)
    const { name, code, level } = department
    Object.assign(department, columnsOf(input))
    const data = { before: { name, code, level }, after: columnsOf(input) }
    await record(ctx, department, { type: 'Department', action: 'REVISE', title: department.name, data })
    return department
  }
}
