// The residents' supervision group of a project: who is in it, what it found, and how that was put right.
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { For, Needs, SignedIn } from '../shared/access.ts'
import { grouped, many, rule, take, type Context } from '../shared/context.ts'
import { badInput, forbidden, notFound, refused } from '../shared/errors.ts'
import { text } from '../shared/words.ts'
import { ProjectInspection, ProjectSupervisor } from './inspection.entity.ts'
import { noteOn } from './project.acts.ts'
import { Project } from './project.entity.ts'
import { ownsProject } from './project.facts.ts'
import { InspectionInput } from './project.inputs.ts'
import { projectMachine } from './project.machine.ts'
import { Resident } from './resident.stub.ts'
import { COMMITTEE, mustHold, seesRoll } from './rights.ts'
import { onRoll } from './roll.messages.ts'
import { said } from './said.ts'
import type { SupervisionRule } from './supervision.rules.ts'
import { uuids } from './transaction.ts'

const what = projectMachine.label

@Resolver()
export class ProjectWatchResolver {
  @For(...COMMITTEE)
  @Mutation(() => Project, { description: 'Names the residents who watch over a project, after their neighbours chose them.' })
  async setProjectSupervisors(
    @Ctx() ctx: Context,
    @Arg('project', () => ID) id: string,
    @Arg('expectedVersion', () => Int, { description: 'Of the project.' }) expectedVersion: number,
    @Arg('residents', () => [ID], { description: 'The first leads the group.' }) residents: string[],
  ) {
    const project = await take(ctx, Project, what, id, expectedVersion)
    mustHold(ctx, COMMITTEE, project.division)
    if (['ACCEPTED', 'DONE', 'STOPPED'].includes(project.status))
      throw refused(text('项目已经验收或者停止。', 'The project is accepted or stopped already.'))
    const { members } = rule<SupervisionRule>(ctx, 'PROJECT_SUPERVISION', project.division).value
    if (new Set(residents).size < residents.length || residents.length < members)
      throw badInput(
        text(`监督小组由不少于${members}名不同的居民组成。`, `The group has at least ${members} different residents.`),
        {
          field: 'residents',
        },
      )
    for (const resident of residents)
      if (!(await onRoll(ctx, resident, project.division))?.isAdult)
        throw refused(text('小组成员应当是本社区的成年居民。', 'Members are adult residents of the community.'))
    await ctx.em.nativeDelete(ProjectSupervisor, { project: id })
    residents.forEach((resident, i) => ctx.em.create(ProjectSupervisor, { id: uuidv7(), project, resident, isLead: i === 0 }))
    return noteOn(ctx, project, 'FORM_GROUP', { members: residents.length })
  }

  @SignedIn()
  @Mutation(() => Project, {
    description: 'Notes what the supervision group found: by one of its members, or by an officer for them.',
  })
  async recordInspection(
    @Ctx() ctx: Context,
    @Arg('project', () => ID) id: string,
    @Arg('expectedVersion', () => Int, { description: 'Of the project.' }) expectedVersion: number,
    @Arg('input', () => InspectionInput) { kind, finding, isProblem, resident = ctx.actor.resident ?? '' }: InspectionInput,
  ) {
    const project = await take(ctx, Project, what, id, expectedVersion)
    if (resident !== ctx.actor.resident) mustHold(ctx, [...COMMITTEE, 'SUPERVISION_MEMBER'], project.division)
    if (!resident || !(await ctx.em.count(ProjectSupervisor, { project: id, resident })))
      throw forbidden(text('只有监督小组成员可以提出。', 'Only members of the supervision group may.'))
    const isTimely = kind === 'ACCEPTANCE' ? project.status === 'DELIVERED' : project.status !== 'PLANNED'
    if (!isTimely || ['DONE', 'STOPPED'].includes(project.status))
      throw refused(
        kind === 'ACCEPTANCE'
          ? text('项目报完工后才能提出验收意见。', 'The group gives its opinion once the project is delivered.')
          : text('项目推进中才能登记巡查。', 'Visits are noted while the project is under way.'),
      )
    const words = said(finding, 'finding')
    ctx.em.create(ProjectInspection, { id: uuidv7(), project, resident, kind, finding: words, isProblem, at: ctx.now })
    return noteOn(ctx, project, 'INSPECT', { finding: words })
  }

