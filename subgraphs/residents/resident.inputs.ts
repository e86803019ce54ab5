import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { For } from '../shared/access.ts'
import type { Paper } from './papers.rules.ts'
import { EndingName, PaperName, RelationName, ResidenceName } from './resident.entity.ts'
import type { Ending, Relation, Residence } from './words.ts'

@InputType()
export class ResidentFilter {
  @Field(() => ID, { nullable: true, description: 'In this division or below it.' }) division?: string
  @Field(() => ID, { nullable: true }) building?: string
  @Field(() => String, { nullable: true, description: 'Part of the name.' }) name?: string
  @Field(() => String, { nullable: true, description: 'The whole number of the paper; found by blind index, never partly.' })
  idNumber?: string
  @Field(() => String, { nullable: true, description: 'The whole phone number.' }) phone?: string
  @Field(() => Boolean, { defaultValue: false, description: 'Also those who moved out or died.' }) ended: boolean = false
}

@InputType()
export class GuardianInput {
  @Field(() => String) name!: string
  @Field(() => String, { nullable: true }) phone?: string
  @Field(() => ID, {
    nullable: true,
    description: 'The guardian on the roll, if they are on it: then they may act for the child.',
  })
  resident?: string
}

@InputType()
export class CreateResidentInput {
  @Field(() => ID) household!: string
  @Field(() => String) name!: string
  @Field(() => PaperName, { defaultValue: 'RESIDENT_ID' }) paper: Paper = 'RESIDENT_ID'
  @Field(() => String, { description: 'Checked by GB 11643; kept sealed.' }) idNumber!: string
  @Field(() => String, { nullable: true }) phone?: string
  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD; only for papers whose number does not say it.' })
  birthDate?: string
  @Field(() => ResidenceName) residence!: Residence
  @Field(() => RelationName) relation!: Relation
  @Field(() => GuardianInput, { nullable: true, description: 'Required under 14 (个人信息保护法 §31).' }) guardian?: GuardianInput
}

@InputType()
export class ReviseResidentInput {
  @Field(() => String, { nullable: true }) name?: string
  @Field(() => String, { nullable: true, description: 'An empty text removes it.' }) phone?: string
  @Field(() => PaperName, { nullable: true }) paper?: Paper
  @Field(() => String, { nullable: true }) idNumber?: string
  @Field(() => ResidenceName, { nullable: true }) residence?: Residence
  @Field(() => RelationName, { nullable: true }) relation?: Relation
}

@InputType()
export class EndResidentInput {
  @Field(() => EndingName) as!: Exclude<Ending, 'ERASED'>
  @Field(() => String, { description: 'YYYY-MM-DD' }) on!: string
}

@InputType()
export class HouseholdInput {
  @Field(() => ID, { description: 'The committee.' }) division!: string
  @Field(() => String, { description: 'Street address to the building.' }) address!: string
  @Field(() => String) room!: string
  @Field(() => ID, { nullable: true }) building?: string
}

@For(
  'DISTRICT_CIVIL_AFFAIRS',
  'SUBDISTRICT_LEAD',
  'SUBDISTRICT_OFFICER',
  'COMMUNITY_MANAGER',
  'COMMITTEE_SECRETARY',
  'COMMITTEE_MEMBER',
)
@ObjectType({ description: 'How many people are on the roll. A count of one to four is not told: it could point to someone.' })
export class ResidentCounts {
  @Field(() => Int, { nullable: true }) households!: number | null
  @Field(() => Int, { nullable: true }) residents!: number | null
  @Field(() => Int, { nullable: true, description: 'Eighteen and older.' }) adults!: number | null
  @Field(() => Int, { nullable: true, description: 'Under fourteen.' }) children!: number | null
  @Field(() => Int, { nullable: true, description: 'Sixty and older.' }) elders!: number | null
  @Field(() => Int, { nullable: true }) migrants!: number | null
}
