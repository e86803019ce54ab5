// What the subgraph declares for the register of organisations.
import { text } from '../shared/words.ts'
import { RegisterConflict } from './conflict.entity.ts'
import { registerConflictMachine } from './conflict.machine.ts'
import { SocialOrganization } from './organization.entity.ts'
import { socialOrganizationMachine } from './organization.machine.ts'
import { OrganizationResolver } from './organization.resolver.ts'
import { OrganizationChangeResolver } from './organizationChange.resolver.ts'
import type { Part } from './parts.ts'
import { SheetResolver } from './sheet.resolver.ts'
import { AnnualReport, OrganizationBranch, OrganizationLink, OrganizationMark, OrganizationPerson } from './standing.entity.ts'
import { OrganizationPersonResolver, StandingResolver } from './standing.resolver.ts'
import { StandingStepResolver } from './standingStep.resolver.ts'

export const REGISTER: Part = {
  entities: [
    SocialOrganization,
    OrganizationPerson,
    OrganizationBranch,
    AnnualReport,
    OrganizationMark,
    OrganizationLink,
    RegisterConflict,
  ],
  resolvers: [
    OrganizationResolver,
    StandingResolver,
    StandingStepResolver,
    OrganizationPersonResolver,
    OrganizationChangeResolver,
    SheetResolver,
  ],
  machines: [socialOrganizationMachine, registerConflictMachine],
  appendOnly: ['organization_link'],
  acts: {
    'SocialOrganization.CREATE': text('登记', 'Entered'),
    GRADE: text('登记评估等级', 'Grade entered'),
    REPORT: text('登记年度报告', 'Annual report entered'),
    MARK: text('列入名录或处罚', 'Put on a list, or penalised'),
    UNMARK: text('移出名录', 'Taken off a list'),
    ADD_PERSON: text('登记人员', 'Person entered'),
    END_PERSON: text('人员离任', 'Post ended'),
    BRANCH: text('登记分支机构', 'Branch entered'),
    CONTACTS: text('更新联系方式', 'Contacts changed'),
    TAKE_IN: text('承继', 'Took another in'),
    BEGIN_FROM: text('由分立设立', 'Came of a division'),
    'RegisterConflict.CREATE': text('发现不一致', 'Found'),
  },
  details: {
    code: [text('统一社会信用代码', 'Unified social credit code')],
    codeReason: [text('保留代码的理由', 'Why the code was kept')],
    name: [text('名称', 'Name')],
    registeredOn: [text('登记日期', 'Registered on')],
    purpose: [text('业务范围', 'What it may do')],
    address: [text('住所', 'Registered address')],
    grade: [text('评估等级', 'Grade')],
    gradeUntil: [text('等级有效期至', 'Grade holds until')],
    year: [text('年度', 'Year')],
    since: [text('起始日期', 'From')],
    until: [text('截止日期', 'Until')],
    documentNumber: [text('文号', 'Document number')],
    into: [text('承继的组织', 'Now in its place')],
    from: [text('原组织', 'Formerly')],
    ground: [text('事由', 'Ground')],
    moved: [text('一并转移', 'What moved')],
    source: [text('来源', 'Source')],
    says: [text('来源登记状态', 'Status there')],
    phone: [text('联系电话', 'Phone')],
    mail: [text('电子邮箱', 'E-mail')],
    website: [text('网址', 'Website')],
  },
  constraints: {
    organization_code_once: text(
      '该统一社会信用代码已在登记册中。',
      'This unified social credit code is in the register already.',
    ),
    organization_successor: text('只有已合并的组织才有承继的组织。', 'Only a merged organisation has a successor.'),
    person_days: text('离任日期不能早于任职日期。', 'A post does not end before it begins.'),
    branch_days: text('撤销日期不能早于设立日期。', 'A branch does not close before it opens.'),
    mark_days: text('移出日期不能早于列入日期。', 'It is not taken off before it was put on.'),
    annual_report_once: text(
      '这一年度的报告刚刚已登记，请刷新。',
      'The report of that year has just been entered; please reload.',
    ),
    organization_link_once: text('这两个组织的关系已经登记。', 'These two are linked already.'),
    register_conflict_open_once: text('该组织已有一项待核实的不一致。', 'A disagreement about it is being looked into.'),
    organization_grade: text('评估等级应当连同有效期填写。', 'A grade comes with the day until which it holds.'),
    social_organization_kept: text(
      '登记册中的组织不能删除或恢复。',
      'An organisation in the register is neither deleted nor brought back.',
    ),
  },
}
