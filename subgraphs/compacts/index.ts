// Issues, the meetings and votes that decide them, the projects and compacts that come of them, and who signs.
import { fileURLToPath } from 'node:url'
import type { Subgraph } from '../shared/subgraph.ts'
import { text } from '../shared/words.ts'
import { ASSEMBLY_ROWS } from './assembly.rows.ts'
import { ApprovalStep, BuildingProject, OwnerEntry } from './building.entity.ts'
import { buildingProjectMachine } from './building.machine.ts'
import { BuildingResolver, IssueLiftResolver, OwnerEntryResolver } from './building.resolver.ts'
import { BuildingStepResolver } from './buildingStep.resolver.ts'
import { BallotBoxResolver } from './ballotBox.resolver.ts'
import { Article, Compact, CompactComment } from './compact.entity.ts'
import { compactMachine } from './compact.machine.ts'
import { CompactResolver } from './compact.resolver.ts'
import { CompactStepResolver } from './compactStep.resolver.ts'
import { DETAILS } from './details.ts'
import { DossierResolver } from './dossier.resolver.ts'
import { Elector, Electorate } from './electorate.entity.ts'
import { ElectorateResolver, RollViewResolver } from './electorate.resolver.ts'
import { RollView } from './rollView.entity.ts'
import { Issue, IssueCounter, IssueSupport } from './issue.entity.ts'
import { issueMachine } from './issue.machine.ts'
import { IssueResolver } from './issue.resolver.ts'
import { Attachment } from './attachment.entity.ts'
import { AttachmentResolver, IssueAttachmentResolver } from './attachment.resolver.ts'
import { ElectorateObjection } from './electorateObjection.entity.ts'
import { electorateObjectionMachine } from './electorateObjection.machine.ts'
import { ElectorateObjectionResolver, ElectorateRollResolver } from './electorateObjection.resolver.ts'
import { alertSubdistrict, regroupIssues } from './issue.sweeps.ts'
import { IssueCopyResolver } from './issueCopy.resolver.ts'
import { IssueComment } from './issueComment.entity.ts'
import { issueCommentMachine } from './issueComment.machine.ts'
import { IssueCommentResolver, IssueCommentsResolver } from './issueComment.resolver.ts'
import { IssueHold } from './issueHold.entity.ts'
import { IssueHoldResolver } from './issueHold.resolver.ts'
import { IssueJudgeResolver } from './issueJudge.resolver.ts'
import { IssueConsent, IssueRaiser, SupportOffer } from './issueRegroup.entity.ts'
import { IssueRegroupResolver } from './issueRegroup.resolver.ts'
import { IssueStepResolver } from './issueStep.resolver.ts'
import { IssueSupportResolver } from './issueSupport.resolver.ts'
import { LIMITS } from './limits.rules.ts'
import { AgendaItem, Attendance, Meeting } from './meeting.entity.ts'
import { meetingMachine } from './meeting.machine.ts'
import { MeetingResolver } from './meeting.resolver.ts'
import { MeetingStepResolver } from './meetingStep.resolver.ts'
import {
  CompactNoticeResolver,
  DisclosureNoticeResolver,
  LiftNoticeResolver,
  MeetingNoticeResolver,
  MoralNoticeResolver,
  NoticeResolver,
  VoteNoticeResolver,
} from './notice.resolver.ts'
import { Pledge } from './pledge.entity.ts'
import { pledgeMachine } from './pledge.machine.ts'
import { PledgeResolver } from './pledge.resolver.ts'
import { SIGNED_ALREADY } from './pledge.sign.ts'
import { Milestone, Project } from './project.entity.ts'
import { projectMachine } from './project.machine.ts'
import { MilestoneResolver, ProjectResolver } from './project.resolver.ts'
import { PublishedIssue, PublishedVote } from './open.entity.ts'
import { PublishedIssueResolver, PublishedVoteResolver } from './open.resolver.ts'
import { Proxy } from './proxy.entity.ts'
import { ProxyResolver, VoteProxyResolver } from './proxy.resolver.ts'
import { RollEntry } from './roll.entity.ts'
import { onRollChanged } from './roll.messages.ts'
import { Addendum, Seat } from './seat.entity.ts'
import { MeetingDayResolver, SeatResolver } from './seat.resolver.ts'
import { BallotBox, SealedBallot, SecretCount, Voted, VoteSalt } from './secret.entity.ts'
import { seed } from './seed.ts'
import { ConsultationSource, Statement, StatementBallot } from './statement.entity.ts'
import { IssueStatementResolver, StatementResolver } from './statement.resolver.ts'
import { bringIntoForce, countVotes, lapseIssues, publishMinutes } from './sweeps.ts'
import { Ballot, PaperEntry, Vote } from './vote.entity.ts'
import { voteMachine } from './vote.machine.ts'
import { VoteResolver } from './vote.resolver.ts'
import { VoteStepResolver } from './voteStep.resolver.ts'
import { WORKS } from './works.ts'

