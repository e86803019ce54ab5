// A part of a project's budget: so much from one source, and what of it was spent.
import { Check, Entity, Enum, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import type { Rel } from '@mikro-orm/postgresql'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { SignedIn } from '../shared/access.ts'
import { Scoped } from '../shared/scope.ts'
import { FUND_SOURCES, type FundSource } from './fund.rules.ts'
import { Project } from './project.entity.ts'
import { enumOf } from './words.ts'

export const FundSourceName = enumOf('FundSource', 'Where the money of a project comes from (资金来源).', FUND_SOURCES)

@SignedIn()
@ObjectType({ description: "A part of a project's budget, by source." })
@Entity({ tableName: 'project_fund' })
@Unique({ properties: ['project', 'source'], name: 'project_fund_once' })
@Check({ name: 'project_fund_money', expression: 'amount >= 0 and (spent is null or spent >= 0)' })
@Scoped(() => true)
export class ProjectFund {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @ManyToOne({ entity: () => Project }) project!: Rel<Project>
  @Field(() => FundSourceName) @Enum({ items: () => Object.keys(FUND_SOURCES) }) source!: FundSource
  @Field(() => Int, { description: 'In fen.' }) @Property({ type: 'integer' }) amount!: number
  @Field(() => Int, { nullable: true, description: 'What was spent of it, in fen; null until settled.' })
  @Property({ type: 'integer', nullable: true })
  spent: number | null = null
}
