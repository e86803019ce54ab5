// What carries issues on once they are adopted, and the affairs beside them: the parts the subgraph is put together from.
import type { Subgraph } from '../shared/subgraph.ts'
import { text } from '../shared/words.ts'
import { Amendment } from './amendment.entity.ts'
import { amendmentMachine } from './amendment.machine.ts'
import { AmendmentResolver, CompactAmendmentsResolver } from './amendment.resolver.ts'
import { callReviews, expireCompacts } from './compact.sweeps.ts'
import { CompactCommentResolver } from './compactComment.resolver.ts'
import { CompactCompareResolver } from './compactCompare.resolver.ts'
import { CompactLifeResolver } from './compactLife.resolver.ts'
import { Convening, ConveningSigner } from './convening.entity.ts'
import { conveningMachine } from './convening.machine.ts'
import { ConveningResolver, IssueConveningResolver } from './convening.resolver.ts'
import { CONVENING_ROWS } from './convening.rules.ts'
import { ConveningStepResolver } from './conveningStep.resolver.ts'
import { callAssemblies, lapseConvenings } from './convening.sweeps.ts'
import { AffairsDisclosure, DisclosureCorrection, DisclosureQuery } from './disclosure.entity.ts'
import { affairsDisclosureMachine } from './disclosure.machine.ts'
import { DisclosureResolver } from './disclosure.resolver.ts'
import { EVALUATION_ROWS } from './evaluation.rules.ts'
import { FiguresResolver } from './figures.resolver.ts'
import { ProjectFund } from './fund.entity.ts'
import { ProjectInspection, ProjectSupervisor } from './inspection.entity.ts'
import { IssueStay } from './issueStay.entity.ts'
import { MonthFigures } from './monthFigures.entity.ts'
import { MonthFiguresResolver } from './monthFigures.resolver.ts'
import { keepMonths } from './monthFigures.sweeps.ts'
import { MoralPanelist, MoralReview } from './moral.entity.ts'
import { moralReviewMachine } from './moral.machine.ts'
import { MoralPanelistResolver, MoralResolver } from './moral.resolver.ts'
import { MORAL_ROWS } from './moral.rules.ts'
import { watchTerms } from './owners.acts.ts'
import { OwnersCommittee } from './owners.entity.ts'
import { ownersCommitteeMachine } from './owners.machine.ts'
import { OwnersResolver } from './owners.resolver.ts'
import { OWNERS_ROWS } from './owners.rules.ts'
import { PLEDGE_ROWS } from './pledge.rules.ts'
import { PledgePaper } from './pledgePaper.entity.ts'
import { pledgePaperMachine } from './pledgePaper.machine.ts'
import { PledgePaperResolver } from './pledgePaper.resolver.ts'
import { alertMilestones } from './project.sweeps.ts'
import { ProjectStepResolver } from './projectStep.resolver.ts'
import {
  ProjectGroupResolver,
  ProjectInspectionResolver,
  ProjectSupervisorResolver,
  ProjectWatchResolver,
} from './projectWatch.resolver.ts'
import { SUPERVISION_ROWS } from './supervision.rules.ts'
import { Survey, SurveyAnswer } from './survey.entity.ts'
import { surveyMachine } from './survey.machine.ts'
import { IssueSurveyResolver, SurveyResolver } from './survey.resolver.ts'
import { WOMEN_ROWS } from './women.rules.ts'

export const WORKS = {
  entities: [
    Amendment,
    Convening,
    ConveningSigner,
    AffairsDisclosure,
    DisclosureCorrection,
    DisclosureQuery,
    ProjectFund,
    ProjectInspection,
    ProjectSupervisor,
    IssueStay,
    MonthFigures,
    MoralPanelist,
    MoralReview,
    OwnersCommittee,
    PledgePaper,
    Survey,
    SurveyAnswer,
  ],
  resolvers: [
    AmendmentResolver,
    CompactAmendmentsResolver,
    CompactCommentResolver,
    CompactCompareResolver,
    CompactLifeResolver,
    ConveningResolver,
    ConveningStepResolver,
    IssueConveningResolver,
    DisclosureResolver,
    FiguresResolver,
    MonthFiguresResolver,
    MoralPanelistResolver,
    MoralResolver,
    OwnersResolver,
    PledgePaperResolver,
    ProjectStepResolver,
    ProjectGroupResolver,
    ProjectInspectionResolver,
    ProjectSupervisorResolver,
    ProjectWatchResolver,
    IssueSurveyResolver,
    SurveyResolver,
  ],
  machines: [
    amendmentMachine,
    conveningMachine,
    affairsDisclosureMachine,
    moralReviewMachine,
    ownersCommitteeMachine,
    pledgePaperMachine,
    surveyMachine,
  ],
  rules: [
    ...CONVENING_ROWS,
    ...EVALUATION_ROWS,
    ...MORAL_ROWS,
    ...OWNERS_ROWS,
    ...PLEDGE_ROWS,
    ...SUPERVISION_ROWS,
    ...WOMEN_ROWS,
  ],
  acts: {
    ADD_MILESTONE: text('增加节点', 'Milestone added'),
    MOVE_MILESTONE: text('调整节点日期', 'Milestone moved'),
    ALERT: text('逾期提醒', 'Told that it is late'),
    FORM_GROUP: text('成立居民监督小组', 'Supervision group formed'),
    INSPECT: text('监督小组意见', 'Found by the supervision group'),
    PUT_RIGHT: text('整改答复', 'Put right'),
    AMEND: text('采纳修改建议', 'Amendment written in'),
    WRITE_DOWN: text('代居民登记意见', 'Comment written down for a resident'),
    CALL_REVIEW: text('提请年度评估', 'Review of the year called for'),
    CALL_RENEWAL: text('提请换届', 'Renewal called for'),
  },
  sweeps: [callReviews, expireCompacts, watchTerms, alertMilestones, lapseConvenings, callAssemblies, keepMonths],
  constraints: {
    project_fund_once: text('同一资金来源只填一次。', 'Name each source once.'),
    survey_open_once: text(
      '满意度问卷正在进行，结束后自动登记。',
      'A survey is under way; its result is recorded when it closes.',
    ),
    survey_sheet_once: text('这份纸质答卷已经录入。', 'This sheet has been entered already.'),
    pledge_paper_sheet_once: text('这份签署单已经录入。', 'This sheet has been entered already.'),
    pledge_paper_two: text('录入和复核须由两名不同的人员办理。', 'Entering and reading again are done by two different people.'),
    convening_open_once: text(
      '就该议题已经有人提请召开这种会议，可以直接联名。',
      'Such a meeting is asked for already; stand behind that.',
    ),
    disclosure_text: text('公布后内容不再更改，请用更正说明。', 'What was published stays; use a correction.'),
    owners_committee_renewed_once: text('换届工作已经开始。', 'Its renewal has begun already.'),
  },
} satisfies Partial<Subgraph>
