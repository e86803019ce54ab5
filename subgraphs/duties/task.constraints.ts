// The sentences for what the database refuses of tasks, objections and certificates.
import { text } from '../shared/words.ts'

export const TASK_CONSTRAINTS = {
  task_in_force: text(
    '任务必须引用本部门在该居村施行的清单事项（上海市居民委员会工作条例第二十七条）。',
    'A task stands on an item in force of the department’s own that holds for the committee.',
  ),
  certificate_listed: text('不在现行出具证明事项清单内，不能出具。', 'It is not on the list of certificates in force.'),
  duty_task_batch_once: text('这批任务已经下达。', 'These tasks have been issued already.'),
  duty_task_period: text('结束日期不能早于开始日期。', 'The period ends before it begins.'),
  task_datum_once: text('同一个数据项只列一次。', 'A datum is listed once.'),
  objection_open_once: text('这项任务已有异议正在处理。', 'An objection to this task is open already.'),
  objection_decided: text('提出异议的人不能认定异议。', 'Whoever raised an objection does not decide it.'),
  certificate_number_once: text('这个编号已被使用，请重试。', 'This number is taken; please try again.'),
  reply_number_once: text('这个编号已被使用，请重试。', 'This number is taken; please try again.'),
}
