// Reads for a page: what is known at once, what is new when it comes, and again on demand.
import { useQuery, type AnyVariables, type DocumentInput } from '@urql/vue'
import { computed, type MaybeRefOrGetter, toRef } from 'vue'

export const useRead = <Data, Variables extends AnyVariables>(
  query: DocumentInput<Data, Variables>,
  variables: MaybeRefOrGetter<Variables>,
  pause: MaybeRefOrGetter<boolean> = false,
) => {
  const asked = useQuery<Data, Variables>({
    query,
    variables: toRef(variables) as never,
    pause: toRef(pause) as never,
    requestPolicy: 'cache-and-network',
  })
  return {
    data: asked.data,
    /** An error counts only where nothing is left to show. */
    error: computed(() => (asked.data.value ? undefined : asked.error.value)),
    fetching: computed(() => asked.fetching.value && !asked.data.value),
    busy: computed(() => asked.fetching.value || asked.stale.value),
    refresh: () => void asked.executeQuery({ requestPolicy: 'network-only' }),
  }
}
