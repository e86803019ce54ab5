// The departments, to choose from, and the one the account acts for.
import { computed } from 'vue'
import { useRead } from '../app/read.ts'
import { departmentsQuery } from './task.queries.ts'

export const useDepartments = () => {
  const { data } = useRead(departmentsQuery, {})
  return {
    options: computed(() => (data.value?.departments.edges ?? []).map(({ node }) => ({ value: node.id, label: node.name }))),
    mine: computed(() => data.value?.myDepartment ?? null),
  }
}
