// The round a list is limited to, chosen and told by its name.
import { computed, type ComputedRef } from 'vue'
import { t } from '../app/i18n.ts'
import type { FilterField } from '../app/list.ts'
import { useRead } from '../app/read.ts'
import { roundNamesQuery } from './grant.queries.ts'

export const useRoundField = (): ComputedRef<FilterField> => {
  const { data } = useRead(roundNamesQuery, {})
  return computed(() => ({
    key: 'round',
    label: t('organizations.grant.round'),
    kind: 'choice',
    options: data.value?.microGrantRounds.edges.map(({ node }) => ({ value: node.id, label: node.title })) ?? [],
  }))
}
