// The territory's division, known here by its code.
import { Field, ID, ObjectType } from 'type-graphql'
import { Stub } from '../shared/access.ts'

@Stub('code')
@ObjectType()
export class Division {
  @Field(() => ID) code!: string
}