export const compacts: Subgraph = {
  name: 'compacts',
  entities: [
    ...WORKS.entities,
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
    Meeting,
    AgendaItem,
    Attendance,
    Seat,
    Addendum,
    Electorate,
    Elector,
    RollView,
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
    Compact,
    Article,
    CompactComment,
    Pledge,
    RollEntry,
  ],
  resolvers: [
    ...WORKS.resolvers,
    IssueResolver,
    IssueStepResolver,
    IssueJudgeResolver,
    IssueCopyResolver,
    IssueRegroupResolver,
    IssueSupportResolver,
    IssueCommentResolver,
    IssueCommentsResolver,
    IssueHoldResolver,
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
    RollViewResolver,
    ElectorateRollResolver,
    ElectorateObjectionResolver,
    StatementResolver,
    IssueStatementResolver,
    DossierResolver,
    BuildingResolver,
    BuildingStepResolver,
    IssueLiftResolver,
    OwnerEntryResolver,
    PublishedIssueResolver,
    PublishedVoteResolver,
    ProjectResolver,
    MilestoneResolver,
    CompactResolver,
    CompactStepResolver,
    PledgeResolver,
    NoticeResolver,
    CompactNoticeResolver,
    DisclosureNoticeResolver,
    LiftNoticeResolver,
    MoralNoticeResolver,
    VoteNoticeResolver,
    MeetingNoticeResolver,
  ],
  machines: [
    ...WORKS.machines,
    issueMachine,
    issueCommentMachine,
    meetingMachine,
    electorateObjectionMachine,
    voteMachine,
    projectMachine,
    buildingProjectMachine,
    compactMachine,
    pledgeMachine,
  ],
  rules: [...LIMITS, ...ASSEMBLY_ROWS, ...WORKS.rules],
  acts: {
    ...WORKS.acts,
    'Issue.MERGED_IN': text('并入其他议题', 'Another merged into it'),
    'Issue.MERGER_OBJECTED': text('拟并入的议题有异议', 'A merger into it was objected to'),
    'Issue.RESTORED_FROM': text('并入或拆出的议题已恢复', 'A merger or split was undone'),
    'Issue.STEP_BACK': text('退出提出', 'Stepped back'),
    'Issue.RENAME': text('更改署名方式', 'Naming changed'),
    'Issue.TAKE_OVER': text('接手办理', 'Taken over'),
    'Issue.ATTACH': text('添加附件', 'File attached'),
    'Issue.DETACH': text('移除或隐藏附件', 'File taken off or hidden'),
    CHAIR_CHECK_IN: text('主持人签到', 'Chair checked in'),
    CORRECT: text('补正纪要', 'Minutes corrected'),
    RECOUNT: text('复核计票', 'Counted again'),
    RECORD_OWNERS: text('录入业主', 'Owners entered'),
    SUBMIT_APPROVAL: text('登记申报', 'Approval asked for'),
    DECIDE_APPROVAL: text('登记审批结果', 'Approval decided'),
    EVIDENCE: text('登记佐证', 'Evidence given'),
    REVISE_ARTICLES: text('修改条文', 'Articles revised'),
  },
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
    'month_figures',
    'roll_view',
  ],
  manyMessages: { RollChanged: onRollChanged },
  sweeps: [...WORKS.sweeps, lapseIssues, regroupIssues, alertSubdistrict, publishMinutes, countVotes, bringIntoForce],
  seed,
  constraints: {
    ...WORKS.constraints,
    attachment_file_once: text('这个文件已附在记录上。', 'The file hangs on a record already.'),
    comment_bound: text('留言发出后不能修改。', 'A comment stays as it was written.'),
    pledge_active_once: SIGNED_ALREADY,
    compact_receipt_unique: text('这个备案号已被使用。', 'This receipt number is taken.'),
    compact_revision_once: text('修订稿已经在起草中。', 'A revision is being drafted already.'),
    vote_two_signatures: text('计票单须由两名不同的人员核签。', 'Two different people must certify the count.'),
    vote_period: text('截止时间应当晚于开始时间。', 'The vote must close after it opens.'),
    vote_fixed: text(
      '表决事项、规则、名册和结果锁定后不得更改。',
      'Text, rule, electorate and result of a vote do not change once fixed.',
    ),
    ballot_in_time: text(
      '现在不能投票：表决未开始或者已经截止。',
      'No ballot is taken now: the vote has not begun, or is closed.',
    ),
    ballot_of_elector: text('投票人不在本次表决锁定的名册中。', 'The voter is not on the frozen roll of this vote.'),
    ballot_secret: text('本次为无记名投票，不留记名选票。', 'This vote is secret; no ballot bears a name.'),
    electorate_frozen: text('名册锁定以后只能经异议更正。', 'A frozen roll is corrected by objection only.'),
    proxy_given_once: text('已经委托了他人，请先撤销。', 'A proxy was given already; revoke it first.'),
    owner_entry_once: text('同一门栋的房号不能重复。', 'A room stands once at a door.'),
    attendance_open: text(
      '现在不能签到：会议未通知或者已经散会。',
      'Nobody checks in now: the meeting is not announced, or over.',
    ),
    minutes_final: text('已公布的纪要不再更改。', 'Published minutes are final.'),
    compact_text: text('只有起草中的公约才能修改条文。', 'Articles are changed only while drafting.'),
    pledge_bound: text('公约文本已更新，请阅读新版本后再签署。', 'The text has changed; read the new version before signing.'),
    project_once: text('该议题已经形成项目。', 'The issue has a project already.'),
  },
}
