import { defineDesk } from '../app/desk.ts'
import { itemBadge } from './badges.ts'
import { dutyItemQuery } from './item.queries.ts'
import ItemDesk from './ItemDesk.vue'

export default defineDesk({
  query: dutyItemQuery,
  pick: ({ dutyItem }) => dutyItem,
  standing: (item) => ({
    name: item.name,
    about: `${item.code} · ${item.division.name}`,
    dueAt: null,
    waiting: null,
    ...itemBadge(item),
  }),
  view: ItemDesk,
})
