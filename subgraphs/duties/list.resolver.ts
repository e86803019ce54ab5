// Reading the lists, which are public.
import { FieldResolver, Resolver, Root } from 'type-graphql'
import { Needs, Public } from '../shared/access.ts'
import { Division } from './division.stub.ts'
import { DutyList } from './list.entity.ts'

@Resolver(() => DutyList)
export class ListResolver {
  @Public()
  @Needs('division')
  @FieldResolver(() => Division)
  division(@Root() list: DutyList) {
    return { code: list.division }
  }
}
