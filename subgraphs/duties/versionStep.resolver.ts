// Acting on versions of lists: begun, taken over from above, consulted on, published.
import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { For, SignedIn } from '../shared/access.ts'
import { hold, take, type Context } from '../shared/context.ts'
import { badInput, forbidden, notFound, refused } from '../shared/errors.ts'
import { text } from '../shared/words.ts'
import { dayIn, mustCompile, recordChange } from './item.write.ts'
import { ListType } from './list.entity.ts'
import type { DutyListType } from './list.rules.ts'
import { ListOpinion } from './opinion.entity.ts'
import { listLevel } from './place.rules.ts'
import { COMPILERS, isOfDistrict, mustHold, mustNotCarry, OFFICERS } from './rights.ts'
import { LINE, said } from './said.ts'
import { actVersion } from './version.acts.ts'
import { DutyListVersion, versionTypes } from './version.entity.ts'
import { dutyListVersionMachine, type VersionAction } from './version.machine.ts'
import { startVersion, takeOver } from './version.start.ts'

const what = dutyListVersionMachine.label

@Resolver()
export class VersionStepResolver {
  @For(...COMPILERS)
  @Mutation(() => DutyListVersion, {
    description: 'Begins the next version of a list from the one in force, with what the list above hands down.',
  })
  async startDutyListVersion(
    @Ctx() ctx: Context,
    @Arg('division', () => ID) division: string,
    @Arg('type', () => ListType) type: DutyListType,
    @Arg('year', () => Int) year: number,
  ) {
    const level = listLevel(division)
    if (!level)
      throw badInput(text('清单属于区、街镇或居村。', 'A list is of a district, a town or a committee.'), { field: 'division' })
    if (type.startsWith('TOWN_') && level === 'COMMITTEE')
      throw badInput(text('这类清单只属于区和街镇。', 'A list of this kind is of a district or a town.'), { field: 'type' })
    mustHold(ctx, COMPILERS, division)
    return startVersion(ctx, division, type, year)
  }

  @For(...COMPILERS)
  @Mutation(() => DutyListVersion, { description: 'Takes over what the list above now hands down; what was added here stays.' })
  async takeOverDutyItems(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
  ) {
    const version = await take(ctx, DutyListVersion, what, id, expectedVersion)
    mustHold(ctx, COMPILERS, version.division)
    mustCompile(version)
    const { before, after } = await takeOver(ctx, version)
    await recordChange(ctx, version, 'TAKE_OVER', { before: { taken: before }, after: { taken: after } })
    return version
  }

  @SignedIn()
  @Mutation(() => DutyListVersion, { description: 'Takes an action of the version workflow that carries no data.' })
  async actOnDutyListVersion(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('action', () => versionTypes.Action) action: VersionAction,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('reason', () => String, { nullable: true, description: 'For the deliberation, what it found.' }) reason?: string,
  ) {
    mustNotCarry(dutyListVersionMachine, action)
    return actVersion(ctx, await take(ctx, DutyListVersion, what, id, expectedVersion), action, { reason })
  }

  @For('DISTRICT_CIVIL_AFFAIRS', 'SUBDISTRICT_LEAD')
  @Mutation(() => DutyListVersion, {
    description: 'Makes it public for at least fifteen days (居委会组织法第三十四条); from then on it reads the same.',
  })
  async publishDutyListVersion(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('documentNumber', () => String, { description: '宝民〔2026〕1号' }) documentNumber: string,
    @Arg('effectiveOn', () => String, { description: '2026-01-01' }) effectiveOn: string,
  ) {
    const version = await take(ctx, DutyListVersion, what, id, expectedVersion)
    const told = { documentNumber: said(documentNumber, 'documentNumber', LINE), effectiveOn: dayIn(effectiveOn, 'effectiveOn') }
    await actVersion(ctx, version, 'PUBLISH', { data: told })
    return Object.assign(version, told)
  }

  @For(...OFFICERS, 'DISTRICT_DEPARTMENT')
  @Mutation(() => ListOpinion, { description: 'Says something about a list, or one item of it, while opinions are solicited.' })
  async giveListOpinion(
    @Ctx() ctx: Context,
    @Arg('listVersion', () => ID) id: string,
    @Arg('body', () => String) body: string,
    @Arg('itemCode', () => String, { nullable: true }) itemCode?: string,
  ) {
    const version = await hold(ctx, DutyListVersion, what, id)
    if (!isOfDistrict(ctx.actor, version.division))
      throw forbidden(
        text('只有本区的部门、街镇和居村可以提出意见。', 'Only departments, towns and committees of the district give opinions.'),
      )
    if (version.status !== 'SOLICITING') throw refused(text('清单不在征求意见期间。', 'Opinions are not being solicited.'))
    return ctx.em.create(ListOpinion, {
      id: uuidv7(),
      listVersion: version,
      itemCode: itemCode?.trim() || null,
      by: ctx.actor.name,
      account: ctx.actor.id,
      body: said(body, 'body'),
      at: ctx.now,
    })
  }

  @For(...COMPILERS)
  @Mutation(() => ListOpinion, { description: 'Answers an opinion: what was done with it, or why not.' })
  async answerListOpinion(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('answer', () => String) answer: string) {
    const opinion = await ctx.em.findOne(ListOpinion, { id })
    if (!opinion) throw notFound(text('意见', 'Opinion'))
    const version = await hold(ctx, DutyListVersion, what, opinion.listVersion.id)
    mustHold(ctx, COMPILERS, version.division)
    await ctx.em.refresh(opinion)
    if (opinion.answer !== null || version.status !== 'SOLICITING')
      throw refused(
        text('这条意见已经答复，或者征求意见已经结束。', 'It is answered already, or opinions are no longer being solicited.'),
      )
    return Object.assign(opinion, { answer: said(answer, 'answer'), answeredAt: ctx.now })
  }
}
