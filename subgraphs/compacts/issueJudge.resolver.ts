// Steps of those who judge an issue or hand it on: referral and its result, the appeal, suspension.
import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql'
import { For, SignedIn } from '../shared/access.ts'
import type { Context } from '../shared/context.ts'
import { badInput } from '../shared/errors.ts'
import { text } from '../shared/words.ts'
import { attach } from './attachment.acts.ts'
import { actIssue } from './issue.acts.ts'
import { Issue } from './issue.entity.ts'
import { takeIssue } from './issue.facts.ts'
import { ReferralInput, RulingInput, SuspensionInput } from './issue.inputs.ts'
import { LINE, said } from './said.ts'

@Resolver()
export class IssueJudgeResolver {
  @For('COMMITTEE_SECRETARY')
  @Mutation(() => Issue, { description: 'Hands the issue on to a unit as a case; its result is recorded here.' })
  async referIssue(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('input', () => ReferralInput) { to, organization, caseClass, reason }: ReferralInput,
  ) {
    const issue = await takeIssue(ctx, id, expectedVersion)
    Object.assign(issue, { referredTo: said(to, 'to', LINE), organization: organization ?? null, caseClass })
    return actIssue(ctx, issue, 'REFER', { reason, data: { referredTo: issue.referredTo } })
  }

  @SignedIn()
  @Mutation(() => Issue, {
    description: 'What came of the referral, by the department or the committee; its author is told, and the issue is concluded.',
  })
  async reportReferral(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('outcome', () => String) outcome: string,
  ) {
    const issue = await takeIssue(ctx, id, expectedVersion)
    issue.outcome = said(outcome, 'outcome')
    return actIssue(ctx, issue, 'REPORT_BACK', { data: { outcome: issue.outcome } })
  }

  @For('SUPERVISION_MEMBER')
  @Mutation(() => Issue, {
    description:
      'What the first supervision member finds of the appeal; a second, of the same mind, decides. A later finding replaces it.',
  })
  async ruleOnAppeal(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('input', () => RulingInput) { upheld, reason, hasNoInterest }: RulingInput,
  ) {
    if (!hasNoInterest)
      throw badInput(
        text('与本议题有利害关系的委员应当回避。', 'Whoever has an interest of their own in the matter does not rule.'),
        { field: 'hasNoInterest' },
      )
    const issue = await takeIssue(ctx, id, expectedVersion)
    issue.isRuledFor = upheld
    const ruling = upheld ? text('建议立题', 'Take it up') : text('建议维持', 'Uphold the rejection')
    return actIssue(ctx, issue, 'PROPOSE_RULING', { reason, data: { ruling: ruling[ctx.actor.locale] } })
  }

  @For('SUBDISTRICT_OFFICER', 'SUBDISTRICT_LEAD')
  @Mutation(() => Issue, {
    description: 'Suspends the issue by a document, which hangs on it from then on; its clocks stand still.',
  })
  async suspendIssue(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('input', () => SuspensionInput) { document, file, reason }: SuspensionInput,
  ) {
    const issue = await takeIssue(ctx, id, expectedVersion)
    issue.suspensionDocument = said(document, 'document', LINE)
    const { name } = await attach(ctx, issue, file)
    return actIssue(ctx, issue, 'SUSPEND', { reason, data: { document: issue.suspensionDocument, file: name } })
  }
}
