// An issue that lapsed, was taken back or sent back, begun again by its author with the same words.
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql'
import { Needs, SignedIn } from '../shared/access.ts'
import { find, type Context } from '../shared/context.ts'
import { forbidden, notFound, refused } from '../shared/errors.ts'
import { text } from '../shared/words.ts'
import { Issue } from './issue.entity.ts'
import { issueMachine, type IssueStatus } from './issue.machine.ts'
import { IssueStepResolver } from './issueStep.resolver.ts'
import { Naming } from './naming.ts'
import { holdsAt, OFFICERS } from './rights.ts'

const AGAIN = new Set<IssueStatus>(['RETURNED', 'WITHDRAWN'])
const steps = new IssueStepResolver()

@Resolver(() => Issue)
export class IssueCopyResolver {
  @Needs('consent', 'division')
  @FieldResolver(() => String, {
    nullable: true,
    description: 'How the author asked for it, where the committee entered it; for officers.',
  })
  consent(@Ctx() { actor }: Context, @Root() { consent, division }: Issue): string | null {
    return holdsAt(actor, OFFICERS, division) ? consent : null
  }

  @Needs('copiedFrom')
  @FieldResolver(() => Issue, { nullable: true, description: 'The issue whose wording it takes up again.' })
  copiedFrom(@Ctx() ctx: Context, @Root() { copiedFrom }: Issue) {
    return copiedFrom && find(ctx, Issue, copiedFrom.id)
  }

  @SignedIn()
  @Mutation(() => Issue, {
    description:
      'Begins a new draft with the words of an issue that was taken back, lapsed or sent back: its author, or the committee for them.',
  })
  async copyIssue(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('consent', () => String, { nullable: true, description: 'For officers: how the author asked for it.' }) consent?: string,
  ): Promise<Issue> {
    const copied = await find(ctx, Issue, id)
    if (!copied) throw notFound(issueMachine.label)
    if (!AGAIN.has(copied.status))
      throw refused(
        text('只有退回修改或者已撤回的议题可以复制为新草稿。', 'Only an issue that was sent back or taken back is begun again.'),
      )
    const { division, title, body, author, naming } = copied
    const isTheirs = ctx.actor.resident === author
    if (!isTheirs && !consent) throw forbidden(text('只有提出人可以复制。', 'Only its author may begin it again.'))
    const wording = { division, title, body }
    const draft = isTheirs
      ? { ...wording, naming }
      : { ...wording, naming: Naming.OFFICERS, author, ...(consent ? { consent } : {}) }
    return Object.assign(await steps.createIssue(ctx, draft), { copiedFrom: copied })
  }
}
