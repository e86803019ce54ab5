// Issues, the meetings and votes that decide them, the projects and compacts that come of them, and who signs.
import { fileURLToPath } from 'node:url'
import type { Subgraph } from '../shared/subgraph.ts'
import { Amendment } from './amendment.entity.ts'
import { amendmentMachine } from './amendment.machine.ts'
import { AmendmentResolver, CompactAmendmentsResolver } from './amendment.resolver.ts'
import { ASSEMBLY_ROWS } from './assembly.rows.ts'
import { ApprovalStep, BuildingProject, OwnerEntry } from './building.entity.ts'
import { buildingProjectMachine } from './building.machine.ts'
import { BuildingResolver, OwnerEntryResolver } from './building.resolver.ts'
import { BuildingStepResolver } from './buildingStep.resolver.ts'
import { BallotBoxResolver } from './ballotBox.resolver.ts'
import { Article, Compact, CompactComment } from './compact.entity.ts'
import { compactMachine } from './compact.machine.ts'
import { CompactResolver } from './compact.resolver.ts'
import { callReviews, expireCompacts } from './compact.sweeps.ts'
import { CompactCommentResolver } from './compactComment.resolver.ts'
import { CompactCompareResolver } from './compactCompare.resolver.ts'
import { CompactLifeResolver } from './compactLife.resolver.ts'
import { CompactStepResolver } from './compactStep.resolver.ts'
import { ACTS } from './acts.ts'
import { CONSTRAINTS } from './constraints.ts'
import { DETAILS } from './details.ts'
import { DossierResolver } from './dossier.resolver.ts'
import { Elector, Electorate } from './electorate.entity.ts'
import { ElectorateResolver } from './electorate.resolver.ts'
import { Attachment } from './attachment.entity.ts'
import { AttachmentResolver, IssueAttachmentResolver } from './attachment.resolver.ts'
import { ElectorateObjection } from './electorateObjection.entity.ts'
import { electorateObjectionMachine } from './electorateObjection.machine.ts'
import { ElectorateObjectionResolver, ElectorateRollResolver } from './electorateObjection.resolver.ts'
import { Issue, IssueCounter, IssueSupport } from './issue.entity.ts'
import { issueMachine } from './issue.machine.ts'
import { IssueResolver } from './issue.resolver.ts'
import { alertSubdistrict, regroupIssues } from './issue.sweeps.ts'
import { IssueComment } from './issueComment.entity.ts'
import { issueCommentMachine } from './issueComment.machine.ts'
import { IssueCommentResolver, IssueCommentsResolver } from './issueComment.resolver.ts'
import { IssueHold } from './issueHold.entity.ts'
import { IssueHoldResolver } from './issueHold.resolver.ts'
import { IssueJudgeResolver } from './issueJudge.resolver.ts'
import { IssueConsent, IssueRaiser, SupportOffer } from './issueRegroup.entity.ts'
import { IssueRegroupResolver } from './issueRegroup.resolver.ts'
import { IssueRejectedResolver } from './issueRejected.resolver.ts'
import { AffairsDisclosure, DisclosureCorrection, DisclosureQuery } from './disclosure.entity.ts'
import { affairsDisclosureMachine } from './disclosure.machine.ts'
import { DisclosureResolver } from './disclosure.resolver.ts'
import { EVALUATION_ROWS } from './evaluation.rules.ts'
import { FiguresResolver } from './figures.resolver.ts'
import { ProjectFund } from './fund.entity.ts'
import { ProjectInspection, ProjectSupervisor } from './inspection.entity.ts'
import { IssueStay } from './issueStay.entity.ts'
import { IssueStepResolver } from './issueStep.resolver.ts'
import { IssueSupportResolver } from './issueSupport.resolver.ts'
import { LIMITS } from './limits.rules.ts'
import { AgendaItem, Attendance, Meeting } from './meeting.entity.ts'
import { meetingMachine } from './meeting.machine.ts'
import { MeetingResolver } from './meeting.resolver.ts'
import { MeetingStepResolver } from './meetingStep.resolver.ts'
import { MoralPanelist, MoralReview } from './moral.entity.ts'
import { moralReviewMachine } from './moral.machine.ts'
import { MoralPanelistResolver, MoralResolver } from './moral.resolver.ts'
import { MORAL_ROWS } from './moral.rules.ts'
import {
  CompactNoticeResolver,
  DisclosureNoticeResolver,
  MeetingNoticeResolver,
  MoralNoticeResolver,
  NoticeResolver,
  VoteNoticeResolver,
} from './notice.resolver.ts'
import { watchTerms } from './owners.acts.ts'
import { OwnersCommittee } from './owners.entity.ts'
import { ownersCommitteeMachine } from './owners.machine.ts'
import { OwnersResolver } from './owners.resolver.ts'
import { OWNERS_ROWS } from './owners.rules.ts'
import { Pledge } from './pledge.entity.ts'
import { pledgeMachine } from './pledge.machine.ts'
import { PublishedIssue, PublishedVote } from './open.entity.ts'
import { PublishedIssueResolver, PublishedVoteResolver } from './open.resolver.ts'
import { Milestone, Project } from './project.entity.ts'
import { projectMachine } from './project.machine.ts'
import { MilestoneResolver, ProjectResolver } from './project.resolver.ts'
import { Proxy } from './proxy.entity.ts'
import { ProxyResolver, VoteProxyResolver } from './proxy.resolver.ts'
import { PledgeResolver } from './pledge.resolver.ts'
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
import { RollEntry } from './roll.entity.ts'
import { onRollChanged } from './roll.messages.ts'
import { Addendum, Seat } from './seat.entity.ts'
import { MeetingDayResolver, SeatResolver } from './seat.resolver.ts'
import { BallotBox, SealedBallot, SecretCount, Voted, VoteSalt } from './secret.entity.ts'
import { seed } from './seed.ts'
import { ConsultationSource, Statement, StatementBallot } from './statement.entity.ts'
import { IssueStatementResolver, StatementResolver } from './statement.resolver.ts'
import { SUPERVISION_ROWS } from './supervision.rules.ts'
import { Survey, SurveyAnswer } from './survey.entity.ts'
import { surveyMachine } from './survey.machine.ts'
import { IssueSurveyResolver, SurveyResolver } from './survey.resolver.ts'
import { bringIntoForce, countVotes, lapseIssues, publishMinutes } from './sweeps.ts'
import { Ballot, PaperEntry, Vote } from './vote.entity.ts'
import { voteMachine } from './vote.machine.ts'
import { VoteResolver } from './vote.resolver.ts'
import { VoteStepResolver } from './voteStep.resolver.ts'

