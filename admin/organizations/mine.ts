// The organisation the account acts for, when it acts for one.
import { computed } from 'vue'
import { useRead } from '../app/read.ts'
import { holds } from '../app/session.ts'
import { myOrganizationQuery } from './organization.queries.ts'
import { PARTNER } from './organizations.display.ts'

export const useMine = () => {
  const { data } = useRead(myOrganizationQuery, {}, () => !holds(PARTNER))
  return computed(() => data.value?.myOrganization ?? null)
}
