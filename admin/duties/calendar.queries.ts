// What falls due in a month.
import { graphql, type ResultOf } from '../app/graphql.ts'

export const dutyCalendarQuery = graphql(`
  query DutyCalendar($month: String!, $division: ID) {
    dutyCalendar(month: $month, division: $division) {
      day
      isWorkingDay
      deadlines {
        type
        id
        title
        what
        dueAt
      }
    }
  }
`)

export type DutyDay = ResultOf<typeof dutyCalendarQuery>['dutyCalendar'][number]
