// Consultations in statements: read with their answers, and taken over from where they were held before. Importing again changes nothing.
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql'
import type { FilterQuery } from '@mikro-orm/postgresql'
import { v5 as uuidv5, v7 as uuidv7 } from 'uuid'
import { For, Needs, SignedIn } from '../shared/access.ts'
import { find, many, type Context } from '../shared/context.ts'
import { badInput, notFound, refused } from '../shared/errors.ts'
import { begin, record } from '../shared/event.ts'
import { connection, page, PageArgs } from '../shared/page.ts'
import { text } from '../shared/words.ts'
import type { Choice } from './ballot.rules.ts'
import { actIssue } from './issue.acts.ts'
import { Issue } from './issue.entity.ts'
import { issueMachine } from './issue.machine.ts'
import { COMMITTEE, mustHold } from './rights.ts'
import { onRoll } from './roll.messages.ts'
import { LINE, said, TEXT } from './said.ts'
import { ConsultationSource, Statement } from './statement.entity.ts'
import { settle, uuids } from './transaction.ts'
import { ChoiceName } from './vote.entity.ts'

const StatementConnection = connection(Statement, 'Statement')
const MOST = 2_000
/** Who submits an issue for a resident. */
const IMPORTERS = ['COMMITTEE_MEMBER'] as const
/** Pseudonyms of voters are made of the consultation and the number it gave them. */
const VOTERS = '0f9c1c1e-5a0b-5d7e-9b35-2f0f2c7d9a41'

@SignedIn()
@ObjectType({ description: 'How a statement was answered; everyone counts once, by their latest answer.' })
class StatementAnswers {
  @Field(() => Int) agree!: number
  @Field(() => Int) disagree!: number
  @Field(() => Int, { description: 'Passed.' }) abstain!: number
}

@InputType()
class ConsultationInput {
  @Field(() => ID) division!: string
  @Field(() => String, { description: 'Where it was held: an address. The same source is imported once.' }) source!: string
  @Field(() => String) title!: string
  @Field(() => String) body!: string
  @Field(() => ID, { description: 'The resident who answers for it as its author.' }) author!: string
}

@InputType()
class StatementInput {
  @Field(() => Int) number!: number
  @Field(() => String) body!: string
  @Field(() => Boolean) isShown!: boolean
  @Field(() => Date) at!: Date
}

@InputType()
class StatementBallotInput {
  @Field(() => Int, { description: 'Number of the statement.' }) statement!: number
  @Field(() => String, { description: 'The voter, as the source names them; kept as a pseudonym.' }) voter!: string
  @Field(() => ChoiceName) choice!: Choice
  @Field(() => Date) at!: Date
}

const ZERO: StatementAnswers = { agree: 0, disagree: 0, abstain: 0 }

@Resolver(() => Statement)
export class StatementResolver {
  @SignedIn()
  @Query(() => StatementConnection, {
    description: 'The statements of an issue in the order in which they were made; hidden ones only for its committee.',
  })
  async statements(@Ctx() ctx: Context, @Arg('issue', () => ID) id: string, @Args(() => PageArgs) { first, after }: PageArgs) {
    const issue = await find(ctx, Issue, id)
    if (!issue) throw notFound(issueMachine.label)
    const isHost = ctx.actor.grants.some(
      ({ role, division }) => (COMMITTEE as readonly string[]).includes(role) && issue.division === division,
    )
    const shown = { issue: id, ...(isHost ? {} : { isShown: true }) } as FilterQuery<Statement>
    return page(ctx, Statement, { where: shown, orderBy: { at: 'asc' }, first, after })
  }

  @Needs('id')
  @FieldResolver(() => StatementAnswers)
  async answers(@Ctx() ctx: Context, @Root() { id }: Statement): Promise<StatementAnswers> {
    const answers = await many(ctx, 'statement.answers', id, async (ids) => {
      const rows = await ctx.em.execute<(StatementAnswers & { id: string })[]>(
        `select statement_id as id, count(*) filter (where choice = 'AGREE')::int as agree, count(*) filter (where choice = 'DISAGREE')::int as disagree,
                count(*) filter (where choice = 'ABSTAIN')::int as abstain
           from (select distinct on (statement_id, voter) statement_id, choice from compacts.statement_ballot
                  where statement_id = any(?::uuid[]) order by statement_id, voter, cast_at desc) latest group by 1`,
        [uuids(ids)],
      )
      return new Map(rows.map((row) => [row.id, row]))
    })
    return answers ?? ZERO
  }

