// Objecting to a matter that is shown to the public, and answering.
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { For, Needs, SignedIn } from '../shared/access.ts'
import { nameShown, prefixOf, rolesAt } from '../shared/actor.ts'
import { hold, type Context } from '../shared/context.ts'
import { forbidden, notFound, refused } from '../shared/errors.ts'
import { record } from '../shared/event.ts'
import { text } from '../shared/words.ts'
import { AdmissionApplication } from './admission.entity.ts'
import { admissionApplicationMachine as machine } from './admission.machine.ts'
import { publicityRuns } from './admission.rules.ts'
import { AdmissionObjection } from './admissionObjection.entity.ts'
import { limitEnd } from './clock.ts'
import { mustHold } from './rights.ts'
import { LINE, said } from './said.ts'
import { settle } from './transaction.ts'

const step = (application: AdmissionApplication, action: string, data: object) => {
  const { status, dueAt, organization, name: title } = application
  const awaits = machine.awaits(status)
  return { type: machine.name, action, from: status, to: status, title, data, awaits, dueAt, organization }
}

@Resolver(() => AdmissionObjection)
export class AdmissionObjectionResolver {
  @SignedIn()
  @Mutation(() => AdmissionApplication, {
    description:
      'Objects to a matter while it is shown to the public. Civil affairs enter what reached them on paper, and from whom.',
  })
  async objectToAdmission(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('body', () => String) body: string,
    @Arg('from', () => String, {
      nullable: true,
      description: 'Who sent it in, when civil affairs enter it for somebody: a unit, or 居民来信.',
    })
    from?: string | null,
  ) {
    const application = await hold(ctx, AdmissionApplication, machine.label, id)
    const { division, status } = application
    const isCivil = rolesAt(ctx.actor, division).includes('DISTRICT_CIVIL_AFFAIRS')
    if (from && !isCivil) throw forbidden(text('代为登记由区民政局办理。', 'Only civil affairs enter it for somebody.'))
    const held = ctx.actor.grants.find((grant) => grant.division.startsWith(prefixOf(division)))
    if (!held && !isCivil)
      throw forbidden(text('只有本区的单位和居民可以提出异议。', 'Only units and residents of the district object.'))
    if (status !== 'PUBLICITY' || !publicityRuns(application as never, ctx.now))
      throw refused(text('该事项不在公示期内。', 'The matter is not in its publicity.'))
    const objection = ctx.em.create(AdmissionObjection, {
      id: uuidv7(),
      application,
      division: held?.division ?? division,
      account: from ? null : ctx.actor.id,
      role: from ? null : (held?.role ?? null),
      by: from ? said(from, 'from', LINE) : ctx.actor.name,
      body: said(body, 'body'),
      at: ctx.now,
      dueAt: limitEnd(ctx, 'ADMISSION_OBJECTION', division),
    })
    await record(ctx, application, { ...step(application, 'OBJECT', { objection: objection.body }), as: held?.role ?? null })
    await settle(ctx)
    return application
  }

  @For('DISTRICT_CIVIL_AFFAIRS')
  @Mutation(() => AdmissionApplication, { description: 'Answers an objection, once.' })
  async answerAdmissionObjection(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('answer', () => String) answer: string,
  ) {
    const objection = await ctx.em.findOne(AdmissionObjection, { id })
    if (!objection) throw notFound(text('异议', 'Objection'))
    const application = await hold(ctx, AdmissionApplication, machine.label, objection.application.id)
    mustHold(ctx, ['DISTRICT_CIVIL_AFFAIRS'], application.division)
    await ctx.em.refresh(objection)
    if (objection.answer !== null) throw refused(text('这件异议已经答复。', 'It has been answered already.'))
    Object.assign(objection, { answer: said(answer, 'answer'), answeredAt: ctx.now })
    const data = { objection: objection.body, answer: objection.answer }
    await record(ctx, application, { ...step(application, 'ANSWER', data), as: 'DISTRICT_CIVIL_AFFAIRS' })
    await settle(ctx)
    return application
  }

  @Needs('by', 'account', 'role', 'division')
  @FieldResolver(() => String, { description: 'Who objects; a resident is named to nobody but themselves and their committee.' })
  by(@Ctx() ctx: Context, @Root() { by, account, role, division }: AdmissionObjection): string {
    return account ? nameShown({ by, account, role, division }, ctx.actor) : by
  }
}
