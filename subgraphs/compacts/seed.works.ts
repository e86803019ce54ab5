// How the demo's projects and compacts come about: as its issues do, by the mutations people would use.
import { LEGALITY_CHECKS, type CompactKind, type LegalityCheck } from './compact.rules.ts'
import type { Article, Compact } from './compact.entity.ts'
import { AmendmentResolver } from './amendment.resolver.ts'
import { CompactCommentResolver } from './compactComment.resolver.ts'
import { CompactLifeResolver } from './compactLife.resolver.ts'
import { CompactStepResolver } from './compactStep.resolver.ts'
import type { Issue } from './issue.entity.ts'
import { IssueStepResolver } from './issueStep.resolver.ts'
import { PledgeBasis } from './pledge.entity.ts'
import { PledgeResolver } from './pledge.resolver.ts'
import { PledgePaperResolver } from './pledgePaper.resolver.ts'
import type { Project } from './project.entity.ts'
import { ProjectStepResolver } from './projectStep.resolver.ts'
import { ProjectWatchResolver } from './projectWatch.resolver.ts'
import { exampleResident } from './seed.people.ts'
import { Story } from './seed.steps.ts'
import { SurveyResolver } from './survey.resolver.ts'

const steps = {
  issue: new IssueStepResolver(),
  project: new ProjectStepResolver(),
  watch: new ProjectWatchResolver(),
  survey: new SurveyResolver(),
  compact: new CompactStepResolver(),
  comment: new CompactCommentResolver(),
  amendment: new AmendmentResolver(),
  life: new CompactLifeResolver(),
  pledge: new PledgeResolver(),
  paper: new PledgePaperResolver(),
}

const HOUR = 3_600_000

/** A story that goes on to a project and a compact. */
export class Works extends Story {
  async project(
    issue: Issue,
    title: string,
    owner: string,
    budget: number,
    milestones: [title: string, inDays: number][],
    watchers: number[] = [],
  ): Promise<Project> {
    const dueOn = (days: number) => new Date(this.after(days).getTime() + 8 * HOUR).toISOString().slice(0, 10)
    const input = {
      title,
      owner,
      funds: [{ source: 'SELF_GOVERNANCE' as const, amount: budget }],
      milestones: milestones.map(([title, days]) => ({ title, dueOn: dueOn(days), isMandatory: true })),
    }
    const project = await this.by('secretary', (ctx) => steps.project.createProject(ctx, issue.id, issue.version, input))
    if (watchers.length)
      await this.by('secretary', (ctx) =>
        steps.watch.setProjectSupervisors(ctx, project.id, project.version, watchers.map(exampleResident)),
      )
    await this.later(1).by('member', (ctx) => steps.project.actOnProject(ctx, project.id, 'START', project.version))
    return project
  }

  async prove(project: Project, count: number): Promise<void> {
    const milestones = await this.ctx.em.execute<{ id: string }[]>(
      'select id from compacts.milestone where project_id = ? order by position limit ?',
      [project.id, count],
    )
    for (const { id } of milestones)
      await this.by('member', (ctx) =>
        steps.project.addMilestoneEvidence(ctx, project.id, project.version, id, '已完成，现场照片和签收单存档（示例）。'),
      )
  }

  async deliver(project: Project): Promise<void> {
    await this.by('member', (ctx) => steps.project.actOnProject(ctx, project.id, 'DELIVER', project.version))
    await this.later(2).by('supervision', (ctx) => steps.project.actOnProject(ctx, project.id, 'ACCEPT', project.version))
  }

  async evaluate(issue: Issue, answers: number, satisfied: number, households: number): Promise<void> {
    await this.act('secretary', issue, 'EVALUATE')
    await this.later(5).by('supervision', (ctx) =>
      steps.issue.recordEvaluation(ctx, issue.id, issue.version, { answers, satisfied, households }),
    )
  }

  async compact(issue: Issue, title: string, articles: string[], kind: CompactKind = 'COMPACT'): Promise<Compact> {
    const compact = await this.by('secretary', (ctx) =>
      steps.compact.draftCompact(ctx, issue.id, issue.version, { title, owner: '示例委员', kind, articles }),
    )
    const passed = Object.keys(LEGALITY_CHECKS) as LegalityCheck[]
    const checks = articles.map((_, i) => ({ number: i + 1, passed: [...passed] }) satisfies Partial<Article>)
    await this.later(2).by('legal', (ctx) =>
      steps.compact.checkLegality(
        ctx,
        compact.id,
        compact.version,
        checks,
        '逐条审查，未发现违反法律法规和公序良俗的内容（示例）。',
      ),
    )
    await this.later(1).by('secretary', (ctx) => steps.compact.actOnCompact(ctx, compact.id, 'OPEN_COMMENT', compact.version))
    return compact
  }

