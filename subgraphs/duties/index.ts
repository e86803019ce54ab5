// The lists of duties: what is on them and on what law, how a matter gets there, who pays, and what committees are asked to do.
import { fileURLToPath } from 'node:url'
import type { Subgraph } from '../shared/subgraph.ts'
import { text } from '../shared/words.ts'
import { LegalBasis } from './basis.entity.ts'
import { CompareResolver } from './compare.resolver.ts'
import { Department } from './department.entity.ts'
import { DETAILS } from './details.ts'
import { FundingCommitment } from './funding.entity.ts'
import { fundingCommitmentMachine } from './funding.machine.ts'
import { DutyItem } from './item.entity.ts'
import { dutyItemMachine } from './item.machine.ts'
import { BasisResolver, ItemResolver } from './item.resolver.ts'
import { ItemStepResolver } from './itemStep.resolver.ts'
import { LIST_LIMITS } from './limits.rules.ts'
import { DutyList } from './list.entity.ts'
import { ListResolver } from './list.resolver.ts'
import { ListOpinion } from './opinion.entity.ts'
import { seed } from './seed.ts'
import { bringIntoForce } from './sweeps.ts'
import { TASKS } from './tasks.ts'
import { DutyListVersion } from './version.entity.ts'
import { dutyListVersionMachine } from './version.machine.ts'
import { VersionResolver } from './version.resolver.ts'
import { VersionStepResolver } from './versionStep.resolver.ts'

export const duties: Subgraph = {
  name: 'duties',
  entities: [Department, DutyList, DutyListVersion, DutyItem, LegalBasis, ListOpinion, FundingCommitment, ...TASKS.entities],
  resolvers: [
    ListResolver,
    VersionResolver,
    VersionStepResolver,
    ItemResolver,
    ItemStepResolver,
    BasisResolver,
    CompareResolver,
    ...TASKS.resolvers,
  ],
  machines: [dutyListVersionMachine, dutyItemMachine, fundingCommitmentMachine, ...TASKS.machines],
  rules: [...LIST_LIMITS, ...TASKS.rules],
  acts: {
    ADD_ITEM: text('增加事项', 'Item added'),
    REVISE_ITEM: text('修改事项', 'Item revised'),
    REMOVE_ITEM: text('删除事项', 'Item removed'),
    TAKE_OVER: text('承接上级清单', 'List above taken over'),
  },
  details: DETAILS,
  migrations: fileURLToPath(new URL('./migrations', import.meta.url)),
  appendOnly: [...TASKS.appendOnly],
  sweeps: [bringIntoForce, ...TASKS.sweeps],
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
    item_fixed: text('只有编制中的清单才能修改事项。', 'Items are changed only while their list is being compiled.'),
    duty_item_code_once: text('这个事项编号在本清单中已被使用。', 'This code is taken on this list.'),
    duty_item_days: text('截止日期不得早于开始日期。', 'The last day may not lie before the first.'),
    legal_basis_days: text('失效日期不得早于施行日期。', 'The last day may not lie before the first.'),
    funding_amount: text('金额应当大于零。', 'The amount must be more than nothing.'),
  },
}
