// What callers send about organisations.
import { Field, ID, InputType } from 'type-graphql'
import { AMONG } from './among.ts'
import { GradeName, KindName, organizationTypes } from './organization.entity.ts'
import type { OrganizationStatus } from './organization.machine.ts'
import type { OrganizationGrade, OrganizationKind } from './organization.rules.ts'

@InputType()
export class SocialOrganizationInput {
  @Field(() => String, { description: 'Unified social credit code, 18 characters.' }) code!: string
  @Field(() => String, {
    nullable: true,
    description: 'Why the code is kept although its check character does not match. Needed only then.',
  })
  codeReason?: string
  @Field(() => String, { description: '2 to 80 characters.' }) name!: string
  @Field(() => KindName) kind!: OrganizationKind
  @Field(() => String, { nullable: true, description: '2026-01-01' }) registeredOn?: string
  @Field(() => String, { nullable: true, description: 'What it may do, as registered.' }) purpose?: string
  @Field(() => String, { nullable: true }) address?: string
}

@InputType()
export class SocialOrganizationFilter {
  @Field(() => [ID], { nullable: true, description: AMONG }) ids?: string[]
  @Field(() => ID, { nullable: true, description: 'In this division or below it.' }) division?: string
  @Field(() => String, { nullable: true, description: 'Part of the name, or the beginning of the code.' }) search?: string
  @Field(() => [organizationTypes.Status], { nullable: true }) status?: OrganizationStatus[]
  @Field(() => [KindName], { nullable: true }) kind?: OrganizationKind[]
  @Field(() => [GradeName], { nullable: true, description: 'As last assessed.' }) grade?: OrganizationGrade[]
}
