// A lift for a door that has none (加装电梯), from the first wish to its running: the owners decide, the departments approve.
import { defineMachine, type ActionOf, type StateOf } from '../shared/machine.ts'
import { text } from '../shared/words.ts'
import * as rule from './building.rules.ts'
import type { BuildingFacts } from './building.rules.ts'
import { all } from './guard.rules.ts'

const COMMITTEE = ['COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER'] as const
const TOWN = ['SUBDISTRICT_OFFICER', 'SUBDISTRICT_LEAD'] as const
/** While the owners and their neighbours may still object, and while it may still be given up. */
const OPEN_TO_OBJECTION = ['AGREEMENT', 'PUBLICITY', 'PLAN_FILED', 'PLANNING', 'STRUCTURE', 'PERMIT', 'CONSTRUCTION'] as const
const BEFORE_BUILDING = [
  'INTENT',
  'FEASIBILITY',
  'SURVEY',
  'AGREEMENT',
  'PUBLICITY',
  'PLAN_FILED',
  'PLANNING',
  'STRUCTURE',
  'PERMIT',
] as const

export const buildingProjectMachine = defineMachine<BuildingFacts>()({
  name: 'BuildingProject',
  label: text('加装电梯', 'Lift retrofit'),
  initial: 'INTENT',
  states: {
    INTENT: { label: text('提出意愿', 'Intent') },
    FEASIBILITY: {
      label: text('可行性评估', 'Feasibility'),
      says: text('评估场地、结构和管线。', 'Site, structure and pipes are looked at.'),
    },
    SURVEY: { label: text('意愿征询', 'Survey'), says: text('本门栋业主表决。', 'The owners of the door vote.') },
    AGREEMENT: {
      label: text('业主协议', 'Agreement'),
      says: text('约定出资、使用和维护。', 'Cost, running and upkeep are agreed.'),
    },
    PUBLICITY: { label: text('公示', 'Publicity'), says: text('方案和协议公示。', 'Plan and agreement are posted.') },
    PLAN_FILED: { label: text('计划立项', 'Plan filed') },
    PLANNING: { label: text('规划审批', 'Planning approval') },
    STRUCTURE: { label: text('房屋安全性论证', 'Structural proof') },
    PERMIT: { label: text('施工许可', 'Building permit') },
    CONSTRUCTION: { label: text('施工', 'Construction') },
    SPECIAL_EQUIPMENT: { label: text('电梯监检和使用登记', 'Lift inspection') },
    ACCEPTANCE: { label: text('竣工验收', 'Acceptance') },
    OPERATING: { label: text('运行维保', 'Operating'), final: true },
    OBJECTION: {
      label: text('异议协调', 'Objection'),
      says: text('先协调，再继续。', 'It goes on once the objection is settled.'),
    },
    SUSPENDED: { label: text('已中止', 'Suspended') },
    ABANDONED: { label: text('已终止', 'Abandoned'), final: true },
  },
  actions: {
    ASSESS: { label: text('开展可行性评估', 'Assess feasibility'), from: ['INTENT'], to: 'FEASIBILITY', by: COMMITTEE },
    SURVEY: {
      label: text('启动意愿征询', 'Begin the survey'),
      from: ['FEASIBILITY'],
      to: 'SURVEY',
      by: COMMITTEE,
      reason: true,
      unless: rule.noOwners,
    },
    CONVENE: {
      label: text('召集业主表决', 'Call the owners'),
      from: ['SURVEY'],
      to: 'SURVEY',
      by: COMMITTEE,
      carries: true,
      unless: rule.alreadyCalled,
    },
    CARRY: {
      label: text('业主表决通过', 'Carried by the owners'),
      from: ['SURVEY'],
      to: 'AGREEMENT',
      by: ['SYSTEM'],
      unless: rule.notCarried,
    },
    FAIL: { label: text('业主表决未通过', 'Not carried by the owners'), from: ['SURVEY'], to: 'FEASIBILITY', by: ['SYSTEM'] },
    AGREE: {
      label: text('登记业主协议', 'Record the agreement'),
      from: ['AGREEMENT'],
      to: 'AGREEMENT',
      by: COMMITTEE,
      carries: true,
    },
    PUBLICISE: {
      label: text('公示方案和协议', 'Post plan and agreement'),
      from: ['AGREEMENT'],
      to: 'PUBLICITY',
      by: COMMITTEE,
      seals: true,
      unless: all(rule.notAgreed, rule.compoundMissing),
    },
    FILE_PLAN: {
      label: text('申报计划立项', 'File the plan'),
      from: ['PUBLICITY'],
      to: 'PLAN_FILED',
      by: COMMITTEE,
      unless: rule.stillPosted,
    },
    SEEK_PLANNING: {
      label: text('申请规划审批', 'Seek planning approval'),
      from: ['PLAN_FILED'],
      to: 'PLANNING',
      by: COMMITTEE,
      unless: rule.notApproved,
    },
    PROVE_STRUCTURE: {
      label: text('开展安全性论证', 'Prove the structure'),
      from: ['PLANNING'],
      to: 'STRUCTURE',
      by: COMMITTEE,
      unless: rule.notApproved,
    },
    SEEK_PERMIT: {
      label: text('申请施工许可', 'Seek the permit'),
      from: ['STRUCTURE'],
      to: 'PERMIT',
      by: COMMITTEE,
      unless: rule.notApproved,
    },
    BUILD: { label: text('开工', 'Build'), from: ['PERMIT'], to: 'CONSTRUCTION', by: COMMITTEE, unless: rule.notApproved },
    INSPECT: {
      label: text('申请监检', 'Have the lift inspected'),
      from: ['CONSTRUCTION'],
      to: 'SPECIAL_EQUIPMENT',
      by: COMMITTEE,
    },
    ACCEPT: {
      label: text('组织竣工验收', 'Begin acceptance'),
      from: ['SPECIAL_EQUIPMENT'],
      to: 'ACCEPTANCE',
      by: COMMITTEE,
      unless: rule.notApproved,
    },
    OPERATE: {
      label: text('投入运行', 'Put into operation'),
      from: ['ACCEPTANCE'],
      to: 'OPERATING',
      by: COMMITTEE,
      unless: rule.notApproved,
    },
    OBJECT: {
      label: text('登记异议', 'Record an objection'),
      from: OPEN_TO_OBJECTION,
      to: 'OBJECTION',
      by: COMMITTEE,
      reason: true,
      aside: true,
    },
    COORDINATE: {
      label: text('异议已协调', 'Objection settled'),
      from: ['OBJECTION'],
      to: 'PREVIOUS',
      by: ['MEETING_CHAIR', 'COMMITTEE_SECRETARY'],
      reason: true,
      unless: rule.notCoordinated,
    },
    SUSPEND: { label: text('中止', 'Suspend'), from: BEFORE_BUILDING, to: 'SUSPENDED', by: TOWN, reason: true, aside: true },
    RESUME: { label: text('恢复', 'Resume'), from: ['SUSPENDED'], to: 'PREVIOUS', by: TOWN, reason: true },
    ABANDON: {
      label: text('终止', 'Abandon'),
      from: [...BEFORE_BUILDING, 'OBJECTION'],
      to: 'ABANDONED',
      by: ['COMMITTEE_SECRETARY'],
      reason: true,
      aside: true,
    },
  },
})

export type BuildingStatus = StateOf<typeof buildingProjectMachine>
export type BuildingAction = ActionOf<typeof buildingProjectMachine>
