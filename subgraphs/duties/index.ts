// The lists of duties: what is on them and on what law, how a matter gets there, who pays, and what committees are asked to do.
import { fileURLToPath } from 'node:url'
import type { Subgraph } from '../shared/subgraph.ts'
import { text } from '../shared/words.ts'
import { AdmissionApplication } from './admission.entity.ts'
import { admissionApplicationMachine } from './admission.machine.ts'
import { AdmissionResolver } from './admission.resolver.ts'
import { expireAdmissions, followVersions } from './admission.sweeps.ts'
import { ADMISSION_ACTS, ADMISSION_CONSTRAINTS } from './admission.words.ts'
import { AdmissionDecisionResolver } from './admissionDecision.resolver.ts'
import { ADMISSION_LIMITS } from './admissionLimits.rules.ts'
import { AdmissionObjection } from './admissionObjection.entity.ts'
import { AdmissionObjectionResolver } from './admissionObjection.resolver.ts'
import { Opinion } from './admissionOpinion.entity.ts'
import { AdmissionStepResolver } from './admissionStep.resolver.ts'
import { LegalBasis } from './basis.entity.ts'
import { CalendarResolver } from './calendar.resolver.ts'
import { CompareResolver } from './compare.resolver.ts'
import { Department } from './department.entity.ts'
import { DepartmentResolver } from './department.resolver.ts'
import { DETAILS } from './details.ts'
import { tellOverdue } from './funding.acts.ts'
import { FundingCommitment, FundingTransfer } from './funding.entity.ts'
import { fundingCommitmentMachine } from './funding.machine.ts'
import { FundingResolver } from './funding.resolver.ts'
import { FundingStepResolver } from './fundingStep.resolver.ts'
import { DutyItem } from './item.entity.ts'
import { dutyItemMachine } from './item.machine.ts'
import { BasisResolver, ItemResolver } from './item.resolver.ts'
import { ItemStepResolver } from './itemStep.resolver.ts'
import { JointVote } from './jointVote.entity.ts'
import { LIST_LIMITS } from './limits.rules.ts'
import { DutyList } from './list.entity.ts'
import { ListResolver } from './list.resolver.ts'
import { ListOpinion } from './opinion.entity.ts'
import { opinionMachine } from './opinion.machine.ts'
import { OpinionResolver } from './opinion.resolver.ts'
import { seed } from './seed.ts'
import { bringIntoForce, expireItems } from './sweeps.ts'
import { TASKS } from './tasks.ts'
import { DutyListVersion } from './version.entity.ts'
import { dutyListVersionMachine } from './version.machine.ts'
import { VersionResolver } from './version.resolver.ts'
import { VersionStepResolver } from './versionStep.resolver.ts'

export const duties: Subgraph = {
  name: 'duties',
  entities: [
    Department,
    DutyList,
    DutyListVersion,
    DutyItem,
    LegalBasis,
    ListOpinion,
    AdmissionApplication,
    Opinion,
    JointVote,
    AdmissionObjection,
    FundingCommitment,
    FundingTransfer,
    ...TASKS.entities,
  ],
  resolvers: [
    DepartmentResolver,
    ListResolver,
    VersionResolver,
    VersionStepResolver,
    ItemResolver,
    ItemStepResolver,
    BasisResolver,
    CompareResolver,
    AdmissionResolver,
    AdmissionStepResolver,
    AdmissionDecisionResolver,
    AdmissionObjectionResolver,
    OpinionResolver,
    FundingResolver,
    FundingStepResolver,
    CalendarResolver,
    ...TASKS.resolvers,
  ],
  machines: [
    dutyListVersionMachine,
    dutyItemMachine,
    admissionApplicationMachine,
    opinionMachine,
    fundingCommitmentMachine,
    ...TASKS.machines,
  ],
  rules: [...LIST_LIMITS, ...ADMISSION_LIMITS, ...TASKS.rules],
  acts: {
    ADD_ITEM: text('增加事项', 'Item added'),
    REVISE_ITEM: text('修改事项', 'Item revised'),
    REMOVE_ITEM: text('删除事项', 'Item removed'),
    TAKE_OVER: text('承接上级清单', 'List above taken over'),
    ...ADMISSION_ACTS,
    ...TASKS.acts,
  },
  details: DETAILS,
  migrations: fileURLToPath(new URL('./migrations', import.meta.url)),
  appendOnly: ['joint_vote', 'funding_transfer', ...TASKS.appendOnly],
  sweeps: [bringIntoForce, followVersions, expireAdmissions, expireItems, tellOverdue, ...TASKS.sweeps],
  seed,
  constraints: {
    ...TASKS.constraints,
    department_code_once: text('这个部门代码已被使用。', 'This department code is taken.'),
    department_name_once: text('这个部门已经登记。', 'This department is entered already.'),
    duty_list_once: text('该区划已有这类清单。', 'The division has a list of this kind already.'),
    duty_version_number_once: text('有人刚刚开始了新版本，请刷新。', 'Someone has just begun a version; please reload.'),
    duty_version_in_force_once: text('一份清单只有一个版本施行。', 'One version of a list is in force.'),
    duty_version_published_once: text(
      '该清单已有一个版本在公布，等待施行。',
      'Another version of this list is published and waits to take effect.',
    ),
    version_fixed: text('已发布的清单不得更改，请编制新版本。', 'A published list does not change; compile a new version.'),
    version_funded: text(
      '清单中有事项的经费尚未列入预算，不能施行。',
      'It cannot take effect: for some items no money is in the budget yet.',
    ),
    item_fixed: text('只有编制中的清单才能修改事项。', 'Items are changed only while their list is being compiled.'),
    duty_item_code_once: text('这个事项编号在本清单中已被使用。', 'This code is taken on this list.'),
    duty_item_days: text('截止日期不得早于开始日期。', 'The last day may not lie before the first.'),
    legal_basis_days: text('失效日期不得早于施行日期。', 'The last day may not lie before the first.'),
    funding_amount: text('金额应当大于零。', 'The amount must be more than nothing.'),
    ...ADMISSION_CONSTRAINTS,
  },
}
