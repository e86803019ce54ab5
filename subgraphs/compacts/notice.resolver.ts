// Public notices: by the code on the paper for everyone, and on the record for the officer who prints it.
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import { Needs, Public, SignedIn } from '../shared/access.ts'
import type { Context } from '../shared/context.ts'
import { BuildingProject } from './building.entity.ts'
import { Compact } from './compact.entity.ts'
import { AffairsDisclosure } from './disclosure.entity.ts'
import { Meeting } from './meeting.entity.ts'
import { MoralReview } from './moral.entity.ts'
import { Notice } from './notice.entity.ts'
import {
  compactNotice,
  disclosureNotice,
  liftNotice,
  meetingNotice,
  moralNotice,
  noticeByCode,
  voteNotice,
} from './notice.facts.ts'
import { Vote } from './vote.entity.ts'

@Resolver(() => Notice)
export class NoticeResolver {
  @Public()
  @Query(() => Notice, {
    nullable: true,
    description:
      'Where the code on a posted notice leads, without signing in. Null unless the law makes the record public now: a compact open for comment, announced or in force; a published result; a meeting of which notice was given; a disclosure that is up; a moral review published; plan and agreement of a lift that were posted.',
  })
  notice(@Ctx() ctx: Context, @Arg('code', () => String) code: string): Promise<Notice | null> {
    return noticeByCode(ctx, code)
  }
}

const PRINTED = { nullable: true, description: 'The notice to post; null while there is nothing to make public.' }

@Resolver(() => Compact)
export class CompactNoticeResolver {
  @Public()
  @Needs('id')
  @FieldResolver(() => Notice, PRINTED)
  notice(@Ctx() ctx: Context, @Root() { id }: Compact): Promise<Notice | null> {
    return compactNotice(ctx, id)
  }
}

@Resolver(() => Vote)
export class VoteNoticeResolver {
  @SignedIn()
  @Needs('id')
  @FieldResolver(() => Notice, PRINTED)
  notice(@Ctx() ctx: Context, @Root() { id }: Vote): Promise<Notice | null> {
    return voteNotice(ctx, id)
  }
}

@Resolver(() => Meeting)
export class MeetingNoticeResolver {
  @SignedIn()
  @Needs('id')
  @FieldResolver(() => Notice, PRINTED)
  notice(@Ctx() ctx: Context, @Root() { id }: Meeting): Promise<Notice | null> {
    return meetingNotice(ctx, id)
  }
}

@Resolver(() => AffairsDisclosure)
export class DisclosureNoticeResolver {
  @Public()
  @Needs('id')
  @FieldResolver(() => Notice, PRINTED)
  notice(@Ctx() ctx: Context, @Root() { id }: AffairsDisclosure): Promise<Notice | null> {
    return disclosureNotice(ctx, id)
  }
}

@Resolver(() => MoralReview)
export class MoralNoticeResolver {
  @Public()
  @Needs('id')
  @FieldResolver(() => Notice, PRINTED)
  notice(@Ctx() ctx: Context, @Root() { id }: MoralReview): Promise<Notice | null> {
    return moralNotice(ctx, id)
  }
}

@Resolver(() => BuildingProject)
export class LiftNoticeResolver {
  @SignedIn()
  @Needs('id')
  @FieldResolver(() => Notice, PRINTED)
  notice(@Ctx() ctx: Context, @Root() { id }: BuildingProject): Promise<Notice | null> {
    return liftNotice(ctx, id)
  }
}
