// Writing items while their list is compiled, one by one or from the sheet in which lists are exchanged.
import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql'
import { For } from '../shared/access.ts'
import { find, take, type Context } from '../shared/context.ts'
import { badInput, notFound } from '../shared/errors.ts'
import { text } from '../shared/words.ts'
import { checkSheet, writeSheet, DutySheetReport } from './exchange.ts'
import { actItem } from './item.acts.ts'
import { DutyItem, itemTypes } from './item.entity.ts'
import { DutyItemInput } from './item.inputs.ts'
import { dutyItemMachine, type ItemAction } from './item.machine.ts'
import { erase, mustBeLocal, mustCompile, recordChange, rewrite, writeNew } from './item.write.ts'
import { COMPILERS, mustHold } from './rights.ts'
import { DutyListVersion } from './version.entity.ts'
import { dutyListVersionMachine } from './version.machine.ts'

const what = dutyListVersionMachine.label

const takeDraft = async (ctx: Context, id: string, expectedVersion: number): Promise<DutyListVersion> => {
  const version = await take(ctx, DutyListVersion, what, id, expectedVersion)
  mustHold(ctx, COMPILERS, version.division)
  mustCompile(version)
  return version
}

const itemIn = async (ctx: Context, id: string, expectedVersion: number) => {
  const item = await ctx.em.findOne(DutyItem, { id })
  if (!item) throw notFound(dutyItemMachine.label)
  const version = await takeDraft(ctx, item.listVersion.id, expectedVersion)
  mustBeLocal(item)
  return { item, version }
}

const OF_LIST = { description: 'Of the version of the list.' }
const SHEET = { description: 'The rows of the sheet as text, the headings first.' }

@Resolver()
export class ItemStepResolver {
  @For(...COMPILERS)
  @Mutation(() => DutyItem, { description: 'Adds an item to a version that is being compiled.' })
  async addDutyItem(
    @Ctx() ctx: Context,
    @Arg('listVersion', () => ID) id: string,
    @Arg('expectedVersion', () => Int, OF_LIST) expectedVersion: number,
    @Arg('input', () => DutyItemInput) input: DutyItemInput,
  ) {
    const version = await takeDraft(ctx, id, expectedVersion)
    const { item, after } = await writeNew(ctx, version, input)
    await recordChange(ctx, version, 'ADD_ITEM', after)
    return item
  }

  @For(...COMPILERS)
  @Mutation(() => DutyItem, { description: 'Rewrites an item that was added here.' })
  async reviseDutyItem(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int, OF_LIST) expectedVersion: number,
    @Arg('input', () => DutyItemInput) input: DutyItemInput,
  ) {
    const { item, version } = await itemIn(ctx, id, expectedVersion)
    const { before, after } = await rewrite(ctx, item, input)
    await recordChange(ctx, version, 'REVISE_ITEM', { before, after })
    return item
  }

  @For(...COMPILERS)
  @Mutation(() => DutyListVersion, { description: 'Takes an item that was added here off the draft.' })
  async removeDutyItem(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int, OF_LIST) expectedVersion: number,
  ) {
    const { item, version } = await itemIn(ctx, id, expectedVersion)
    await erase(ctx, item)
    await recordChange(ctx, version, 'REMOVE_ITEM', { code: item.code, name: item.name })
    return version
  }

  @For('DISTRICT_JOINT_MEETING')
  @Mutation(() => DutyItem, {
    description: 'Suspends, adjusts or withdraws an item of a list that is published. What was taken over from it follows.',
  })
  async actOnDutyItem(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('action', () => itemTypes.Action) action: ItemAction,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('reason', () => String, { nullable: true }) reason?: string,
  ) {
    return actItem(ctx, await take(ctx, DutyItem, dutyItemMachine.label, id, expectedVersion), action, { reason })
  }

  @For(...COMPILERS)
  @Query(() => DutySheetReport, { description: 'What a sheet would do to a draft, row by row. Changes nothing.' })
  async dutySheetReport(
    @Ctx() ctx: Context,
    @Arg('listVersion', () => ID) id: string,
    @Arg('rows', () => [[String]], SHEET) rows: string[][],
  ): Promise<DutySheetReport> {
    const version = await find(ctx, DutyListVersion, id)
    if (!version) throw notFound(what)
    mustHold(ctx, COMPILERS, version.division)
    return checkSheet(ctx, version, rows)
  }

  @For(...COMPILERS)
  @Mutation(() => DutyListVersion, { description: 'Writes a sheet into a draft: all its rows, or none when one is wrong.' })
  async importDutyItems(
    @Ctx() ctx: Context,
    @Arg('listVersion', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('rows', () => [[String]], SHEET) rows: string[][],
  ) {
    const version = await takeDraft(ctx, id, expectedVersion)
    const report = await checkSheet(ctx, version, rows)
    if (report.problem) throw badInput(text(report.problem, report.problem), { field: 'rows' })
    const wrong = report.rows.filter(({ problems }) => problems.length).length
    if (wrong)
      throw badInput(text(`${wrong}行有误，没有写入任何一行。`, `${wrong} rows are wrong; none was written.`), { field: 'rows' })
    await recordChange(ctx, version, 'IMPORT', await writeSheet(ctx, version, report))
    return version
  }
}