  @SignedIn()
  @Mutation(() => Project, { description: 'Says how a problem the group found was put right.' })
  async answerInspection(
    @Ctx() ctx: Context,
    @Arg('project', () => ID) id: string,
    @Arg('expectedVersion', () => Int, { description: 'Of the project.' }) expectedVersion: number,
    @Arg('inspection', () => ID) inspectionId: string,
    @Arg('answer', () => String) answer: string,
  ) {
    const project = await take(ctx, Project, what, id, expectedVersion)
    if (!ownsProject(ctx, project)) mustHold(ctx, COMMITTEE, project.division)
    const inspection = await ctx.em.findOne(ProjectInspection, { id: inspectionId, project: id, isProblem: true, answer: null })
    if (!inspection) throw notFound(text('待整改的问题', 'Open finding'))
    Object.assign(inspection, { answer: said(answer, 'answer'), answeredAt: ctx.now })
    return noteOn(ctx, project, 'PUT_RIGHT', { finding: inspection.finding, answer: inspection.answer })
  }
}

@Resolver(() => Project)
export class ProjectGroupResolver {
  @Needs('id')
  @FieldResolver(() => [ProjectSupervisor], { description: 'The supervision group, its lead first.' })
  async supervisors(@Ctx() ctx: Context, @Root() { id }: Project) {
    const members = await many(ctx, 'project.supervisors', id, async (ids) => {
      const rows = await ctx.em.find(ProjectSupervisor, { project: { $in: ids } }, { orderBy: { isLead: 'desc', id: 'asc' } })
      return grouped(rows, (row) => row.project.id)
    })
    return members ?? []
  }

  @Needs('id')
  @FieldResolver(() => [ProjectInspection], { description: 'What the group found, oldest first.' })
  async inspections(@Ctx() ctx: Context, @Root() { id }: Project) {
    const found = await many(ctx, 'project.inspections', id, async (ids) => {
      const rows = await ctx.em.find(ProjectInspection, { project: { $in: ids } }, { orderBy: { at: 'asc', id: 'asc' } })
      return grouped(rows, (row) => row.project.id)
    })
    return found ?? []
  }
}

/** A member is named to the group itself and to whoever reads the roll. */
const shown = async (ctx: Context, resident: string, project: string): Promise<{ id: string } | null> => {
  const division = await many(ctx, 'project.division', project, async (ids) => {
    const rows = await ctx.em.execute<{ id: string; division: string }[]>(
      'select id, division from compacts.project where id = any(?::uuid[])',
      [uuids(ids)],
    )
    return new Map(rows.map((row) => [row.id, row.division]))
  })
  return resident === ctx.actor.resident || (division && seesRoll(ctx.actor, division)) ? { id: resident } : null
}

const NAMED = { nullable: true, description: 'The resident; null for callers who do not see that roll.' }

@Resolver(() => ProjectSupervisor)
export class ProjectSupervisorResolver {
  @Needs('resident', 'project')
  @FieldResolver(() => Resident, NAMED)
  resident(@Ctx() ctx: Context, @Root() { resident, project }: ProjectSupervisor) {
    return shown(ctx, resident, project.id)
  }
}

@Resolver(() => ProjectInspection)
export class ProjectInspectionResolver {
  @Needs('resident', 'project')
  @FieldResolver(() => Resident, NAMED)
  resident(@Ctx() ctx: Context, @Root() { resident, project }: ProjectInspection) {
    return shown(ctx, resident, project.id)
  }
}
