// The organisations of the demo: who they are and where. The office's demo accounts act for the first two.
import { v5 as uuidv5 } from 'uuid'
import type { OrganizationGrade, OrganizationKind } from './organization.rules.ts'

/** The ids of the examples are the same in every subgraph that seeds the demo. */
export const exampleId = (kind: string, n: number) => uuidv5(`${kind}:${n}`, 'b8a2e5b6-7f0a-5b0e-9c58-6f1f5d9f0a11')
export const organizationId = (n: number) => exampleId('organization', n)

interface Example {
  readonly code: string
  readonly name: string
  readonly kind: OrganizationKind
  readonly division: string
  readonly grade: OrganizationGrade | null
  /** Years for which the grade still holds; less than none when it has lapsed. */
  readonly years: number
  readonly purpose: string
}

const DISTRICT = '310113000000'
const TOWN = '310113109000'

const example = (
  code: string,
  name: string,
  kind: OrganizationKind,
  division: string,
  grade: OrganizationGrade | null,
  years: number,
  purpose: string,
): Example => ({ code, name, kind, division, grade, years, purpose })

export const EXAMPLES: readonly Example[] = [
  example('52310113MJ9000372N', '示例区暖阳社区服务中心', 'SERVICE_AGENCY', TOWN, 'A4', 3, '居家养老、助餐、社区公共服务。'),
  example(
    '52310113MJ9000743D',
    '示例区启航青少年事务中心',
    'SERVICE_AGENCY',
    TOWN,
    'A3',
    2,
    '青少年事务、课后照护、家庭教育指导。',
  ),
  example('51310113MJ9001113J', '示例区志愿服务协会', 'ASSOCIATION', DISTRICT, 'A5', 4, '志愿服务的组织、培训和交流。'),
  example('52310113MJ900148X8', '示例区阳光心理咨询中心', 'SERVICE_AGENCY', DISTRICT, 'A3', -1, '心理咨询、心理健康教育。'),
  example('53310113MJ9001850Y', '示例区社区公益基金会', 'FOUNDATION', DISTRICT, 'A4', 3, '资助社区公益项目。'),
  example('52310113MJ90022204', '示例区光辉社区矫正事务所', 'SERVICE_AGENCY', DISTRICT, 'A3', 1, '社区矫正社会工作服务。'),
  example('52310113MJ90025972', '示例区连心家园服务社', 'SERVICE_AGENCY', '310113101000', 'A2', 2, '困难家庭陪伴、哀伤辅导。'),
  example(
    '52310113MJ9002968Q',
    '示例区邻里助残服务中心',
    'SERVICE_AGENCY',
    '310113102000',
    'A2',
    1,
    '残疾人日间照料、辅具租借。',
  ),
  example(
    '52310113MJ9003338T',
    '示例区绿色家园环保服务中心',
    'SERVICE_AGENCY',
    '310113103000',
    null,
    0,
    '垃圾分类指导、社区花园营造。',
  ),
  example('51310113MJ9003709L', '示例区物业服务行业协会', 'ASSOCIATION', DISTRICT, 'A2', -2, '行业自律、物业纠纷调解。'),
  example('52310113MJ9004074Q', '示例区银龄乐学社', 'SERVICE_AGENCY', TOWN, null, 0, '老年教育、数字助老。'),
  example('52310113MJ9004445F', '示例区和谐调解服务中心', 'SERVICE_AGENCY', TOWN, 'A3', 2, '民间纠纷调解、法律宣传。'),
]
