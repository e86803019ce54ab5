// Applying for admission, and the way to the joint meeting: formal check, legal review, invitations.
import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { For, SignedIn } from '../shared/access.ts'
import { find, take, type Context } from '../shared/context.ts'
import { badInput, forbidden, refused } from '../shared/errors.ts'
import { begin, record } from '../shared/event.ts'
import { text } from '../shared/words.ts'
import { actAdmission } from './admission.acts.ts'
import { AdmissionApplication, AdmissionCheckName, admissionTypes } from './admission.entity.ts'
import { AdmissionInput } from './admission.inputs.ts'
import { admissionApplicationMachine as machine, type AdmissionAction } from './admission.machine.ts'
import { ADMISSION_CHECKS, type AdmissionCheck } from './admission.rules.ts'
import { Opinion } from './admissionOpinion.entity.ts'
import { columnsIn } from './changes.ts'
import { dayIn } from './item.write.ts'
import { Department } from './department.entity.ts'
import { FundingCommitment } from './funding.entity.ts'
import { isDepartmental } from './list.rules.ts'
import { opinionMachine } from './opinion.machine.ts'
import { actsFor, mustNotCarry } from './rights.ts'
import { LINE, said } from './said.ts'
import { isUnitOf } from './unit.rules.ts'

const REVISED = [
  'name',
  'partners',
  'content',
  'standard',
  'frequency',
  'timeLimit',
  'materials',
  'staffing',
  'validFrom',
  'validTo',
  'remark',
] as const

const some = (words: string | null | undefined, field: string, most?: number): string | null =>
  words?.trim() ? said(words, field, most) : null
const day = (words: string | null | undefined, field: string): string | null => (words ? dayIn(words, field) : null)

const columnsOf = (input: AdmissionInput) => {
  if (!isDepartmental(input.listType))
    throw badInput(text('只有协助和配合类事项需要申请准入。', 'Only matters of assistance and co-operation are applied for.'), {
      field: 'listType',
    })
  const { listType, category, performer } = input
  return {
    listType,
    category,
    performer,
    name: said(input.name, 'name', LINE),
    partners: some(input.partners, 'partners', LINE),
    content: some(input.content, 'content') ?? '',
    standard: some(input.standard, 'standard'),
    frequency: some(input.frequency, 'frequency', LINE),
    timeLimit: some(input.timeLimit, 'timeLimit', LINE),
    materials: some(input.materials, 'materials'),
    staffing: some(input.staffing, 'staffing'),
    validFrom: day(input.validFrom, 'validFrom'),
    validTo: day(input.validTo, 'validTo'),
    remark: some(input.remark, 'remark'),
    bases: input.bases.map(({ law, article, level, inForceFrom }) => ({
      law: said(law, 'bases', LINE).replace(/^《(.*)》$/, '$1'),
      article: said(article, 'bases', LINE),
      level,
      inForceFrom: dayIn(inForceFrom, 'bases'),
    })),
  }
}

@Resolver()
export class AdmissionStepResolver {
  @For('DISTRICT_DEPARTMENT')
  @Mutation(() => AdmissionApplication, {
    description: 'Begins an application of the caller’s department; a draft only it can see.',
  })
  async createAdmissionApplication(@Ctx() ctx: Context, @Arg('input', () => AdmissionInput) input: AdmissionInput) {
    const department = ctx.actor.organization && (await find(ctx, Department, ctx.actor.organization))
    if (!department || !actsFor(ctx.actor, department.id, department.division))
      throw forbidden(text('您的账号没有对应的职能部门。', 'Your account acts for no department.'))
    const application = ctx.em.create(AdmissionApplication, {
      ...columnsOf(input),
      id: uuidv7(),
      division: department.division,
      organization: department.id,
      createdAt: ctx.now,
    })
    await begin(ctx, machine, application, { title: application.name }, 'OWNER')
    return application
  }

