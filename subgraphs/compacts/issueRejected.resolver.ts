// Issues that were not taken up, for everyone to read: what they were about and why not, never who raised them.
import { Arg, Ctx, Field, ID, ObjectType, Query, Resolver } from 'type-graphql'
import { Public } from '../shared/access.ts'
import type { Context } from '../shared/context.ts'
import { MOST } from '../shared/page.ts'
import { RejectionCode } from './issue.entity.ts'

@Public()
@ObjectType({ description: 'An issue that was not taken up (不予立题), without names.' })
class RejectedIssue {
  @Field(() => String) number!: string
  @Field(() => String) title!: string
  @Field(() => RejectionCode) code!: RejectionCode
  @Field(() => String) reason!: string
  @Field(() => Date) at!: Date
  @Field(() => Boolean, { description: 'Its author has appealed.' }) hasAppealed!: boolean
}

@Resolver()
export class IssueRejectedResolver {
  @Public()
  @Query(() => [RejectedIssue], {
    description: `What a committee did not take up and why, newest first, ${MOST} at most; without signing in.`,
  })
  rejectedIssues(@Ctx() ctx: Context, @Arg('division', () => ID) division: string): Promise<RejectedIssue[]> {
    return ctx.em.execute(
      `select number, title, rejection_code as code, rejection as reason, stands_since as "at", has_appealed as "hasAppealed" from compacts.issue
        where division = ? and status in ('REJECTED', 'APPEALED') and rejection is not null and rejection_code is not null
        order by stands_since desc, id limit ?`,
      [division, MOST],
    )
  }
}