  @For(...IMPORTERS)
  @Mutation(() => Issue, {
    description: 'Takes over a consultation held elsewhere as an issue to be screened; the same source gives the same issue.',
  })
  async importConsultation(@Ctx() ctx: Context, @Arg('input', () => ConsultationInput) input: ConsultationInput): Promise<Issue> {
    const { division, author } = input
    mustHold(ctx, IMPORTERS, division)
    const source = said(input.source, 'source', 300)
    await ctx.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`consultation:${division}:${source}`])
    const known = await ctx.em.findOne(ConsultationSource, { division, source })
    if (known) return ctx.em.findOneOrFail(Issue, { id: known.issue.id })
    if (!(await onRoll(ctx, author, division)))
      throw refused(text('该居民不在本社区名册中。', 'The resident is not on the roll of this community.'))
    const issue = ctx.em.create(Issue, {
      id: uuidv7(),
      division,
      title: said(input.title, 'title', LINE),
      body: said(input.body, 'body'),
      author,
      raisedBy: ctx.actor.id!,
      createdAt: ctx.now,
    })
    await begin(ctx, issueMachine, issue, { title: issue.title, resident: author }, 'COMMITTEE_MEMBER')
    await settle(ctx)
    await actIssue(ctx, issue, 'SUBMIT', { data: { source } })
    ctx.em.create(ConsultationSource, { division, source, issue })
    return issue
  }

  @For(...COMMITTEE)
  @Mutation(() => Int, {
    description: `Takes over statements of an imported consultation, ${MOST} at most at a time; gives how many were new.`,
  })
  async importStatements(
    @Ctx() ctx: Context,
    @Arg('issue', () => ID) id: string,
    @Arg('statements', () => [StatementInput]) statements: StatementInput[],
  ): Promise<number> {
    await this.imported(ctx, id, statements)
    for (const { body } of statements) said(body, 'body', TEXT)
    const added = await ctx.em.execute<{ id: string }[]>(
      `insert into compacts.statement (id, issue_id, number, body, is_shown, "at")
       select gen_random_uuid(), ?, number, trim(body), "isShown", "at" from jsonb_to_recordset(?::jsonb) s (number int, body text, "isShown" boolean, "at" timestamptz)
       on conflict (issue_id, number) do nothing returning id`,
      [id, JSON.stringify(statements)],
    )
    await this.note(ctx, id, { statements: added.length })
    return added.length
  }

  @For(...COMMITTEE)
  @Mutation(() => Int, {
    description: `Takes over answers to its statements, ${MOST} at most at a time; gives how many were new. The latest of a voter counts.`,
  })
  async importStatementBallots(
    @Ctx() ctx: Context,
    @Arg('issue', () => ID) id: string,
    @Arg('ballots', () => [StatementBallotInput]) ballots: StatementBallotInput[],
  ): Promise<number> {
    await this.imported(ctx, id, ballots)
    const rows = ballots.map((ballot) => ({ ...ballot, voter: uuidv5(`${id}:${ballot.voter}`, VOTERS) }))
    const [{ unknown, added }] = (await ctx.em.execute<{ unknown: number; added: number }[]>(
      `with given as (select g.*, s.id from jsonb_to_recordset(?::jsonb) g (statement int, voter uuid, choice text, "at" timestamptz)
                 left join compacts.statement s on s.issue_id = ? and s.number = g.statement),
            added as (insert into compacts.statement_ballot (id, statement_id, voter, choice, cast_at)
                 select gen_random_uuid(), id, voter, choice, "at" from given where id is not null
                 on conflict (statement_id, voter, cast_at) do nothing returning 1)
       select (select count(*)::int from given where id is null) as unknown, (select count(*)::int from added) as added`,
      [JSON.stringify(rows), id],
    )) as [{ unknown: number; added: number }]
    if (unknown > 0)
      throw badInput(text(`有${unknown}票所答的意见不存在。`, `${unknown} answers are to statements that do not exist.`), {
        field: 'ballots',
      })
    await this.note(ctx, id, { ballots: added })
    return added
  }

  private async imported(ctx: Context, id: string, rows: readonly unknown[]): Promise<void> {
    const issue = await find(ctx, Issue, id)
    if (!issue) throw notFound(issueMachine.label)
    mustHold(ctx, COMMITTEE, issue.division)
    if (rows.length > MOST) throw badInput(text(`一次最多导入${MOST}条。`, `At most ${MOST} at a time.`))
    if ((await ctx.em.count(ConsultationSource, { issue: id })) === 0)
      throw refused(text('该议题不是导入的征询。', 'This issue is no imported consultation.'))
  }

  /** History says what came; what brought nothing leaves no trace. */
  private async note(ctx: Context, id: string, data: Record<string, number>): Promise<void> {
    if (Object.values(data).every((n) => n === 0)) return
    const issue = await ctx.em.findOneOrFail(Issue, { id })
    await record(ctx, issue, { type: 'Issue', action: 'IMPORT', from: issue.status, to: issue.status, title: issue.title, data })
  }
}

@Resolver(() => Issue)
export class IssueStatementResolver {
  @Needs('id')
  @FieldResolver(() => Int, { description: 'Statements of the consultation on it that are shown; 0 when there is none.' })
  async statementCount(@Ctx() ctx: Context, @Root() { id }: Issue): Promise<number> {
    const count = await many(ctx, 'issue.statements', id, async (ids) => {
      const rows = await ctx.em.execute<{ id: string; count: number }[]>(
        'select issue_id as id, count(*)::int as count from compacts.statement where is_shown and issue_id = any(?::uuid[]) group by 1',
        [uuids(ids)],
      )
      return new Map(rows.map((row) => [row.id, row.count]))
    })
    return count ?? 0
  }
}
