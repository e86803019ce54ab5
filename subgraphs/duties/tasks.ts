// What the subgraph declares for tasks, objections and certificates; its index lists it with the rest.
import { text } from '../shared/words.ts'
import { OffListAttempt } from './attempt.entity.ts'
import { CertificateRequest } from './certificate.entity.ts'
import { certificateRequestMachine } from './certificate.machine.ts'
import { CertificateResolver } from './certificate.resolver.ts'
import { ARTICLES } from './ground.rules.ts'
import { IndicatorResolver } from './indicator.resolver.ts'
import { DutyObjection, PaperCounter } from './objection.entity.ts'
import { dutyObjectionMachine } from './objection.machine.ts'
import { ObjectionResolver } from './objection.resolver.ts'
import { ObjectionStepResolver } from './objectionStep.resolver.ts'
import { stopStrayTasks } from './task.acts.ts'
import { TASK_CONSTRAINTS } from './task.constraints.ts'
import { DutyTask, TaskDatum, TaskRepeat } from './task.entity.ts'
import { dutyTaskMachine } from './task.machine.ts'
import { AttemptResolver, TaskResolver } from './task.resolver.ts'
import { TASK_LIMITS } from './taskLimits.rules.ts'
import { TaskIssuedResolver, TaskStepResolver } from './taskStep.resolver.ts'

export const TASKS = {
  entities: [DutyTask, TaskDatum, TaskRepeat, OffListAttempt, DutyObjection, PaperCounter, CertificateRequest],
  resolvers: [
    TaskResolver,
    TaskStepResolver,
    TaskIssuedResolver,
    AttemptResolver,
    ObjectionResolver,
    ObjectionStepResolver,
    CertificateResolver,
    IndicatorResolver,
  ],
  machines: [dutyTaskMachine, dutyObjectionMachine, certificateRequestMachine],
  rules: [...TASK_LIMITS, ...ARTICLES],
  appendOnly: ['task_repeat', 'off_list_attempt'],
  sweeps: [stopStrayTasks],
  acts: {
    'DutyTask.CREATE': text('下达任务', 'Issued'),
    'DutyObjection.CREATE': text('提出异议', 'Raised'),
    'CertificateRequest.CREATE': text('提出申请', 'Asked for'),
  },
  constraints: TASK_CONSTRAINTS,
}