  /** As `compact`, but not open for comment yet. */
  async draftText(issue: Issue, title: string, articles: string[], kind: CompactKind): Promise<Compact> {
    return this.by('secretary', (ctx) =>
      steps.compact.draftCompact(ctx, issue.id, issue.version, { title, owner: '示例委员', kind, articles }),
    )
  }

  /** A civility pledge confirmed and announced. */
  async confirm(compact: Compact, reason: string): Promise<void> {
    await this.by('secretary', (ctx) => steps.compact.actOnCompact(ctx, compact.id, 'CONFIRM', compact.version, reason))
    const effectiveOn = new Date(this.after(20).getTime() + 8 * HOUR).toISOString().slice(0, 10)
    await this.later(1).by('member', (ctx) => steps.life.announceCompact(ctx, compact.id, compact.version, effectiveOn))
  }

  async comment(compact: Compact, resident: number, article: number, body: string, answer?: string): Promise<void> {
    const comment = await this.by(resident, (ctx) => steps.comment.commentOnCompact(ctx, compact.id, body, article))
    if (answer) await this.by('member', (ctx) => steps.comment.answerComment(ctx, comment.id, answer))
  }

  async endorse(compact: Compact): Promise<void> {
    await this.later(9).by('secretary', (ctx) => steps.compact.actOnCompact(ctx, compact.id, 'REQUEST_STUDY', compact.version))
    await this.later(2).by('party', (ctx) =>
      steps.compact.actOnCompact(ctx, compact.id, 'ENDORSE', compact.version, '内容合法合规，同意提交居民会议表决。'),
    )
    await this.later(1).by('town', (ctx) =>
      steps.compact.actOnCompact(ctx, compact.id, 'PASS', compact.version, '程序完备，未见违法内容，同意提交表决。'),
    )
  }

  async file(compact: Compact, receipt: string): Promise<void> {
    await this.later(1).by('secretary', (ctx) => steps.compact.actOnCompact(ctx, compact.id, 'SUBMIT_FILING', compact.version))
    await this.later(2).by('town', (ctx) => steps.life.fileCompact(ctx, compact.id, compact.version, receipt))
    const effectiveOn = new Date(this.after(16).getTime() + 8 * HOUR).toISOString().slice(0, 10)
    await this.by('member', (ctx) => steps.life.announceCompact(ctx, compact.id, compact.version, effectiveOn))
  }

  async sign(compact: Compact, residents: number[]): Promise<void> {
    for (const n of residents)
      await this.by(n, (ctx) => steps.pledge.sign(ctx, compact.id, compact.textHash, PledgeBasis.HOUSEHOLD))
  }

  /** A survey that the households concerned have begun to answer. */
  async survey(issue: Issue, concerns: string, households: number, days: number, marks: [resident: number, mark: number][]) {
    const closesOn = new Date(this.after(days).getTime() + 8 * HOUR).toISOString().slice(0, 10)
    const survey = await this.by('supervision', (ctx) =>
      steps.survey.openSurvey(ctx, issue.id, issue.version, { concerns, households, closesOn }),
    )
    for (const [n, mark] of marks) await this.by(n, (ctx) => steps.survey.answerSurvey(ctx, survey.id, mark))
  }

  async amend(compact: Compact, who: number | 'member', article: number, body: string, why: string): Promise<void> {
    await this.by(who, (ctx) => steps.amendment.proposeAmendment(ctx, compact.id, body, article, why))
  }

  /** Sheets signed at the desk: one still to be read again, one nobody could match. */
  async papers(compact: Compact, resident: number): Promise<void> {
    const { HOUSEHOLD: basis } = PledgeBasis
    await this.by('member', (ctx) =>
      steps.paper.enterPledgePaper(ctx, compact.id, { sheet: '示例签〔1〕号', basis, resident: exampleResident(resident) }),
    )
    await this.by('member', (ctx) =>
      steps.paper.enterPledgePaper(ctx, compact.id, { sheet: '示例签〔2〕号', basis, remark: '门牌号码看不清楚。' }),
    )
  }
}
