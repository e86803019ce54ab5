// What callers send about issues.
import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql'
import { AMONG } from './among.ts'
import { CaseClass, IssueScope, issueTypes } from './issue.entity.ts'
import type { IssueStatus } from './issue.machine.ts'
import { MONTH_COUNTS, type MonthCount } from './monthFigures.count.ts'
import { Naming } from './naming.ts'
import { enumOf } from './words.ts'

const MonthCountName = enumOf('MonthCount', 'What the figures of a month count of the stages that issues leave.', MONTH_COUNTS)

@InputType()
export class IssueInput {
  @Field(() => ID, { description: "The committee's code." }) division!: string
  @Field(() => String) title!: string
  @Field(() => String) body!: string
  @Field(() => ID, { nullable: true, description: 'The resident an officer raises it for; residents leave it out.' })
  author?: string
  @Field(() => Naming, { nullable: true, description: 'Left out, only the committee knows who it is.' }) naming?: Naming
  @Field(() => String, {
    nullable: true,
    description: 'How the resident asked for it; always said where an officer enters it for them.',
  })
  consent?: string
}

@InputType()
export class IssueRevision {
  @Field(() => String) title!: string
  @Field(() => String) body!: string
}

@InputType()
export class AcceptInput {
  @Field(() => IssueScope) scope!: IssueScope
  @Field(() => String, { description: 'The officer or unit that leads it.' }) lead!: string
  @Field(() => Boolean, { description: "Must be decided by a residents' or representatives' meeting." }) needsAssembly!: boolean
}

@InputType()
export class ReferralInput {
  @Field(() => String, { description: 'The unit that handles it.' }) to!: string
  @Field(() => ID, {
    nullable: true,
    description: 'The department that answers in its own account; without one the committee records what comes of it.',
  })
  organization?: string
  @Field(() => CaseClass) caseClass!: CaseClass
  @Field(() => String, { description: 'Why, as its author reads it.' }) reason!: string
}

@InputType()
export class RulingInput {
  @Field(() => Boolean, { description: 'Whether it should be taken up.' }) upheld!: boolean
  @Field(() => String) reason!: string
  @Field(() => Boolean, { description: 'Whoever rules has no interest of their own in the matter.' }) hasNoInterest!: boolean
}

@InputType()
export class SuspensionInput {
  @Field(() => String, { description: 'Number and name of the document that orders it.' }) document!: string
  @Field(() => String, { description: 'The receipt of the document, as given when it was uploaded.' }) file!: string
  @Field(() => String) reason!: string
}

@InputType()
export class IssuePart {
  @Field(() => String) title!: string
  @Field(() => String) body!: string
}

@InputType()
export class EvaluationInput {
  @Field(() => Int) answers!: number
  @Field(() => Int) satisfied!: number
  @Field(() => Int, { description: 'Households concerned.' }) households!: number
}

@InputType({ description: 'Issues behind a number of the dashboards.' })
export class IssueMeasure {
  @Field(() => Boolean, { nullable: true, description: 'Raised in the days given; nothing else is asked then.' }) raised?: boolean
  @Field(() => MonthCountName, { nullable: true, description: 'Counted so in the days given; nothing else is asked then.' })
  counted?: MonthCount
  @Field(() => issueTypes.Status, { nullable: true, description: 'Left this stage in the days given; none for the first reply.' })
  stage?: IssueStatus
  @Field(() => Boolean, { nullable: true, description: 'Only those that had a deadline.' }) due?: boolean
  @Field(() => Boolean, { nullable: true, description: 'Only those in time, or only those late.' })
  onTime?: boolean
  @Field(() => String, { description: 'First day: 2026-01-01.' }) from!: string
  @Field(() => String, { description: 'Last day.' }) to!: string
}

@InputType()
export class IssueFilter {
  @Field(() => IssueMeasure, { nullable: true }) measured?: IssueMeasure
  @Field(() => [ID], { nullable: true, description: AMONG }) ids?: string[]
  @Field(() => ID, { nullable: true, description: 'In this division or below it.' }) division?: string
  @Field(() => [issueTypes.Status], { nullable: true }) status?: IssueStatus[]
  @Field(() => String, { nullable: true, description: 'Part of the title or the number.' }) text?: string
  @Field(() => Boolean, { nullable: true, description: 'Only those the caller raised.' }) mine?: boolean
  @Field(() => Boolean, { nullable: true, description: 'Only those still under way.' }) open?: boolean
  @Field(() => Boolean, { nullable: true, description: 'Only those whose author has had no reply yet.' }) unanswered?: boolean
  @Field(() => Boolean, { nullable: true, description: 'Only those whose running clock has ended.' }) overdue?: boolean
}

export enum IssueOrder {
  NEWEST = 'NEWEST',
  OLDEST = 'OLDEST',
  DUE = 'DUE',
  WAITING = 'WAITING',
}
registerEnumType(IssueOrder, {
  name: 'IssueOrder',
  valuesConfig: {
    NEWEST: { description: 'Last raised first.' },
    OLDEST: { description: 'First raised first.' },
    WAITING: { description: 'Those that stand longest where they stand first.' },
    DUE: { description: 'By deadline; those without one are left out.' },
  },
})
