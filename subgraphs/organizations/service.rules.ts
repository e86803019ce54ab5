// What an organisation offers: its fields, and the sentences that keep an unfinished or stale entry from the public.
import { text, type Text } from '../shared/words.ts'

export const SERVICE_FIELDS = {
  ELDERLY: text('为老服务', 'Elderly'),
  CHILDREN: text('儿童和青少年', 'Children and youth'),
  DISABILITY: text('助残服务', 'Disability'),
  FAMILY: text('家庭和妇女', 'Family and women'),
  HEALTH: text('健康和心理', 'Health and mind'),
  LEGAL: text('法律和调解', 'Law and mediation'),
  EMPLOYMENT: text('就业和创业', 'Work and enterprise'),
  CULTURE: text('文化体育', 'Culture and sport'),
  ENVIRONMENT: text('环境保护', 'Environment'),
  VOLUNTEERING: text('志愿服务', 'Volunteering'),
  OTHER: text('其他', 'Other'),
} satisfies Record<string, Text>
export type ServiceField = keyof typeof SERVICE_FIELDS

export const LANGUAGES = {
  zh: text('普通话', 'Mandarin'),
  wuu: text('沪语', 'Wu (Shanghainese)'),
  en: text('英语', 'English'),
  sgn: text('手语', 'Sign language'),
} satisfies Record<string, Text>
export type Language = keyof typeof LANGUAGES

export const COSTS = {
  FREE: text('免费', 'Free'),
  REDUCED: text('优惠', 'Reduced'),
  PAID: text('收费', 'Paid'),
} satisfies Record<string, Text>
export type Cost = keyof typeof COSTS

export const PLACE_KINDS = {
  PHYSICAL: text('固定场所', 'A place'),
  VIRTUAL: text('线上', 'Online'),
  MOBILE: text('上门或流动', 'At home, or on the move'),
} satisfies Record<string, Text>
export type PlaceKind = keyof typeof PLACE_KINDS

export const ACCESS = {
  STEP_FREE: text('无障碍通道', 'Step-free'),
  TOILET: text('无障碍卫生间', 'Accessible toilet'),
  PARKING: text('无障碍车位', 'Accessible parking'),
  LIFT: text('电梯', 'Lift'),
  HEARING: text('助听设备', 'Hearing loop'),
  NURSING: text('母婴室', 'Nursing room'),
} satisfies Record<string, Text>
export type PlaceAccess = keyof typeof ACCESS

export interface ServiceFacts {
  readonly organizationStatus: string
  readonly points: number
  readonly areas: number
  readonly hasPhone: boolean
  /** Names of services that are perhaps the same, of the same organisation. */
  readonly doubles: readonly string[]
  readonly hasProposal: boolean
  /** The actor entered it, works for the organisation or within three years did. */
  readonly isInvolved: boolean
}

type Guard = (facts: ServiceFacts) => Text | null

export const notRegistered: Guard = ({ organizationStatus }) =>
  organizationStatus === 'REGISTERED' ? null : text('该组织已不是正常登记状态。', 'The organisation is not in being.')

export const unfinished: Guard = ({ points, areas, hasPhone }) => {
  if (!points) return text('请至少填写一个服务点（可以是线上）。', 'Give at least one place, online is one too.')
  if (!areas) return text('请至少填写一个服务区域。', 'Give at least one division it serves.')
  return hasPhone ? null : text('请填写联系电话。', 'Give a phone number.')
}

export const involved: Guard = ({ isInvolved }) =>
  isInvolved
    ? text('您录入了该服务，或者在该组织任职，由其他人审核。', 'You entered it or work there; someone else checks it.')
    : null

export const doubled: Guard = ({ doubles }) =>
  doubles.length ? text(`与已有服务重复：${doubles.join('、')}。`, `Perhaps the same as: ${doubles.join(', ')}.`) : null

export const nothingProposed: Guard = ({ hasProposal }) =>
  hasProposal ? null : text('没有待审核的修改。', 'No change waits to be checked.')
