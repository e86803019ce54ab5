// What hangs on an organisation: its people, branches, annual reports, entries on lists, and what it followed or was followed by.
import { OptionalProps } from '@mikro-orm/core'
import { Check, Entity, Enum, Index, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Public, SignedIn } from '../shared/access.ts'
import { anyOf, Scoped } from '../shared/scope.ts'
import { officers, ownOrganization } from './rights.ts'
import { LINKS, MARKS, POSTS, RESULTS, type LinkKind, type MarkKind, type Post, type ReportResult } from './standing.rules.ts'
import { enumOf } from './words.ts'

export const PostName = enumOf('OrganizationPost', 'What a person is in an organisation.', POSTS)
export const ResultName = enumOf('AnnualReportResult', 'The result of an annual report (年度报告结论).', RESULTS)
export const MarkName = enumOf('OrganizationMarkKind', 'What is held against an organisation.', MARKS)
export const LinkName = enumOf('OrganizationLinkKind', 'How one organisation follows another.', LINKS)

@SignedIn()
@ObjectType({
  description: 'A person with a post in an organisation. For its officers and itself; the name is masked for others.',
})
@Entity({ tableName: 'organization_person' })
@Index({ properties: ['organization'] })
@Index({ properties: ['account'] })
@Check({ name: 'person_days', expression: 'until is null or until >= since' })
@Scoped((actor) => anyOf(officers(actor), ownOrganization(actor)))
export class OrganizationPerson {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Property({ type: 'uuid' }) organization!: string
  @Property({ type: 'text' }) division!: string
  @Property({ type: 'text' }) name!: string
  @Field(() => PostName) @Enum({ items: () => PostName }) post!: Post
  @Field(() => String, { description: 'First day in the post.' }) @Property({ type: 'date' }) since!: string
  @Field(() => String, { nullable: true, description: 'Last day in the post.' })
  @Property({ type: 'date', nullable: true })
  until: string | null = null
  /** The account of the person, where one is known: who works there does not judge it. */
  @Property({ type: 'uuid', nullable: true }) account: string | null = null
}

@Public()
@ObjectType({ description: 'A branch of an organisation (分支机构). It is no body of its own.' })
@Entity({ tableName: 'organization_branch' })
@Index({ properties: ['organization'] })
@Check({ name: 'branch_days', expression: 'until is null or until >= since' })
@Scoped(() => true)
export class OrganizationBranch {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Property({ type: 'uuid' }) organization!: string
  @Property({ type: 'text' }) division!: string
  @Field(() => String) @Property({ type: 'text' }) name!: string
  @Field(() => String) @Property({ type: 'date' }) since!: string
  @Field(() => String, { nullable: true, description: 'Last day; it is closed since.' })
  @Property({ type: 'date', nullable: true })
  until: string | null = null
}

@Public()
@ObjectType({ description: 'What became of the annual report of a year.' })
@Entity({ tableName: 'annual_report' })
@Unique({ properties: ['organization', 'year'], name: 'annual_report_once' })
@Scoped(() => true)
export class AnnualReport {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Property({ type: 'uuid' }) organization!: string
  @Field(() => Int, { description: 'The year it is about.' }) @Property({ type: 'integer' }) year!: number
  @Field(() => ResultName) @Enum({ items: () => ResultName }) result!: ReportResult
  @Field(() => String, { nullable: true, description: 'Filed on this day.' })
  @Property({ type: 'date', nullable: true })
  filedOn: string | null = null
}

@Public()
@ObjectType({ description: 'An entry on a list of abnormal activity or serious violations, or a penalty. Public.' })
@Entity({ tableName: 'organization_mark' })
@Index({ properties: ['organization'] })
@Check({ name: 'mark_days', expression: 'until is null or until >= since' })
@Scoped(() => true)
export class OrganizationMark {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Property({ type: 'uuid' }) organization!: string
  @Field(() => MarkName) @Enum({ items: () => MarkName }) kind!: MarkKind
  @Field(() => String) @Property({ type: 'text' }) reason!: string
  @Field(() => String, { nullable: true, description: 'Number of the document.' })
  @Property({ type: 'text', nullable: true })
  documentNumber: string | null = null
  @Field(() => String) @Property({ type: 'date' }) since!: string
  @Field(() => String, { nullable: true, description: 'Taken off the list on this day.' })
  @Property({ type: 'date', nullable: true })
  until: string | null = null
}

/** Only added to: what followed what stays known. */
@Entity({ tableName: 'organization_link' })
@Unique({ properties: ['before', 'after'], name: 'organization_link_once' })
@Index({ properties: ['after'] })
@Scoped(() => true)
export class OrganizationLink {
  declare [OptionalProps]?: never
  @PrimaryKey({ type: 'uuid' }) id!: string
  @Property({ type: 'uuid' }) before!: string
  @Property({ type: 'uuid' }) after!: string
  @Enum({ items: () => LinkName }) kind!: LinkKind
  @Property({ type: 'datetime', length: 3 }) at!: Date
}
