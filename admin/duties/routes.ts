import type { Feature } from '../app/feature.ts'
import { text } from '../app/i18n.ts'

const feature: Feature = {
  name: 'duties',
  title: text('两份清单', 'Lists of duties'),
  icon: 'document',
  order: 15,
  pages: [
    {
      path: '/duty-lists',
      name: 'duty-lists',
      title: text('清单', 'Lists'),
      menu: true,
      page: () => import('./ListsPage.vue'),
    },
  ],
}

export default feature
