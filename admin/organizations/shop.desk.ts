import { defineDesk } from '../app/desk.ts'
import { shopQuery } from './shop.queries.ts'
import { shopBadge } from './offers.display.ts'
import ShopDesk from './ShopDesk.vue'

export default defineDesk({
  query: shopQuery,
  pick: ({ serviceShop }) => serviceShop,
  standing: (record) => ({
    name: record.name,
    about: [record.organization.name, record.division.name].join(' · '),
    dueAt: null,
    waiting: record.waiting,
    ...shopBadge(record),
  }),
  view: ShopDesk,
})
