// What callers send about certificates.
import { Field, ID, InputType } from 'type-graphql'
import { AMONG } from './among.ts'
import { CertificateRefusalName, certificateTypes } from './certificate.entity.ts'
import type { CertificateStatus } from './certificate.machine.ts'
import type { CertificateRefusal } from './certificate.rules.ts'

@InputType()
export class CertificateInput {
  @Field(() => ID, { description: 'The committee that is asked.' }) division!: string
  @Field(() => ID, { nullable: true, description: 'The matter on the list of certificates.' }) item?: string
  @Field(() => String, { nullable: true, description: 'What is to be certified, when it is on no list.' }) matter?: string
  @Field(() => String, { description: 'The person it is about.' }) name!: string
  @Field(() => String, { description: 'The body that wants it.' }) receiver!: string
  @Field(() => String, { description: 'What it is for.' }) purpose!: string
}

@InputType()
export class CertificateRefusalInput {
  @Field(() => CertificateRefusalName) refusal!: CertificateRefusal
  @Field(() => String, { description: 'Where to go instead.' }) referral!: string
}

@InputType()
export class CertificateFilter {
  @Field(() => [ID], { nullable: true, description: AMONG }) ids?: string[]
  @Field(() => ID, { nullable: true, description: 'In this division or below it.' }) division?: string
  @Field(() => [certificateTypes.Status], { nullable: true }) status?: CertificateStatus[]
  @Field(() => String, { nullable: true, description: 'Part of its number.' }) number?: string
}
