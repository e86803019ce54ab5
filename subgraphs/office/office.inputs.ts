// What callers send to the office.
import { Field, ID, InputType, Int } from 'type-graphql'
import type { Role } from '../shared/actor.ts'
import { AMONG } from './among.ts'
import { RoleName } from './grant.entity.ts'
import { AUDIENCES, type Audience } from './savedView.rules.ts'

@InputType()
export class AccountInput {
  @Field(() => String, { description: '3 to 32 small letters, digits, dots or dashes.' }) username!: string
  @Field(() => String) name!: string
  @Field(() => ID, { description: 'Code of the division of its unit.' }) division!: string
  @Field(() => ID, { nullable: true, description: 'The department or social organisation it acts for, by its id.' })
  organization?: string
  @Field(() => String, { nullable: true, description: 'The subject by which the city’s own sign-in knows its holder.' })
  subject?: string
  @Field(() => String, { description: 'At least 10 characters of three kinds; to be changed by its holder.' }) password!: string
}

@InputType()
export class GrantInput {
  @Field(() => ID) account!: string
  @Field(() => RoleName) role!: Role
  @Field(() => ID, { description: 'Code of the division it holds for.' }) division!: string
  @Field(() => Date, { nullable: true, description: 'From when; now when left out.' }) validFrom?: Date
  @Field(() => Date, { nullable: true }) validTo?: Date
  @Field(() => String) reason!: string
}

@InputType()
export class ApiClientInput {
  @Field(() => String) name!: string
  @Field(() => ID) division!: string
  @Field(() => ID, { nullable: true, description: 'The department or social organisation it acts for, by its id.' })
  organization?: string
  @Field(() => [String]) scopes!: string[]
}

@InputType()
export class AccountFilter {
  @Field(() => [ID], { nullable: true, description: AMONG }) ids?: string[]
  @Field(() => String, { nullable: true, description: 'Part of the account name or the name.' }) text?: string
  @Field(() => ID, { nullable: true }) division?: string
  @Field(() => RoleName, { nullable: true }) role?: Role
}

@InputType()
export class TodoFilter {
  @Field(() => [String], { nullable: true }) types?: string[]
  @Field(() => Boolean, { nullable: true, description: 'Past its deadline.' }) overdue?: boolean
  @Field(() => Boolean, { nullable: true, description: 'Due within two days, and not overdue.' }) soon?: boolean
  @Field(() => Date, { nullable: true, description: 'Due before this moment.' }) dueBefore?: Date
  @Field(() => ID, { nullable: true }) division?: string
}

@InputType()
export class AuditFilter {
  @Field(() => [String], { nullable: true }) types?: string[]
  @Field(() => [String], { nullable: true }) actions?: string[]
  @Field(() => ID, { nullable: true }) account?: string
  @Field(() => ID, { nullable: true }) stream?: string
  @Field(() => ID, { nullable: true }) division?: string
  @Field(() => Date, { nullable: true }) from?: Date
  @Field(() => Date, { nullable: true }) to?: Date
  @Field(() => String, { nullable: true, description: 'Part of the title or of who acted.' }) text?: string
}

@InputType()
export class SavedViewInput {
  @Field(() => String, { description: 'Path of the list, such as /issues.' }) list!: string
  @Field(() => String, { description: '1 to 20 characters; one view a name and list.' }) name!: string
  @Field(() => String, { description: 'The query of the list’s address, 2,000 characters at most.' }) state!: string
  @Field(() => AUDIENCES) audience!: Audience
  @Field(() => RoleName, { nullable: true, description: 'The role to share with, one the caller holds.' }) role?: Role
  @Field(() => ID, { nullable: true, description: 'Code of the division to share in, one where the caller holds the role.' })
  division?: string
}

@InputType()
export class ExportInput {
  @Field(() => String, { description: 'The name of the list, such as `issues`.' }) list!: string
  @Field(() => String, { description: 'What the list is called on its page.' }) title!: string
  @Field(() => ID, { nullable: true, description: 'The division that was looked at.' }) division?: string
  @Field(() => [String], { description: 'The conditions that are on, in words, without names or numbers of people.' })
  filters!: string[]
  @Field(() => [String], { description: 'The columns, in words.' }) fields!: string[]
  @Field(() => Int, { description: 'How many rows the list has; 10,000 at most.' }) rows!: number
  @Field(() => String, { nullable: true, description: 'What for; asked where the list holds personal data.' }) purpose?: string
}

@InputType()
export class ExportFilter {
  @Field(() => ID, { nullable: true, description: 'In this division or below it.' }) division?: string
  @Field(() => String, { nullable: true, description: 'Part of the number, of the title, or of who exported it.' }) text?: string
}