export const compacts: Subgraph = {
  name: 'compacts',
  entities: [
    PublishedIssue,
    PublishedVote,
    Issue,
    IssueSupport,
    IssueCounter,
    IssueRaiser,
    IssueConsent,
    SupportOffer,
    IssueHold,
    IssueComment,
    Attachment,
    IssueStay,
    Meeting,
    AgendaItem,
    Attendance,
    Seat,
    Addendum,
    Electorate,
    Elector,
    ElectorateObjection,
    Vote,
    Proxy,
    Ballot,
    PaperEntry,
    Voted,
    SealedBallot,
    BallotBox,
    SecretCount,
    VoteSalt,
    Statement,
    StatementBallot,
    ConsultationSource,
    BuildingProject,
    ApprovalStep,
    OwnerEntry,
    Project,
    Milestone,
    ProjectFund,
    ProjectSupervisor,
    ProjectInspection,
    Survey,
    SurveyAnswer,
    Compact,
    Article,
    CompactComment,
    Amendment,
    Pledge,
    PledgePaper,
    AffairsDisclosure,
    DisclosureCorrection,
    DisclosureQuery,
    OwnersCommittee,
    MoralReview,
    MoralPanelist,
    RollEntry,
  ],
  resolvers: [
    IssueResolver,
    IssueStepResolver,
    IssueJudgeResolver,
    IssueRegroupResolver,
    IssueSupportResolver,
    IssueCommentResolver,
    IssueCommentsResolver,
    IssueHoldResolver,
    IssueRejectedResolver,
    IssueAttachmentResolver,
    AttachmentResolver,
    MeetingResolver,
    MeetingStepResolver,
    MeetingDayResolver,
    SeatResolver,
    VoteResolver,
    VoteStepResolver,
    VoteProxyResolver,
    ProxyResolver,
    BallotBoxResolver,
    ElectorateResolver,
    ElectorateRollResolver,
    ElectorateObjectionResolver,
    StatementResolver,
    IssueStatementResolver,
    BuildingResolver,
    BuildingStepResolver,
    OwnerEntryResolver,
    DossierResolver,
    PublishedIssueResolver,
    PublishedVoteResolver,
    ProjectResolver,
    MilestoneResolver,
    ProjectStepResolver,
    ProjectWatchResolver,
    ProjectGroupResolver,
    ProjectSupervisorResolver,
    ProjectInspectionResolver,
    SurveyResolver,
    IssueSurveyResolver,
    CompactResolver,
    CompactStepResolver,
    CompactCommentResolver,
    CompactLifeResolver,
    CompactCompareResolver,
    AmendmentResolver,
    CompactAmendmentsResolver,
    PledgeResolver,
    PledgePaperResolver,
    DisclosureResolver,
    OwnersResolver,
    MoralResolver,
    MoralPanelistResolver,
    FiguresResolver,
    NoticeResolver,
    CompactNoticeResolver,
    DisclosureNoticeResolver,
    MoralNoticeResolver,
    VoteNoticeResolver,
    MeetingNoticeResolver,
  ],
  machines: [
    issueMachine,
    issueCommentMachine,
    meetingMachine,
    electorateObjectionMachine,
    voteMachine,
    projectMachine,
    surveyMachine,
    buildingProjectMachine,
    compactMachine,
    amendmentMachine,
    pledgeMachine,
    pledgePaperMachine,
    affairsDisclosureMachine,
    ownersCommitteeMachine,
    moralReviewMachine,
  ],
  rules: [...LIMITS, ...ASSEMBLY_ROWS, ...SUPERVISION_ROWS, ...EVALUATION_ROWS, ...PLEDGE_ROWS, ...OWNERS_ROWS, ...MORAL_ROWS],
  acts: ACTS,
  details: DETAILS,
  migrations: fileURLToPath(new URL('./migrations', import.meta.url)),
  appendOnly: [
    'electorate',
    'elector',
    'ballot',
    'voted',
    'secret_count',
    'addendum',
    'statement_ballot',
    'disclosure_correction',
    'issue_stay',
  ],
  manyMessages: { RollChanged: onRollChanged },
  sweeps: [
    lapseIssues,
    regroupIssues,
    alertSubdistrict,
    publishMinutes,
    countVotes,
    bringIntoForce,
    alertMilestones,
    callReviews,
    expireCompacts,
    watchTerms,
  ],
  seed,
  constraints: CONSTRAINTS,
}
