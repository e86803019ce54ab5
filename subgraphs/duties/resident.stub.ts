// The residents' own records, known here by their ids.
import { Field, ID, ObjectType } from 'type-graphql'
import { Stub } from '../shared/access.ts'

@Stub()
@ObjectType()
export class Resident {
  @Field(() => ID) id!: string
}
