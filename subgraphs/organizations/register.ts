// What the subgraph declares for the register of organisations.
import { text } from '../shared/words.ts'
import { SocialOrganization } from './organization.entity.ts'
import { socialOrganizationMachine } from './organization.machine.ts'
import { OrganizationResolver } from './organization.resolver.ts'
import type { Part } from './parts.ts'

export const REGISTER: Part = {
  entities: [SocialOrganization],
  resolvers: [OrganizationResolver],
  machines: [socialOrganizationMachine],
  acts: {
    'SocialOrganization.CREATE': text('登记', 'Entered'),
  },
  details: {
    code: [text('统一社会信用代码', 'Unified social credit code')],
    codeReason: [text('保留代码的理由', 'Why the code was kept')],
    name: [text('名称', 'Name')],
    registeredOn: [text('登记日期', 'Registered on')],
    purpose: [text('业务范围', 'What it may do')],
    address: [text('住所', 'Registered address')],
  },
  constraints: {
    organization_code_once: text(
      '该统一社会信用代码已在登记册中。',
      'This unified social credit code is in the register already.',
    ),
    organization_successor: text('只有已合并的组织才有承继的组织。', 'Only a merged organisation has a successor.'),
    organization_grade: text('评估等级应当连同有效期填写。', 'A grade comes with the day until which it holds.'),
    social_organization_kept: text(
      '登记册中的组织不能删除或恢复。',
      'An organisation in the register is neither deleted nor brought back.',
    ),
  },
}
