// One item of a list, and what is done with it.
import { eventParts } from '../app/app.queries.ts'
import { graphql, type ResultOf } from '../app/graphql.ts'
import { itemParts } from './list.queries.ts'

export const dutyItemQuery = graphql(
  `
    query DutyItemPage($id: ID!) {
      dutyItem(id: $id) {
        ...ItemParts
        isInForce
        exchange {
          key
          label
          value
        }
        division {
          code
          name
        }
        admission {
          id
          documentNumber
        }
        listVersion {
          id
          year
          number
          status
          list {
            type
          }
        }
        version
        offers {
          action
          label
          to
          needsReason
          carries
          seals
          blocked
        }
        events {
          ...EventParts
        }
      }
    }
  `,
  [itemParts, eventParts],
)

export const actOnItemMutation = graphql(`
  mutation ActOnDutyItem($id: ID!, $action: DutyItemAction!, $expectedVersion: Int!, $reason: String) {
    actOnDutyItem(id: $id, action: $action, expectedVersion: $expectedVersion, reason: $reason) {
      id
      version
      status
    }
  }
`)

export type ItemWhole = NonNullable<ResultOf<typeof dutyItemQuery>['dutyItem']>
export type ItemAction = ItemWhole['offers'][number]['action']
