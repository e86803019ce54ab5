// The life of one version of a list: compiled, consulted, deliberated, published, in force, replaced by the next.
import { defineMachine, type ActionOf, type StateOf } from '../shared/machine.ts'
import { text } from '../shared/words.ts'
import { all } from './guard.rules.ts'
import * as rule from './version.rules.ts'
import type { VersionFacts } from './version.rules.ts'

export const dutyListVersionMachine = defineMachine<VersionFacts>()({
  name: 'DutyListVersion',
  label: text('清单版本', 'List version'),
  initial: 'COMPILING',
  states: {
    COMPILING: { label: text('编制中', 'Compiling') },
    SOLICITING: {
      label: text('征求意见中', 'Soliciting opinions'),
      says: text('部门、街镇和居村可以提出意见。', 'Departments, subdistricts and committees give their opinions.'),
    },
    DELIBERATED: { label: text('已审定', 'Deliberated'), says: text('等待发布。', 'Waits to be published.') },
    PUBLISHED: {
      label: text('已发布', 'Published'),
      says: text('公布满十五日后施行，内容不再更改。', 'In force once public for fifteen days; it no longer changes.'),
    },
    IN_FORCE: { label: text('施行中', 'In force') },
    SUPERSEDED: { label: text('已被替代', 'Superseded'), final: true },
    REPEALED: { label: text('已废止', 'Repealed'), final: true },
  },
  actions: {
    SOLICIT: {
      label: text('征求意见', 'Solicit opinions'),
      from: ['COMPILING'],
      to: 'SOLICITING',
      by: ['DISTRICT_CIVIL_AFFAIRS', 'SUBDISTRICT_OFFICER'],
      starts: 'DUTY_SOLICITATION',
      unless: all(rule.incomplete, rule.stale),
    },
    RECOMPILE: {
      label: text('退回修改', 'Send back to compiling'),
      from: ['SOLICITING', 'DELIBERATED'],
      to: 'COMPILING',
      by: ['DISTRICT_CIVIL_AFFAIRS', 'SUBDISTRICT_OFFICER', 'DISTRICT_JOINT_MEETING', 'SUBDISTRICT_LEAD'],
      reason: true,
      aside: true,
    },
    DELIBERATE: {
      label: text('审定', 'Deliberate'),
      from: ['SOLICITING'],
      to: 'DELIBERATED',
      by: ['DISTRICT_JOINT_MEETING', 'SUBDISTRICT_LEAD'],
      reason: true,
      starts: 'DUTY_DELIBERATION',
      unless: all(rule.solicitationRuns, rule.unanswered, rule.stale),
    },
    PUBLISH: {
      label: text('发布', 'Publish'),
      from: ['DELIBERATED'],
      to: 'PUBLISHED',
      by: ['DISTRICT_CIVIL_AFFAIRS', 'SUBDISTRICT_LEAD'],
      carries: true,
      seals: true,
      starts: 'DUTY_PUBLICITY',
      unless: all(rule.incomplete, rule.stale, rule.outrun),
    },
    TAKE_EFFECT: {
      label: text('施行', 'Take effect'),
      from: ['PUBLISHED'],
      to: 'IN_FORCE',
      by: ['DISTRICT_CIVIL_AFFAIRS', 'SUBDISTRICT_LEAD', 'SYSTEM'],
      unless: all(rule.publicityRuns, rule.notEffective, rule.unfunded, rule.outrun),
    },
    SUPERSEDE: {
      label: text('由新版替代', 'Supersede'),
      from: ['IN_FORCE'],
      to: 'SUPERSEDED',
      by: ['SYSTEM'],
      aside: true,
      unless: rule.noSuccessor,
    },
    REPEAL: {
      label: text('废止', 'Repeal'),
      from: ['PUBLISHED', 'IN_FORCE'],
      to: 'REPEALED',
      by: ['DISTRICT_CIVIL_AFFAIRS', 'SUBDISTRICT_LEAD'],
      reason: true,
      aside: true,
    },
  },
})

export type VersionStatus = StateOf<typeof dutyListVersionMachine>
export type VersionAction = ActionOf<typeof dutyListVersionMachine>

/** Once it is published, a version reads the same for good. */
export const PUBLISHED = ['PUBLISHED', 'IN_FORCE', 'SUPERSEDED', 'REPEALED'] as const satisfies readonly VersionStatus[]
