// The territory's division and building, known here by their keys.
import { Field, ID, ObjectType } from 'type-graphql'
import { Stub } from '../shared/access.ts'

@Stub('code')
@ObjectType()
export class Division {
  @Field(() => ID) code!: string
}

@Stub()
@ObjectType()
export class Building {
  @Field(() => ID) id!: string
}
