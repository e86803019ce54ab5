// The opportunity bank: what may be offered there, and the sentences that keep a claim from being made or taken.
import { text, type Text } from '../shared/words.ts'

export const OPPORTUNITY_KINDS = {
  PROJECT: text('创业项目', 'Enterprise project'),
  JOB: text('就业岗位', 'Job'),
  TRAINING: text('培训课程', 'Course'),
  MENTOR: text('创业导师', 'Mentor'),
  RESOURCE: text('场地和资源', 'Room or resource'),
} satisfies Record<string, Text>
export type OpportunityKind = keyof typeof OPPORTUNITY_KINDS

export interface OpportunityFacts {
  readonly organizationStatus: string | null
  readonly isOver: boolean
}

export interface ClaimFacts {
  readonly opportunityStatus: string
}

export const notRegistered = ({ organizationStatus }: OpportunityFacts): Text | null =>
  organizationStatus === null || organizationStatus === 'REGISTERED'
    ? null
    : text('该组织已不是正常登记状态。', 'The organisation is not in being.')

export const over = (facts: OpportunityFacts): Text | null =>
  facts.isOver ? text('截止日期已过。', 'Its last day has passed.') : notRegistered(facts)

export const closed = ({ opportunityStatus }: ClaimFacts): Text | null =>
  opportunityStatus === 'OPEN' ? null : text('该项目已不再开放。', 'It is not open any more.')