  @For('DISTRICT_DEPARTMENT')
  @Mutation(() => AdmissionApplication, { description: 'Changes a draft, or corrects what was returned.' })
  async reviseAdmissionApplication(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('input', () => AdmissionInput) input: AdmissionInput,
  ) {
    const application = await take(ctx, AdmissionApplication, machine.label, id, expectedVersion)
    if (!actsFor(ctx.actor, application.organization, application.division))
      throw forbidden(text('只能修改本部门的申请。', 'A department changes only its own applications.'))
    const { status } = application
    if (status !== 'DRAFT' && status !== 'RETURNED')
      throw refused(text('申请已经提交，不能再修改。', 'The application is submitted and can no longer be changed.'))
    const before = columnsIn(application, REVISED)
    Object.assign(application, columnsOf(input))
    if (status === 'RETURNED') application.correctedAt = ctx.now
    await ctx.em.nativeUpdate(FundingCommitment, { application: id, status: 'PLANNED' }, { matter: application.name })
    const data = { before, after: columnsIn(application, REVISED) }
    const step = { type: machine.name, action: 'REVISE', from: status, to: status, title: application.name, data }
    await record(ctx, application, step)
    return application
  }

  @SignedIn()
  @Mutation(() => AdmissionApplication, { description: 'Takes an action of the admission workflow that carries no data.' })
  async actOnAdmissionApplication(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('action', () => admissionTypes.Action) action: AdmissionAction,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('reason', () => String, { nullable: true }) reason?: string,
  ) {
    mustNotCarry(machine, action)
    return actAdmission(ctx, await take(ctx, AdmissionApplication, machine.label, id, expectedVersion), action, { reason })
  }

  @For('DISTRICT_CIVIL_AFFAIRS')
  @Mutation(() => AdmissionApplication, { description: 'Says once, and all together, what is missing (一次性告知).' })
  async returnAdmissionApplication(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('missing', () => [String], { description: 'Each thing that is missing.' }) missing: string[],
  ) {
    if (!missing.some((one) => one.trim()))
      throw badInput(text('请逐项列明缺少的材料。', 'List what is missing.'), { field: 'missing' })
    const application = await take(ctx, AdmissionApplication, machine.label, id, expectedVersion)
    const list = missing.filter((one) => one.trim()).map((one) => said(one, 'missing', LINE * 5))
    application.missing = list
    return actAdmission(ctx, application, 'RETURN', { data: { missing: list } })
  }

  @For('DISTRICT_JUSTICE', 'LEGAL_SPECIALIST')
  @Mutation(() => AdmissionApplication, {
    description:
      'The legal side answers with what it checked and its opinion. Where all is passed the matter goes on to the consultation; else it is rejected.',
  })
  async reviewAdmissionApplication(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('passed', () => [AdmissionCheckName]) passed: AdmissionCheck[],
    @Arg('opinion', () => String) opinion: string,
  ) {
    const application = await take(ctx, AdmissionApplication, machine.label, id, expectedVersion)
    const legalOpinion = said(opinion, 'opinion')
    const isLawful = Object.keys(ADMISSION_CHECKS).every((check) => passed.includes(check as AdmissionCheck))
    const data = { legalOpinion, passed: passed.map((check) => ADMISSION_CHECKS[check].zh) }
    const done = { passed: [...new Set(passed)], legalOpinion, reviewedBy: ctx.actor.name, reviewedAt: ctx.now }
    Object.assign(application, done)
    return actAdmission(ctx, application, isLawful ? 'CLEAR' : 'DISMISS', { reason: legalOpinion, data, supplied: { passed } })
  }

  @For('DISTRICT_CIVIL_AFFAIRS')
  @Mutation(() => AdmissionApplication, { description: 'Asks towns and committees of the district for their signed opinion.' })
  async inviteOpinions(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('units', () => [ID], { description: 'Codes of towns and committees, 50 at most.' }) units: string[],
  ) {
    const application = await take(ctx, AdmissionApplication, machine.label, id, expectedVersion)
    const { division, organization, dueAt, name } = application
    if (units.length === 0 || units.length > 50 || !units.every((unit) => isUnitOf(unit, division)))
      throw badInput(
        text('请选择本区的街镇或者居村，一次不超过50家。', 'Choose towns or committees of the district, 50 at most.'),
        {
          field: 'units',
        },
      )
    const asked = await ctx.em.find(Opinion, { application: id }, { filters: { scope: false } })
    const fresh = [...new Set(units)].filter((unit) => !asked.some((one) => one.division === unit))
    if (!fresh.length) throw refused(text('这些单位已经受邀。', 'They have been asked already.'))
    await actAdmission(ctx, application, 'INVITE', { data: { units: fresh } })
    for (const unit of fresh) {
      const opinion = ctx.em.create(Opinion, {
        id: uuidv7(),
        application,
        division: unit,
        organization,
        dueAt,
        invitedAt: ctx.now,
      })
      await begin(ctx, opinionMachine, opinion, { title: name })
    }
    return application
  }
}
