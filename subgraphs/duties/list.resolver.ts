// Reading the lists and the departments on them. Both are public.
import type { FilterQuery } from '@mikro-orm/postgresql'
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql'
import { Needs, Public } from '../shared/access.ts'
import type { Context } from '../shared/context.ts'
import { connection, page, PageArgs } from '../shared/page.ts'
import { inDivision, where } from '../shared/scope.ts'
import { Department } from './department.entity.ts'
import { Division } from './division.stub.ts'
import { DutyList } from './list.entity.ts'

const DepartmentConnection = connection(Department, 'Department', 'public')

@Resolver(() => DutyList)
export class ListResolver {
  @Public()
  @Query(() => DepartmentConnection, { description: 'Departments that answer for matters on the lists, by code.' })
  departments(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('division', () => ID, { nullable: true, description: 'In this division or below it.' }) division: string | undefined,
    @Info() info: GraphQLResolveInfo,
  ) {
    const asked = where(division ? inDivision(division) : true) as FilterQuery<Department>
    return page(ctx, Department, { where: asked, orderBy: { code: 'asc' }, first, after, info })
  }

  @Public()
  @Needs('division')
  @FieldResolver(() => Division)
  division(@Root() list: DutyList) {
    return { code: list.division }
  }
}
