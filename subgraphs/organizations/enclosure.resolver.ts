// Files that go with an application, a report or an entry: hung on an application while it is written, frozen with each revision.
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql'
import { For, Needs, SignedIn } from '../shared/access.ts'
import type { Context } from '../shared/context.ts'
import { forbidden, notFound, refused } from '../shared/errors.ts'
import { record } from '../shared/event.ts'
import { text } from '../shared/words.ts'
import { enclose, enclosuresOf, inRevision } from './enclosure.acts.ts'
import { Enclosure } from './enclosure.entity.ts'
import { QualifiedEntry } from './entry.entity.ts'
import { linkTo } from './file.links.ts'
import { GrantApplication } from './grantApplication.entity.ts'
import { grantApplicationMachine as machine } from './grantApplication.machine.ts'
import { takeTold } from './grantApplication.told.ts'
import { GrantReport } from './grantAward.entity.ts'
import { actsFor, readsPapers } from './rights.ts'

const isWritten = ({ status }: Pick<GrantApplication, 'status'>): boolean => status === 'DRAFT' || status === 'MORE_INFO'

/** The revision that is being written, or was handed in last; the draft is its organisation's own business. */
const revisionShown = (ctx: Context, application: Pick<GrantApplication, 'status' | 'organization' | 'revision'>): number =>
  application.revision + (isWritten(application) && actsFor(ctx.actor, application.organization) ? 1 : 0)

const written = async (ctx: Context, id: string, expectedVersion: number): Promise<GrantApplication> => {
  const application = await takeTold(ctx, id, expectedVersion)
  if (!actsFor(ctx.actor, application.organization)) throw forbidden(text('只能修改本单位的申报。', 'Only its own application.'))
  if (!isWritten(application))
    throw refused(text('申报已经提交，附件不能再修改。', 'The application is handed in; its files no longer change.'))
  return application
}

const note = (ctx: Context, application: GrantApplication, action: 'ATTACH' | 'DETACH', file: string): Promise<void> => {
  const { status, title } = application
  return record(ctx, application, { type: machine.name, action, from: status, to: status, title, as: 'OWNER', data: { file } })
}

@Resolver(() => GrantApplication)
export class ApplicationEnclosureResolver {
  @Needs('id', 'status', 'organization', 'revision')
  @FieldResolver(() => [Enclosure], {
    description: 'Files of the revision handed in last, oldest first; its organisation sees them as it is writing.',
  })
  enclosures(@Ctx() ctx: Context, @Root() application: GrantApplication): Promise<Enclosure[]> {
    return inRevision(ctx, application.id, revisionShown(ctx, application))
  }

  @For('PARTNER_ORGANIZATION')
  @Mutation(() => GrantApplication, {
    description: 'Hangs an uploaded file on an application that is being written, by the receipt its upload was answered with.',
  })
  async attachToGrantApplication(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('file', () => String) receipt: string,
  ) {
    const application = await written(ctx, id, expectedVersion)
    const since = application.revision + 1
    const kept = (await inRevision(ctx, id, since)).length
    const [made] = await enclose(ctx, id, [{ file: receipt }], { kept, since })
    await note(ctx, application, 'ATTACH', made!.name)
    return application
  }

  @For('PARTNER_ORGANIZATION')
  @Mutation(() => GrantApplication, {
    description: 'Takes a file off an application that is being written; it stays in the revisions that were handed in with it.',
  })
  async detachFromGrantApplication(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('enclosure', () => ID) enclosure: string,
  ) {
    const application = await written(ctx, id, expectedVersion)
    const found = await ctx.em.findOne(Enclosure, { id: enclosure, record: id, until: null })
    if (!found) throw notFound(text('附件', 'File'))
    if (found.since <= application.revision) found.until = application.revision
    else {
      ctx.em.remove(found)
      await ctx.jobs.publish(ctx, 'FilesDropped', { ids: [found.file] })
    }
    await note(ctx, application, 'DETACH', found.name)
    return application
  }
}

@Resolver(() => GrantReport)
export class ReportEnclosureResolver {
  @Needs('id')
  @FieldResolver(() => [Enclosure], { description: 'Files handed in with it, oldest first.' })
  enclosures(@Ctx() ctx: Context, @Root() { id }: GrantReport): Promise<Enclosure[]> {
    return enclosuresOf(ctx, id)
  }
}

@Resolver(() => QualifiedEntry)
export class EntryEnclosureResolver {
  @SignedIn()
  @Needs('id', 'organization', 'division')
  @FieldResolver(() => [Enclosure], {
    description: 'Evidence handed in as files, oldest first; for officers and the organisation itself, none for others.',
  })
  async enclosures(@Ctx() ctx: Context, @Root() entry: QualifiedEntry): Promise<Enclosure[]> {
    return readsPapers(ctx.actor, entry) ? enclosuresOf(ctx, entry.id) : []
  }
}

@Resolver(() => Enclosure)
export class EnclosureResolver {
  @Needs('file')
  @FieldResolver(() => String, { description: 'Where it can be fetched for a quarter of an hour, without a token.' })
  url(@Ctx() ctx: Context, @Root() { file }: Enclosure): Promise<string> {
    return linkTo(ctx, file)
  }
}
