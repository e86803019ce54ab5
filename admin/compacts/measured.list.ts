// The issues behind a number of the dashboards: what the address of their list asks for, and how many that is.
import type { ListState } from '../app/list.ts'
import { counter } from '../app/totals.ts'
import { measuredQuery } from './figures.queries.ts'
import type { IssueStatus } from './issue.queries.ts'

/** The first and the last day a list is asked for, as the API takes them. */
export const daysOf = (list: ListState): { from: string; to: string } | null => {
  const [from, to] = list.many('at') ?? []
  return from && to ? { from, to } : null
}

/** What the figures of a month count, as the address of a list names it. */
export const monthCounts = {
  decided: 'DECIDED',
  stages: 'DUE',
  stagesInTime: 'ON_TIME',
  evaluated: 'EVALUATED',
  satisfied: 'SATISFIED',
} as const
const isMonthCount = (of: string | undefined): of is keyof typeof monthCounts => !!of && of in monthCounts

export const measuredAsked = (list: ListState, division: string | null) => {
  const days = daysOf(list)
  const onTime = list.one('onTime')
  const of = list.one('of')
  const isMeasure = days && of && of !== 'standing'
  return {
    filter: {
      status: of === 'standing' ? ((list.many('stage') as IssueStatus[] | undefined) ?? null) : null,
      overdue: of === 'standing' && onTime === 'no' ? true : null,
      measured: isMeasure
        ? {
            raised: of === 'raised' ? true : null,
            counted: isMonthCount(of) ? monthCounts[of] : null,
            stage:
              of === 'replies' || of === 'raised' || isMonthCount(of)
                ? null
                : ((list.one('stage') as IssueStatus | undefined) ?? null),
            due: of === 'due' ? true : null,
            onTime: onTime ? onTime === 'yes' : null,
            ...days,
          }
        : null,
      division: list.one('division') ?? division,
    },
    first: list.first,
    after: list.after ?? null,
  }
}

export const count = counter(measuredQuery, measuredAsked)
