// The demo's accounts: one for every seat at the table of one issue. All of them are examples.
import { v5 as uuidv5, v7 as uuidv7 } from 'uuid'
import type { Role } from '../shared/actor.ts'
import type { Context } from '../shared/context.ts'
import { record } from '../shared/event.ts'
import { Account } from './account.entity.ts'
import { RoleGrant } from './grant.entity.ts'
import { hashPassword } from './password.ts'

export const DEMO_PASSWORD = 'Linli-demo-2026'
const DISTRICT = '310113000000'
const TOWN = '310113109000'
const COMMITTEE = '310113109043'

interface Demo {
  readonly username: string
  readonly name: string
  readonly roles: readonly [Role, string][]
  /** Number of the example resident the account belongs to. */
  readonly resident?: number
  /** Number of the example department it acts for. */
  readonly department?: number
  /** Number of the example social organisation it acts for. */
  readonly organization?: number
}

/** The demo accounts, in the order in which an issue meets them. */
export const DEMO_ACCOUNTS: readonly Demo[] = [
  { username: 'resident', name: '示例居民甲', roles: [['RESIDENT', COMMITTEE]], resident: 1 },
  { username: 'neighbour', name: '示例居民乙', roles: [['RESIDENT', COMMITTEE]], resident: 2 },
  {
    username: 'secretary',
    name: '示例书记',
    roles: [
      ['COMMITTEE_SECRETARY', COMMITTEE],
      ['PARTY_BRANCH', COMMITTEE],
    ],
  },
  { username: 'member', name: '示例委员', roles: [['COMMITTEE_MEMBER', COMMITTEE]] },
  {
    username: 'chair',
    name: '示例主持人',
    roles: [
      ['MEETING_CHAIR', COMMITTEE],
      ['COMMITTEE_MEMBER', COMMITTEE],
    ],
  },
  { username: 'party', name: '示例党组织委员', roles: [['PARTY_BRANCH', COMMITTEE]] },
  { username: 'supervision', name: '示例监督委员', roles: [['SUPERVISION_MEMBER', COMMITTEE]] },
  { username: 'supervision2', name: '示例监督委员二', roles: [['SUPERVISION_MEMBER', COMMITTEE]] },
  { username: 'legal', name: '示例法治专员', roles: [['LEGAL_SPECIALIST', TOWN]] },
  { username: 'town', name: '示例街镇干部', roles: [['SUBDISTRICT_OFFICER', TOWN]] },
  { username: 'townlead', name: '示例街镇领导', roles: [['SUBDISTRICT_LEAD', TOWN]] },
  { username: 'district', name: '示例区民政干部', roles: [['DISTRICT_CIVIL_AFFAIRS', DISTRICT]] },
  { username: 'district2', name: '示例区民政负责人', roles: [['DISTRICT_CIVIL_AFFAIRS', DISTRICT]] },
  { username: 'department', name: '示例卫健部门干部', roles: [['DISTRICT_DEPARTMENT', DISTRICT]], department: 1 },
  { username: 'department2', name: '示例房管部门干部', roles: [['DISTRICT_DEPARTMENT', DISTRICT]], department: 2 },
  { username: 'justice', name: '示例司法局干部', roles: [['DISTRICT_JUSTICE', DISTRICT]] },
  { username: 'finance', name: '示例财政局干部', roles: [['DISTRICT_FINANCE', DISTRICT]] },
  { username: 'joint', name: '示例联席会议成员甲', roles: [['DISTRICT_JOINT_MEETING', DISTRICT]] },
  { username: 'joint2', name: '示例联席会议成员乙', roles: [['DISTRICT_JOINT_MEETING', DISTRICT]] },
  { username: 'joint3', name: '示例联席会议成员丙', roles: [['DISTRICT_JOINT_MEETING', DISTRICT]] },
  { username: 'ngo', name: '示例社会组织专员甲', roles: [['PARTNER_ORGANIZATION', DISTRICT]], organization: 1 },
  { username: 'ngo2', name: '示例社会组织专员乙', roles: [['PARTNER_ORGANIZATION', DISTRICT]], organization: 2 },
  { username: 'expert', name: '示例评审专家甲', roles: [['EVALUATOR', DISTRICT]] },
  { username: 'expert2', name: '示例评审专家乙', roles: [['EVALUATOR', DISTRICT]] },
  { username: 'expert3', name: '示例评审专家丙', roles: [['EVALUATOR', DISTRICT]] },
  { username: 'expert4', name: '示例评审专家丁', roles: [['EVALUATOR', DISTRICT]] },
  { username: 'elsewhere', name: '示例外镇书记', roles: [['COMMITTEE_SECRETARY', '310113101000']] },
  { username: 'sysadmin', name: '示例系统管理员', roles: [['SYS_ADMIN', DISTRICT]] },
  { username: 'secadmin', name: '示例安全管理员', roles: [['SEC_ADMIN', DISTRICT]] },
  { username: 'auditor', name: '示例审计员', roles: [['AUDITOR', DISTRICT]] },
  {
    username: 'neighbours',
    name: '示例邻近居村书记',
    roles: ['310113109044', '310113109045', '310113109046', '310113112017'].map((one) => ['COMMITTEE_SECRETARY', one] as const),
  },
]

/** The ids of the examples are the same in every subgraph that seeds the demo. */
const example = (kind: string, n: number) => uuidv5(`${kind}:${n}`, 'b8a2e5b6-7f0a-5b0e-9c58-6f1f5d9f0a11')
export const exampleResident = (n: number) => example('resident', n)

const actedFor = ({ department, organization }: Demo): string | null => {
  if (department) return example('department', department)
  return organization ? example('organization', organization) : null
}

export const seed = async (ctx: Context): Promise<void> => {
  const password = await hashPassword(DEMO_PASSWORD)
  for (const demo of DEMO_ACCOUNTS) {
    const account = ctx.em.create(Account, {
      id: uuidv7(),
      username: demo.username,
      name: demo.name,
      division: demo.roles[0]![1],
      password,
      createdAt: ctx.now,
      resident: demo.resident ? example('resident', demo.resident) : null,
      organization: actedFor(demo),
    })
    for (const [role, division] of demo.roles)
      ctx.em.create(RoleGrant, { id: uuidv7(), account, role, division, validFrom: ctx.now, validTo: null, reason: '示例数据' })
    await record(ctx, account, { type: 'Account', action: 'CREATE', to: 'ACTIVE', title: account.name })
  }
}
