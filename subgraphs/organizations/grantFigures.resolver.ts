// The portfolio: money by round, stage, field and town, each line with what its list is asked by.
import { Arg, Ctx, Field, Float, ID, Int, ObjectType, Query, registerEnumType, Resolver } from 'type-graphql'
import { For, SignedIn } from '../shared/access.ts'
import { prefixOf, reach } from '../shared/actor.ts'
import type { Context } from '../shared/context.ts'
import { Division } from './division.stub.ts'
import { FieldName, WATCHERS } from './grantRound.entity.ts'
import type { GrantField } from './grantRound.rules.ts'
import { agreementTypes } from './grantAward.entity.ts'
import type { AgreementStatus } from './grantAgreement.machine.ts'

const BY = { ROUND: 'ROUND', STATUS: 'STATUS', FIELD: 'FIELD', PLACE: 'PLACE' } as const
registerEnumType(BY, { name: 'GrantFigureBy', description: 'By what the money of the portfolio is broken down.' })

@SignedIn()
@ObjectType({ description: 'One line of the portfolio.' })
export class GrantFigure {
  @Field(() => BY) by!: keyof typeof BY
  @Field(() => ID, { nullable: true, description: 'Of this round.' }) round!: string | null
  @Field(() => String, { nullable: true, description: 'Title of the round.' }) title!: string | null
  @Field(() => agreementTypes.Status, { nullable: true }) status!: AgreementStatus | null
  @Field(() => FieldName, { nullable: true }) field!: GrantField | null
  @Field(() => Division, { nullable: true, description: 'The town in which it is carried out.' }) place!: Division | null
  @Field(() => Int) count!: number
  @Field(() => Float, { description: 'In whole fen, as all here; totals outgrow an Int.' }) awarded!: number
  @Field(() => Float) paid!: number
  @Field(() => Float, { description: 'Asked for, checked or approved, and not paid.' }) pending!: number
  @Field(() => Float) returned!: number
}

type Row = Omit<GrantFigure, 'place'> & { place: string | null }

const EXPRESSIONS: Record<keyof typeof BY, readonly [group: string, columns: string]> = {
  ROUND: ['a.round_id, r.title', `a.round_id as round, r.title, null as status, null as field, null as place`],
  STATUS: ['a.status', `null as round, null as title, a.status, null as field, null as place`],
  FIELD: ['a.field', `null as round, null as title, null as status, a.field, null as place`],
  PLACE: [`left(a.place, 9)`, `null as round, null as title, null as status, null as field, left(a.place, 9) || '000' as place`],
}

@Resolver()
export class GrantFiguresResolver {
  @For(...WATCHERS)
  @Query(() => [GrantFigure], {
    description: 'The money of all awards within the caller’s divisions, or of one round, broken down four ways.',
  })
  async grantFigures(
    @Ctx() ctx: Context,
    @Arg('round', () => ID, { nullable: true }) round?: string,
    @Arg('division', () => ID, { nullable: true }) division?: string,
  ): Promise<GrantFigure[]> {
    const prefixes = reach(ctx.actor, WATCHERS)
    const sum = (status: string) =>
      `(select coalesce(sum(i.amount), 0) from organizations.grant_instalment i where i.agreement_id = a.id and i.status in (${status}))`
    const all = await Promise.all(
      (Object.keys(BY) as (keyof typeof BY)[]).map((by) =>
        ctx.em.execute<Row[]>(
          `select '${by}' as by, ${EXPRESSIONS[by][1]}, count(*)::int as count, sum(a.award)::float8 as awarded,
                  sum(${sum(`'PAID'`)})::float8 as paid, sum(${sum(`'REQUESTED', 'CHECKED', 'APPROVED'`)})::float8 as pending,
                  sum((select coalesce(sum(g.amount), 0) from organizations.grant_return g where g.agreement_id = a.id))::float8 as returned
             from organizations.grant_agreement a join organizations.micro_grant_round r on r.id = a.round_id
            where a.status <> 'DECLINED' and a.division like any(?::text[]) and (?::uuid is null or a.round_id = ?::uuid) and a.division like ?
            group by ${EXPRESSIONS[by][0]} order by awarded desc, 2`,
          [
            `{${prefixes.map((p) => `${p}%`).join(',')}}`,
            round ?? null,
            round ?? null,
            `${prefixOf((division ?? '').replace(/\D/g, ''))}%`,
          ],
        ),
      ),
    )
    return all.flat().map((row) => ({ ...row, place: row.place ? { code: row.place } : null }))
  }
}
