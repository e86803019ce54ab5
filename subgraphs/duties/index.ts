// The lists of duties: what is on them and on what law, how a matter gets there, who pays, and what committees are asked to do.
import { fileURLToPath } from 'node:url'
import type { Subgraph } from '../shared/subgraph.ts'
import { text } from '../shared/words.ts'
import { LegalBasis } from './basis.entity.ts'
import { Department } from './department.entity.ts'
import { DETAILS } from './details.ts'
import { FundingCommitment } from './funding.entity.ts'
import { fundingCommitmentMachine } from './funding.machine.ts'
import { DutyItem } from './item.entity.ts'
import { dutyItemMachine } from './item.machine.ts'
import { LIST_LIMITS } from './limits.rules.ts'
import { DutyList } from './list.entity.ts'
import { ListResolver } from './list.resolver.ts'
import { seed } from './seed.ts'
import { OffListAttempt } from './attempt.entity.ts'
import { CertificateRequest } from './certificate.entity.ts'
import { certificateRequestMachine } from './certificate.machine.ts'
import { CertificateResolver } from './certificate.resolver.ts'
import { ARTICLES } from './ground.rules.ts'
import { DutyObjection, PaperCounter } from './objection.entity.ts'
import { dutyObjectionMachine } from './objection.machine.ts'
import { ObjectionResolver } from './objection.resolver.ts'
import { ObjectionStepResolver } from './objectionStep.resolver.ts'
import { stopStrayTasks } from './task.acts.ts'
import { DutyTask, TaskDatum, TaskRepeat } from './task.entity.ts'
import { dutyTaskMachine } from './task.machine.ts'
import { AttemptResolver, TaskResolver } from './task.resolver.ts'
import { TASK_CONSTRAINTS } from './task.constraints.ts'
import { TASK_LIMITS } from './taskLimits.rules.ts'
import { TaskIssuedResolver, TaskStepResolver } from './taskStep.resolver.ts'
import { DutyListVersion } from './version.entity.ts'
import { dutyListVersionMachine } from './version.machine.ts'

export const duties: Subgraph = {
  name: 'duties',
  entities: [
    Department,
    DutyList,
    DutyListVersion,
    DutyItem,
    LegalBasis,
    FundingCommitment,
    DutyTask,
    TaskDatum,
    TaskRepeat,
    OffListAttempt,
    DutyObjection,
    PaperCounter,
    CertificateRequest,
  ],
  resolvers: [
    ListResolver,
    TaskResolver,
    TaskStepResolver,
    TaskIssuedResolver,
    AttemptResolver,
    ObjectionResolver,
    ObjectionStepResolver,
    CertificateResolver,
  ],
  machines: [
    dutyListVersionMachine,
    dutyItemMachine,
    fundingCommitmentMachine,
    dutyTaskMachine,
    dutyObjectionMachine,
    certificateRequestMachine,
  ],
  rules: [...LIST_LIMITS, ...TASK_LIMITS, ...ARTICLES],
  acts: {},
  details: DETAILS,
  migrations: fileURLToPath(new URL('./migrations', import.meta.url)),
  appendOnly: ['task_repeat', 'off_list_attempt'],
  sweeps: [stopStrayTasks],
  seed,
  constraints: {
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
    ...TASK_CONSTRAINTS,
    funding_amount: text('金额应当大于零。', 'The amount must be more than nothing.'),
  },
}
