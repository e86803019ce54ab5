// Carrying objections on: raising one, the department's answer, and the decision with what follows from it.
import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql'
import { For, SignedIn } from '../shared/access.ts'
import { rolesAt } from '../shared/actor.ts'
import { take, type Context } from '../shared/context.ts'
import { badInput, forbidden, notFound } from '../shared/errors.ts'
import { text } from '../shared/words.ts'
import { Department } from './department.entity.ts'
import { actObjection, carryOut, objectionTitle, raise } from './objection.acts.ts'
import { DutyObjection, objectionTypes } from './objection.entity.ts'
import { DecisionInput, ObjectionInput } from './objection.inputs.ts'
import { dutyObjectionMachine, type ObjectionAction } from './objection.machine.ts'
import { EFFECTS, effectsIn, effectsWrong } from './objection.rules.ts'
import { mustNotCarry } from './rights.ts'
import { said } from './said.ts'
import { DutyTask } from './task.entity.ts'
import { mustBeCommittee } from './task.issue.ts'
import { dutyTaskMachine, OPEN_TASKS } from './task.machine.ts'

const what = dutyObjectionMachine.label

const titleOf = async (ctx: Context, { ground, task }: DutyObjection): Promise<string> =>
  objectionTitle(ground, task && (await ctx.em.findOne(DutyTask, { id: task.id }, { filters: { scope: false } })))

const standingOf = async (ctx: Context, id: string | null): Promise<'NONE' | 'OPEN' | 'REFUSED'> => {
  const task = id && (await ctx.em.findOne(DutyTask, { id, status: { $in: [...OPEN_TASKS] } }))
  return task ? (task.status === 'REFUSED' ? 'REFUSED' : 'OPEN') : 'NONE'
}

/** The resident the caller is; null for the committee itself; refused to everyone else. */
const whoRaises = ({ actor }: Context, division: string): string | null => {
  const held = rolesAt(actor, division)
  if (held.includes('COMMITTEE_SECRETARY') || held.includes('COMMITTEE_MEMBER')) return null
  if (actor.resident && held.includes('RESIDENT')) return actor.resident
  throw forbidden(text('异议由居村或者本居村的居民提出。', 'Objections are raised by the committee or its residents.'))
}

@Resolver(() => DutyObjection)
export class ObjectionStepResolver {
  @For('COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER', 'RESIDENT')
  @Mutation(() => DutyObjection, {
    description:
      'Raises an objection to what a department demands, for the committee or as a resident. A resident is never named.',
  })
  async raiseDutyObjection(@Ctx() ctx: Context, @Arg('input', () => ObjectionInput) input: ObjectionInput) {
    const division = mustBeCommittee(input.division)
    const resident = whoRaises(ctx, division)
    const task = input.task ? await ctx.em.findOne(DutyTask, { id: input.task, division }) : null
    if (input.task && !task) throw notFound(dutyTaskMachine.label)
    const organization = task?.organization ?? input.department
    if (!organization || !(await ctx.em.count(Department, { id: organization })))
      throw badInput(text('请选择异议所针对的部门。', 'Say which department it is about.'), { field: 'department' })
    const statement = said(input.statement, 'statement')
    return raise(ctx, { division, organization, task, ground: input.ground, statement, resident, replyNumber: null })
  }

  @SignedIn()
  @Mutation(() => DutyObjection, { description: 'Takes an action of the objection that carries no data.' })
  async actOnDutyObjection(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('action', () => objectionTypes.Action) action: ObjectionAction,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('reason', () => String, { nullable: true }) reason?: string,
  ) {
    mustNotCarry(dutyObjectionMachine, action)
    const objection = await take(ctx, DutyObjection, what, id, expectedVersion)
    await actObjection(ctx, objection, action, { title: await titleOf(ctx, objection), reason })
    if (action === 'WITHDRAW') await carryOut(ctx, objection, null)
    return objection
  }

  @For('DISTRICT_DEPARTMENT')
  @Mutation(() => DutyObjection, { description: 'The department’s answer to an objection.' })
  async answerDutyObjection(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('answer', () => String) answer: string,
  ) {
    const objection = await take(ctx, DutyObjection, what, id, expectedVersion)
    const words = said(answer, 'answer')
    await actObjection(ctx, objection, 'ANSWER', { title: await titleOf(ctx, objection), data: { departmentAnswer: words } })
    return Object.assign(objection, { answer: words, answeredAt: ctx.now })
  }

  @For('DISTRICT_CIVIL_AFFAIRS')
  @Mutation(() => DutyObjection, {
    description:
      'Upholds an objection: the task is corrected or withdrawn, and a circular published, as decided. Public at once.',
  })
  async upholdDutyObjection(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('input', () => DecisionInput) input: DecisionInput,
  ) {
    const objection = await take(ctx, DutyObjection, what, id, expectedVersion)
    const { task } = objection
    const standing = await standingOf(ctx, task && task.id)
    const effects = effectsIn(input.effects)
    const wrong = effectsWrong(effects, standing)
    if (wrong) throw badInput(wrong, { field: 'effects' })
    const decision = said(input.decision, 'decision')
    const circular = effects.includes('CIRCULAR') ? said(input.circular ?? '', 'circular') : null
    const data = { finding: decision, effects: effects.map((effect) => EFFECTS[effect].zh), circular }
    await actObjection(ctx, objection, 'UPHOLD', { title: await titleOf(ctx, objection), data })
    Object.assign(objection, { decision, effects, circular, decidedAt: ctx.now, decidedBy: ctx.actor.id })
    await carryOut(ctx, objection, effects)
    return objection
  }

  @For('DISTRICT_CIVIL_AFFAIRS')
  @Mutation(() => DutyObjection, {
    description: 'Dismisses an objection: a refused task goes back to the committee. Public at once.',
  })
  async dismissDutyObjection(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('decision', () => String, { description: 'What was found, and why. It becomes public: no names of residents.' })
    decisionSaid: string,
  ) {
    const objection = await take(ctx, DutyObjection, what, id, expectedVersion)
    const decision = said(decisionSaid, 'decision')
    await actObjection(ctx, objection, 'DISMISS', { title: await titleOf(ctx, objection), data: { finding: decision } })
    Object.assign(objection, { decision, decidedAt: ctx.now, decidedBy: ctx.actor.id })
    await carryOut(ctx, objection, null)
    return objection
  }
}
